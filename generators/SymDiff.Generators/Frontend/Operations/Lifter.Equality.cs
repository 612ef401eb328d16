using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Whether tuples or records are equal: part by part.</summary>
internal sealed partial class Lifter
{
    public override Value VisitTupleBinaryOperator(ITupleBinaryOperation operation, Unit argument)
    {
        Value left = Visit(operation.LeftOperand);
        Value right = Visit(operation.RightOperand);
        return left == Value.Refused || right == Value.Refused ? Value.Refused
            : EqualItems(operation, left, right, ofRecord: false) is not { } equal ? RefuseType(operation)
            : new Scalar(operation.OperatorKind == BinaryOperatorKind.Equals ? equal : _graph.Not(equal));
    }

    /// <summary>The operator that the compiler writes for a record; null if it is another.</summary>
    private Value? RecordOperator(IOperation operation, IMethodSymbol method, Value left, Value right)
        => method is { Name: "op_Equality" or "op_Inequality", IsImplicitlyDeclared: true, ContainingType.IsRecord: true } && EqualItems(operation, left, right, ofRecord: true) is { } equal
            ? new Scalar(method.Name == "op_Equality" ? equal : _graph.Not(equal))
            : null;

    private void SuspectEquality(IOperation place, Value left, Value right)
    {
        switch (left, right)
        {
            case (Scalar { Expression: var a }, Scalar { Expression: var b }):
                Suspect(Problems.EqualityTest, place.Syntax, [a, b]);
                break;
            case (AggregateValue one, AggregateValue other) when one.Items.Length == other.Items.Length:
                for (int i = 0; i < one.Items.Length; i++)
                {
                    SuspectEquality(place, one.Items[i], other.Items[i]);
                }

                break;
        }
    }

    // Records ask the parts themselves, to which NaN equals NaN.
    private Expression? EqualItems(IOperation place, Value left, Value right, bool ofRecord)
    {
        switch (left, right)
        {
            case (Scalar { Expression: var a }, Scalar { Expression: var b }):
                Suspect(Problems.EqualityTest, place.Syntax, [a, b]);
                if (ofRecord)
                {
                    return a.Scalar != b.Scalar ? null : a.Scalar.IsFloating() ? _graph.Or(_graph.Equal(a, b), _graph.And(_graph.NotEqual(a, a), _graph.NotEqual(b, b))) : _graph.Equal(a, b);
                }

                ScalarType wide = Wider(a.Scalar, b.Scalar);
                return wide == ScalarType.None ? null : _graph.Equal(_graph.Convert(a, wide), _graph.Convert(b, wide));
            case (AggregateValue one, AggregateValue other) when one.Structure == other.Structure && one.Items.Length == other.Items.Length && (one.Structure is null ? !ofRecord : ofRecord && HasWrittenEquality(one.Structure)):
                Expression equal = _graph.True;
                for (int i = 0; i < one.Items.Length; i++)
                {
                    if (EqualItems(place, one.Items[i], other.Items[i], ofRecord) is not { } same)
                    {
                        return null;
                    }

                    equal = _graph.And(equal, same);
                }

                return equal;
            default:
                return null;
        }
    }

    private static ScalarType Wider(ScalarType a, ScalarType b)
        => a == b ? a
            : a.IsFloating() && b.IsFloating() ? ScalarType.Double
            : a.IsFloating() || b.IsFloating() || !a.IsInteger() || !b.IsInteger() || a.IsSigned() != b.IsSigned() ? ScalarType.None
            : a.Bits() > b.Bits() ? a : b;

    // Unless it says itself what is equal.
    private static bool HasWrittenEquality(Structure structure)
        => structure.Type.IsRecord && structure.Type.GetMembers("Equals").OfType<IMethodSymbol>().All(static method => method.IsImplicitlyDeclared);
}
