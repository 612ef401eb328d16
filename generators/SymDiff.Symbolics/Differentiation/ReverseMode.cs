using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// Gradients by one sweep from the result to the inputs; the size of what comes out is proportional to the function's.
/// </summary>
/// <remarks>
/// A sum's terms are swept with cotangent 1, and what they give to a value outside of the loop is multiplied by the sum's own cotangent after
/// summing: the chain rule at the sum, and a factor less in the loop; unless arrays are contributed to. Sequential loops (<see cref="Scan"/>) are swept backwards, or, for few
/// inputs, differentiated in forward mode for each input, which needs no storage.
/// </remarks>
public sealed partial class ReverseMode
{
    private readonly ForwardMode _forward;
    private readonly ReadBack _readBack;
    private readonly Activity _activity;
    private readonly Activity _arrayActivity;

    // What varies with the elements of any array, a calculated one or an input.
    private readonly Activity _contributing;

    // The numbers among the inputs.
    private readonly ImmutableArray<Symbol> _inputs;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<Expression, Cotangent> _cotangents = [];
    private Scope? _scope;

    private ReverseMode(IReadOnlyList<Expression> nodes, ImmutableArray<Symbol> inputs, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _readBack = new ReadBack(nodes);
        _activity = Activity.Of(nodes, inputs);
        _arrayActivity = Activity.Of(nodes, inputs.Where(input => input.Type.IsArray));
        _contributing = Activity.Of(nodes, nodes.Where(node => node.Type.IsArray && _activity.Contains(node)));
        _inputs = inputs.RemoveAll(input => input.Type.IsArray);
        _forward = new ForwardMode(nodes, _inputs, cancellation);
        foreach (Scan scan in nodes.OfType<Scan>())
        {
            for (int k = 0; k < scan.Carried.Length; k++)
            {
                _shapes[scan.Carried[k]] = scan.Initials[k];
            }
        }
    }

    /// <summary>The derivative of the function's single result with respect to each input, of the input's type; the constant 0 where there is none.</summary>
    public static ImmutableArray<Expression> Gradient(Function function, IReadOnlyList<Symbol> withRespectTo, CancellationToken cancellation = default)
        => Gradient(function.Results[0].Value, [.. withRespectTo], cancellation);

    public static ImmutableArray<Expression> Gradient(Expression value, ImmutableArray<Symbol> inputs, CancellationToken cancellation = default)
    {
        List<Expression> nodes = Traversal.Reachable([value, .. inputs]);
        var mode = new ReverseMode(nodes, inputs, cancellation);
        mode.Contribute(value, null, value.Like(1));
        mode.Sweep(nodes);
        return [.. inputs.Select(input => mode._cotangents.TryGetValue(input, out Cotangent? cotangent) ? cotangent.Value()! : input.Zero)];
    }

    private void Contribute(Expression node, Gate? gate, Expression? value)
    {
        if (value is null || !_activity.Contains(node))
        {
            return;
        }

        // What a selection doesn't choose goes into the gate.
        if (value is Select select && ChainRule.HasZeroArm(select))
        {
            ContributeArm(select.WhenTrue, holds: true);
            ContributeArm(select.WhenFalse, holds: false);
            return;
        }

        Cotangent collected = CotangentOf(node);
        collected.Add(gate, !node.Type.IsArray ? node.Graph.Convert(value, node.Scalar) : IsChanged(value) && !collected.TakesArray(gate) ? AsContributions(value, node) : value);

        void ContributeArm(Expression arm, bool holds)
        {
            if (!ChainRule.IsStructuralZero(arm))
            {
                Contribute(node, new Gate(gate, select.Condition, holds), arm);
            }
        }
    }

    private Cotangent CotangentOf(Expression node)
    {
        if (_scope is not null && !_scope.IsInside(node))
        {
            return _scope.Of(node);
        }

        if (!_cotangents.TryGetValue(node, out Cotangent? cotangent))
        {
            _cotangents.Add(node, cotangent = new Cotangent());
        }

        return cotangent;
    }

