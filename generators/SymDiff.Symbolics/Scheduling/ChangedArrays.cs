using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Arrays that loops carry and change, as they are in memory: each loop has a row of elements of its own, which starts as a copy of another array or of what has to be stored for it, and which
/// a step changes when all that the step reads has been read.
/// </summary>
internal sealed class ChangedArrays
{
    private readonly Dictionary<Symbol, ImmutableArray<Expression>> _extents = [];
    private readonly Dictionary<Symbol, Expression> _shapes = [];
    private readonly ConditionalLoops _loops;

    /// <param name="nodes">All nodes.</param>
    /// <param name="loops">What has become of loops that contribute to arrays.</param>
    public ChangedArrays(List<Expression> nodes, ConditionalLoops loops)
    {
        _loops = loops;
        foreach (Scan scan in nodes.OfType<Scan>())
        {
            for (int i = 0; i < scan.Carried.Length; i++)
            {
                if (scan.Carried[i].Type.IsArray && !_extents.ContainsKey(scan.Carried[i]))
                {
                    _extents.Add(scan.Carried[i], StoredArrays.ExtentsOf(scan.Initials[i]));
                }
            }
        }

        // What an inner loop starts with may be what the outer one carries.
        foreach (Symbol carried in _extents.Keys.ToList())
        {
            _extents[carried] = [.. _extents[carried].Select(First)];
        }

        Extents = Traversal.Reachable(_extents.Values.SelectMany(static extents => extents));
    }

    /// <summary>What the extents of the arrays are made of.</summary>
    public IEnumerable<Expression> Extents { get; }

    /// <summary>The element, at its place in the row.</summary>
    /// <param name="node">The element, or an array with an element changed.</param>
    /// <param name="moved">The same, made of what its operands have become.</param>
    public Expression InRow(Expression node, Expression moved, Replacements done)
    {
        if (node.Operands[0] is not { Type.Rank: > 1 } array || array is not (Symbol { Role: SymbolRole.Carried } or Output or Update or Select or Apply))
        {
            return moved;
        }

        ImmutableArray<Expression> extents = ExtentsOf(array, done);
        return moved switch
        {
            Update update => node.Graph.Update(update.Array, [StoredArrays.Position(update.Indices, extents)], update.Value),
            Element element => node.Graph.Element(element.Array, [StoredArrays.Position(element.Indices, extents)]),
            _ => moved,
        };
    }

    /// <summary>Contributions to an array of the shape that a loop's array has: of the extents that it starts with, since those are the same in all its versions.</summary>
    public Expression InKnownShape(Expression contribution, Replacements done)
    {
        if (contribution.Operands[0] is not Symbol carried || !_extents.ContainsKey(carried))
        {
            return contribution;
        }

        ExpressionGraph graph = carried.Graph;
        if (!_shapes.TryGetValue(carried, out Expression? shape))
        {
            ImmutableArray<Symbol> indices = [.. Enumerable.Range(0, carried.Type.Rank).Select(_ => graph.Index("i"))];
            shape = graph.Build(indices, ExtentsOf(carried, done), graph.Number(carried.Scalar, 0));
            _shapes.Add(carried, shape);
        }

        return contribution is Scatter scatter ? graph.Scatter(shape, scatter.Indices, scatter.Value) : graph.Zeros(shape);
    }

    private Expression First(Expression extent)
    {
        while (extent is Extent { Array: Symbol outer } part && _extents.TryGetValue(outer, out ImmutableArray<Expression> known))
        {
            extent = known[part.Axis];
        }

        return extent;
    }

    /// <summary>The loop with its arrays in memory.</summary>
    public Scan InMemory(Scan scan, Scan moved, Replacements done)
    {
        int n = scan.Carried.Length;
        return (Scan)scan.Graph.With(moved, [.. moved.Operands.Select((operand, position) => position switch
        {
            _ when !operand.Type.IsArray => operand,
            _ when position < 2 + n => Contributions.AreAddedUp(scan, position - 2) ? operand : Initial(scan.Operands[position], done),
            _ when Contributions.AreAddedUp(scan, position - 3 - n) => _loops.Separate(operand),
            _ => Next(scan.Carried[position - 3 - n], scan.Operands[position], done),
        })]);
    }

    private Expression Initial(Expression initial, Replacements done)
        => initial is Zeros or Build { Body: Constant { Payload: 0 } } ? initial.Graph.Zeros(done[initial])
            : Contributions.IsNothingElse(initial) ? initial.Graph.Stored(_loops.Separate(done[initial]), isEager: false)
            : Next(null, initial, done);

    // Down to the array that is changed; the rest is a copy of another array.
    private Expression Next(Symbol? own, Expression next, Replacements done)
    {
        ImmutableArray<Expression> versions = ArrayChange.Versions(next);
        Dictionary<Expression, Expression> conditions = Conditions(versions, done);
        var copied = new Dictionary<Expression, Expression>();
        foreach (Expression node in versions)
        {
            copied[node] = node switch
            {
                Symbol when ReferenceEquals(node, own) => node,
                Update => node.Graph.With(done[node], done[node].Operands.SetItem(0, copied[node.Operands[0]])),
                Select select => node.Graph.Select(done[select.Condition], copied[select.WhenTrue], copied[select.WhenFalse]),
                Apply sum => node.Graph.With(sum, [copied[sum.Arguments[0]], .. sum.Arguments.Skip(1).Select(term => Added(term, sum, conditions[node], done))]),
                _ when Contributions.IsNothingElse(node) && node is not Zeros => Made(node, conditions[node], done),
                _ => Copied(node, own is null, done),
            };
        }

        return copied[next];
    }

