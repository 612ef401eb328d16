using System.Collections.Immutable;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// A node of the expression graph. Nodes are made by an <see cref="ExpressionGraph"/> only, which sees to it that equal
/// structure is the same object, and that <see cref="Id"/> orders every node after its operands.
/// </summary>
public abstract partial class Expression
{
    private protected Expression(ExpressionType type, ImmutableArray<Expression> operands)
    {
        Type = type;
        Operands = operands;
    }

    /// <summary>Rank in the graph's order of creation, which is a topological order: operands come first.</summary>
    public int Id { get; internal set; }

    public ExpressionGraph Graph { get; internal set; } = null!;

    public ExpressionType Type { get; }

    public ScalarType Scalar => Type.Scalar;

    /// <summary>Every node that this one is made of, bound symbols apart, in the order of evaluation.</summary>
    public ImmutableArray<Expression> Operands { get; }

    /// <summary>The bound symbols (indices, carried values) that occur free in the node, by <see cref="Id"/>.</summary>
    public ImmutableArray<Symbol> Free { get; internal set; } = [];

    /// <summary>Whether evaluating the node can throw, or never end: it must then not run where the source would not have run it.</summary>
    public bool MayThrow { get; internal set; }

    /// <summary>Whether the node is manifestly a sum of squares, which makes its square root a norm.</summary>
    public bool IsSumOfSquares { get; internal set; }

    /// <summary>Belongs to <see cref="InternTable"/>.</summary>
    internal Expression? NextInTable { get; set; }

    /// <summary>Belongs to <see cref="InternTable"/>.</summary>
    internal int HashInTable { get; set; }

    public bool DependsOn(Symbol bound) => Free.Contains(bound);

    /// <summary>The rank: nodes are the keys of most tables, and equal only to themselves.</summary>
    public sealed override int GetHashCode() => Id;

    public sealed override bool Equals(object? other) => ReferenceEquals(this, other);

    public override string ToString() => ExpressionPrinter.Print(this);
}

/// <summary>An exact number of its type, compared by bits: −0.0 is not 0.0.</summary>
public sealed class Constant : Expression
{
    internal Constant(ScalarType type, long payload) : base(type, []) => Payload = payload;

    /// <summary>Floating: the bits of the value as <c>double</c> (exact for <c>float</c> too). Integer: the value. Truth value: 0 or 1.</summary>
    public long Payload { get; }

    public double Number => Scalar.IsFloating() ? System.BitConverter.Int64BitsToDouble(Payload)
        : Scalar == ScalarType.UInt64 ? (double)(ulong)Payload : Payload;

    public bool IsTrue => Scalar == ScalarType.Boolean && Payload != 0;

    public bool IsFalse => Scalar == ScalarType.Boolean && Payload == 0;

    /// <summary>Whether this is zero of either sign.</summary>
    public bool IsZero => Scalar != ScalarType.Boolean && Number == 0;

    public bool IsOne => Scalar != ScalarType.Boolean && Number == 1;
}

public enum SymbolRole : byte
{
    /// <summary>A parameter of the function.</summary>
    Parameter,

    /// <summary>State that the function reads: a field or an automatic property. <see cref="Symbol.Name"/> is its C# text.</summary>
    External,

    /// <summary>The index that a <see cref="Reduce"/>, <see cref="Scan"/> or <see cref="Build"/> binds.</summary>
    Index,

    /// <summary>A value that a <see cref="Scan"/> carries from one step to the next.</summary>
    Carried,

    /// <summary>A local variable of a scheduled program; only scheduling makes them.</summary>
    Local,
}

/// <summary>A name: a parameter, a bound index, a carried value. Told apart by <see cref="Ordinal"/>, not by the name.</summary>
public sealed class Symbol : Expression
{
    /// <summary>Stands in a name for an element of an array of structures, whichever it is.</summary>
    public const string Element = "[]";

    internal Symbol(SymbolRole role, string name, ExpressionType type, int ordinal) : base(type, [])
        => (Role, Name, Ordinal) = (role, name, ordinal);

    public SymbolRole Role { get; }

    /// <summary>The name in the source, for readable output; several symbols may share one.</summary>
    public string Name { get; }

    /// <summary>What a local is called after it.</summary>
    public string Stem
    {
        get
        {
            string name = SourceName.Replace(".", string.Empty).Replace(Element, string.Empty);
            return Role == SymbolRole.External && name.Length > 0 ? char.ToLowerInvariant(name[0]) + name.Substring(1) : Name;
        }
    }