    /// <summary>Hands the cotangents of the nodes on to their operands, users before operands.</summary>
    private void Sweep(IReadOnlyList<Expression> nodes)
    {
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            _cancellation.ThrowIfCancellationRequested();
            Expression node = nodes[i];
            if (node is Scan scan)
            {
                SweepScan(scan);
                continue;
            }

            if (node is Symbol || !_cotangents.TryGetValue(node, out Cotangent? collected))
            {
                continue;
            }

            _cotangents.Remove(node);
            (Gate? gate, Expression cotangent) = collected.Close();
            switch (node)
            {
                case Apply apply:
                    SweepApply(apply, gate, cotangent);
                    break;
                case Select select:
                    Contribute(select.WhenTrue, new Gate(gate, select.Condition, Holds: true, IsBranch: true), cotangent);
                    Contribute(select.WhenFalse, new Gate(gate, select.Condition, Holds: false, IsBranch: true), cotangent);
                    break;
                case Reduce { Operator: ReduceOperator.Sum } sum:
                    SweepSum(sum, gate, cotangent);
                    break;
                case Element { Array: Output whole } when IsForward(whole):
                    ContributeForward(node, gate, cotangent);
                    break;
                case Element element:
                    Contribute(element.Array, gate, element.Graph.Scatter(ShapeOf(element.Array), element.Indices, cotangent));
                    break;
                case Update update:
                    SweepUpdate(update, gate, cotangent);
                    break;
                case Build { Body: Element whole } copy when IsWhole(copy, whole):
                    Contribute(whole.Array, gate, cotangent);
                    break;
                case Stored stored:
                    Contribute(stored.Array, gate, cotangent);
                    break;
                case Build build:
                    SweepBuild(build, gate, cotangent);
                    break;
                case Output output when node.Type.IsArray || !IsForward(node):
                    Await(output, gate, cotangent);
                    break;
                case Reduce { Operator: ReduceOperator.Min or ReduceOperator.Max } extremum when _arrayActivity.Contains(node) || IsInRecurrence:
                    SweepExtremum(extremum, gate, cotangent);
                    break;
                case Reduce { Operator: ReduceOperator.Product } product when !IsForward(node):
                    SweepProduct(product, gate, cotangent);
                    break;
                case Reduce or Output:
                    ContributeForward(node, gate, cotangent);
                    break;
                default:
                    throw new System.NotSupportedException($"reverse mode through {node.GetType().Name}");
            }
        }
    }

    private void ContributeForward(Expression node, Gate? gate, Expression cotangent)
    {
        for (int k = 0; k < _inputs.Length; k++)
        {
            Contribute(_inputs[k], gate, ChainRule.Multiply(_forward.Tangent(node, k), cotangent));
        }
    }

    private void SweepApply(Apply apply, Gate? gate, Expression cotangent)
    {
        for (int k = 0; k < apply.Arguments.Length; k++)
        {
            if (_activity.Contains(apply.Arguments[k]))
            {
                Gate? strong = ChainRule.NeedsStrongZero(apply, k, cotangent)
                    ? new Gate(gate, apply.Graph.NotEqual(cotangent, cotangent.Like(0)), Holds: true)
                    : gate;
                Contribute(apply.Arguments[k], strong, ChainRule.Multiply(_readBack.In(apply.Primitive.Partial!(apply, k), apply), cotangent));
            }
        }
    }

    private void SweepSum(Reduce sum, Gate? gate, Expression cotangent)
    {
        Contribute(sum.Initial, gate, cotangent);

        // What goes to arrays can't be multiplied after summing but element by element, so it takes the factor along.
        bool isFactored = !_contributing.Contains(sum);
        SweepLoop(sum.Terms, sum.Index, sum.Lower, sum.Upper, gate, isFactored ? cotangent : null, () =>
        {
            foreach (Expression term in sum.Terms)
            {
                Contribute(term, null, isFactored ? term.Like(1) : cotangent);
            }
        });
    }

    /// <summary>The largest (or smallest) among the terms and the initial value takes all; several that are equal, equal shares, as PyTorch has it.</summary>
    private void SweepExtremum(Reduce extremum, Gate? gate, Expression cotangent)
    {
        ExpressionGraph graph = extremum.Graph;
        Expression one = extremum.Like(1);
        Reduce known = KeptTerms.Of(extremum);
        ImmutableArray<Expression> shares = [.. known.Terms.Select(term => graph.Select(graph.Equal(term, known), one, extremum.Like(0)))];
        Expression count = graph.Reduce(
            ReduceOperator.Sum, extremum.Index, extremum.Lower, extremum.Upper, graph.Select(graph.Equal(extremum.Initial, known), one, extremum.Like(0)), shares);

        // NaN for NaN.
        Expression share = graph.Select(graph.Equal(known, known), graph.Divide(cotangent, count), extremum.Like(double.NaN));
        Contribute(extremum.Initial, Gate.Nest(gate, IsExtreme(extremum.Initial)), share);
        SweepLoop(extremum.Terms, extremum.Index, extremum.Lower, extremum.Upper, gate, factor: null, () =>
        {
            for (int k = 0; k < extremum.Terms.Length; k++)
            {
                Contribute(extremum.Terms[k], IsExtreme(known.Terms[k]), share);
            }
        });

        Gate IsExtreme(Expression value) => new(
            null, extremum.Operator == ReduceOperator.Max ? graph.Less(value, known) : graph.Less(known, value), Holds: false);
    }

    /// <summary>The body of an array at each index takes the cotangent of that element.</summary>
    private void SweepBuild(Build build, Gate? gate, Expression cotangent)
    {
        ImmutableArray<Expression> indices = [.. build.Indices];
        // The source has read the array in these loops; where it has not, there is a gate.
        Expression? gathered = Gathering.ElementOf(cotangent, indices) ?? (IsChanged(cotangent) ? build.Graph.Element(Opened(gate, cotangent), indices) : null);
        Expression element = gathered ?? build.Graph.Element(build.Graph.Stored(Opened(gate, cotangent), isEager: true), indices);

        // An element that isn't read may be anything.
        Gate? isRead = (gathered is null || IsChanged(cotangent)) && !Contributions.AreToAll(cotangent) ? new Gate(null, build.Graph.NotEqual(element, element.Like(0)), Holds: true) : null;
        SweepAxis(0, gate);

        void SweepAxis(int axis, Gate? outer) => SweepLoop(
            [build.Body], build.Indices[axis], build.Graph.Int(0), build.Extents[axis], outer, factor: null, () =>
            {
                if (axis + 1 < build.Indices.Length)
                {
                    SweepAxis(axis + 1, null);
                }
                else
                {
                    Contribute(build.Body, isRead, element);
                }
            });
    }

    // Outside of the gate there may be no element to contribute to.
    private static Expression Opened(Gate? gate, Expression cotangent)
    {
        for (; gate is not null; gate = gate.Outer)
        {
            cotangent = gate.Open(cotangent);
        }

        return cotangent;
    }

    /// <summary>
    /// What depends on the index is swept inside of the loop; what doesn't is collected, summed over the index, and handed out.
    /// </summary>
    /// <param name="factor">What all that is handed out is multiplied with, if anything.</param>
    /// <param name="start">Hands the terms their cotangents.</param>
    private void SweepLoop(ImmutableArray<Expression> terms, Symbol index, Expression lower, Expression upper, Gate? gate, Expression? factor, Action start)
    {
        List<Expression> body = Traversal.Reachable(terms, node => node.DependsOn(index) && IsSwept(node));
        var scope = new Scope([index], _scope);
        _scope = scope;
        start();
        Sweep(body);
        _scope = scope.Outer;
        foreach ((Expression node, Cotangent collected) in scope.Collected)
        {
            (Gate? inner, Expression term) = collected.Close();
            term = AsContributions(term, node);
            (Gate? invariant, Expression gated) = Gate.Split(inner, term, index);
            ExpressionGraph graph = index.Graph;
            Expression total = graph.Reduce(ReduceOperator.Sum, index, lower, upper, term.Zero, [gated]);
            Expression runs = graph.Less(lower, upper);

            // The source looks at the condition in each step, and nowhere if there is none.
            Gate? around = Gate.MayThrow(invariant) && runs is not Constant ? new Gate(gate, runs, Holds: true, IsBranch: true) : gate;
            Gate? outer = Gate.Nest(around, invariant);
            if (!IsLinear(node))
            {
                // If no step came to where the value is used, it may be anything.
                Expression isUsed = ReferenceEquals(gated, term) ? runs : graph.NotEqual(total, total.Like(0));
                outer = isUsed is Constant ? outer : new Gate(outer, isUsed, Holds: true);
            }

            Contribute(node, outer, factor is null ? total : graph.Multiply(graph.Convert(factor, term.Scalar), total));
        }
    }

    // What reaches such a value is multiplied by nothing but constants any more, which are finite. An array's element isn't among them: there may be none at that index.
    private static bool IsLinear(Expression node) => node switch
    {
        Symbol or Constant => true,
        _ when node.Type.IsArray => true,
        Apply apply when ReferenceEquals(apply.Primitive, Conversions.Convert) || ReferenceEquals(apply.Primitive, Arithmetic.Negate) || ReferenceEquals(apply.Primitive, Arithmetic.Add)
            => apply.Operands.All(operand => operand is Symbol or Constant || (operand is Apply { Operands: [Symbol] } inner && ReferenceEquals(inner.Primitive, Arithmetic.Negate))),
        _ => false,
    };

    /// <summary>A loop being swept: where the cotangents of what lies outside of it gather, in order of arrival.</summary>
    private sealed class Scope(ImmutableArray<Symbol> bound, Scope? outer)
    {
        private readonly Dictionary<Expression, Cotangent> _byNode = [];

        public Scope? Outer { get; } = outer;

        /// <summary>Whether this loop or one around it carries values.</summary>
        public bool IsInRecurrence { get; } = bound.Length > 1 || outer is { IsInRecurrence: true };

        public bool IsInside(Expression node) => node.Free.Any(bound.Contains);

        public List<(Expression Node, Cotangent Cotangent)> Collected { get; } = [];

        public Cotangent Of(Expression node)
        {
            if (!_byNode.TryGetValue(node, out Cotangent? cotangent))
            {
                _byNode.Add(node, cotangent = new Cotangent());
                Collected.Add((node, cotangent));
            }

            return cotangent;
        }
    }
}
