using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// Derivatives with respect to each of several inputs, carried along beside the values. The derivative of a sequential loop is a loop that
/// carries the derivatives too; all inputs share it, and it shares the values with the original.
/// </summary>
public sealed class ForwardMode
{
    private readonly ImmutableArray<Symbol> _inputs;
    private readonly ImmutableArray<Activity> _activities;
    private readonly CancellationToken _cancellation;

    // Only active nodes have an entry; an entry is null where the node doesn't depend on that input.
    private readonly Dictionary<Expression, Expression?[]> _tangents = [];
    private readonly HashSet<Expression> _done = [];
    private readonly Dictionary<Scan, Scan> _extended = [];

    /// <param name="nodes">All nodes that tangents will be asked of, operands before users.</param>
    public ForwardMode(IReadOnlyList<Expression> nodes, ImmutableArray<Symbol> inputs, CancellationToken cancellation = default)
    {
        _inputs = inputs;
        _cancellation = cancellation;

        // Activity matters here only to know which carried values have a tangent.
        _activities = nodes.Any(node => node is Scan or Reduce { Operator: ReduceOperator.Product }) ? [.. inputs.Select(input => Activity.Of(nodes, [input]))] : [];
    }

    /// <summary>The derivative of the value with respect to each input, of the value's type; the constant 0 where there is none.</summary>
    public static ImmutableArray<Expression> Gradient(Expression value, ImmutableArray<Symbol> inputs, CancellationToken cancellation = default)
    {
        var mode = new ForwardMode(Traversal.Reachable([value]), inputs, cancellation);
        return [.. inputs.Select((_, k) => mode.Tangent(value, k) ?? value.Like(0))];
    }

    /// <summary>On how many of the inputs the node depends.</summary>
    public int InputsOf(Expression node) => _activities.Count(activity => activity.Contains(node));

    /// <summary>The derivative of the node with respect to the k-th input; null if it is structurally zero.</summary>
    public Expression? Tangent(Expression node, int k)
    {
        Follow(node);
        return _tangents.TryGetValue(node, out Expression?[]? tangents) ? tangents[k] : null;
    }

