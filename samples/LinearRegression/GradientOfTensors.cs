using System.Numerics.Tensors;
using SymDiff;

namespace LinearRegression;

/// <summary>
/// Stage 2 again, in the style of NumPy and PyTorch: whole tensors instead of a loop. The generated gradient is one loop without a temporary tensor.
/// </summary>
internal static partial class GradientOfTensors
{
    public static Tensor<float> Forward(float w, Tensor<float> x) => w * x;

    public static float Loss(Tensor<float> y, Tensor<float> yPredicted)
    {
        Tensor<float> error = yPredicted - y;
        return Tensor.Average<float>(error * error);
    }

    // Forward and Loss need no attribute of their own: what a differentiable method calls is differentiated with it.
    [Differentiable(nameof(w))]
    public static float Objective(float w, Tensor<float> x, Tensor<float> y) => Loss(y, Forward(w, x));

    public static void Run()
    {
        const float LearningRate = 0.01f;
        const int Epochs = 100;
        Tensor<float> x = Tensor.Create(Data.X);
        Tensor<float> y = Tensor.Create(Data.Y);
        float w = 0;

        Table.Heading("Stage 2: the gradient by SymDiff, of expressions over tensors");
        Table.Prediction("before", w * Data.Test);

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            (float loss, float dw) = ObjectiveValueAndGradient(w, x, y);
            w -= LearningRate * dw;

            if (epoch % 10 == 0)
            {
                Table.Epoch(epoch, w, loss);
            }
        }

        Table.Prediction("after", w * Data.Test);
    }
}
