using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Snapshots;

public class NotebookTests
{
    [Fact]
    public Task Loss_over_spans() => GeneratedText.VerifyGenerated(
        """
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
        """);

    [Fact]
    public Task Loss_over_tensors() => GeneratedText.VerifyGenerated(
        """
        static Tensor<float> Forward(float w, Tensor<float> x) => w * x;

        static float Loss(Tensor<float> y, Tensor<float> yPred)
        {
            var e = yPred - y;
            return Tensor.Average<float>(e * e);
        }

        [Differentiable(nameof(w))]
        static float Objective(float w, Tensor<float> x, Tensor<float> y) => Loss(y, Forward(w, x));
        """);
}
