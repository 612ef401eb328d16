using SymDiff;

namespace LinearRegression;

/// <summary>Stage 2: the model and its loss as before; SymDiff writes <c>LossGradient</c> and <c>LossValueAndGradient</c> when this file is compiled.</summary>
internal static partial class GradientOfALoop
{
    [Differentiable]
    public static float Forward(float w, float x) => w * x;

    [Differentiable(nameof(w))]
    public static float Loss(float w, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float error = Forward(w, x[i]) - y[i];
            sum += error * error;
        }

        return sum / x.Length;
    }

    public static void Run()
    {
        const float LearningRate = 0.01f;
        const int Epochs = 100;
        float w = 0;

        Table.Heading("Stage 2: the gradient by SymDiff, of a loop over spans");
        Table.Prediction("before", Forward(w, Data.Test));

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            (float loss, float dw) = LossValueAndGradient(w, Data.X, Data.Y);
            w -= LearningRate * dw;

            if (epoch % 10 == 0)
            {
                Table.Epoch(epoch, w, loss);
            }
        }

        Table.Prediction("after", Forward(w, Data.Test));
    }
}
