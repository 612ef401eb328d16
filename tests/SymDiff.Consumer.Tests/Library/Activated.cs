namespace SymDiff.Consumer.Tests.Library;

/// <summary>Each activation function of the library, called in a differentiated method.</summary>
internal static partial class Activated
{
    [Differentiable] internal static double Relu(double x) => Activations.Relu(x);

    [Differentiable] internal static double LeakyRelu(double x) => Activations.LeakyRelu(x);

    [Differentiable] internal static double SteeperRelu(double x) => Activations.LeakyRelu(x, negativeSlope: 0.3);

    [Differentiable] internal static double PRelu(double x, double weight) => Activations.PRelu(x, weight);

    [Differentiable] internal static double Relu6(double x) => Activations.Relu6(x);

    [Differentiable] internal static double Elu(double x) => Activations.Elu(x);

    [Differentiable] internal static double WiderElu(double x) => Activations.Elu(x, 1.5);

    [Differentiable] internal static double Celu(double x) => Activations.Celu(x);

    [Differentiable] internal static double WiderCelu(double x) => Activations.Celu(x, 1.5);

    [Differentiable] internal static double Selu(double x) => Activations.Selu(x);

    [Differentiable] internal static double Gelu(double x) => Activations.Gelu(x);

    [Differentiable] internal static double GeluTanh(double x) => Activations.GeluTanh(x);

    [Differentiable] internal static double Silu(double x) => Activations.Silu(x);

    [Differentiable] internal static double Mish(double x) => Activations.Mish(x);

    [Differentiable] internal static double Softplus(double x) => Activations.Softplus(x);

    [Differentiable] internal static double SharpSoftplus(double x) => Activations.Softplus(x, beta: 2, threshold: 5);

    [Differentiable] internal static double Softsign(double x) => Activations.Softsign(x);

    [Differentiable] internal static double Tanh(double x) => Activations.Tanh(x);

    [Differentiable] internal static double Sigmoid(double x) => Activations.Sigmoid(x);

    [Differentiable] internal static double LogSigmoid(double x) => Activations.LogSigmoid(x);

    [Differentiable] internal static double HardTanh(double x) => Activations.HardTanh(x);

    [Differentiable] internal static double WiderHardTanh(double x) => Activations.HardTanh(x, -0.75, 3);

    [Differentiable] internal static double HardSigmoid(double x) => Activations.HardSigmoid(x);

    [Differentiable] internal static double HardSwish(double x) => Activations.HardSwish(x);

    [Differentiable] internal static float SingleGelu(float x) => Activations.Gelu(x);

    [Differentiable] internal static float SingleMish(float x) => Activations.Mish(x) * Activations.Silu(x);

    [Differentiable] internal static float SingleElu(float x) => Activations.Elu(-x, 0.7);

    [Differentiable] internal static double Network(double w, double v, double x) => Activations.Sigmoid(v * Activations.Tanh(w * x) + Activations.Softplus(w));
}
