using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Language;

/// <summary>Arguments by reference.</summary>
public sealed partial class ReferenceTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(OutResults, OutResultsGradient, OutResultsValueAndGradient),
        Case.Of(Exchanged, ExchangedGradient, ExchangedValueAndGradient),
        Case.Of(SameVariableTwice, SameVariableTwiceGradient, SameVariableTwiceValueAndGradient),
        Case.Of((double x) => Sections(x, 0), x => SectionsGradient(x, 0), x => SectionsValueAndGradient(x, 0)),
    ];

    // y = x: a = 2y, y = y·y + 1 with the y that a has become, y += y.
    [Fact] public void Two_names_for_one_variable() => Assert.Equal((2 * ((4 * 9) + 1.0), 16 * 3.0), SameVariableTwiceValueAndGradient(3));

    [Differentiable]
    internal static double OutResults(double x)
    {
        Split(x, out double square, out double sum);
        return TryLog(sum, out double log) ? square * log : -sum;
    }

    [Differentiable]
    internal static double Exchanged(double x, double y)
    {
        Exchange(ref x, ref y);
        ref double other = ref x;
        other *= y;
        return x - 2 * y;
    }

    [Differentiable]
    internal static double SameVariableTwice(double x)
    {
        double y = x;
        Change(ref y, ref y);
        return y;
    }

    [Differentiable(nameof(x))]
    internal static double Sections(double x, int n)
    {
        double s = 0;
        switch (n)
        {
            case 0:
                s += x;
                goto case 2;
            case 1:
                s -= x;
                break;
            case 2:
                s *= x;
                goto default;
            default:
                s += 1;
                break;
        }

        return s;
    }

    private static void Split(double x, out double square, out double sum)
    {
        square = x * x;
        sum = square + x;
    }

    private static bool TryLog(double x, out double log)
    {
        log = 0;
        if (!(x > 0))
        {
            return false;
        }

        log = Math.Log(x);
        return true;
    }

    private static void Exchange(ref double a, ref double b) => (a, b) = (b, a);

    private static void Change(ref double a, ref double b)
    {
        a = a * 2;
        b = b * a + 1;
        a += b;
    }
}
