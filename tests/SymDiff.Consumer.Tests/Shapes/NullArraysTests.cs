using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes;

/// <summary>An array that is null: as a span it is an empty one, as an array it throws; in derivatives as in the method.</summary>
public partial class NullArraysTests
{
    internal static Case[] Cases =>
    [
        Case.Of((double x) => Converted(x, s_two), x => ConvertedGradient(x, s_two), x => ConvertedValueAndGradient(x, s_two)),
        Case.Of((double x) => Sliced(x, s_two), x => SlicedGradient(x, s_two), x => SlicedValueAndGradient(x, s_two)),
        Case.Of((double x) => BothWays(x, s_two), x => BothWaysGradient(x, s_two), x => BothWaysValueAndGradient(x, s_two)),
        Case.Of((double x) => Chosen(x, s_two, null), x => ChosenGradient(x, s_two, null), x => ChosenValueAndGradient(x, s_two, null)),
        Case.Of((double x) => OfField(x), x => OfFieldGradient(x), x => OfFieldValueAndGradient(x)),
    ];

    private static readonly double[] s_two = [1, 2];
    private static readonly double[]? s_none = null;

    [Differentiable(nameof(x))] private static double Converted(double x, double[]? a) => x + Sum(x, a);
    [Fact] public void As_a_span_it_is_empty() => Assert.Equal((3, 1), ConvertedValueAndGradient(3, null));
    [Fact] public void As_a_span_it_has_its_elements() => Assert.Equal((12, 4), ConvertedValueAndGradient(3, s_two));

    [Differentiable(nameof(x))]
    private static double Sliced(double x, double[]? a)
    {
        Span<double> span = a.AsSpan();
        return span.IsEmpty ? x * x : x * span[0];
    }

    [Fact] public void AsSpan_makes_it_empty() => Assert.Equal((9, 6), SlicedValueAndGradient(3, null));

    [Differentiable(nameof(x))] private static double BothWays(double x, double[]? a) => x > 0 ? x * a![0] * a.Length : x + Sum(x, a);
    [Fact] public void Read_both_ways_it_is_empty() => Assert.Equal((-3, 1), BothWaysValueAndGradient(-3, null));

    [Fact]
    public void Read_both_ways_it_throws()
    {
        Assert.Throws<NullReferenceException>(() => BothWays(3, null));
        Assert.Throws<NullReferenceException>(() => BothWaysGradient(3, null));
        Assert.Throws<NullReferenceException>(() => BothWaysValueAndGradient(3, null));
    }

    [Differentiable(nameof(x))]
    private static double Chosen(double x, double[]? a, double[]? b)
    {
        double[]? chosen = x > 0 ? a : b;
        return Sum(x * x, chosen);
    }

    [Fact] public void Of_two_arrays_one_may_be_null() => Assert.Equal(((27, 18), (0, 0)), (ChosenValueAndGradient(3, s_two, null), ChosenValueAndGradient(-3, s_two, null)));

    [Differentiable] private static double OfField(double x) => x * x + Sum(x, s_none);
    [Fact] public void A_field_that_is_null_is_empty() => Assert.Equal((9, 6), OfFieldValueAndGradient(3));

    private static double Sum(double x, ReadOnlySpan<double> a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += x * a[i];
        }

        return sum;
    }
}
