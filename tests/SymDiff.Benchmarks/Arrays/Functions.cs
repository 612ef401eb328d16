namespace SymDiff.Benchmarks.Arrays;

/// <summary>The functions that are measured, as one would write them: no lanes, no blocks.</summary>
internal static partial class Functions
{
    /// <summary>Mean squared error of w·x + b.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static float LinearLoss(float w, float b, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float residual = (w * x[i]) + b - y[i];
            sum += residual * residual;
        }

        return sum / x.Length;
    }

    /// <summary>Logistic regression: the mean of log(1 + exp(−y·z)) over rows, z the product of a row with the weights, y = ±1.</summary>
    [Differentiable(nameof(weights))]
    public static double LogisticLoss(ReadOnlySpan<double> weights, ReadOnlySpan<double> rows, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double z = 0;
            for (int j = 0; j < weights.Length; j++)
            {
                z += weights[j] * rows[(i * weights.Length) + j];
            }

            sum += Math.Log(1 + Math.Exp(-y[i] * z));
        }

        return sum / y.Length;
    }

    /// <summary>Rosenbrock's valley in many dimensions.</summary>
    [Differentiable]
    public static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double a = x[i + 1] - (x[i] * x[i]);
            double b = 1 - x[i];
            sum += (100 * a * a) + (b * b);
        }

        return sum;
    }

    /// <summary>Two layers with tanh between them and one output; mean squared error over a batch.</summary>
    [Differentiable(nameof(weights), nameof(biases), nameof(output), nameof(outputBias))]
    public static float NetworkLoss(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, ReadOnlySpan<float> output, float outputBias, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        int inputs = x.Length / y.Length;
        float sum = 0;
        for (int sample = 0; sample < y.Length; sample++)
        {
            float[] hidden = new float[biases.Length];
            for (int unit = 0; unit < biases.Length; unit++)
            {
                float z = biases[unit];
                for (int i = 0; i < inputs; i++)
                {
                    z += weights[(unit * inputs) + i] * x[(sample * inputs) + i];
                }

                hidden[unit] = MathF.Tanh(z);
            }

            float prediction = outputBias;
            for (int unit = 0; unit < biases.Length; unit++)
            {
                prediction += output[unit] * hidden[unit];
            }

            float error = prediction - y[sample];
            sum += error * error;
        }

        return sum / y.Length;
    }
}
