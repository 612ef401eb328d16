namespace SymDiff.Numerics;

/// <summary>
/// Added to a number, these leave the nearest integer n in the lowest bits: where the unit in the last place is 1. The summand beside makes it n + 2046 (254 in
/// float), which is the sum of the biased exponents of two powers of two whose product is 2ⁿ.
/// </summary>
internal static class ShiftOf
{
    public const double Double = 6755399441055744.0 + 2046; // 3·2⁵¹
    public const float Single = 12582912f + 254; // 3·2²²
}
