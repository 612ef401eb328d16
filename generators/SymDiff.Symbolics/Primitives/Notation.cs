namespace SymDiff.Symbolics.Primitives;

/// <summary>
/// How something is written with arguments in it: <c>{0}</c>, <c>{1}</c> stand for them. An n-ary form has only a separator between arguments.
/// </summary>
/// <param name="Text">The template.</param>
/// <param name="Binding">How tightly the whole binds.</param>
/// <param name="ArgumentBinding">
/// How tightly an argument must bind at least to stand without parentheses (the first one: <paramref name="Binding"/>, if it's less).
/// </param>
public sealed record Notation(string Text, Binding Binding, Binding ArgumentBinding)
{
    /// <summary>Something that needs no parentheses, neither outside nor within: <c>sin(x)</c>, <c>|x|</c>.</summary>
    public static Notation Closed(string text) => new(text, Binding.Primary, Binding.Any);
}

/// <summary>Precedence, from loose to tight; the order is that of C#, which mathematics shares.</summary>
public enum Binding
{
    Any,
    Conditional,
    Or,
    And,
    BitOr,
    BitXor,
    BitAnd,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Power,
    Primary,
}
