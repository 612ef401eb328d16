using System.Numerics.Tensors;
using SymDiff;

namespace DiabetesRegression;

/// <summary>Half the mean square of the errors, and a penalty for large weights.</summary>
[Model]
internal sealed partial class RidgeRegression(int inputs, double penalty)
{
    public Linear<double> Layer { get; } = new(inputs, outputs: 1);

    [Differentiable]
    public double Objective(Tensor<double> x, Tensor<double> y)
    {
        double squares = 0;
        for (int i = 0; i < Layer.Weight.Length; i++)
        {
            squares += Layer.Weight[i] * Layer.Weight[i];
        }

        return 0.5 * (Losses.MeanSquaredError(y, Layer.Forward(x)) + penalty * squares);
    }
}

/// <summary>The mean of what errors cost: half their square up to a bound, beyond it their amount, so that a few large ones don't decide everything.</summary>
[Model]
internal sealed partial class HuberRegression(int inputs, double bound)
{
    public Linear<double> Layer { get; } = new(inputs, outputs: 1);

    [Differentiable]
    public double Objective(Tensor<double> x, Tensor<double> y) => Losses.Huber(y, Layer.Forward(x), bound);
}
