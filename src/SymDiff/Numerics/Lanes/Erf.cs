using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// erf(x) = x + x·P(x²) for |x| ≤ 1, and 1 − exp(−a·W(a)) beyond, with a = |x| and minimax polynomials P and W.
public static partial class Lanes
{
    /// <summary>The error function. Error: at most 1 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>erf(x); −1 for −∞ and 1 for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erf(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Erf(x.GetLower()), Erf(x.GetUpper()));

        Vector512<double> a = Min(Create(5.95), Abs(x));
        Vector512<double> tail = -(a * ErfTailPolynomial(a));
        Vector512<double> shifted = FusedMultiplyAdd(tail, Create(1.4426950408889634), Create(6755399441055744.0 + 1023));
        Vector512<double> m = ExpM1Short(RemainderOfLn2(tail, shifted - Create(6755399441055744.0 + 1023)));
        Vector512<double> power = ShiftLeft(shifted.AsInt64(), 52).AsDouble();
        Vector512<double> great = FusedMultiplyAdd(-power, m, Vector512<double>.One - power) | (x & Create(-0.0));
        return ConditionalSelect(GreaterThan(a, Vector512<double>.One), great, ErfOfSmall(x));
    }

    /// <inheritdoc cref="Erf(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Erf(x.GetLower()), Erf(x.GetUpper()));

        Vector512<float> a = Min(Create(3.95f), Abs(x));
        Vector512<float> tail = -(a * ErfTailPolynomial(a));
        Vector512<float> shifted = FusedMultiplyAdd(tail, Create(1.44269502f), Create(12582912f + 127));
        Vector512<float> m = ExpM1Short(RemainderOfLn2(tail, shifted - Create(12582912f + 127)));
        Vector512<float> power = ShiftLeft(shifted.AsInt32(), 23).AsSingle();
        Vector512<float> great = FusedMultiplyAdd(-power, m, Vector512<float>.One - power) | (x & Create(-0.0f));
        return ConditionalSelect(GreaterThan(a, Vector512<float>.One), great, ErfOfSmall(x));
    }

    // erf(x) for |x| ≤ 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ErfOfSmall(Vector512<double> x)
        => FusedMultiplyAdd(x, ErfPolynomial(x * x), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ErfOfSmall(Vector512<float> x)
        => FusedMultiplyAdd(x, ErfPolynomial(x * x), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ErfPolynomial(Vector512<double> x2)
    {
        Vector512<double> x4 = x2 * x2;
        Vector512<double> even = FusedMultiplyAdd(x4, Create(5.94525879662804e-11), Create(1.4657879371240972e-08));
        Vector512<double> odd = FusedMultiplyAdd(x4, Create(-1.1365664174649397e-09), Create(-1.635002515179252e-07));
        even = FusedMultiplyAdd(x4, even, Create(1.646097281031501e-06));
        odd = FusedMultiplyAdd(x4, odd, Create(-1.4925593506474248e-05));
        even = FusedMultiplyAdd(x4, even, Create(0.00012055331036882581));
        odd = FusedMultiplyAdd(x4, odd, Create(-0.0008548326978741749));
        even = FusedMultiplyAdd(x4, even, Create(0.005223977624780859));
        odd = FusedMultiplyAdd(x4, odd, Create(-0.026866170645072893));
        even = FusedMultiplyAdd(x4, even, Create(0.11283791670954857));
        odd = FusedMultiplyAdd(x4, odd, Create(-0.3761263890318375));
        even = FusedMultiplyAdd(x4, even, Create(0.1283791670955126));
        return FusedMultiplyAdd(x2, odd, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ErfPolynomial(Vector512<float> x2)
    {
        Vector512<float> p = FusedMultiplyAdd(x2, Create(7.85386219e-5f), Create(-0.000801019371f));
        p = FusedMultiplyAdd(x2, p, Create(0.00518832775f));
        p = FusedMultiplyAdd(x2, p, Create(-0.0268538129f));
        p = FusedMultiplyAdd(x2, p, Create(0.112835854f));
        p = FusedMultiplyAdd(x2, p, Create(-0.37612626f));
        p = FusedMultiplyAdd(x2, p, Create(0.128379166f));
        return p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ErfTailPolynomial(Vector512<double> a)
    {
        Vector512<double> a2 = a * a;
        Vector512<double> even = FusedMultiplyAdd(a2, Create(6.688628875227444e-11), Create(1.813434512484899e-08));
        Vector512<double> odd = FusedMultiplyAdd(a2, Create(-1.4968507787731186e-12), Create(-1.397561608360036e-09));
        even = FusedMultiplyAdd(a2, even, Create(1.0830595438441346e-06));
        odd = FusedMultiplyAdd(a2, odd, Create(-1.634833397550383e-07));
        even = FusedMultiplyAdd(a2, even, Create(2.048279794439417e-05));
        odd = FusedMultiplyAdd(a2, odd, Create(-5.415880372893082e-06));
        even = FusedMultiplyAdd(a2, even, Create(9.647571637659273e-05));
        odd = FusedMultiplyAdd(a2, odd, Create(-5.6453079209725885e-05));
        even = FusedMultiplyAdd(a2, even, Create(-0.0005721229917178884));
        odd = FusedMultiplyAdd(a2, odd, Create(-2.7827333187073415e-06));
        even = FusedMultiplyAdd(a2, even, Create(-0.00020986966454753764));
        odd = FusedMultiplyAdd(a2, odd, Create(0.0016898985330701599));
        even = FusedMultiplyAdd(a2, even, Create(0.10277132510715688));
        odd = FusedMultiplyAdd(a2, odd, Create(-0.019126220448621147));
        even = FusedMultiplyAdd(a2, even, Create(1.128379124395359));
        odd = FusedMultiplyAdd(a2, odd, Create(0.6366201318027521));
        return FusedMultiplyAdd(a, odd, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ErfTailPolynomial(Vector512<float> a)
    {
        Vector512<float> w = FusedMultiplyAdd(a, Create(1.38426303e-5f), Create(-0.000349310052f));
        w = FusedMultiplyAdd(a, w, Create(0.00375188491f));
        w = FusedMultiplyAdd(a, w, Create(-0.0239973404f));
        w = FusedMultiplyAdd(a, w, Create(0.106514916f));
        w = FusedMultiplyAdd(a, w, Create(0.634979963f));
        w = FusedMultiplyAdd(a, w, Create(1.12869155f));
        return w;
    }
}
