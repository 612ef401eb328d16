using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// Makes the nodes of one function and of its derivatives, equal structure once (hash-consing): common subexpressions are shared without
/// a pass, and equality is a pointer compare. Belongs to one compilation of one method; never to a static.
/// </summary>
/// <remarks>
/// Making a node rewrites only what stays the same bit for bit (<c>x · 1 = x</c>, <c>−(−x) = x</c>, constants whose arithmetic IEEE 754 fixes),
/// because the value of the user's function goes through here too. Everything else is the simplifier's business.
/// </remarks>
public sealed partial class ExpressionGraph
{
    private readonly InternTable _interned = new();
    private readonly Dictionary<(Expression Lower, Expression Upper, int Depth), Symbol> _indices = [];
    private readonly Dictionary<Symbol, (Expression Lower, Expression Upper)> _ranges = [];
    private readonly Dictionary<string, Symbol> _externals = [];
    private readonly List<Expression> _nodes = [];

    /// <summary>Every node made so far, operands before users; <see cref="Expression.Id"/> is the position here.</summary>
    public IReadOnlyList<Expression> Nodes => _nodes;

    public Symbol Parameter(string name, ExpressionType type) => Fresh(SymbolRole.Parameter, name, type);

    public Symbol Carried(string name, ExpressionType type) => Fresh(SymbolRole.Carried, name, type);

    public Symbol Local(string name, ExpressionType type) => Fresh(SymbolRole.Local, name, type);

    /// <summary>A new index, shared with nothing.</summary>
    public Symbol Index(string name) => Fresh(SymbolRole.Index, name, ScalarType.Int32);

    /// <summary>
    /// The index that every loop over this range at this depth of nesting shares, so that what two loops calculate
    /// for the same index is the same node. The name is that of the first loop.
    /// </summary>
    public Symbol Index(string name, Expression lower, Expression upper, int depth)
    {
        if (!_indices.TryGetValue((lower, upper, depth), out Symbol? index))
        {
            index = Index(name);
            _indices.Add((lower, upper, depth), index);
            _ranges.Add(index, (lower, upper));
        }

        return index;
    }

    /// <summary>
    /// The range of every loop that has the index; null if none is known. Where the range depends on another index, that one may have been replaced in the loop's
    /// bounds meanwhile, and this index has stayed.
    /// </summary>
    public (Expression Lower, Expression Upper)? RangeOf(Symbol index)
        => _ranges.TryGetValue(index, out (Expression Lower, Expression Upper) range) && range.Lower.Free.IsEmpty && range.Upper.Free.IsEmpty ? range : null;

    /// <summary>State read from outside the function; one symbol for each C# text.</summary>
    public Symbol External(string csharp, ExpressionType type)
    {
        if (!_externals.TryGetValue(csharp, out Symbol? symbol))
        {
            symbol = Fresh(SymbolRole.External, csharp, type);
            _externals.Add(csharp, symbol);
        }

        return symbol;
    }

    public Expression Reduce(ReduceOperator op, Symbol index, Expression lower, Expression upper, Expression initial, ImmutableArray<Expression> terms)
        => terms.IsEmpty ? initial : Intern(new Reduce(op, index, lower, upper, initial, terms));

    /// <summary>A sequential loop; its results are <see cref="Output"/> of the node.</summary>
    /// <param name="condition">See <see cref="Expressions.Scan.While"/>; none if left out.</param>
    /// <param name="stacked">See <see cref="Expressions.Scan.Stacked"/>; nothing if left out.</param>
    public Scan Scan(
        Symbol index, Expression lower, Expression upper, ImmutableArray<Symbol> carried, ImmutableArray<Expression> initials, ImmutableArray<Expression> nexts,
        Expression? condition = null, ImmutableArray<Expression> stacked = default, bool isDownward = false)
        => (Scan)Intern(new Scan(index, lower, upper, carried, initials, condition ?? True, nexts, stacked.IsDefault ? [] : stacked, isDownward));

    /// <summary>The same loop made of other operands, which are as many, and carrying other symbols.</summary>
    public Scan Scan(Scan scan, Symbol index, ImmutableArray<Symbol> carried, ImmutableArray<Expression> operands)
    {
        int n = carried.Length;
        return Scan(index, operands[0], operands[1], carried, operands.Slice(2, n), operands.Slice(3 + n, n), operands[2 + n], operands.RemoveRange(0, 3 + (2 * n)), scan.IsDownward);
    }

    public Expression Trace(Scan scan, int position) => Intern(new Trace(scan, position));

