using System.Numerics.Tensors;

namespace SymDiff.Consumer.Tests.Models;

/// <summary>A model with two layers, whose method is differentiated through both.</summary>
[Model]
public sealed partial class Perceptron(int inputs, int hidden, int outputs, Random random)
{
    public Linear<double> Hidden { get; } = new(inputs, hidden, random);

    [Parameter] public partial double Temperature { get; set; }

    public Linear<double> Output { get; } = new(hidden, outputs, random);

    [Differentiable]
    public Tensor<double> Forward(Tensor<double> x) => Output.Forward(Tensor.Tanh<double>(Hidden.Forward(x))) * Temperature;

    [Differentiable]
    public double Loss(Tensor<double> x, Tensor<double> y) => Losses.MeanSquaredError(y, Forward(x));

    [Differentiable(nameof(Output))]
    public double LossOfOutput(Tensor<double> x, Tensor<double> y) => Loss(x, y);
}

/// <summary>One layer, as the notebook has it.</summary>
[Model]
public sealed partial class LinearModel(int inputs, int outputs, Random random)
{
    public Linear<double> Layer { get; } = new(inputs, outputs, random);

    [Differentiable]
    public double Loss(Tensor<double> x, Tensor<double> y) => Losses.MeanSquaredError(y, Layer.Forward(x));

    [Differentiable(nameof(x))]
    public double LossOfInputs(Tensor<double> x, Tensor<double> y) => Losses.MeanSquaredError(y, Layer.Forward(x));

    [Differentiable]
    public double CrossEntropy(Tensor<double> x, Tensor<int> labels) => Losses.CrossEntropy(labels, Layer.Forward(x));

    [Differentiable]
    public double Penalty()
    {
        double sum = 0;
        for (int i = 0; i < Layer.Weight.Length; i++)
        {
            sum += Layer.Weight[i] * Layer.Weight[i];
        }

        return sum / Layer.Inputs;
    }
}

/// <summary>Models in an array and in a list, and names of them.</summary>
[Model]
public sealed partial class Stacked
{
    private readonly List<Linear<double>> _more = [new(3, 2, new Random(3))];

    public Linear<double>[] Layers { get; } = [new(2, 4, new Random(1)), new(4, 3, new Random(2))];

    public Linear<double> First => Layers[0];

    [Differentiable]
    public double Loss(Tensor<double> x, Tensor<double> y) => Losses.MeanSquaredError(y, _more[0].Forward(Layers[1].Forward(First.Forward(x))));
}

/// <summary>A model in a model in a model.</summary>
[Model]
public sealed partial class Outer
{
    public Line Direct { get; } = new();

    public Inner Inside { get; } = new();

    [Differentiable]
    public double Loss(double x) => Direct.At(x) * Inside.At(x);

    [Differentiable(nameof(Inside))]
    public double OfInside(double x) => Direct.At(x) * Inside.At(x);

    [Model]
    public sealed partial class Inner
    {
        [Parameter] public partial double Factor { get; set; }

        public Line Nested { get; } = new();

        public double At(double x) => Factor * Math.Exp(Nested.At(x));
    }

    [Model]
    public sealed partial class Line
    {
        [Parameter] public partial double Slope { get; set; }

        [Parameter] public partial double Offset { get; set; }

        public double At(double x)
        {
            return Scaled(x) + Offset;

            double Scaled(double by) => Slope * by;
        }
    }
}

/// <summary>A classifier as people write it, in single precision.</summary>
[Model]
public sealed partial class Classifier(int inputs, int hidden, int classes, Random random)
{
    public Linear Hidden { get; } = new(inputs, hidden, random);

    public Linear Output { get; } = new(hidden, classes, random);

    public Tensor<float> Forward(Tensor<float> x) => Output.Forward(Activations.Relu(Hidden.Forward(x)));

    [Differentiable]
    public float Loss(Tensor<float> x, Tensor<int> labels) => Losses.CrossEntropy(labels, Forward(x));

    [Differentiable]
    public float Smooth(Tensor<float> x, Tensor<int> labels) => Losses.CrossEntropy(labels, Output.Forward(Activations.Gelu(Hidden.Forward(x))));
}
