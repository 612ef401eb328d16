namespace SymDiff.Numerics;

/// <summary>
/// Angles so great that their remainder by π/2 takes more digits of π than there are in a few numbers: the method of M. Payne and R. Hanek, "Radian reduction
/// for trigonometric functions", SIGNUM Newsletter 18 (1983). In integers, so that the result is the same on every machine.
/// </summary>
internal static class HugeAngle
{
    // 2/π after 64 zeros.
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0x0000000000000000, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
        0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41,
        0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7,
        0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB,
    ];

    /// <summary>x = quadrant·π/2 + remainder + tail, to more than 100 bits, where |remainder| ≤ π/4 and the quadrant counts modulo 4.</summary>
    /// <param name="x">A number not below 1; NaN and ∞ give NaN.</param>
    public static (double Remainder, double Tail, int Quadrant) Reduce(double x)
    {
        if (!double.IsFinite(x))
            return (double.NaN, double.NaN, 0);

        long bits = BitConverter.DoubleToInt64Bits(x);
        ulong digits = ((ulong)bits & 0x000FFFFFFFFFFFFF) | 0x0010000000000000;
        int exponent = (int)(bits >> 52) - 1075;

        // Digits of 2/π that are worth multiples of 4, times the digits of x, are left out; of the rest 192 bits make the product.
        int first = exponent + 62;
        UInt128 low = (UInt128)Digits(first + 128) * digits;
        UInt128 upper = ((UInt128)(Digits(first) * digits) << 64) + ((UInt128)Digits(first + 64) * digits) + (low >> 64);
        ulong lower = (ulong)low;

        // Quadrants before the binary point, which stands after two bits; then rounded to the nearest.
        int quadrant = (int)(upper >> 126);
        upper = (upper << 2) | (lower >> 62);
        lower <<= 2;
        bool down = (upper >> 127) != 0;
        if (down)
        {
            quadrant++;
            lower = 0 - lower;
            upper = ~upper + (lower == 0 ? UInt128.One : UInt128.Zero);
        }

        return Multiply(upper, lower, quadrant & 3, down);
    }

    private static ulong Digits(int first)
    {
        int shift = first & 63;
        ulong digits = TwoOverPi[first >> 6] << shift;
        return shift == 0 ? digits : digits | (TwoOverPi[(first >> 6) + 1] >> (64 - shift));
    }

    // A fraction of a quadrant, in 192 bits, times π/2.
    private static (double Remainder, double Tail, int Quadrant) Multiply(UInt128 upper, ulong lower, int quadrant, bool negative)
    {
        int zeros = (int)UInt128.LeadingZeroCount(upper);
        if (zeros > 0)
            upper = (upper << zeros) | (zeros <= 64 ? (UInt128)lower >> (64 - zeros) : (UInt128)lower << (zeros - 64));

        double unit = Math.ScaleB(negative ? -1 : 1, -zeros);
        double head = (ulong)(upper >> 75) * Math.ScaleB(unit, -53);
        double tail = (ulong)((upper >> 22) & 0x001FFFFFFFFFFFFF) * Math.ScaleB(unit, -106);

        const double HalfPi = 1.5707963267948966;
        const double RestOfHalfPi = 6.123233995736766e-17;
        double product = head * HalfPi;
        double sum = Math.FusedMultiplyAdd(head, HalfPi, -product) + Math.FusedMultiplyAdd(head, RestOfHalfPi, tail * HalfPi);
        double remainder = product + sum;
        return (remainder, sum - (remainder - product), quadrant);
    }
}