    private void Follow(Expression root)
    {
        foreach (Expression node in Traversal.Reachable([root], node => !_done.Contains(node)))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_done.Add(node) && Derive(node) is { } tangents && tangents.Any(tangent => tangent is not null))
            {
                _tangents[node] = tangents;
            }
        }
    }

    private Expression?[]? Derive(Expression node)
    {
        switch (node)
        {
            case Symbol { Role: SymbolRole.Carried } carried:
                return ForEachInput(k => _activities[k].Contains(carried) ? TangentSymbol(carried, k) : null);
            case Symbol symbol:
                return ForEachInput(k => ReferenceEquals(symbol, _inputs[k]) ? symbol.Like(1) : null);
            case Apply { Primitive.Partial: not null } apply when apply.Scalar.IsFloating():
                return DeriveApply(apply);
            case Select select when IsActive(select.WhenTrue) || IsActive(select.WhenFalse):
                return ForEachInput(k => ChainRule.Choose(select.Condition, Known(select.WhenTrue, k), Known(select.WhenFalse, k)));
            case Reduce { Operator: ReduceOperator.Sum } sum when sum.Scalar.IsFloating():
                return ForEachInput(k => DeriveSum(sum, k));
            case Reduce reduce when reduce.Scalar.IsFloating() && (IsActive(reduce.Initial) || reduce.Terms.Any(IsActive)):
                return DeriveFold(reduce);
            case Build build when IsActive(build.Body):
                return ForEachInput(k => Known(build.Body, k) is { } tangent ? build.Graph.Build(build.Indices, build.Extents, tangent) : null);
            case Stored stored when IsActive(stored.Array):
                return ForEachInput(k => Known(stored.Array, k) is { } tangent ? stored.Graph.Stored(tangent, stored.IsEager) : null);
            case Element element when IsActive(element.Array):
                return ForEachInput(k => Known(element.Array, k) is { } tangents ? element.Graph.Element(tangents, element.Indices) : null);
            case Update update when IsActive(update.Array) || IsActive(update.Value):
                return ForEachInput(k => Known(update.Array, k) is null && Known(update.Value, k) is null ? null
                    : update.Graph.Update(Known(update.Array, k) ?? update.Zero, update.Indices, Known(update.Value, k) ?? update.Value.Like(0)));
            case Scan scan:
                _extended[scan] = Extend(scan);
                return null;
            case Trace:
                // Derivatives of derivatives through kept values would come here.
                throw new UnsupportedDerivativeException(node);
            case Output output when IsActive(output.Scan.Carried[output.Position]):
                return OutputTangents(output.Scan, output.Position);
            default:
                return null;
        }
    }

    private Expression?[] DeriveApply(Apply apply)
    {
        ImmutableArray<int> active = [.. Enumerable.Range(0, apply.Arguments.Length).Where(i => IsActive(apply.Arguments[i]))];
        ImmutableArray<Expression?> partials = [.. active.Select(i => apply.Primitive.Partial!(apply, i))];
        return ForEachInput(k =>
        {
            Expression? sum = null;
            for (int i = 0; i < active.Length; i++)
            {
                if (Known(apply.Arguments[active[i]], k) is { } argument)
                {
                    Expression tangent = apply.Graph.Convert(argument, apply.Scalar);
                    Expression? term = ChainRule.Multiply(partials[i], tangent);
                    sum = ChainRule.Add(sum, term is not null && ChainRule.NeedsStrongZero(apply, active[i], tangent)
                        ? ChainRule.Choose(apply.Graph.NotEqual(tangent, tangent.Like(0)), term, null)
                        : term);
                }
            }

            return sum;
        });
    }

    private Expression? DeriveSum(Reduce sum, int k)
    {
        ImmutableArray<Expression> terms = [.. sum.Terms.Select(term => Known(term, k)).OfType<Expression>()];
        Expression? initial = Known(sum.Initial, k);
        return terms.IsEmpty ? initial : sum.Graph.Reduce(ReduceOperator.Sum, sum.Index, sum.Lower, sum.Upper, initial ?? sum.Like(0), terms);
    }

    // Π, min and max are differentiated as the loops that they are: right at zeros and ties, and without storage.
    private Expression?[] DeriveFold(Reduce reduce)
    {
        ExpressionGraph graph = reduce.Graph;
        Symbol total = graph.Carried(reduce.Operator switch { ReduceOperator.Product => "product", ReduceOperator.Min => "min", _ => "max" }, reduce.Type);
        _done.Add(total);
        _tangents[total] = ForEachInput(k => Known(reduce.Initial, k) is not null || reduce.Terms.Any(term => Known(term, k) is not null) ? TangentSymbol(total, k) : null);
        Expression next = reduce.Terms.Aggregate((Expression)total, (left, term) => reduce.Operator switch
        {
            ReduceOperator.Product => left * term,
            ReduceOperator.Min => graph.Apply(Primitives.Piecewise.Min, left, term),
            _ => graph.Apply(Primitives.Piecewise.Max, left, term),
        });
        Follow(next);
        Scan scan = graph.Scan(reduce.Index, reduce.Lower, reduce.Upper, [total], [reduce.Initial], [next]);
        _extended[scan] = Extend(scan);
        return OutputTangents(scan, 0);
    }

    /// <summary>The same loop with the tangents carried behind the values.</summary>
    private Scan Extend(Scan scan)
    {
        var carried = scan.Carried.ToBuilder();
        var initials = scan.Initials.ToBuilder();
        var steps = ImmutableArray.CreateBuilder<Expression>();
        for (int i = 0; i < scan.Carried.Length; i++)
        {
            // A value that no step reads isn't an operand of anything.
            Follow(scan.Carried[i]);
            for (int k = 0; k < _inputs.Length; k++)
            {
                if (Known(scan.Carried[i], k) is Symbol tangent)
                {
                    carried.Add(tangent);
                    initials.Add(Known(scan.Initials[i], k) ?? scan.Initials[i].Zero);
                    steps.Add(Known(scan.Nexts[i], k) ?? scan.Initials[i].Zero);
                }
            }
        }

        ImmutableArray<Expression> nexts = [.. scan.Nexts, .. LinearSteps.Of(steps.ToImmutable(), [.. carried.Skip(scan.Carried.Length)])];
        return scan.Graph.Scan(scan.Index, scan.Lower, scan.Upper, carried.ToImmutable(), initials.ToImmutable(), nexts, scan.While, scan.Stacked, scan.IsDownward);
    }

    private Expression?[] OutputTangents(Scan scan, int position)
    {
        Scan extended = _extended[scan];
        return ForEachInput(k => Known(scan.Carried[position], k) is Symbol tangent
            ? scan.Graph.Output(extended, extended.Carried.IndexOf(tangent))
            : null);
    }

    private Symbol TangentSymbol(Symbol carried, int k)
        => carried.Graph.Carried(_inputs.Length == 1 ? carried.Name + "Tangent" : carried.Name + "TangentOf_" + _inputs[k].Name, carried.Type);

    private Expression?[] ForEachInput(Func<int, Expression?> derivative)
    {
        var all = new Expression?[_inputs.Length];
        for (int k = 0; k < all.Length; k++)
        {
            all[k] = derivative(k);
        }

        return all;
    }

    private bool IsActive(Expression node) => _tangents.ContainsKey(node);

    private Expression? Known(Expression node, int k) => _tangents.TryGetValue(node, out Expression?[]? tangents) ? tangents[k] : null;
}
