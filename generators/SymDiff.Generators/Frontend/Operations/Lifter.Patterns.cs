using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Patterns over numbers and tuples of them.</summary>
internal sealed partial class Lifter
{
    public override Value VisitIsPattern(IIsPatternOperation operation, Unit argument) => new Scalar(Matches(operation.Pattern, Visit(operation.Value)));

    private Expression Matches(IPatternOperation pattern, Value subject)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return _graph.True;
            case IDeclarationPatternOperation { DeclaredSymbol: var variable } declaration
                when declaration.MatchesNull || SymbolEqualityComparer.Default.Equals(declaration.MatchedType, declaration.InputType):
                if (variable is not null)
                {
                    Set(variable, subject);
                }

                return IsThere(declaration, declaration.MatchesNull, subject);
            case ITypePatternOperation type when SymbolEqualityComparer.Default.Equals(type.MatchedType, type.InputType):
                return IsThere(type, matchesNull: false, subject);
            case IConstantPatternOperation { Value: var literal } when IsNullLiteral(literal) && IsNull(subject) is { } isNull:
                return isNull;
            case IConstantPatternOperation constant:
                return Equals(pattern, subject, constant.Value);
            case IRelationalPatternOperation relational when subject is Scalar scalar:
                return Calculate(relational.OperatorKind, scalar.Expression, ScalarOf(relational.Value), isChecked: false) is Scalar result ? result.Expression : RefusePattern(pattern, subject);
            case INegatedPatternOperation negated:
                return _graph.Not(Matches(negated.Pattern, subject));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } binary:
                Expression left = Matches(binary.LeftPattern, subject);
                Expression right = Matches(binary.RightPattern, subject);
                return binary.OperatorKind == BinaryOperatorKind.And ? _graph.And(left, right) : _graph.Or(left, right);
            case IRecursivePatternOperation recursive when subject is AggregateValue aggregate && PartsOf(recursive, aggregate) is { IsDefault: false } parts:
                return MatchesParts(recursive, aggregate, parts);
            default:
                return RefusePattern(pattern, subject);
        }
    }

    private Expression Equals(IOperation place, Value subject, IOperation constant)
    {
        if (subject is not Scalar scalar || NumberOf(constant.Type) == ScalarType.None)
        {
            return RefusePattern(place, subject);
        }

        Suspect(Problems.EqualityTest, place.Syntax, [scalar.Expression]);
        Expression other = _graph.Convert(ScalarOf(constant), scalar.Expression.Scalar);

        // A pattern matches NaN with NaN, which == doesn't.
        return other is Constant { Number: double.NaN } ? _graph.NotEqual(scalar.Expression, scalar.Expression) : _graph.Equal(scalar.Expression, other);
    }

    private Expression RefusePattern(IOperation pattern, Value subject)
    {
        foreach (ISymbol variable in pattern.DescendantsAndSelf().Select(static part => part switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        }).OfType<ISymbol>())
        {
            _variables.Set(variable, Value.Refused);
        }

        return subject == Value.Refused ? StandIn(ScalarType.Boolean) : RefusedTruth(pattern);
    }

    private Symbol RefusedTruth(IOperation pattern)
    {
        Refuse(pattern, Problems.UnsupportedCode, $"The pattern '{Excerpt(pattern.Syntax)}'", "compare numbers with constants");
        return StandIn(ScalarType.Boolean);
    }
}
