using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Operators and functions of System.Numerics.Tensors: element by element an array comprehension, over all elements a reduction.</summary>
internal sealed partial class Lifter
{
    /// <summary>An operator that somebody has written: on tensors it is known, on other types its body runs in place.</summary>
    private Value UserOperator(IOperation operation, IMethodSymbol method, ImmutableArray<Value> operands)
    {
        if (operands.Contains(Value.Refused))
        {
            return Value.Refused;
        }

        if (operands.Any(static operand => operand is TensorValue) && IsTensorMethod(method))
        {
            return (operation, operands) switch
            {
                (IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus }, [var tensor]) => Elementwise(operation, [tensor], static args => args[0].Graph.Negate(args[0])),
                (IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus }, [var tensor]) => tensor,
                (IBinaryOperation binary, _) => Elementwise(operation, operands, args => Arithmetically(binary.OperatorKind, args)),
                (ICompoundAssignmentOperation compound, _) => Elementwise(operation, operands, args => Arithmetically(compound.OperatorKind, args)),
                _ => DefaultVisit(operation, default),
            };
        }

        if (operands is [var left, var right] && RecordOperator(operation, method, left, right) is { } equal)
        {
            return equal;
        }

        if (method.IsVirtual || method.IsAbstract || _sources.BodyOf(method.OriginalDefinition) is null)
        {
            return RefuseType(operation);
        }

        if (Twins.Has(method.ContainingType) && NumberOf(method.ReturnType) == ScalarType.Boolean)
        {
            SuspectEquality(operation, operands[0], operands[1]);
        }

        return Inline(method, operands, operation.Syntax.GetLocation());
    }

    private Value TensorCall(IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        ImmutableArray<Value> arguments = Arguments(operation.Arguments, method.Parameters.Length);
        if (arguments.Contains(Value.Refused))
        {
            return Value.Refused;
        }

        if (!arguments.Any(static argument => argument is TensorValue) || arguments.Any(static argument => argument is not (TensorValue or Scalar)))
        {
            return Refuse(operation, Problems.UnknownMethod, Describe(method));
        }

        if (NumberOf(method.ReturnType) != ScalarType.None)
        {
            return TensorReduction(operation, arguments);
        }

        return ElementFunction(method) is { } function
            ? Elementwise(operation, arguments, function)
            : Refuse(operation, Problems.UnknownMethod, Describe(method));
    }

    private Func<ImmutableArray<Expression>, Expression?>? ElementFunction(IMethodSymbol method)
    {
        switch (method.Name)
        {
            case "Add":
                return static args => args[0] + args[1];
            case "Subtract":
                return static args => args[0] - args[1];
            case "Multiply":
                return static args => args[0] * args[1];
            case "Divide":
                return args => Arithmetically(BinaryOperatorKind.Divide, args);
            case "Negate":
                return static args => -args[0];
            case "Reciprocal":
                return static args => 1 / args[0];
            case "Sigmoid":
                return args => 1 / (1 + _graph.Apply(Exponentials.Exp, -args[0]));
            default:
                ImmutableArray<ScalarType> types = [.. method.Parameters.Select(parameter => IsRoundingMode(parameter.Type) ? ScalarType.None : DataOf(parameter.Type).Scalar)];
                string type = types[0] == ScalarType.Single || types.Last() == ScalarType.Single ? "System.Single" : "System.Double";
                return PrimitiveTable.Find(type, method.Name, types) is { } known
                    ? args => known.Results(args) is [var result] ? Required(result, args) : null
                    : null;
        }
    }

    private Expression? Arithmetically(BinaryOperatorKind kind, ImmutableArray<Expression> arguments)
        => arguments.Length == 2 && Calculate(kind, arguments[0], arguments[1], isChecked: false) is Scalar result ? result.Expression : null;

    /// <summary>The tensor of the shape of those among the arguments, which must have one shape, with the function of their elements.</summary>
    private Value Elementwise(IOperation operation, ImmutableArray<Value> arguments, Func<ImmutableArray<Expression>, Expression?> function)
    {
        if (OneShape(arguments) is not { } shape || arguments.Any(static argument => argument is not (TensorValue or Scalar)))
        {
            return RefuseType(operation);
        }

        (LoopRange range, Expression? body) = ForEachElement(shape, arguments, function);
        return body is null
            ? DefaultVisit(operation, default)
            : shape with { Elements = _graph.Build([range.Index], [range.Upper], body) };
    }

    private (LoopRange Range, Expression? Body) ForEachElement(TensorValue shape, ImmutableArray<Value> arguments, Func<ImmutableArray<Expression>, Expression?> function)
    {
        Expression length = _graph.Extent(shape.Elements, 0);
        LoopRange range = new(_graph.Index("i", _graph.Int(0), length, _flow.Depth), _graph.Int(0), length);
        Expression? body = null;
        IReadOnlyList<Requirement> requirements = _flow.WithinLoop(label: null, () => body = function(
            [.. arguments.Select(argument => argument is TensorValue tensor ? _graph.Element(tensor.Elements, [range.Index]) : ((Scalar)argument).Expression)]));
        _flow.RequireAll(requirements.Select(requirement => RequirementClosing.Close(requirement, range)));
        return (range, body);
    }

    // Shapes that differ may still fit by broadcasting; then the method itself is called, which knows.
    private TensorValue? OneShape(ImmutableArray<Value> arguments)
    {
        TensorValue? first = null;
        foreach (TensorValue tensor in arguments.OfType<TensorValue>())
        {
            if (first is null)
            {
                first = tensor;
            }
            else
            {
                _flow.Require(SameShape(first, tensor));
            }
        }

        return first;
    }

    private static bool IsTensorMethod(IMethodSymbol method)
    {
        INamedTypeSymbol? type = method.ContainingType;
        while (type is { ContainingType: { } outer })
        {
            type = outer;
        }

        return type is { Name: "Tensor" } && DataType.IsTensorNamespace(type.ContainingNamespace);
    }
}
