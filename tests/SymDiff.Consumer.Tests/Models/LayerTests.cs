using System.Numerics.Tensors;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Models;

/// <summary>Models that consist of others, the library's layers above all.</summary>
public sealed class LayerTests
{
    private static Tensor<double> Numbers(int seed, params nint[] lengths)
    {
        var random = new Random(seed);
        return Tensor.Create<double>([.. Enumerable.Range(0, lengths.Aggregate(1, static (product, length) => product * (int)length)).Select(_ => (2 * random.NextDouble()) - 1)], lengths);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 1, 1)]
    [InlineData(5, 3, 2)]
    [InlineData(7, 20, 3)]
    [InlineData(2, 3, 40)]
    [InlineData(3, 100, 17)]
    public void The_gradient_of_a_layer_is_that_of_its_definition(int rows, int inputs, int outputs)
    {
        var model = new LinearModel(inputs, outputs, new Random(5));
        (Tensor<double> x, Tensor<double> y) = (Numbers(1, rows, inputs), Numbers(2, rows, outputs));
        (double value, double[] gradient) = model.LossValueAndGradient(x, y);
        Assert.Equal(model.Loss(x, y), value, 1e-14);

        // ŷ = x·Wᵀ + b; ∂/∂W = 2/(rows·outputs)·(ŷ − y)ᵀ·x; ∂/∂b = 2/(rows·outputs)·Σ (ŷ − y).
        double[] expected = new double[gradient.Length];
        double[] inputGradient = new double[rows * inputs];
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int output = 0; output < outputs; output++)
            {
                double prediction = model.Layer.Bias[output];
                for (int input = 0; input < inputs; input++)
                {
                    prediction += model.Layer.Weight[output * inputs + input] * x[row, input];
                }

                double error = prediction - y[row, output];
                sum += error * error;
                double slope = 2.0 / (rows * outputs) * error;
                for (int input = 0; input < inputs; input++)
                {
                    expected[output * inputs + input] += slope * x[row, input];
                    inputGradient[row * inputs + input] += slope * model.Layer.Weight[output * inputs + input];
                }

                expected[outputs * inputs + output] += slope;
            }
        }

        Assert.Equal(sum / (rows * outputs), value, 1e-13);
        AssertClose(expected, gradient);
        double[] actual = new double[rows * inputs];
        model.LossOfInputsGradient(x, y, actual);
        AssertClose(inputGradient, actual);
    }

    [Fact]
    public void Batches_may_have_several_axes_or_none()
    {
        var model = new LinearModel(3, 2, new Random(5));
        foreach (nint[] batch in (nint[][])[[], [1], [4], [2, 3]])
        {
            (Tensor<double> x, Tensor<double> y) = (Numbers(3, [.. batch, 3]), Numbers(4, [.. batch, 2]));
            Assert.Equal([.. batch, 2], model.Layer.Forward(x).Lengths.ToArray());
            GradientTests.AssertGradient(model, () => model.Loss(x, y), model.LossGradient(x, y));
        }
    }

    [Theory]
    [InlineData(1, 2, 3, 1)]
    [InlineData(6, 3, 5, 2)]
    [InlineData(9, 33, 17, 4)]
    public void A_network_is_differentiated_through_its_layers(int rows, int inputs, int hidden, int outputs)
    {
        var model = new Perceptron(inputs, hidden, outputs, new Random(7)) { Temperature = 1.25 };
        (Tensor<double> x, Tensor<double> y) = (Numbers(1, rows, inputs), Numbers(2, rows, outputs));
        (double value, double[] gradient) = model.LossValueAndGradient(x, y);
        Assert.Equal(model.Loss(x, y), value, 1e-13);
        GradientTests.AssertGradient(model, () => model.Loss(x, y), gradient, 1e-7);

        double[] outputGradient = model.LossOfOutputGradient(x, y);
        int offset = model.ParameterLayout.First(parameter => parameter.Name == "Output.Weight").Offset;
        AssertClose([.. gradient.Skip(offset)], outputGradient);
    }

    [Fact]
    public void Classes_and_penalties()
    {
        var model = new LinearModel(4, 3, new Random(5));
        (Tensor<double> x, Tensor<int> labels) = (Numbers(1, 5, 4), Tensor.Create([0, 2, 1, 1, 0], [5]));
        GradientTests.AssertGradient(model, () => model.CrossEntropy(x, labels), model.CrossEntropyGradient(x, labels));
        GradientTests.AssertGradient(model, model.Penalty, model.PenaltyGradient());
    }

    [Theory]
    [InlineData(1, 3, 4, 2)]
    [InlineData(8, 64, 32, 10)]
    public void A_classifier_in_single_precision(int rows, int inputs, int hidden, int classes)
    {
        var model = new Classifier(inputs, hidden, classes, new Random(11));
        Tensor<float> x = Tensor.Create<float>([.. Numbers(1, rows, inputs).Select(static number => (float)number)], [rows, inputs]);
        Tensor<int> labels = Tensor.Create<int>([.. Enumerable.Range(0, rows).Select(row => row * 7 % classes)], [rows]);
        (float value, float[] gradient) = model.LossValueAndGradient(x, labels);
        Assert.Equal(model.Loss(x, labels), value, 1e-5f);
        float[] smooth = model.SmoothGradient(x, labels);

        // By differences along the gradients, which the rounding of single precision drowns least: f(p + h·g) − f(p − h·g) = 2h·|g|².
        AssertAlong(model, () => model.Loss(x, labels), gradient);
        AssertAlong(model, () => model.Smooth(x, labels), smooth);

        static void AssertAlong(Classifier model, Func<double> value, float[] gradient)
        {
            double square = gradient.Sum(static part => (double)part * part);
            float step = (float)(0.01 / Math.Sqrt(square));
            float[] at = [.. model.Parameters];
            double Moved(float by)
            {
                for (int i = 0; i < at.Length; i++)
                {
                    model.Parameters[i] = at[i] + (by * gradient[i]);
                }

                return value();
            }

            Approximately.Equal(square, (Moved(step) - Moved(-step)) / (2 * step), 2e-3);
            at.CopyTo(model.Parameters);
        }
    }

    [Fact]
    public void A_step_of_training_allocates_nothing()
    {
        var model = new Perceptron(6, 5, 3, new Random(7));
        (Tensor<double> x, Tensor<double> y) = (Numbers(1, 20, 6), Numbers(2, 20, 3));
        var optimizer = new Adam<double>();
        double[] gradient = new double[model.ParameterCount];
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            model.LossValueAndGradient(x, y, gradient);
            optimizer.Step(model.Parameters, gradient);
        }
    }

    [Fact]
    public void Models_in_arrays_and_lists()
    {
        var model = new Stacked();
        Assert.Equal(
            ["_more[0].Weight [2, 3]", "_more[0].Bias [2]", "Layers[0].Weight [4, 2]", "Layers[0].Bias [4]", "Layers[1].Weight [3, 4]", "Layers[1].Bias [3]"],
            model.ParameterLayout.Select(static parameter => parameter.ToString()));
        (Tensor<double> x, Tensor<double> y) = (Numbers(1, 4, 2), Numbers(2, 4, 2));
        GradientTests.AssertGradient(model, () => model.Loss(x, y), model.LossGradient(x, y));
    }

    [Fact]
    public void Models_in_models()
    {
        var model = new Outer();
        new[] { 0.5, -1, 1.5, 0.25, 0.75 }.CopyTo(model.Parameters);
        GradientTests.AssertGradient(model, () => model.Loss(0.7), model.LossGradient(0.7));
        Assert.Equal(model.LossGradient(0.7)[2..], model.OfInsideGradient(0.7));
        Assert.Equal(["Factor", "Nested.Slope", "Nested.Offset"], model.Inside.ParameterLayout.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Vectors_of_another_length_are_refused()
    {
        var model = new LinearModel(3, 2, new Random(5));
        string message = Assert.Throws<ArgumentException>(() => model.Layer.Forward(Numbers(1, 4, 2))).Message;
        Assert.StartsWith("The last axis of [4, 2] hasn't the length 3.", message, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => model.LossGradient(Numbers(1, 4, 2), Numbers(1, 4, 2))).Message);
        Assert.Throws<ArgumentException>(() => model.LossGradient(Numbers(1, 4, 3), Numbers(1, 4, 3)));
        Assert.Throws<ArgumentException>(() => model.LossGradient(Numbers(1, 4, 3), Numbers(1, 5, 2)));
        Assert.Throws<ArgumentException>(() => model.LossGradient(Numbers(1, 4, 3), Numbers(1, 4, 1, 2)));
    }

    [Fact]
    public void Weights_begin_within_the_bounds_of_PyTorch()
    {
        var layer = new Linear(16, 100, new Random(1));
        Assert.All(layer.Parameters.ToArray(), number => Assert.InRange(number, -0.25f, 0.25f));
        Assert.True(layer.Parameters.ToArray().Max() > 0.24f && layer.Parameters.ToArray().Min() < -0.24f);
        Assert.Equal(new Linear(16, 100, new Random(1)).Parameters.ToArray(), layer.Parameters.ToArray());
        Assert.NotEqual(new Linear(16, 100).Parameters.ToArray(), new Linear(16, 100).Parameters.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(1, -1));
    }

    [Fact]
    public void Training_through_the_flat_buffer_reaches_the_layers()
    {
        var model = new LinearModel(2, 1, new Random(5));
        Tensor<double> x = Numbers(1, 32, 2);
        Tensor<double> y = Tensor.Create<double>([.. Enumerable.Range(0, 32).Select(i => (3 * x[i, 0]) - (2 * x[i, 1]) + 0.5)], [32, 1]);
        var optimizer = new Sgd<double>(learningRate: 0.3);
        double[] gradient = new double[model.ParameterCount];
        for (int step = 0; step < 400; step++)
        {
            model.LossValueAndGradient(x, y, gradient);
            optimizer.Step(model.Parameters, gradient);
        }

        AssertClose([3, -2], model.Layer.Weight.ToArray(), 1e-6);
        AssertClose([0.5], model.Layer.Bias.ToArray(), 1e-6);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Approximately.Equal(expected[i], actual[i], tolerance);
        }
    }
}
