using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests;

/// <summary>
/// Well-typed functions of three numbers and an array, made at random from everything that the differentiator knows: shared values, selections,
/// nested sums, products, extrema and loops that carry values. Finite near the points that the tests use.
/// </summary>
internal sealed class RandomFunctions
{
    private readonly Random _random;
    private readonly ExpressionGraph _graph = new();
    private readonly List<Expression> _values;
    private readonly Symbol _data;

    private readonly bool _hasLoops;
    private readonly bool _hasArrays;

    private RandomFunctions(int seed, bool hasLoops, bool hasArrays)
    {
        _hasLoops = hasLoops;
        _hasArrays = hasArrays;
        _random = new Random(seed);
        _data = _graph.Parameter("data", new ExpressionType(ScalarType.Double, 1));
        Inputs = [.. new[] { "a", "b", "c" }.Select(name => _graph.Parameter(name, ScalarType.Double))];
        _values = [.. Inputs];
    }

    private ImmutableArray<Symbol> Inputs { get; }

    /// <param name="seed">Equal seeds give equal functions.</param>
    /// <param name="size">How many values the function calculates, more or less.</param>
    /// <param name="hasLoops">Whether values are carried through loops; else all loops are sums.</param>
    /// <param name="hasArrays">Whether arrays are calculated that sums read.</param>
    public static (Function Function, ImmutableArray<Symbol> Inputs) Make(int seed, int size, bool hasLoops = true, bool hasArrays = false)
    {
        var maker = new RandomFunctions(seed, hasLoops, hasArrays);
        for (int i = 0; i < size; i++)
        {
            maker._values.Add(maker.Value(maker._values, depth: 0));
        }

        Expression result = maker._graph.Add([.. maker._values.TakeLast(3)]);
        return (new Function("F", maker._graph, [.. maker.Inputs, maker._data], [new Result("Value", result)]), maker.Inputs);
    }

    private Expression Value(List<Expression> known, int depth) => _random.Next(depth == 2 ? 15 : 20) switch
    {
        0 or 1 => Pick(known) + Pick(known),
        2 => Pick(known) - Pick(known),
        3 or 4 => 0.5 * Bounded(known) * Bounded(known),
        5 => Pick(known) / (1 + Square(Pick(known))),
        6 => _graph.Apply(Trigonometry.Sin, Pick(known)),
        7 => _graph.Apply(Exponentials.Exp, Bounded(known)),
        8 => _graph.Apply(Powers.Sqrt, 1 + Square(Pick(known))),
        9 => _graph.Apply(Piecewise.Max, Pick(known), Pick(known)),
        10 => _graph.Apply(Piecewise.Abs, Pick(known)),
        11 => _graph.Apply(Hyperbolics.Tanh, Pick(known)),
        12 or 13 => Choice(known, depth),
        14 => _graph.Apply(Exponentials.Log, 1.5 + Bounded(known)),
        15 or 16 or 17 => Fold(known, depth),
        _ when !_hasLoops => Fold(known, depth),
        _ => Loop(known, depth),
    };

    private Expression Pick(List<Expression> known) => known[Math.Max(_random.Next(known.Count), _random.Next(known.Count))];

    private Expression Bounded(List<Expression> known) => _graph.Apply(Trigonometry.Sin, Pick(known));

    private static Expression Square(Expression x) => x * x;

    private Expression Condition(List<Expression> known)
    {
        Expression first = _graph.Less(Pick(known), Pick(known));
        return _random.Next(3) switch
        {
            0 => _graph.And(first, _graph.Less(Pick(known), known[0].Like(0.3))),
            1 => _graph.Or(_graph.Not(first), _graph.Less(Pick(known), Pick(known))),
            _ => first,
        };
    }

    // The arms calculate things of their own, one of them perhaps not a number where it isn't chosen.
    private Expression Choice(List<Expression> known, int depth)
    {
        Expression tested = Pick(known);
        if (_random.Next(3) == 0)
        {
            return _graph.Select(_graph.Less(tested.Like(0.1), tested), _graph.Apply(Exponentials.Log, tested) / tested, Pick(known));
        }

        return _graph.Select(Condition(known), Inner(known, depth), _random.Next(2) == 0 ? tested.Like(0) : Inner(known, depth));
    }

    private Expression Inner(List<Expression> known, int depth)
    {
        var inner = new List<Expression>(known);
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            inner.Add(Value(inner, depth + 1 > 2 ? 2 : depth + 1));
        }

