using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>Several elements, arrays and totals that change in the same loops, some of which make no trip.</summary>
public partial class ChangedInLoopsTests
{
    private static readonly double[] s_none = [];
    private static readonly double[] s_a = [0.7, -0.2, 1.5, 0.3, -1.1, 0.9, 0.4];
    private static readonly double[] s_b = [0.5, 0.6, -0.4, 0.8];

    internal static Case[] Cases =>
    [
        Case.Of((double w) => FarApart(w, s_a), w => FarApartGradient(w, s_a), w => FarApartValueAndGradient(w, s_a)),
        Case.Of((double w) => OddPlaces(w, s_a), w => OddPlacesGradient(w, s_a), w => OddPlacesValueAndGradient(w, s_a)),
        Case.Of((double w) => OnePlaceBesideMany(w, s_a, s_a), w => OnePlaceBesideManyGradient(w, s_a, s_a), w => OnePlaceBesideManyValueAndGradient(w, s_a, s_a)),
        Case.Of((double w) => BesideAnother(w, s_a), w => BesideAnotherGradient(w, s_a), w => BesideAnotherValueAndGradient(w, s_a)),
        Case.Of((double w) => AskedInside(w, s_a, s_b), w => AskedInsideGradient(w, s_a, s_b), w => AskedInsideValueAndGradient(w, s_a, s_b)),
        Case.Of((double w) => AskedInside(w, s_none, s_none), w => AskedInsideGradient(w, s_none, s_none), w => AskedInsideValueAndGradient(w, s_none, s_none)),
        Case.Of((double w) => AskedForElements(w, s_a, s_b), w => AskedForElementsGradient(w, s_a, s_b), w => AskedForElementsValueAndGradient(w, s_a, s_b)),
        Case.Of((double w) => AskedForElements(w, s_none, s_none), w => AskedForElementsGradient(w, s_none, s_none), w => AskedForElementsValueAndGradient(w, s_none, s_none)),
        Case.Of((double w) => LengthsUnderConditions(w, s_b, s_a), w => LengthsUnderConditionsGradient(w, s_b, s_a), w => LengthsUnderConditionsValueAndGradient(w, s_b, s_a)),
        Case.Of((double w) => LengthsUnderConditions(w, s_none, s_a), w => LengthsUnderConditionsGradient(w, s_none, s_a), w => LengthsUnderConditionsValueAndGradient(w, s_none, s_a)),
    ];

    // What the inner loop leaves in an element goes on in two ways, by whether it is the one that is changed besides.
    [Differentiable(nameof(w))]
    private static double OnePlaceBesideMany(double w, double[] x, double[] y)
    {
        int n = x.Length;
        var one = new double[2 * n];
        double[] other = [.. x, .. y, w];
        for (int i = n / 3; i < n; i += 2)
        {
            for (int j = 0; j < i + 1; j++)
            {
                for (int l = 0; l < j + 1; l += 2)
                {
                    one[l] = x[i];
                }
            }

            for (int j = i; j < i + 1; j++)
            {
                one[n] -= w;
                other[j] = y[j];
            }
        }

        double sum = 0;
        for (int i = 0; i < 2 * n; i++)
        {
            sum += one[i] * one[i] * (i + 1) + Math.Sin(other[i]) * i;
        }

        return sum;
    }

    // Of two arrays that the same loop changes, one at one place only.
    [Differentiable(nameof(w))]
    private static double FarApart(double w, double[] x)
    {
        int third = x.Length / 3;
        var one = new double[x.Length + 1];
        var other = new double[x.Length + x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            one[i] = w;
        }

        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < third; j++)
            {
                other[2 * i] += w * x[j];
                one[third] -= x[j];
            }
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += one[i] * one[i] + other[i] * i;
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double OddPlaces(double w, double[] x)
    {
        var one = new double[x.Length];
        double total = 1;
        for (int i = 1; i < x.Length; i += 2)
        {
            for (int j = 0; j < i; j++)
            {
                one[i] += w * x[j];
                one[j] *= 0.5;
                total -= w;
            }
        }

        foreach (double element in one)
        {
            total += element * element;
        }

        return total;
    }

    // A loop under a condition that goes on with a total, beside one that always runs.
    [Differentiable(nameof(w))]
    private static double BesideAnother(double w, double[] x)
    {
        double sum = 0;
        double other = 1;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                other -= w * x[i] * j;
            }

            if (x[i] > 0)
            {
                for (int j = 0; j < 3; j++)
                {
                    sum += w * w + j;
                }
            }
        }

        return sum + other;
    }

    // What isn't there isn't asked for if the loop makes no trip.
    [Differentiable(nameof(w))]
    private static double AskedInside(double w, double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (y[3] > 0)
            {
                sum += w * w * x[i];
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double AskedForElements(double w, double[] x, double[] y)
    {
        var h = new double[3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                if (y[i] > 0.13)
                {
                    h[i] -= w * x[j];
                }
            }
        }

        return h[0] * h[1] + h[2];
    }

    // The derivative has an array as long as this one, and gets it before it looks at the conditions.
    [Differentiable(nameof(w))]
    private static double LengthsUnderConditions(double w, double[] x, double[] y)
    {
        double[] all = [.. x, .. y, w, 1];
        double sum = 0;
        if (x.Length < 5)
        {
            sum += all[x.Length + y.Length];
        }

        if (x.Length < 3)
        {
            sum += all[x.Length / 3] * w;
        }

        return sum;
    }
}
