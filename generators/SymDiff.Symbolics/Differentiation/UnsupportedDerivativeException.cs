using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>A derivative that this version can't take: through a loop that carries values, with respect to an array.</summary>
public sealed class UnsupportedDerivativeException(Expression node) : NotSupportedException
{
    /// <summary>What can't be differentiated.</summary>
    public Expression Node { get; } = node;
}
