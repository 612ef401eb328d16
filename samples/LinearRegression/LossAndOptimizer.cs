using System.Numerics.Tensors;
using SymDiff;

namespace LinearRegression;

/// <summary>Stage 3: the loss and the optimizer from the library, as <c>nn.MSELoss</c> and <c>torch.optim.SGD</c> are in the notebook.</summary>
internal static partial class LossAndOptimizer
{
    public static Tensor<float> Forward(float w, Tensor<float> x) => w * x;

    [Differentiable(nameof(w))]
    public static float Objective(float w, Tensor<float> x, Tensor<float> y) => Losses.MeanSquaredError(y, Forward(w, x));

    public static void Run()
    {
        const int Epochs = 100;
        Tensor<float> x = Tensor.Create(Data.X);
        Tensor<float> y = Tensor.Create(Data.Y);
        float w = 0;
        var optimizer = new Sgd<float>(learningRate: 0.01);

        Table.Heading("Stage 3: a loss and an optimizer of SymDiff's");
        Table.Prediction("before", w * Data.Test);

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            (float loss, float dw) = ObjectiveValueAndGradient(w, x, y);
            optimizer.Step(new Span<float>(ref w), [dw]);

            if (epoch % 10 == 0)
            {
                Table.Epoch(epoch, w, loss);
            }
        }

        Table.Prediction("after", w * Data.Test);
    }
}
