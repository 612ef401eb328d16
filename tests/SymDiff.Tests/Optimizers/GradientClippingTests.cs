namespace SymDiff.Tests;

/// <summary>Clipping: PyTorch's definitions, and norms that neither overflow nor vanish.</summary>
public sealed class GradientClippingTests
{
    [Fact]
    public void A_norm_that_is_small_enough_changes_nothing()
    {
        double[] gradient = [3, -4];
        Assert.Equal(5, GradientClipping.ByNorm<double>(gradient, maximumNorm: 5.1));
        Assert.Equal([3, -4], gradient);
    }

    [Fact]
    public void A_norm_that_is_too_large_becomes_the_maximum_but_for_PyTorchs_millionth()
    {
        double[] gradient = [3, -4];
        Assert.Equal(5, GradientClipping.ByNorm<double>(gradient, maximumNorm: 2));
        Assert.Equal([3 * 2 / 5.000001, -4 * 2 / 5.000001], gradient, (x, y) => Math.Abs(x - y) < 1e-15);
        float[] single = [3, -4];
        Assert.Equal(5, GradientClipping.ByNorm<float>(single, maximumNorm: 5)); // 1/(5 + 1e-6)·5 < 1 in single precision
        Assert.Equal([1 / (5 + 1e-6f) * 5 * 3, 1 / (5 + 1e-6f) * 5 * -4], single);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 5.4772255750516611)]
    [InlineData(3, 4.6415888336127789)]
    [InlineData(0.5, 37.77656570521819)]
    [InlineData(double.PositiveInfinity, 4)]
    public void Any_order_will_do(double order, double norm)
    {
        double[] gradient = [1, -2, 3, -4];
        Assert.Equal(norm, GradientClipping.ByNorm<double>(gradient, 1e9, order), 1e-14);
        float[] single = [1, -2, 3, -4];
        Assert.Equal((float)norm, GradientClipping.ByNorm<float>(single, 1e9, order));
    }

    [Fact]
    public void Every_length_is_summed_whole()
    {
        for (int length = 0; length < 70; length++)
        {
            double[] gradient = [.. Enumerable.Range(1, length).Select(i => (double)i)];
            float[] single = [.. gradient.Select(x => (float)x)];
            double norm = Math.Sqrt(length * (length + 1) * ((2 * length) + 1) / 6);
            Assert.Equal(norm, GradientClipping.ByNorm<double>(gradient, 1e9));
            Assert.Equal((float)norm, GradientClipping.ByNorm<float>(single, 1e9));
            double clipped = length == 0 ? 0 : 0.5 / (norm + 1e-6) * norm;
            Assert.Equal(norm, GradientClipping.ByNorm<double>(gradient, 0.5));
            Assert.Equal(clipped, GradientClipping.ByNorm<double>(gradient, 0.5), 1e-14);
        }
    }

    [Theory, InlineData(1e200), InlineData(1e-200), InlineData(1e300), InlineData(5e-324), InlineData(1e-155)]
    public void Squares_may_be_out_of_range_where_the_norm_is_not(double size)
    {
        double[] gradient = [.. Enumerable.Repeat(size, 16)];
        Assert.Equal(4 * size, GradientClipping.ByNorm<double>(gradient, double.MaxValue));
        Assert.Equal(16 * size, GradientClipping.ByNorm<double>(gradient, double.MaxValue, order: 1), 1e-15 * 16 * size);
        Assert.Equal(256 * size, GradientClipping.ByNorm<double>(gradient, double.MaxValue, order: 0.5), 1e-14 * 256 * size);
        Assert.Equal(1e30f * 4, GradientClipping.ByNorm<float>(Enumerable.Repeat(1e30f, 16).ToArray(), 1e38));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_shows_in_the_norm_and_can_be_an_error(double order)
    {
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            double[] gradient = [1, bad, 2, 3, 4, 5, 6, 7, 8, 9];
            Assert.Throws<NotFiniteNumberException>(() => GradientClipping.ByNorm<double>(gradient, 1, order, errorIfNonFinite: true));
            Assert.Equal([1, bad, 2, 3, 4, 5, 6, 7, 8, 9], gradient);
            Assert.Equal(Math.Abs(bad), GradientClipping.ByNorm<double>(gradient, 1, order));
            Assert.All(gradient, (element, i) => Assert.Equal(i == 1 || double.IsNaN(bad) ? double.NaN : 0, element));
            float[] single = [1, (float)bad, 2];
            Assert.Equal((float)Math.Abs(bad), GradientClipping.ByNorm<float>(single, 1, order));
        }

        double[] both = [double.PositiveInfinity, double.NaN];
        Assert.Equal(double.NaN, GradientClipping.ByNorm<double>(both, 1, order));
    }

    [Fact]
    public void Values_are_brought_into_the_range_and_NaN_stays()
    {
        double[] gradient = [0.5, -0.5, 2, -2, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1, -1, 0, 3];
        GradientClipping.ByValue<double>(gradient, 1);
        Assert.Equal([0.5, -0.5, 1, -1, 1, -1, double.NaN, 1, -1, 0, 1], gradient);
        float[] single = [2, float.NaN];
        GradientClipping.ByValue<float>(single, 0);
        Assert.Equal([0, float.NaN], single);
    }

    [Fact]
    public void Limits_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("maximumNorm", () => GradientClipping.ByNorm<double>(new double[1], -1));
        Assert.Throws<ArgumentOutOfRangeException>("maximumNorm", () => GradientClipping.ByNorm<double>(new double[1], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("order", () => GradientClipping.ByNorm<double>(new double[1], 1, order: 0));
        Assert.Throws<ArgumentOutOfRangeException>("order", () => GradientClipping.ByNorm<double>(new double[1], 1, order: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => GradientClipping.ByValue<double>(new double[1], -1));
        Assert.Throws<NotSupportedException>(() => GradientClipping.ByNorm<Half>(new Half[1], 1));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] gradient = new float[100];
        Clip();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Clip();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Clip()
        {
            gradient.AsSpan().Fill(1);
            GradientClipping.ByNorm(gradient, 1);
            GradientClipping.ByNorm<float>(gradient, 1, order: 3);
            GradientClipping.ByValue<float>(gradient, 0.01);
        }
    }
}
