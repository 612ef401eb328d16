using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Assignments, also inside of expressions; C# evaluates from left to right, and so does the lifting.</summary>
internal sealed partial class Lifter
{
    public override Value VisitSimpleAssignment(ISimpleAssignmentOperation operation, Unit argument)
    {
        if (operation.IsRef)
        {
            return Refuse(operation, Problems.UnsupportedCode, $"'{Excerpt(operation.Syntax)}'", "assign the value instead of a reference");
        }

        ElementPlace? place = IsElement(operation.Target) ? PlaceOf(operation.Target) : null;
        Value value = Visit(operation.Value);
        AssignTo(operation.Target, place, value);
        return value;
    }

    public override Value VisitCompoundAssignment(ICompoundAssignmentOperation operation, Unit argument)
    {
        if (operation.OperatorMethod is { ReturnsVoid: true })
        {
            // C# 14's operator that changes the object in place, which others may see.
            return Refuse(operation, Problems.SideEffect, Excerpt(operation.Target.Syntax));
        }

        ElementPlace? place = IsElement(operation.Target) ? PlaceOf(operation.Target) : null;
        Value target = ValueAt(operation.Target, place);
        if (operation.OperatorMethod is { } method && !IsOfNumbers(method, operation.Target))
        {
            if (operation.InConversion.IsUserDefined || operation.OutConversion.IsUserDefined)
            {
                return DefaultVisit(operation, argument);
            }

            Value result = UserOperator(operation, method, [target, Visit(operation.Value)]);
            AssignTo(operation.Target, place, result);
            return result;
        }

        ScalarType type = NumberOf(operation.Target.Type);
        if (type == ScalarType.None)
        {
            return RefuseType(operation.Target);
        }

        Expression left = target is Scalar scalar ? scalar.Expression : StandIn(operation.Target.Type);
        Expression right = ScalarOf(operation.Value);

        // x op= y is (T)((U)x op y), where U is the type that y has been converted to; a shift promotes x alone.
        bool isShift = operation.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        ScalarType wide = isShift ? (type.Bits() < 32 ? ScalarType.Int32 : type) : right.Scalar;
        Value value = Calculate(operation.OperatorKind, _graph.Convert(left, wide), right, operation.IsChecked) ?? DefaultVisit(operation, argument);
        if (value is Scalar calculated)
        {
            if (calculated.Expression.Scalar.IsFloating() && type.IsInteger())
            {
                Suspect(Problems.ConvertedToInteger, operation.Syntax, [calculated.Expression], operation.Target.Type!.ToDisplayString());
            }

            value = new Scalar(Narrow(calculated.Expression, type, operation.IsChecked));
        }

        AssignTo(operation.Target, place, value);
        return value;
    }

    public override Value VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, Unit argument)
    {
        ScalarType type = NumberOf(operation.Target.Type);
        if (type == ScalarType.None || (operation.OperatorMethod is { } method && !IsOfNumbers(method, operation.Target)))
        {
            return RefuseType(operation.Target);
        }

        ElementPlace? place = IsElement(operation.Target) ? PlaceOf(operation.Target) : null;
        Expression before = ValueAt(operation.Target, place) is Scalar scalar ? scalar.Expression : StandIn(operation.Target.Type);
        ScalarType wide = type.IsInteger() && type.Bits() < 32 ? ScalarType.Int32 : type;
        BinaryOperatorKind kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        Value changed = Calculate(kind, _graph.Convert(before, wide), _graph.Number(wide, 1), operation.IsChecked)!;
        Value after = new Scalar(Narrow(((Scalar)changed).Expression, type, operation.IsChecked));
        AssignTo(operation.Target, place, after);
        return operation.IsPostfix ? new Scalar(before) : after;
    }

    public override Value VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, Unit argument)
    {
        Value value = Visit(operation.Value);
        Deconstruct(operation.Target, value, DeconstructionOf(operation.Syntax), operation.Value.Type);
        return value;
    }

    public override Value VisitExpressionStatement(IExpressionStatementOperation operation, Unit argument)
    {
        Visit(operation.Operation);
        return Value.Nothing;
    }

    /// <summary>What is there before it is changed.</summary>
    private Value ValueAt(IOperation target, ElementPlace? place)
        => !IsElement(target) ? Visit(target) : place is null ? Value.Refused : new Scalar(ElementAt(new ArrayValue(ElementsOf(place.Array)) { Object = place.Array }, place.Position));

    private void AssignTo(IOperation target, ElementPlace? place, Value value)
    {
        if (!IsElement(target))
        {
            Assign(target, value);
        }
        else if (place is not null && value is Scalar scalar)
        {
            Write(place.Array, place.Position, scalar.Expression);
        }
    }

    private void Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local when VariableOf(local) is not null:
                Set(local.Local, value);
                break;
            case IParameterReferenceOperation parameter when VariableOf(parameter) is { } variable && (_aliases.ContainsKey(parameter.Parameter.OriginalDefinition) || _variables.Find(variable) is not null):
                Set(parameter.Parameter, value);
                break;
            case IParameterReferenceOperation { Parameter: var captured } when _receiver is Reference { Variable: var state } made && _variables.Find(state) is AggregateValue { Structure: { IsClass: false } structure } && structure.PositionOf(captured) is { } position:
                SetPart(made, position, value);
                break;
            case IParameterReferenceOperation when _receiver is Reference { Variable: var state } && _variables.Find(state) == Value.Refused:
            case IParameterReferenceOperation { Parameter: var refused } when _variables.Find(refused.OriginalDefinition) == Value.Refused:
            case ILocalReferenceOperation { Local: var unknown } when _variables.Find(unknown) == Value.Refused:
            case IDiscardOperation:
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IFieldReferenceOperation { Instance: { } tuple, Field: var field } when field.ContainingType.IsTupleType:
                if (Visit(tuple) is AggregateValue before)
                {
                    Assign(tuple, new AggregateValue(before.Items.SetItem(IndexOf(field), value)));
                }

                break;
            case IInstanceReferenceOperation own when ThisOf(own) is Reference { Variable: var changed }:
                _variables.Set(changed, value);
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when !IsElement(member) && StructureOf(instance.Type) is not null:
                AssignPart(member, instance, value);
                break;
            case var element when IsElement(element):
                AssignTo(element, PlaceOf(element), value);
                break;
            default:
                Refuse(target, Problems.SideEffect, Excerpt(target.Syntax));
                break;
        }
    }

    private Expression Narrow(Expression value, ScalarType type, bool isChecked)
        => isChecked && type.IsInteger() && MayOverflow(value.Scalar, type) && value.Scalar != type
            ? Required(_graph.Apply(CheckedArithmetic.Convert, type, value), [value])
            : _graph.Convert(value, type);
}
