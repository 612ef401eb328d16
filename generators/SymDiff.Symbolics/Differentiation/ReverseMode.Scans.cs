using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// Through a loop that carries values: forwards it keeps what the derivatives of a step need, and a loop over the same steps from the last to the first carries the
/// derivatives with respect to the carried values, adding up what goes to values and arrays outside.
/// </summary>
public sealed partial class ReverseMode
{
    // Carrying this many tangents beside the values costs less than keeping values and a second loop.
    private const int MostTangents = 2;

    private readonly Dictionary<Scan, List<Awaited>> _awaited = [];

    /// <summary>The cotangent of what a loop carried, after its last step.</summary>
    private sealed record Awaited(int Position, Gate? Gate, Expression Cotangent);

    private bool IsInRecurrence => _scope is { IsInRecurrence: true };

    // Inside of a loop that is swept backwards there are no tangents.
    private bool IsForward(Expression node) => !IsInRecurrence && !_arrayActivity.Contains(node) && _forward.InputsOf(node) <= MostTangents;

    private bool IsSwept(Expression node) => node is Scan scan ? scan.Carried.Any(_activity.Contains) : _activity.Contains(node);

    private void Await(Output output, Gate? gate, Expression cotangent)
    {
        if (!_awaited.TryGetValue(output.Scan, out List<Awaited>? awaited))
        {
            _awaited.Add(output.Scan, awaited = []);
        }

        awaited.Add(new Awaited(output.Position, gate, cotangent));
    }

    private void SweepScan(Scan scan)
    {
        if (!_awaited.TryGetValue(scan, out List<Awaited>? awaited))
        {
            return;
        }

        _awaited.Remove(scan);

        // What all have in common stays outside of the loop; else each start is 0 unless its output is read.
        bool isShared = awaited.All(part => Equals(part.Gate, awaited[0].Gate));
        Gate? gate = isShared ? awaited[0].Gate : null;
        var adjoints = new Adjoints(scan, _activity, [.. awaited.Select(part => (part.Position, isShared || part.Gate is null))]);
        var starts = new Dictionary<Symbol, Expression>();
        foreach (Awaited part in awaited)
        {
            // Where the condition doesn't hold, there may be no such element as an array's derivatives go to.
            starts[scan.Carried[part.Position]] = isShared && !part.Cotangent.Type.IsArray ? part.Cotangent : Opened(part.Gate, part.Cotangent);
        }

        ImmutableArray<Expression> steps = [.. adjoints.Carried.Select(carried => scan.Nexts[scan.Carried.IndexOf(carried)])];
        SweepBackwards(scan, gate, adjoints.Carried, starts, steps, adjoint =>
        {
            for (int k = 0; k < steps.Length; k++)
            {
                // What nothing has read yet may be anything, and so may its slope.
                Gate? isRead = steps[k].Type.IsArray || adjoints.AreCertain(adjoints.Carried[k]) || IsLinear(steps[k]) ? null : new Gate(null, scan.Graph.NotEqual(adjoint[k], adjoint[k].Like(0)), Holds: true);
                Contribute(steps[k], isRead, adjoint[k]);
            }
        });
    }

    /// <summary>Each factor takes what is before it times what is behind it, which is right at zeros too.</summary>
    private void SweepProduct(Reduce product, Gate? gate, Expression cotangent)
    {
        ExpressionGraph graph = product.Graph;
        Symbol total = graph.Carried("product", product.Type);
        Scan scan = graph.Scan(product.Index, product.Lower, product.Upper, [total], [product.Initial], [product.Terms.Aggregate((Expression)total, static (left, term) => left * term)]);
        SweepBackwards(scan, gate, [total], new Dictionary<Symbol, Expression> { [total] = cotangent }, product.Terms, adjoint =>
        {
            Expression behind = adjoint[0];
            for (int k = product.Terms.Length - 1; k >= 0; k--)
            {
                Contribute(product.Terms[k], null, behind * product.Terms.Take(k).Aggregate((Expression)total, static (left, term) => left * term));
                behind *= product.Terms[k];
            }

            CotangentOf(total).Add(null, behind);
        });
    }