        return inner[^1];
    }

    private Expression Fold(List<Expression> known, int depth)
    {
        (Symbol index, Expression lower, Expression upper) = Range(depth);
        ReduceOperator op = _random.Next(_hasLoops ? 6 : _hasArrays ? 3 : 1) switch { 3 => ReduceOperator.Product, 1 => ReduceOperator.Max, 2 => ReduceOperator.Min, _ => ReduceOperator.Sum };
        List<Expression> inner = [.. known, _graph.Element(_data, [index])];
        if (_hasArrays)
        {
            inner.AddRange(Reads(known, index, depth));
        }

        ImmutableArray<Expression> terms = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => 0.4 * _graph.Apply(Trigonometry.Cos, Inner(inner, depth)))];
        return _graph.Reduce(op, index, lower, upper, op == ReduceOperator.Sum ? known[0].Like(0) : Pick(known), terms);
    }

    /// <summary>Elements of arrays that are calculated from what is known outside of the loop.</summary>
    private IEnumerable<Expression> Reads(List<Expression> known, Symbol index, int depth)
    {
        Expression extent = _graph.Extent(_data, 0);
        Expression reversed = extent - _graph.Int(1) - index;
        switch (_random.Next(4))
        {
            case 0:
                Expression row = Array(known, depth, rank: 1);
                return [_graph.Element(row, [index])];
            case 1:
                row = Array(known, depth, rank: 1);
                return [_graph.Element(row, [reversed]), _graph.Element(row, [_graph.Int(1)])];
            case 2 when depth < 2:
                Expression matrix = Array(known, depth, rank: 2);
                (Symbol inner, Expression lower, Expression upper) = Range(depth + 1);
                Expression element = _graph.Element(matrix, _random.Next(2) == 0 ? [index, inner] : [inner, index]);
                return [_graph.Reduce(ReduceOperator.Sum, inner, lower, upper, known[0].Like(0), [element * Pick([.. known, _graph.Element(_data, [inner])])])];
            default:
                return [];
        }
    }

    private Expression Array(List<Expression> known, int depth, int rank)
    {
        ImmutableArray<Symbol> indices = [.. Enumerable.Range(0, rank).Select(axis => _graph.Index("pq"[axis].ToString()))];
        List<Expression> inner = [.. known, .. indices.Select(index => _graph.Element(_data, [index]))];
        Expression body = _random.Next(3) == 0 ? Pick(inner) * Pick(inner) : _graph.Apply(Trigonometry.Sin, Inner(inner, depth));
        return _graph.Stored(_graph.Build(indices, [.. indices.Select(_ => _graph.Extent(_data, 0))], body), isEager: _random.Next(2) == 0);
    }

    private Expression Loop(List<Expression> known, int depth)
    {
        int end = _random.Next(4);
        (Symbol index, Expression lower, Expression upper) = end == 0 ? Endless(depth) : Range(depth);
        ImmutableArray<Symbol> carried = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(k => _graph.Carried("state" + k, ScalarType.Double))];
        List<Expression> inner = [.. known, _graph.Element(_data, [index]), .. carried];
        ImmutableArray<Expression> nexts = [.. carried.Select(symbol => _graph.Apply(Trigonometry.Sin, _random.Next(4) == 0 ? Inner(inner, depth) : symbol + Inner(inner, depth)))];
        Expression goesOn = end < 2 ? _graph.Less(Pick(inner), inner[0].Like(_random.NextDouble())) : _graph.True;
        Expression condition = end == 0 ? _graph.And(_graph.Less(index, _graph.Extent(_data, 0)), goesOn) : goesOn;
        Scan scan = _graph.Scan(index, lower, upper, carried, [.. carried.Select(_ => Pick(known))], nexts, condition);
        return _graph.Output(scan, _random.Next(carried.Length));
    }

    private (Symbol Index, Expression Lower, Expression Upper) Endless(int depth)
    {
        (Expression lower, Expression upper) = (_graph.Int(0), _graph.Int(int.MaxValue));
        return (_graph.Index(depth == 0 ? "i" : depth == 1 ? "j" : "k", lower, upper, depth), lower, upper);
    }

    private (Symbol Index, Expression Lower, Expression Upper) Range(int depth)
    {
        Expression lower = _graph.Int(0);
        Expression upper = _graph.Extent(_data, 0);
        return (_graph.Index(depth == 0 ? "i" : depth == 1 ? "j" : "k", lower, upper, depth), lower, upper);
    }
}
