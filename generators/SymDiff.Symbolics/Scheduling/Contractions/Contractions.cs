using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Finds the products of matrices and vectors in a program: loops over rows with a loop over the columns in them. What else such a loop does becomes a loop of its own, before. All that
/// it changes is the order in which sums are taken.
/// </summary>
public static class Contractions
{
    // A row of fewer elements is no work for lanes.
    private const int ShortestRow = 8;

    /// <summary>The same program; loops that are <see cref="Contraction"/>s say so.</summary>
    public static Program Find(Program program) => program with { Body = Find(program.Body) };

    private static ImmutableArray<Statement> Find(ImmutableArray<Statement> statements) => [.. statements.SelectMany(static statement => statement switch
    {
        Loop loop => Split(loop with { Body = Find(loop.Body) }),
        Blocks blocks => [blocks with { Body = Find(blocks.Body) }],
        If choice => [choice with { Then = Find(choice.Then), Else = Find(choice.Else) }],
        _ => [statement],
    })];

    private static ImmutableArray<Statement> Split(Loop loop)
    {
        if (loop.IsDownward || loop.Upper.Scalar != ScalarType.Int32 || !loop.Body.Any(static statement => statement is Loop { Contraction: null })
            || !loop.Body.All(static statement => statement is Declare { Value: not null } or Loop or Store or Accumulate))
        {
            return [loop];
        }

        ImmutableArray<Statement> rest = loop.Body;
        var contractions = new List<Statement>();
        foreach (Loop inner in loop.Body.OfType<Loop>())
        {
            if (RowStep.Of(inner, loop.Body) is { } step && Of(loop, step) is { } contraction && IsApart(step, contraction, loop.Body))
            {
                rest = step.Without(rest);
                contractions.Add(contraction);
            }
        }

        if (contractions.Count == 0)
        {
            return [loop];
        }

        // What only the contractions needed is calculated there.
        while (rest.FirstOrDefault(statement => statement is Declare declare && rest.All(other => ReferenceEquals(other, statement) || !Statements.Mentioned(other).Contains(declare.Local))) is { } unused)
        {
            rest = rest.Remove(unused);
        }

        return rest.IsEmpty ? [.. contractions] : [loop with { Body = rest }, .. contractions];
    }

    /// <summary>The loops over rows and columns; null if they are no contraction.</summary>
    private static Loop? Of(Loop loop, RowStep step)
    {
        Loop inner = step.Loop;
        ExpressionGraph graph = loop.Index.Graph;
        if (inner.IsDownward || inner.Upper.Scalar != ScalarType.Int32 || (inner is { Lower: Constant from, Upper: Constant to } && to.Payload - from.Payload < ShortestRow)
            || (step.Opposite ?? step.Term) is not Apply { Arguments: [Element first, Element second] } product || !product.Scalar.IsFloating() || !ReferenceEquals(product.Primitive, Arithmetic.Multiply)
            || !IsInvariant(step.Inlined(inner.Lower)) || !IsInvariant(step.Inlined(inner.Upper)))
        {
            return null;
        }

        (Expression lower, Expression upper) = (step.Inlined(inner.Lower), step.Inlined(inner.Upper));
        if (Walk(step.Target) is not { } target || Walk(first) is not { } left || Walk(second) is not { } right
            || (Kind(target, left, right) is null && ((left, right) = (right, left)) is var _ && Kind(target, left, right) is null)
            || ReferenceEquals(target.Array, left.Array) || ReferenceEquals(target.Array, right.Array))
        {
            return null;
        }

        Expression rows = graph.Add(loop.Upper, graph.Negate(loop.Lower));
        Expression columns = graph.Add(upper, graph.Negate(lower));
        return loop with
        {
            Body = [new Loop(inner.Index, lower, upper, [new Store(target.Array, step.Target.Indices, step.Term, IsAddition: true)])],
            Contraction = new Contraction(Kind(target, left, right)!.Value, target, left, right, rows, columns, step.Opposite is not null),
        };

        bool IsInvariant(Expression node) => node switch
        {
            Symbol symbol => !ReferenceEquals(symbol, loop.Index) && !ReferenceEquals(symbol, inner.Index) && !step.IsOfTheLoop(symbol),
            Element { Array: Symbol read } => !step.IsWritten(read) && node.Operands.All(IsInvariant),
            _ => node.Operands.All(IsInvariant),
        };

        ArrayWalk? Walk(Element element)
        {
            if (element is not { Array: Symbol { InElements: null, Type.Rank: 1 } array, Indices: [var index] } || array.Scalar != product.Scalar
                || StridedIndex.Of(index, loop.Index, inner.Index, IsInvariant) is not var (start, stride, isAlongColumns))
            {
                return null;
            }

            start = graph.Add(start, StridedIndex.Times(loop.Lower, stride));
            return new ArrayWalk(array, isAlongColumns ? graph.Add(start, lower) : start, stride, isAlongColumns);
        }
    }

    private static ContractionKind? Kind(ArrayWalk target, ArrayWalk left, ArrayWalk right) => (target, left, right) switch
    {
        ({ IsAlongColumns: false, Stride: Constant { IsOne: true } }, { IsAlongColumns: true }, { IsAlongColumns: true, Stride: Constant { IsZero: true } }) => ContractionKind.RowsTimesVector,
        ({ IsAlongColumns: true, Stride: Constant { IsZero: true } }, { IsAlongColumns: true }, { IsAlongColumns: false, Stride: Constant { IsOne: true } }) => ContractionKind.CombinationOfRows,
        ({ IsAlongColumns: true }, { IsAlongColumns: false, Stride: Constant { IsOne: true } }, { IsAlongColumns: true, Stride: Constant { IsZero: true } }) => ContractionKind.OuterProduct,
        _ => null,
    };

    // All else comes before or after, for all rows, and must not notice.
    private static bool IsApart(RowStep step, Loop contraction, ImmutableArray<Statement> body)
    {
        (ArrayWalk target, ArrayWalk left, ArrayWalk right) = (contraction.Contraction!.Target, contraction.Contraction.Left, contraction.Contraction.Right);
        ImmutableArray<Statement> others = [.. body.Where(statement => !ReferenceEquals(statement, step.Loop))];
        ImmutableArray<Statement> all = [.. Statements.Inside(others)];
        ImmutableArray<Symbol> written = [.. all.OfType<Store>().Where(store => !ReferenceEquals(store, step.Start)).Select(static store => store.Array)];
        IEnumerable<Symbol> read = Traversal.Reachable([.. all.SelectMany(static statement => Statements.Trees(statement))]).OfType<Element>().Select(static element => element.Array).OfType<Symbol>();
        return !written.Contains(target.Array) && !written.Contains(left.Array) && !written.Contains(right.Array) && !read.Contains(target.Array);
    }
}