    /// <param name="scan">The loop.</param>
    /// <param name="gate">Under which conditions its outputs are read.</param>
    /// <param name="carried">Of what it carries, what has derivatives.</param>
    /// <param name="starts">Those of the outputs.</param>
    /// <param name="steps">What is calculated in a step.</param>
    /// <param name="start">Hands the steps their cotangents, given the derivatives with respect to the values after the step.</param>
    private void SweepBackwards(
        Scan scan, Gate? gate, ImmutableArray<Symbol> carried, Dictionary<Symbol, Expression> starts, ImmutableArray<Expression> steps, Action<ImmutableArray<Expression>> start)
    {
        ExpressionGraph graph = scan.Graph;
        var scope = new Scope([scan.Index, .. scan.Carried], _scope);
        ImmutableArray<Symbol> adjoints = [.. carried.Select(symbol => graph.Carried(symbol.Name + "Adjoint", symbol.Type))];
        foreach ((Symbol adjoint, int k) in adjoints.Select(static (adjoint, k) => (adjoint, k)))
        {
            _shapes[adjoint] = scan.Initials[scan.Carried.IndexOf(carried[k])];
        }

        _scope = scope;
        start([.. adjoints]);
        Sweep(Traversal.Reachable(steps, node => scope.IsInside(node) && IsSwept(node)));
        ImmutableArray<Expression> before = [.. carried.Select(symbol => _cotangents.TryGetValue(symbol, out Cotangent? collected) ? collected.Value()! : ZeroOf(symbol))];
        foreach (Symbol symbol in carried)
        {
            _cotangents.Remove(symbol);
        }

        _scope = scope.Outer;
        ImmutableArray<(Expression Node, Expression Value)> outside = [.. scope.Collected.Select(pair => (pair.Node, AsContributions(pair.Cotangent.Value()!, pair.Node)))];
        ImmutableArray<Symbol> totals = [.. outside.Select(pair => graph.Carried(TotalName(pair.Node), pair.Value.Type))];
        var rewinding = new Rewinding(scan, [.. before, .. outside.Select(static pair => pair.Value)]);
        ImmutableArray<Expression> initials = [.. carried.Select(symbol => starts.TryGetValue(symbol, out Expression? value) ? value : ZeroOf(symbol))];

        // Sums, and what is added to arrays, are loops of their own in the graph, because these are made where they stand. In the program all are one.
        ImmutableArray<int> sums = [.. outside.Select(static (_, k) => k).Where(k => !totals[k].Type.IsArray)];
        Scan down = Downwards(sums);
        for (int k = 0; k < carried.Length; k++)
        {
            Hand(scan.Initials[scan.Carried.IndexOf(carried[k])], graph.Output(down, k));
        }

        for (int k = 0; k < outside.Length; k++)
        {
            bool isArray = totals[k].Type.IsArray;
            Hand(outside[k].Node, isArray ? graph.Output(Downwards([k]), carried.Length) : graph.Output(down, carried.Length + sums.IndexOf(k)));
        }

        Scan Downwards(ImmutableArray<int> positions) => graph.Scan(
            rewinding.Index, scan.Lower, rewinding.Upper,
            [.. adjoints, .. positions.Select(k => totals[k]), .. rewinding.Restored.Select(static array => array.Symbol)],
            [.. initials, .. positions.Select(k => outside[k].Value.Zero), .. rewinding.Restored.Select(static array => array.Last)],
            [.. rewinding.Values.Take(carried.Length), .. positions.Select(k => graph.Add(totals[k], rewinding.Values[carried.Length + k])), .. rewinding.Restored.Select(static array => array.Before)],
            isDownward: true);

        Expression ZeroOf(Symbol symbol) => symbol.Type.IsArray ? scan.Initials[scan.Carried.IndexOf(symbol)].Zero : symbol.Like(0);

        // If no step came to where a value is used, it may be anything.
        void Hand(Expression node, Expression total)
            => Contribute(node, IsLinear(node) ? gate : new Gate(gate, graph.NotEqual(total, total.Like(0)), Holds: true), total);
    }

    private static string TotalName(Expression node) => node is Symbol symbol ? symbol.Stem + "Gradient" : "sum";
}
