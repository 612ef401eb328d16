using SymDiff;

namespace Consumer;

/// <summary>A line through the origin, fitted by least squares.</summary>
public static partial class Regression
{
    /// <summary>The prediction for one point.</summary>
    [Differentiable]
    public static float Forward(float w, float x) => w * x;

    /// <summary>The mean of the squared errors.</summary>
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
}