    // Under its own conditions: where they don't hold there may be no such element.
    private Expression Made(Expression contribution, Expression condition, Replacements done)
        => contribution.Graph.Stored(_loops.Separate(contribution.Graph.Select(condition, done[contribution], done[contribution].Zero)), isEager: false);

    /// <summary>When each version goes into the last one.</summary>
    private static Dictionary<Expression, Expression> Conditions(ImmutableArray<Expression> versions, Replacements done)
    {
        ExpressionGraph graph = versions[0].Graph;
        var conditions = new Dictionary<Expression, Expression> { [versions[versions.Length - 1]] = graph.True };
        for (int k = versions.Length - 1; k >= 0; k--)
        {
            Expression condition = conditions[versions[k]];
            if (versions[k] is Select select)
            {
                Reach(select.WhenTrue, graph.And(condition, done[select.Condition]));
                Reach(select.WhenFalse, graph.And(condition, graph.Not(done[select.Condition])));
            }
            else if (versions[k] is Update or Apply)
            {
                Reach(versions[k].Operands[0], condition);
            }
        }

        return conditions;

        void Reach(Expression version, Expression condition) => conditions[version] = conditions.TryGetValue(version, out Expression? known) ? graph.Or(known, condition) : condition;
    }

    // A loop that contributes runs before the array is changed, which it may read.
    private Expression Added(Expression term, Expression array, Expression condition, Replacements done) => term switch
    {
        Zeros => term,
        Scatter => InRow((Scatter)done[term], ExtentsOf(array, done)),
        Apply sum when HasOnlyElements(sum) => term.Graph.Add([.. sum.Arguments.Select(part => Added(part, array, condition, done))]),
        Select select when HasOnlyElements(select)
            => term.Graph.Select(done[select.Condition], Added(select.WhenTrue, array, condition, done), Added(select.WhenFalse, array, condition, done)),
        _ when !Contributions.IsNothingElse(term) => throw new InvalidOperationException($"an array that is changed is added: {ExpressionPrinter.Print(term)}"),
        _ => Made(term, condition, done),
    };

    private static bool HasOnlyElements(Expression term) => term switch
    {
        Zeros or Scatter => true,
        Select select => HasOnlyElements(select.WhenTrue) && HasOnlyElements(select.WhenFalse),
        Apply sum => sum.Arguments.All(HasOnlyElements),
        _ => false,
    };

    private static Expression InRow(Scatter scatter, ImmutableArray<Expression> extents) => scatter.Graph.Scatter(scatter.Shape, [StoredArrays.Position(scatter.Indices, extents)], scatter.Value);

    // An array that stands still while another is changed to be like it.
    private Expression Copied(Expression array, bool isInitial, Replacements done)
    {
        if (array is Build { Body: Element { Array: var whole } element } build && element.Indices.SequenceEqual(build.Indices) && !build.Indices.Any(whole.DependsOn))
        {
            array = whole;
        }

        ExpressionGraph graph = array.Graph;
        switch (array)
        {
            case Zeros zeros:
                ImmutableArray<Symbol> all = [.. Enumerable.Range(0, array.Type.Rank).Select(_ => graph.Index("i"))];
                return graph.Stored(StoredArrays.AsContributions((Build)graph.Build(all, ExtentsOf(zeros.Shape, done), graph.Number(array.Scalar, 0))), isEager: false);
            case Output or Stored:
            case Symbol when isInitial:
                return done[array];
            case Build:
                return graph.Stored(StoredArrays.AsContributions((Build)done[array]), isEager: false);
            case Symbol:
                ImmutableArray<Symbol> indices = [.. Enumerable.Range(0, array.Type.Rank).Select(_ => graph.Index("i"))];
                ImmutableArray<Expression> extents = ExtentsOf(array, done);
                Expression read = array.Type.Rank == 1 || ((Symbol)array).Role != SymbolRole.Carried
                    ? graph.Element(array, [.. indices]) : graph.Element(array, [StoredArrays.Position([.. indices], extents)]);
                return graph.Stored(StoredArrays.AsContributions((Build)graph.Build(indices, extents, read)), isEager: false);
            default:
                return graph.Stored(_loops.Separate(done[array]), isEager: false);
        }
    }

    private ImmutableArray<Expression> ExtentsOf(Expression array, Replacements done)
    {
        while (array is Update or Select or Apply)
        {
            array = array.Operands[array is Select ? 1 : 0];
        }

        ImmutableArray<Expression> extents = array is Symbol symbol && _extents.TryGetValue(symbol, out ImmutableArray<Expression> known) ? known : StoredArrays.ExtentsOf(array);
        return [.. extents.Select(extent => done.Contains(extent) ? done[extent] : extent)];
    }
}
