namespace LinearRegression;

/// <summary>Stage 1: the model, its loss and the gradient of the loss, all written by hand.</summary>
internal static class GradientByHand
{
    public static float Forward(float w, float x) => w * x;

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

    /// <summary>The gradient as the notebook has it: <c>np.dot(2 * x, y_pred - y).mean()</c>.</summary>
    /// <remarks>
    /// It is wrong. The dot product is a single number already, and the mean of a single number is that number, so nothing divides by N: this is the
    /// gradient of the sum of the squared errors, N = 4 times that of their mean. NumPy runs it without a word, and the training converges all the same,
    /// as if the learning rate were 4 times as large: in 10 epochs, where the true gradient of stage 2 needs 60. A method that happens to converge proves
    /// nothing about its gradient; that's why one shouldn't write them by hand.
    /// </remarks>
    public static float Gradient(float w, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float dot = 0;
        for (int i = 0; i < x.Length; i++)
        {
            dot += 2 * x[i] * (Forward(w, x[i]) - y[i]);
        }

        return dot;
    }

    public static void Run()
    {
        const float LearningRate = 0.01f;
        const int Epochs = 20;
        float w = 0;

        Table.Heading("Stage 1: the gradient by hand");
        Table.Prediction("before", Forward(w, Data.Test));

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            float loss = Loss(w, Data.X, Data.Y);
            float dw = Gradient(w, Data.X, Data.Y);
            w -= LearningRate * dw;

            Table.Epoch(epoch, w, loss);
        }

        Table.Prediction("after", Forward(w, Data.Test));
    }
}
