namespace SymDiff.Symbolics.Expressions;

/// <summary>What a node yields: a scalar (rank 0), or an array of scalars with that many axes.</summary>
public readonly record struct ExpressionType(ScalarType Scalar, int Rank)
{
    public bool IsArray => Rank > 0;

    public static implicit operator ExpressionType(ScalarType scalar) => new(scalar, 0);

    public override string ToString() => IsArray ? $"{Scalar}[{new string(',', Rank - 1)}]" : Scalar.ToString();
}