    /// <summary>The name as the source has it, which leaves out <c>this.</c>.</summary>
    public string SourceName => Role == SymbolRole.External && Name.StartsWith("this.", System.StringComparison.Ordinal) ? Name.Substring(5) : Name;

    /// <summary>Of an array that is a part of the elements of another, such as <c>bodies[].Mass</c>: the array that there is, and the part; else null.</summary>
    public (string Array, string Part)? InElements
        => Role == SymbolRole.External && Name.IndexOf(Element, System.StringComparison.Ordinal) is > 0 and var end ? (Name.Substring(0, end), Name.Substring(end + Element.Length)) : null;

    public int Ordinal { get; }

    public bool IsBound => Role is SymbolRole.Index or SymbolRole.Carried;
}

/// <summary>
/// A primitive applied to arguments. Sums and products are n-ary and mean evaluation from left to right, rounding at each step:
/// <c>Add(a, b, c)</c> is <c>(a + b) + c</c>, bit for bit.
/// </summary>
public sealed class Apply : Expression
{
    internal Apply(Primitive primitive, ExpressionType type, ImmutableArray<Expression> arguments) : base(type, arguments)
        => Primitive = primitive;

    public Primitive Primitive { get; }

    public ImmutableArray<Expression> Arguments => Operands;

    /// <summary>Rough cost, its arguments apart, in units of a floating addition.</summary>
    public int Cost => Primitive.Cost * Math.Max(1, Arguments.Length - 1);
}

/// <summary>Lazy choice: only the chosen side is evaluated. Also <c>&amp;&amp;</c> and <c>||</c>, as <c>a ? b : false</c> and <c>a ? true : b</c>.</summary>
public sealed class Select : Expression
{
    internal Select(Expression condition, Expression whenTrue, Expression whenFalse)
        : base(whenTrue.Type, [condition, whenTrue, whenFalse])
    {
    }

    public Expression Condition => Operands[0];

    public Expression WhenTrue => Operands[1];

    public Expression WhenFalse => Operands[2];
}

public enum ReduceOperator : byte
{
    Sum,
    Product,

    /// <summary>As <c>Math.Min</c>: a NaN wins.</summary>
    Min,

    /// <summary>As <c>Math.Max</c>: a NaN wins.</summary>
    Max,

    /// <summary>Whether every term is true; each term is evaluated.</summary>
    All,
}

/// <summary>
/// Folds terms over <c>index = lower, …, upper − 1</c>, from <see cref="Initial"/> on, in that order; at each index the
/// <see cref="Terms"/> one after the other (so <c>s += a; s += b</c> in one loop keeps its rounding). An empty range yields <see cref="Initial"/>.
/// </summary>
public sealed class Reduce : Expression
{
    internal Reduce(ReduceOperator op, Symbol index, Expression lower, Expression upper, Expression initial, ImmutableArray<Expression> terms)
        : base(initial.Type, [lower, upper, initial, .. terms])
        => (Operator, Index) = (op, index);

    public ReduceOperator Operator { get; }

    public Symbol Index { get; }

    public Expression Lower => Operands[0];

    public Expression Upper => Operands[1];

    public Expression Initial => Operands[2];

    public ImmutableArray<Expression> Terms => Operands.RemoveRange(0, 3);
}

/// <summary>
/// A sequential loop over <c>index = lower, …, upper − 1</c>, or downwards, that carries values: each starts as its <see cref="Initials"/> entry and
/// becomes its <see cref="Nexts"/> entry, all at once. Before each step <see cref="While"/> is looked at, and nothing else of the step; the loop ends where
/// it doesn't hold. Its results are read with <see cref="Output"/>, and with <see cref="Trace"/> what it calculates in each step besides.
/// </summary>
/// <remarks>
/// A carried array is changed from step to step (<see cref="Update"/>), or it is only added up, and read nowhere in the loop: then its next value is the sum of itself and of contributions
/// (<see cref="Scatter"/>), and it starts from <see cref="Zeros"/>. See <see cref="Contributions.AreAddedUp"/>.
/// </remarks>
public sealed class Scan : Expression
{
    internal Scan(Symbol index, Expression lower, Expression upper, ImmutableArray<Symbol> carried, ImmutableArray<Expression> initials, Expression condition, ImmutableArray<Expression> nexts,
        ImmutableArray<Expression> stacked, bool isDownward)
        : base(ScalarType.None, [lower, upper, .. initials, condition, .. nexts, .. stacked])
        => (Index, Carried, IsDownward) = (index, carried, isDownward);

    public Symbol Index { get; }

    public ImmutableArray<Symbol> Carried { get; }

    public Expression Lower => Operands[0];

    public Expression Upper => Operands[1];

