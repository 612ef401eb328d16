using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Models;

/// <summary>Gradients for the parameters of models.</summary>
public sealed class GradientTests
{
    private static readonly double[] s_x = [-1, 0.25, 0.5, 2];
    private static readonly double[] s_y = [0.5, 1, -0.25, 3];

    private static Curve Example()
    {
        var curve = new Curve(rows: 3);
        for (int i = 0; i < curve.ParameterCount; i++)
        {
            curve.Parameters[i] = Math.Cos(i) / (i + 1);
        }

        return curve;
    }

    /// <summary>By finite differences, for all parameters.</summary>
    private static double[] Expected(IModel<double> model, Func<double> value)
    {
        double[] at = [.. model.Parameters];
        double[] expected = Reference.Gradient(
            moved =>
            {
                moved.CopyTo(model.Parameters);
                return value();
            },
            at);
        at.CopyTo(model.Parameters);
        return expected;
    }

    internal static void AssertGradient(IModel<double> model, Func<double> value, ReadOnlySpan<double> gradient, double tolerance = 1e-8)
    {
        double[] expected = Expected(model, value);
        Assert.Equal(expected.Length, gradient.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Approximately.Equal(expected[i], gradient[i], tolerance);
        }
    }

    [Fact]
    public void The_gradient_has_the_layout_of_the_parameters()
    {
        Curve curve = Example();
        double[] gradient = [.. Enumerable.Repeat(double.NaN, curve.ParameterCount)];
        double value = curve.LossValueAndGradient(s_x, s_y, gradient);
        Assert.Equal(curve.Loss(s_x, s_y), value, 1e-13);
        AssertGradient(curve, () => curve.Loss(s_x, s_y), gradient);

        // What isn't read has 0, though the destination was full of NaN.
        ParameterInfo unused = curve.ParameterLayout.Single(parameter => parameter.Name == "Unused");
        Assert.Equal(new double[4], gradient.AsSpan(unused.Offset, unused.Length).ToArray());

        double[] alone = new double[curve.ParameterCount];
        curve.LossGradient(s_x, s_y, alone);
        Assert.Equal(gradient, alone);
    }

    [Fact]
    public void Without_a_destination_an_array_is_returned()
    {
        Curve curve = Example();
        (double value, double[] gradient) = curve.LossValueAndGradient(s_x, s_y);
        Assert.Equal(curve.Loss(s_x, s_y), value, 1e-13);
        Assert.Equal(gradient, curve.LossGradient(s_x, s_y));
        AssertGradient(curve, () => curve.Loss(s_x, s_y), gradient);
    }

    [Fact]
    public void Named_members_are_shaped_like_arguments()
    {
        Curve curve = Example();
        double[] all = Expected(curve, () => curve.OfOneNumber(0.7));
        double Of(string name, int i = 0) => all[curve.ParameterLayout.Single(parameter => parameter.Name == name).Offset + i];

        double dWeight = curve.OfOneNumberGradient(0.7);
        Approximately.Equal(Of("Weight"), dWeight, 1e-8);
        (double value, dWeight) = curve.OfOneNumberValueAndGradient(0.7);
        Assert.Equal(curve.OfOneNumber(0.7), value);
        Approximately.Equal(Of("Weight"), dWeight, 1e-8);

        double[] scaleGradient = new double[3];
        Assert.Equal(curve.OfOneArray(0.7), curve.OfOneArrayValueAndGradient(0.7, scaleGradient));
        Assert.Equal(scaleGradient, curve.OfOneArrayGradient(0.7));
        for (int i = 0; i < 3; i++)
        {
            Approximately.Equal(Of("Scale", i), scaleGradient[i], 1e-8);
        }

        (double dx, double dBias) = curve.OfSeveralGradient(0.7, scaleGradient: scaleGradient);
        Approximately.Equal(Reference.Derivative(curve.OfSeveral, 0.7), dx, 1e-8);
        Approximately.Equal(Of("Bias"), dBias, 1e-8);
        (double x, double[] Scale, double Bias) several = curve.OfSeveralGradient(0.7);
        Assert.Equal((dx, dBias), (several.x, several.Bias));
        Assert.Equal(scaleGradient, several.Scale);
        Approximately.Equal(dx, curve.OfAnArgumentGradient(0.7));
        Assert.Equal(6, Curve.OfNoModelGradient(3));
    }

    [Fact]
    public void Destinations_are_checked_before_anything_is_written()
    {
        Curve curve = Example();
        double[] tooLong = [.. Enumerable.Repeat(7.0, curve.ParameterCount + 1)];
        Assert.Contains("'gradient' has 16 elements", Assert.Throws<ArgumentException>(() => curve.LossGradient(s_x, s_y, tooLong)).Message, StringComparison.Ordinal);
        Assert.All(tooLong, number => Assert.Equal(7, number));
        Assert.Contains("overlaps 'Parameters'", Assert.Throws<ArgumentException>(() => curve.LossGradient(s_x, s_y, curve.Parameters)).Message, StringComparison.Ordinal);
        double[] both = new double[curve.ParameterCount];
        Assert.Contains("overlaps 'x'", Assert.Throws<ArgumentException>(() => curve.LossGradient(both.AsSpan(0, 4), s_y, both)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => curve.OfOneArrayGradient(1, curve.Scale));
        Assert.Throws<ArgumentException>(() => curve.OfOneArrayGradient(1, new double[2]));
    }

    [Fact]
    public void Where_the_method_throws_so_does_its_gradient_and_writes_nothing()
    {
        Curve curve = Example();
        double[] gradient = [.. Enumerable.Repeat(7.0, curve.ParameterCount)];
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.InverseGradient(0, gradient));
        Assert.Throws<IndexOutOfRangeException>(() => curve.LossGradient(s_x, s_y.AsSpan(1), gradient));
        Assert.All(gradient, number => Assert.Equal(7, number));
        curve.InverseGradient(2, gradient);
        Assert.Equal(0.5, gradient[0]);
        Assert.All(gradient.Skip(1), number => Assert.Equal(0, number));
    }

    [Fact]
    public void A_gradient_allocates_nothing()
    {
        Curve curve = Example();
        double[] gradient = new double[curve.ParameterCount];
        curve.LossValueAndGradient(s_x, s_y, gradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            curve.LossValueAndGradient(s_x, s_y, gradient);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Parameters_that_are_not_numbers_spread()
    {
        Curve curve = Example();
        curve.Weight = double.NaN;
        Assert.True(double.IsNaN(curve.OfSeveralGradient(0.7).Bias));
        curve.Weight = double.PositiveInfinity;
        Assert.Equal(double.PositiveInfinity, curve.OfSeveralGradient(0.7).Bias);
    }
}
