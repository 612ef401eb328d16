using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// Arrays that the loop changes: what a step has overwritten is kept, and put back when the step is undone.
/// </summary>
internal sealed partial class Rewinding
{
    private readonly HashSet<Symbol> _arrays = [];
    private readonly List<(Symbol Symbol, Expression Last, Expression Before)> _restored = [];

    private ExpressionGraph Graph => _scan.Graph;

    // What is needed, and what is needed in order to have the arrays again that it is read from.
    private void Keep(ImmutableArray<Expression> values)
    {
        var kept = new HashSet<Expression>();
        var pending = new Queue<ImmutableArray<Expression>>([values]);
        while (pending.Count > 0)
        {
            foreach (Expression value in Needed(pending.Dequeue()))
            {
                if (IsWorthKeeping(value))
                {
                    Add(value);
                }
                else if (value is Symbol { Type.IsArray: true } array && _scan.Carried.Contains(array) && _arrays.Add(array))
                {
                    // Of an array that a step may change all of, all is kept.
                    foreach (Overwritten change in ChangesOf(array) ?? [])
                    {
                        Add(change.Element(array));
                        foreach (Expression part in change.Parts)
                        {
                            // It isn't known before the array is.
                            if (_scan.Carried.Any(symbol => symbol.Type.IsArray && part.DependsOn(symbol)))
                            {
                                Add(part);
                            }
                            else
                            {
                                pending.Enqueue([part]);
                            }
                        }
                    }
                }
            }
        }

        void Add(Expression value)
        {
            if (value is not Constant && kept.Add(value))
            {
                _kept.Add(value);
            }
        }
    }

    private ImmutableArray<Overwritten>? ChangesOf(Symbol array) => Overwritten.Of(_scan.Nexts[_scan.Carried.IndexOf(array)], array);

    private Expression Restore(Symbol array, Scan keeping, Dictionary<Expression, Expression> done)
    {
        if (ChangesOf(array) is not { } changes)
        {
            return All(array, keeping);
        }

        Symbol symbol = Graph.Carried(array.Name, array.Type);
        Expression before = symbol;
        foreach (Overwritten change in changes)
        {
            Expression old = Rewrite(change.Element(array), done);
            Expression restored = Graph.Update(before, [.. change.Indices.Select(index => Rewrite(index, done))], old);
            before = Graph.Select(Rewrite(change.Condition, done), restored, before);
        }

        _restored.Add((symbol, Graph.Output(keeping, _scan.Carried.IndexOf(array)), before));
        return before;
    }

    /// <summary>The array before the step, of all that it was before each step.</summary>
    private Expression All(Symbol array, Scan keeping)
    {
        if (_scan.Upper is Constant { Payload: int.MaxValue })
        {
            throw new UnsupportedDerivativeException(array);
        }

        ExpressionGraph graph = Graph;
        Expression initial = _scan.Initials[_scan.Carried.IndexOf(array)];
        ImmutableArray<Expression> extents = [.. Enumerable.Range(0, array.Type.Rank).Select(axis => graph.Extent(initial, axis))];
        ImmutableArray<Symbol> indices = Fresh();
        Symbol step = graph.Index(_scan.Index.Name);
        Expression shape = graph.Build([step, .. indices], [TracePosition.Of(_scan, _scan.Upper), .. extents], graph.Number(array.Scalar, 0));
        ImmutableArray<Symbol> places = Fresh();
        Expression all = graph.Scatter(shape, [TracePosition.Of(_scan, _scan.Index), .. places], graph.Element(array, [.. places]));
        for (int axis = places.Length - 1; axis >= 0; axis--)
        {
            all = graph.Reduce(ReduceOperator.Sum, places[axis], graph.Int(0), extents[axis], graph.Zeros(shape), [all]);
        }

        Symbol history = graph.Carried(array.Name + "History", new ExpressionType(array.Scalar, array.Type.Rank + 1));
        Scan adding = graph.Scan(
            keeping.Index, keeping.Lower, keeping.Upper, keeping.Carried.Add(history), keeping.Initials.Add(graph.Zeros(shape)), keeping.Nexts.Add(graph.Add(history, all)), keeping.While);
        Expression kept = graph.Stored(graph.Output(adding, keeping.Carried.Length), isEager: false);
        ImmutableArray<Symbol> own = Fresh();
        return graph.Build(own, extents, graph.Element(kept, [TracePosition.Of(_scan, Index), .. own]));

        ImmutableArray<Symbol> Fresh() => [.. extents.Select((_, axis) => graph.Index(axis == 0 ? "i" : "j"))];
    }

    /// <summary>An element that a step assigns.</summary>
    private sealed record Overwritten(Expression Condition, ImmutableArray<Expression> Indices)
    {
        public IEnumerable<Expression> Parts => Indices.Add(Condition);

        /// <summary>What is there before the step.</summary>
        public Expression Element(Symbol array) => array.Graph.Select(Condition, array.Graph.Element(array, Indices), array.Scalar == ScalarType.Boolean ? array.Graph.False : array.Graph.Number(array.Scalar, 0));

        /// <summary>All that one step assigns, under whatever conditions; null if it assigns the whole array.</summary>
        public static ImmutableArray<Overwritten>? Of(Expression next, Symbol array)
        {
            var all = ImmutableArray.CreateBuilder<Overwritten>();
            ExpressionGraph graph = array.Graph;
            var conditions = new Dictionary<Expression, Expression> { [next] = graph.True };
            var nodes = new SortedDictionary<int, Expression> { [next.Id] = next };
            while (nodes.Count > 0)
            {
                Expression node = nodes.Last().Value;
                nodes.Remove(node.Id);
                Expression condition = conditions[node];
                switch (node)
                {
                    case Symbol when ReferenceEquals(node, array):
                        break;
                    case Update update:
                        all.Add(new Overwritten(condition, update.Indices));
                        Reach(update.Array, condition);
                        break;
                    case Select select:
                        Reach(select.WhenTrue, graph.And(condition, select.Condition));
                        Reach(select.WhenFalse, graph.And(condition, graph.Not(select.Condition)));
                        break;
                    default:
                        return null;
                }
            }

            return all.ToImmutable();

            void Reach(Expression node, Expression condition)
            {
                conditions[node] = !conditions.TryGetValue(node, out Expression? known) ? condition : AreSides(known, condition) is { } both ? both : graph.Or(known, condition);
                nodes[node.Id] = node;
            }

            // c ∧ x or c ∧ ¬x is c.
            Expression? AreSides(Expression one, Expression other)
                => one is Select { WhenFalse: Constant { IsFalse: true } } a && other is Select { WhenFalse: Constant { IsFalse: true } } b
                    && ReferenceEquals(a.Condition, b.Condition) && ReferenceEquals(graph.Not(a.WhenTrue), b.WhenTrue) ? a.Condition
                    : ReferenceEquals(graph.Not(one), other) ? graph.True : null;
        }
    }
}
