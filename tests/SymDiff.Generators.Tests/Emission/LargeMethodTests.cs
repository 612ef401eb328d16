using System.Globalization;
using System.Text;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Emission;

/// <summary>What takes more than a few operations is written once, if the value costs next to nothing more.</summary>
public sealed class LargeMethodTests
{
    private const int Statements = 2_000;

    [Fact]
    public void The_gradient_is_that_of_the_method_that_returns_the_value_too()
    {
        using LoadedProgram program = LoadedProgram.CompileAndLoadUnchecked(Scalars(Statements));
        Assert.Contains("return FValueAndGradient(x, y).Gradient;", program.Run.Text, StringComparison.Ordinal);
        (double value, double dx, double dy) = Expected(Statements, 0.75, -0.5);
        Assert.Equal(value, program.Call<double>("F", 0.75, -0.5));
        (double X, double Y) gradient = program.Call<(double, double)>("FGradient", 0.75, -0.5);
        Assert.Equal(1, gradient.X / dx, 1e-11);
        Assert.Equal(1, gradient.Y / dy, 1e-11);
        Assert.Equal((value, gradient), program.Call<(double, (double, double))>("FValueAndGradient", 0.75, -0.5));
    }

    [Fact]
    public void Destinations_are_handed_on()
    {
        using LoadedProgram program = LoadedProgram.CompileAndLoadUnchecked(Arrays(Statements));
        Assert.Contains("this.FValueAndGradient(p, pGradient);", program.Run.Text, StringComparison.Ordinal);
        Assert.Contains("this.FGradient(p, global::System.MemoryExtensions.AsSpan(pGradient));", program.Run.Text, StringComparison.Ordinal);
        (_, double dx, double dy) = Expected(Statements, 0.75, -0.5);
        object instance = Activator.CreateInstance(program.Type("Functions"))!;
        double[] gradient = (double[])program.Type("Functions").GetMethod("FGradient", [typeof(double[])])!.Invoke(instance, [new[] { 0.75, -0.5 }])!;
        Assert.Equal(1, gradient[0] / dx, 1e-11);
        Assert.Equal(1, gradient[1] / dy, 1e-11);
    }

    [Fact]
    public void What_the_value_alone_needs_is_left_out_of_the_gradient()
    {
        // 4·x³·y for the last x, beside a value of thousands of terms that have no derivative.
        var text = new StringBuilder("[Differentiable(\"y\")] public static double F(double x, double y) {\ndouble s = y * y;\n");
        for (int i = 0; i < Statements; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"s = s + Math.Sin(x * {i}) / (1 + x * {i});\n");
        }

        using LoadedProgram program = LoadedProgram.CompileAndLoadUnchecked(text.Append("return s; }").ToString());
        Assert.DoesNotContain(".Gradient;", program.Run.Text, StringComparison.Ordinal);
        Assert.Equal(6.0, program.Call<double>("FGradient", 1.5, 3.0));
    }

    [Fact]
    public void A_formula_of_some_functions_is_written_once()
    {
        using LoadedProgram program = LoadedProgram.CompileAndLoadUnchecked("""
            [Differentiable] public static double F(double x, double y)
            {
                double u = Math.Exp(-x * x) * Math.Sin(y);
                double v = Math.Cos(u * y) / (1 + u * u);
                return Math.Atan2(u, 1 + y * y) * Math.Tanh(x * v) + Math.Pow(1 + x * x, 0.5 * y);
            }
            """);
        Assert.Contains("return FValueAndGradient(x, y).Gradient;", program.Run.Text, StringComparison.Ordinal);
        (double Value, (double X, double Y) Gradient) both = program.Call<(double, (double, double))>("FValueAndGradient", 0.75, -0.5);
        Assert.Equal(both.Gradient, program.Call<(double, double)>("FGradient", 0.75, -0.5));
        Assert.Equal(program.Call<double>("F", 0.75, -0.5), both.Value);
    }

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < 3; i++) s += Math.Exp(-x * i) * Math.Sin(x * y) * Math.Tanh(i * y) * Math.Log(1 + x * x * y * y) * Math.Pow(2 + x, i); return s;")]
    [InlineData("return Math.Exp(-x) * Math.Sin(y);")]
    public void What_is_small_or_sums_for_the_value_alone_is_written_for_both(string body)
        => Assert.DoesNotContain(".Gradient;", LoadedProgram.CompileAndLoadUnchecked($"[Differentiable] public static double F(double x, double y) {{ {body} }}").Run.Text, StringComparison.Ordinal);

    private static string Scalars(int statements) => $"[Differentiable] public static double F(double x, double y) {{\ndouble t = x; double u = y;\n{Body(statements)}return t; }}";

    private static TestSource Arrays(int statements) => new($$"""
        using System;
        using SymDiff;

        public partial class Functions
        {
            [Differentiable] public double F(double[] p)
            {
                double t = p[0]; double u = p[1]; double x = p[0]; double y = p[1];
                {{Body(statements)}}
                return t;
            }
        }
        """);

    private static string Body(int statements)
    {
        var text = new StringBuilder();
        for (int i = 0; i < statements; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "t" : "u")} = Math.Sin(t + {i} * x) * u / (1 + t * t) + y;\n");
        }

        return text.ToString();
    }

    // The same with tangents beside the values.
    private static (double Value, double Dx, double Dy) Expected(int statements, double x, double y)
    {
        (double V, double X, double Y) t = (x, 1, 0), u = (y, 0, 1);
        for (int i = 0; i < statements; i++)
        {
            double sine = Math.Sin(t.V + i * x), below = 1 + t.V * t.V, value = sine * u.V / below + y;
            double Tangent(double dt, double du, double dx, double dy)
                => ((Math.Cos(t.V + i * x) * (dt + i * dx) * u.V + sine * du) / below) - (sine * u.V * 2 * t.V * dt / (below * below)) + dy;
            (double, double, double) next = (value, Tangent(t.X, u.X, 1, 0), Tangent(t.Y, u.Y, 0, 1));
            (t, u) = i % 2 == 0 ? (next, u) : (t, next);
        }

        return (t.V, t.X, t.Y);
    }
}