    public ImmutableArray<Expression> Initials => Operands.Slice(2, Carried.Length);

    /// <summary>Whether there is another step, given the index and the carried values; constant where only the range of the index says so.</summary>
    public Expression While => Operands[2 + Carried.Length];

    public ImmutableArray<Expression> Nexts => Operands.Slice(3 + Carried.Length, Carried.Length);

    /// <summary>What is kept of each step, before it.</summary>
    public ImmutableArray<Expression> Stacked => Operands.RemoveRange(0, 3 + (2 * Carried.Length));

    /// <summary>Whether the index runs from <c>upper − 1</c> to <c>lower</c>.</summary>
    public bool IsDownward { get; }
}

/// <summary>The value that a <see cref="Scan"/>'s carried symbol has after the last step.</summary>
public sealed class Output : Expression
{
    internal Output(Scan scan, int position) : base(scan.Carried[position].Type, [scan]) => Position = position;

    public Scan Scan => (Scan)Operands[0];

    public int Position { get; }
}

/// <summary>What a <see cref="Scan"/> has kept of its steps, an array with an element for each step, in order.</summary>
public sealed class Trace : Expression
{
    internal Trace(Scan scan, int position) : base(new ExpressionType(scan.Stacked[position].Scalar, 1), [scan]) => Position = position;

    public Scan Scan => (Scan)Operands[0];

    /// <summary>Which of <see cref="Scan.Stacked"/>.</summary>
    public int Position { get; }
}

/// <summary>Array comprehension: the array whose element at the indices (each from 0 to its extent) is the body.</summary>
public sealed class Build : Expression
{
    internal Build(ImmutableArray<Symbol> indices, ImmutableArray<Expression> extents, Expression body)
        : base(new ExpressionType(body.Scalar, indices.Length), [.. extents, body])
        => Indices = indices;

    public ImmutableArray<Symbol> Indices { get; }

    public ImmutableArray<Expression> Extents => Operands.RemoveAt(Operands.Length - 1);

    public Expression Body => Operands[Operands.Length - 1];
}

/// <summary>One element of an array. Throws out of range, as C# does.</summary>
public sealed class Element : Expression
{
    internal Element(Expression array, ImmutableArray<Expression> indices) : base(array.Scalar, [array, .. indices])
    {
    }

    public Expression Array => Operands[0];

    public ImmutableArray<Expression> Indices => Operands.RemoveAt(0);
}

/// <summary>The array of another's shape that is zero everywhere.</summary>
public sealed class Zeros : Expression
{
    internal Zeros(Expression shape) : base(shape.Type, [shape])
    {
    }

    public Expression Shape => Operands[0];
}

/// <summary>
/// The array of another's shape that is zero but for one element: the adjoint of <see cref="Element"/>. Sums of such arrays, over a loop or not,
/// are written as additions to the elements of one array.
/// </summary>
public sealed class Scatter : Expression
{
    internal Scatter(Expression shape, ImmutableArray<Expression> indices, Expression value) : base(shape.Type, [shape, .. indices, value])
    {
    }

    public Expression Shape => Operands[0];

    public ImmutableArray<Expression> Indices => Operands.Slice(1, Operands.Length - 2);

    public Expression Value => Operands[Operands.Length - 1];
}

/// <summary>The array with another number at one place. Throws out of range, as C# does.</summary>
public sealed class Update : Expression
{
    internal Update(Expression array, ImmutableArray<Expression> indices, Expression value) : base(array.Type, [array, .. indices, value])
    {
    }

    public Expression Array => Operands[0];

    public ImmutableArray<Expression> Indices => Operands.Slice(1, Operands.Length - 2);

    public Expression Value => Operands[Operands.Length - 1];
}

/// <summary>
/// An array that is calculated once and kept, because its elements are read more often than it pays to calculate them again. Its value is that of the
/// operand: a comprehension, or contributions to add up.
/// </summary>
public sealed class Stored : Expression
{
    internal Stored(Expression array, bool isEager) : base(array.Type, [array]) => IsEager = isEager;

    public Expression Array => Operands[0];

    /// <summary>
    /// Whether the source calculates all of it in each step of the loops that it depends on (once, if it depends on none), whatever it reads of it. Else what
    /// might throw is guarded.
    /// </summary>
    public bool IsEager { get; }
}

/// <summary>The length of an array along an axis, an <c>int</c>.</summary>
public sealed class Extent : Expression
{
    internal Extent(Expression array, int axis) : base(ScalarType.Int32, [array]) => Axis = axis;

    public Expression Array => Operands[0];

    public int Axis { get; }
}