    public Expression Output(Scan scan, int position) => scan.While is Constant { IsFalse: true } ? scan.Initials[position] : Intern(new Output(scan, position));

    public Expression Build(ImmutableArray<Symbol> indices, ImmutableArray<Expression> extents, Expression body)
        => Intern(new Build(indices, extents, body));

    /// <summary>One element; of an array comprehension, its body at those indices.</summary>
    public Expression Element(Expression array, ImmutableArray<Expression> indices)
        => array switch
        {
            Build build => Substitution.Replace(build.Body, build.Indices.Zip(indices, (symbol, value) => (symbol, value)).ToImmutableArray()),
            Select select => Select(select.Condition, Element(select.WhenTrue, indices), Element(select.WhenFalse, indices)),
            Update update => Select(Places.AreEqual(update.Indices, indices), update.Value, Element(update.Array, indices)),
            Apply sum => Add([.. sum.Arguments.Select(term => Element(term, indices))]),
            Scatter scatter => Select(Places.AreEqual(scatter.Indices, indices), scatter.Value, Number(array.Scalar, 0)),
            Expressions.Zeros => Number(array.Scalar, 0),
            Expressions.Reduce => Intern(new Element(Stored(array, isEager: false), indices)),
            Output output when Contributions.AreAddedUp(output.Scan, output.Position) => Intern(new Element(Stored(array, isEager: false), indices)),
            _ => Intern(new Element(array, indices)),
        };

    public Expression Update(Expression array, ImmutableArray<Expression> indices, Expression value) => Intern(new Update(array, indices, value));

    public Expression Zeros(Expression shape) => Intern(new Zeros(Shape(shape)));

    /// <summary>The array, to be kept in memory.</summary>
    /// <param name="array">What it is calculated from.</param>
    /// <param name="isEager">See <see cref="Expressions.Stored.IsEager"/>.</param>
    public Expression Stored(Expression array, bool isEager) => array is Expressions.Stored or Symbol ? array : Intern(new Stored(array, isEager));

    public Expression Scatter(Expression shape, ImmutableArray<Expression> indices, Expression value) => Intern(new Scatter(Shape(shape), indices, value));

    /// <summary>Something of the array's shape: of one that is calculated no more than its extents, for which nothing needs its elements.</summary>
    public Expression Shape(Expression array) => array switch
    {
        Build build => Build(build.Indices, build.Extents, Number(build.Scalar, 0)),
        Select select => Shape(select.WhenTrue),
        Expressions.Stored or Expressions.Zeros or Expressions.Scatter or Expressions.Update => Shape(array.Operands[0]),
        Reduce reduce => Shape(reduce.Initial),
        Apply sum => Shape(sum.Arguments[0]),
        Expressions.Output output => Shape(output.Scan.Initials[output.Position]),
        _ => array,
    };

    public Expression Extent(Expression array, int axis)
        => array switch
        {
            Build build => build.Extents[axis],
            Select select => Select(select.Condition, Extent(select.WhenTrue, axis), Extent(select.WhenFalse, axis)),
            Expressions.Stored or Expressions.Zeros or Expressions.Scatter or Expressions.Update => Extent(array.Operands[0], axis),
            Reduce reduce => Extent(reduce.Initial, axis),
            Apply sum => Extent(sum.Arguments[0], axis),
            Expressions.Output output => Extent(output.Scan.Initials[output.Position], axis),
            _ => Intern(new Extent(array, axis)),
        };

    private Symbol Fresh(SymbolRole role, string name, ExpressionType type) => (Symbol)Intern(new Symbol(role, name, type, _nodes.Count));

    private Expression Intern(Expression candidate)
    {
        int hash = ShallowEquality.HashOf(candidate);
        if (_interned.Find(candidate, hash) is { } known)
        {
            return known;
        }

        candidate.Id = _nodes.Count;
        candidate.Graph = this;
        candidate.Free = FreeSymbols.Of(candidate);
        candidate.MayThrow = candidate is Element { Array: not Expressions.Trace } or Expressions.Update or Expressions.Scan { While: not Constant } || (candidate is Apply apply && apply.Primitive.MayThrow(apply)) || AnyThrows(candidate.Operands);
        candidate.IsSumOfSquares = SumOfSquares.Is(candidate);
        _nodes.Add(candidate);
        _interned.Add(candidate, hash);
        return candidate;
    }

    private static bool AnyThrows(ImmutableArray<Expression> operands)
    {
        foreach (Expression operand in operands)
        {
            if (operand.MayThrow)
            {
                return true;
            }
        }

        return false;
    }
}
