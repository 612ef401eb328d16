using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// erfc(a) = exp(−a²)·G(q)/(1 + 2a) for a ≥ 0, with q = (a − 4)/(a + 4) and the minimax polynomial G, after M. Shepherd and J. Laframboise, "Chebyshev
// approximation of (1 + 2x)·exp(x²)·erfc(x) in 0 ≤ x < ∞", Mathematics of Computation 36 (1981). Around 0 it is 1 − erf(x).
public static partial class Lanes
{
    /// <summary>1 − erf(x), also where that is small. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>erfc(x); 2 for −∞ and 0 for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erfc(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Erfc(x.GetLower()), Erfc(x.GetUpper()));

        Vector512<double> a = Min(Create(27.3), Abs(x));
        Vector512<double> q = (a - Create(4.0)) / (a + Create(4.0));

        // G(q)/(1 + 2a) in two parts.
        Vector512<double> divisor = FusedMultiplyAdd(a, Create(2.0), Vector512<double>.One);
        Vector512<double> reciprocal = Vector512<double>.One / divisor;
        Vector512<double> restOfDivisor = FusedMultiplyAdd(a, Create(2.0), Vector512<double>.One - divisor);
        Vector512<double> rest = FusedMultiplyAdd(-reciprocal, restOfDivisor, FusedMultiplyAdd(-reciprocal, divisor, Vector512<double>.One));
        (Vector512<double> g, Vector512<double> restOfG) = ErfcPolynomial(q);
        Vector512<double> product = g * reciprocal;
        rest = FusedMultiplyAdd(product, rest, FusedMultiplyAdd(restOfG, reciprocal, FusedMultiplyAdd(g, reciprocal, -product)));

        // exp(−a²) times that.
        Vector512<double> square = -(a * a);
        Vector512<double> shifted = FusedMultiplyAdd(square, Create(1.4426950408889634), Create(ShiftOf.Double));
        Vector512<double> n = shifted - Create(ShiftOf.Double);
        Vector512<double> upper = FusedMultiplyAdd(n, Create(-0.6931471805599453), square);
        Vector512<double> lower = FusedMultiplyAdd(n, Create(2.3190468138462996e-17), FusedMultiplyAdd(a, a, square));
        Vector512<double> r = upper - lower;
        rest = FusedMultiplyAdd(product, (upper - r) - lower, rest);
        Vector512<double> y = TimesPowerOfTwo(FusedMultiplyAdd(product, ExpM1Short(r), rest) + product, shifted);
        y = ConditionalSelect(LessThan(x, Vector512<double>.Zero), Create(2.0) - y, y);
        return ConditionalSelect(LessThan(a, Create(0.65)), Vector512<double>.One - ErfOfSmall(x), y);
    }

    // In double, because a² has too many digits for float.
    /// <inheritdoc cref="Erfc(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erfc(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Erfc(x.GetLower()), Erfc(x.GetUpper()));

        return Narrow(Erfc(WidenLower(x)), Erfc(WidenUpper(x)));
    }

    // In two parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Upper, Vector512<double> Lower) ErfcPolynomial(Vector512<double> q)
    {
        Vector512<double> q2 = q * q;
        Vector512<double> even = FusedMultiplyAdd(q2, Create(1.6315527478437387e-09), Create(-1.7370962413225928e-08));
        Vector512<double> odd = FusedMultiplyAdd(q2, Create(1.1850377833107266e-09), Create(-1.4090798425654082e-08));
        even = FusedMultiplyAdd(q2, even, Create(7.403062995437506e-08));
        odd = FusedMultiplyAdd(q2, odd, Create(1.1044139235953912e-07));
        even = FusedMultiplyAdd(q2, even, Create(2.9417483907913185e-07));
        odd = FusedMultiplyAdd(q2, odd, Create(-8.261104875250114e-07));
        even = FusedMultiplyAdd(q2, even, Create(-1.122216856834256e-05));
        odd = FusedMultiplyAdd(q2, odd, Create(5.7102940433345084e-06));
        even = FusedMultiplyAdd(q2, even, Create(0.00015062171282424205));
        odd = FusedMultiplyAdd(q2, odd, Create(-2.4399480859206475e-05));
        even = FusedMultiplyAdd(q2, even, Create(-0.0007577732959331921));
        odd = FusedMultiplyAdd(q2, odd, Create(-0.0001992566161111465));
        even = FusedMultiplyAdd(q2, even, Create(-0.016197734056762763));
        odd = FusedMultiplyAdd(q2, odd, Create(0.005031969963480983));
        even = FusedMultiplyAdd(q2, even, Create(-0.06633036581230964));
        odd = FusedMultiplyAdd(q2, odd, Create(0.037167515539100304));
        even = FusedMultiplyAdd(q2, even, Create(-0.10103906603629997));
        odd = FusedMultiplyAdd(q2, odd, Create(0.0937328349982505));
        even = FusedMultiplyAdd(q2, even, Create(0.01537965210261966));
        odd = FusedMultiplyAdd(q2, odd, Create(0.06809705425469545));
        Vector512<double> rest = FusedMultiplyAdd(q, odd, even);
        rest = FusedMultiplyAdd(q, rest, Create(-0.13962111684056253));
        rest = FusedMultiplyAdd(q, rest, Create(-4.5269920004019803e-17));
        Vector512<double> sum = Create(1.2329951186255526) + rest;
        return (sum, rest - (sum - Create(1.2329951186255526)));
    }
}
