using System.Numerics.Tensors;

namespace SymDiff.Consumer.Tests.Library;

/// <summary>Each activation function of the library over tensors, called in a differentiated method.</summary>
internal static partial class ActivatedTensors
{
    [Differentiable] internal static double Relu(Tensor<double> x) => Tensor.Sum<double>(Activations.Relu(x));

    [Differentiable] internal static double LeakyRelu(Tensor<double> x) => Tensor.Sum<double>(Activations.LeakyRelu(x));

    [Differentiable] internal static double SteeperRelu(Tensor<double> x) => Tensor.Sum<double>(Activations.LeakyRelu(x, negativeSlope: 0.3));

    [Differentiable] internal static double PRelu(Tensor<double> x) => Tensor.Sum<double>(Activations.PRelu(x, 0.25));

    [Differentiable] internal static double Relu6(Tensor<double> x) => Tensor.Sum<double>(Activations.Relu6(x));

    [Differentiable] internal static double Elu(Tensor<double> x) => Tensor.Sum<double>(Activations.Elu(x));

    [Differentiable] internal static double WiderElu(Tensor<double> x) => Tensor.Sum<double>(Activations.Elu(x, 1.5));

    [Differentiable] internal static double Celu(Tensor<double> x) => Tensor.Sum<double>(Activations.Celu(x));

    [Differentiable] internal static double WiderCelu(Tensor<double> x) => Tensor.Sum<double>(Activations.Celu(x, 1.5));

    [Differentiable] internal static double Selu(Tensor<double> x) => Tensor.Sum<double>(Activations.Selu(x));

    [Differentiable] internal static double Gelu(Tensor<double> x) => Tensor.Sum<double>(Activations.Gelu(x));

    [Differentiable] internal static double GeluTanh(Tensor<double> x) => Tensor.Sum<double>(Activations.GeluTanh(x));

    [Differentiable] internal static double Silu(Tensor<double> x) => Tensor.Sum<double>(Activations.Silu(x));

    [Differentiable] internal static double Mish(Tensor<double> x) => Tensor.Sum<double>(Activations.Mish(x));

    [Differentiable] internal static double Softplus(Tensor<double> x) => Tensor.Sum<double>(Activations.Softplus(x));

    [Differentiable] internal static double SharpSoftplus(Tensor<double> x) => Tensor.Sum<double>(Activations.Softplus(x, beta: 2, threshold: 5));

    [Differentiable] internal static double Softsign(Tensor<double> x) => Tensor.Sum<double>(Activations.Softsign(x));

    [Differentiable] internal static double Tanh(Tensor<double> x) => Tensor.Sum<double>(Activations.Tanh(x));

    [Differentiable] internal static double Sigmoid(Tensor<double> x) => Tensor.Sum<double>(Activations.Sigmoid(x));

    [Differentiable] internal static double LogSigmoid(Tensor<double> x) => Tensor.Sum<double>(Activations.LogSigmoid(x));

    [Differentiable] internal static double HardTanh(Tensor<double> x) => Tensor.Sum<double>(Activations.HardTanh(x));

    [Differentiable] internal static double WiderHardTanh(Tensor<double> x) => Tensor.Sum<double>(Activations.HardTanh(x, max: 3, min: -0.75));

    [Differentiable] internal static double HardSigmoid(Tensor<double> x) => Tensor.Sum<double>(Activations.HardSigmoid(x));

    [Differentiable] internal static double HardSwish(Tensor<double> x) => Tensor.Sum<double>(Activations.HardSwish(x));

    [Differentiable] internal static float SingleGelu(Tensor<float> x) => Tensor.Sum<float>(Activations.Gelu(x));

    // A slope for all elements, and one that is learned.
    [Differentiable(nameof(weight))] internal static double Learned(double weight, Tensor<double> x) => Tensor.Sum<double>(Activations.PRelu(x, weight * weight));

    [Differentiable(nameof(w), nameof(b))]
    internal static double Network(double w, double b, Tensor<double> x, Tensor<double> y)
        => Losses.MeanSquaredError(y, b * Activations.Softplus(w * Activations.Tanh(w * x + b), beta: w * w));
}
