using System;

namespace SymDiff.Numerics;

/// <summary>
/// The error function after the method of <c>s_erf.c</c> in Sun's fdlibm (1993): rational approximations on five intervals, with the exponential of −x² taken from a head of x whose square is exact.
/// </summary>
internal static class ErrorFunction
{
    private const double Erx = 8.45062911510467529297e-01;

    private static readonly double[] s_pp = [1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03, -2.37630166566501626084e-05];
    private static readonly double[] s_qq = [1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04, -3.96022827877536812320e-06];

    private static readonly double[] s_pa =
    [
        -2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01,
        -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03,
    ];

    private static readonly double[] s_qa =
    [
        1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01,
        1.36370839120290507362e-02, 1.19844998467991074170e-02,
    ];

    private static readonly double[] s_ra =
    [
        -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01,
        -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00,
    ];

    private static readonly double[] s_sa =
    [
        1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02,
        4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02,
    ];

    private static readonly double[] s_rb =
    [
        -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02,
        -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02,
    ];

    private static readonly double[] s_sb =
    [
        1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03, 3.19985821950859553908e+03,
        2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01,
    ];

    /// <summary>erf x.</summary>
    public static double Of(double x)
    {
        double a = Math.Abs(x);
        if (a < 0.84375)
        {
            // 2/√π − 1 is the constant term of the approximation; near 0 the product is x to the last bit but one, subnormal or not.
            return a < 1.0 / (1 << 28) ? x + (1.28379167095512586316e-01 * x) : x + (x * Ratio(s_pp, s_qq, x * x));
        }

        if (!(a < 6))
        {
            return double.IsNaN(x) ? x : x < 0 ? -1 : 1;
        }

        double magnitude = a < 1.25 ? Erx + Ratio(s_pa, s_qa, a - 1) : 1 - Tail(a);
        return x < 0 ? -magnitude : magnitude;
    }

    /// <summary>1 − erf x.</summary>
    public static double Complement(double x)
    {
        double a = Math.Abs(x);
        if (a < 0.84375)
        {
            if (a < 1.0 / (1L << 56))
            {
                return 1 - x;
            }

            double y = Ratio(s_pp, s_qq, x * x);
            return x < 0.25 ? 1 - (x + (x * y)) : 0.5 - (x - 0.5 + (x * y));
        }

        if (a < 1.25)
        {
            double y = Ratio(s_pa, s_qa, a - 1);
            return x < 0 ? 1 + (Erx + y) : 1 - Erx - y;
        }

        if (!(a < 28))
        {
            return double.IsNaN(x) ? x : x < 0 ? 2 : 0;
        }

        return x < -6 ? 2 : x < 0 ? 2 - Tail(a) : Tail(a);
    }

    // erfc a for a ≥ 1.25: e^(−a² − 0.5625 + …)/a. The head z of a has so few bits that z² is exact, and a² = z² + (a − z)·(a + z).
    private static double Tail(double a)
    {
        double s = 1 / (a * a);
        double ratio = a < 1 / 0.35 ? Ratio(s_ra, s_sa, s) : Ratio(s_rb, s_sb, s);
        double z = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) & unchecked((long)0xFFFFFFFF_00000000));
        return Math.Exp((-z * z) - 0.5625) * Math.Exp(((z - a) * (z + a)) + ratio) / a;
    }

    private static double Ratio(double[] numerator, double[] denominator, double x) => Polynomial(numerator, x) / Polynomial(denominator, x);

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = coefficients[coefficients.Length - 1];
        for (int i = coefficients.Length - 2; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
