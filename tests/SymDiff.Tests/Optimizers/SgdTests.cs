using System.Globalization;

namespace SymDiff.Tests;

/// <summary>Plain descent in single precision, as in the notebook, and a momentum that comes and goes.</summary>
public sealed class SgdTests
{
    [Fact]
    public void A_plain_step_is_w_minus_rate_times_gradient_without_fused_arithmetic()
    {
        float[] parameters = new float[1000], gradient = new float[1000], expected = new float[1000];
        var random = new Random(7);
        for (int i = 0; i < 1000; i++)
        {
            gradient[i] = random.NextSingle() - 0.5f;
            parameters[i] = (0.01f * gradient[i]) * (1 + (random.NextSingle() * 1e-6f)); // Where a fused step shows.
            float product = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(0.01f * gradient[i]));
            expected[i] = parameters[i] - product;
        }

        Assert.Contains(Enumerable.Range(0, 1000), i => MathF.FusedMultiplyAdd(-0.01f, gradient[i], parameters[i]) != expected[i]);
        new Sgd<float>(0.01).Step(parameters, gradient);
        Assert.Equal(expected, parameters);
    }

    [Fact]
    public void A_learning_rate_in_single_precision_is_the_same_number()
    {
        float one = 3, other = 3;
        new Sgd<float>(learningRate: 0.1f).Step(new Span<float>(ref one), [0.7f]);
        new Sgd<float>(learningRate: 0.1).Step(new Span<float>(ref other), [0.7f]);
        Assert.Equal(3 - (0.1f * 0.7f), one);
        Assert.Equal(one, other);
    }

    // f = 2x on four points; the weight and the loss as PyTorch prints them.
    [Theory]
    [InlineData(1, "0.300", "30.00000000")]
    [InlineData(11, "1.665", "1.16278565")]
    [InlineData(21, "1.934", "0.04506890")]
    [InlineData(31, "1.987", "0.00174685")]
    [InlineData(41, "1.997", "0.00006770")]
    [InlineData(51, "1.999", "0.00000262")]
    [InlineData(61, "2.000", "0.00000010")]
    [InlineData(71, "2.000", "0.00000000")]
    public void Linear_regression_goes_as_in_the_notebook(int epochs, string weight, string loss)
    {
        float[] x = [1, 2, 3, 4], y = [2, 4, 6, 8];
        var optimizer = new Sgd<float>(learningRate: 0.01);
        float w = 0, last = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            float sum = 0, slope = 0;
            for (int i = 0; i < x.Length; i++)
            {
                float error = (w * x[i]) - y[i];
                sum += error * error;
                slope += x[i] * error;
            }

            last = sum / 4;
            optimizer.Step(new Span<float>(ref w), [2f / 4 * slope]);
        }

        Assert.Equal(weight, w.ToString("F3", CultureInfo.InvariantCulture));
        Assert.Equal(loss, last.ToString("F8", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_momentum_that_is_set_later_starts_from_the_gradient_then()
    {
        double[] p = [1];
        var optimizer = new Sgd<double>(learningRate: 0.5);
        optimizer.Step(p, [2]);
        Assert.Equal(0, p[0]);
        optimizer.Momentum = 0.5;
        optimizer.Step(p, [4]); // b = 4
        Assert.Equal(-2, p[0]);
        optimizer.Step(p, [4]); // b = 6
        Assert.Equal(-5, p[0]);
        optimizer.Momentum = 0;
        optimizer.Step(p, [4]);
        Assert.Equal(-7, p[0]);
    }

    [Fact]
    public void A_velocity_that_started_late_is_saved_too()
    {
        double[] p = [1];
        var optimizer = new Sgd<double>(learningRate: 0.5);
        optimizer.Step(p, [2]);
        Assert.Empty(optimizer.SaveState().Buffers);
        optimizer.Momentum = 0.5;
        var other = new Sgd<double>(learningRate: 0.5, momentum: 0.5);
        other.LoadState(optimizer.SaveState());
        double[] copy = [.. p];
        for (int step = 0; step < 3; step++)
        {
            optimizer.Step(p, [3]);
            other.Step(copy, [3]);
        }

        Assert.Equal(p, copy);
        Assert.Equal(["momentum_buffer"], optimizer.SaveState().Buffers.Keys);
    }
}
