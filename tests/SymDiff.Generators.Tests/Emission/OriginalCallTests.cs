using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Emission;

/// <summary>Where a method throws, its derivative has it throw.</summary>
public class OriginalCallTests
{
    [Fact]
    public void A_derivative_throws_what_its_method_throws()
    {
        using LoadedProgram program = LoadedProgram.CompileAndLoad(
            """
            [Differentiable(nameof(w))]
            public static double Loss(double w, double[] x, double[] y)
            {
                double s = 0;
                for (int i = 0; i < x.Length; i++) s += (w * x[i] - y[i]) * (w * x[i] - y[i]);
                return s;
            }

            [Differentiable]
            public static double Root(double x)
            {
                if (x < 0) throw new ArgumentOutOfRangeException(nameof(x), "is negative");
                return Math.Sqrt(x);
            }

            [Differentiable] public static double Checked(double x, int a) => x * checked(a * a);
            """);

        Exception tooShort = Assert.Throws<IndexOutOfRangeException>(() => program.Call<double>("LossGradient", 1.0, new double[] { 1, 2 }, new double[] { 1 }));
        Assert.Contains("Functions.Loss(", tooShort.StackTrace, StringComparison.Ordinal);
        Assert.Throws<NullReferenceException>(() => program.Call<double>("LossGradient", 1.0, null, new double[] { 1 }));
        Assert.StartsWith("is negative", Assert.Throws<ArgumentOutOfRangeException>(() => program.Call<double>("RootGradient", -1.0)).Message, StringComparison.Ordinal);
        Assert.Equal(0.25, program.Call<double>("RootGradient", 4.0));
        Assert.Throws<OverflowException>(() => program.Call<double>("CheckedGradient", 1.0, 1 << 20));
        Assert.Equal(9, program.Call<double>("CheckedGradient", 1.0, 3));
    }

    [Fact]
    public void Arguments_that_only_the_method_accepts_are_refused()
    {
        using LoadedProgram program = LoadedProgram.CompileAndLoad(
            """
            [Differentiable(nameof(w))]
            public static float Loss(float w, Tensor<float> x, Tensor<float> y) => Tensor.Average<float>(w * x - y);

            public static float Broadcast() => LossGradient(1, Tensor.Create<float>([1, 2, 3], [3]), Tensor.Create<float>([1], [1]));

            public static float Equal() => LossGradient(1, Tensor.Create<float>([1, 2, 3], [3]), Tensor.Create<float>([1, 2, 3], [3]));
            """);

        Assert.Contains("broadcast", Assert.Throws<ArgumentException>(() => program.Call<float>("Broadcast")).Message, StringComparison.Ordinal);
        Assert.Equal(2, program.Call<float>("Equal"));
    }

    [Fact]
    public void The_call_is_that_of_the_same_overload()
    {
        using LoadedProgram program = LoadedProgram.CompileAndLoad(
            """
            [Differentiable] public static double F(double x) { if (x < 0) throw new ArgumentException("double"); return x; }
            [Differentiable] public static double F(in float x) { if (x < 0) throw new ArgumentException("in float"); return x; }
            public static double F(object x) => throw new ArgumentException("object");
            public static double F(double x, int n = 0) => throw new ArgumentException("optional");
            public static double G() => FGradient(-1.0);
            public static double H() { float x = -1; return FGradient(in x); }
            """);

        Assert.Equal("double", Assert.Throws<ArgumentException>(() => program.Call<double>("G")).Message);
        Assert.Equal("in float", Assert.Throws<ArgumentException>(() => program.Call<double>("H")).Message);
    }
}
