using System.Runtime.CompilerServices;
using System.Text;

namespace SymDiff.Benchmarks.Generator;

/// <summary>Programs of any size for the generator.</summary>
internal static class Sources
{
    /// <summary>One method of so many statements, each of which uses some earlier ones.</summary>
    public static string[] OneMethod(int statements)
    {
        var body = new StringBuilder();
        body.Append("        double t0 = x;\n        double t1 = y;\n");
        for (int i = 2; i < statements; i++)
        {
            string expression = (i % 5) switch
            {
                0 => $"t{i - 1} * t{i - 2} + 0.5",
                1 => $"Math.Sin(t{i - 1}) * x",
                2 => $"t{i - 1} / (1 + t{i / 2} * t{i / 2})",
                3 => $"Math.Exp(-t{i - 1} * t{i - 1}) + t{i / 3}",
                _ => $"t{i - 1} - y * t{i - 3}",
            };
            body.Append($"        double t{i} = {expression};\n");
        }

        return Program($$"""
                [Differentiable]
                public static double F(double x, double y)
                {
            {{body}}        return t{{statements - 1}};
                }
            """);
    }

    /// <summary>So many methods of ten calls of functions, with a branch and a loop.</summary>
    public static string[] Formulas(int methods)
    {
        var members = new StringBuilder();
        for (int i = 0; i < methods; i++)
        {
            members.Append($$"""
                    [Differentiable]
                    public static double F{{i}}(double a, double b, double c)
                    {
                        double u = Math.Exp(-a * a) * Math.Sin(b + {{i}});
                        double v = a > b ? Math.Log(1 + c * c) * u : Math.Cos(c * b) / (1 + u * u);
                        double sum = 0;
                        for (int i = 0; i < {{i}}; i++)
                        {
                            sum += v * i * Math.Sqrt(1 + u * u);
                        }
                        return Math.Atan2(sum, 1 + c * c) * Math.Tanh(a * v) + Math.Pow(1 + b * b, 0.5 * c);
                    }

                """);
        }

        return Program(members.ToString());
    }

    /// <summary>So many methods, half of them a straight line, half of them its mean squared error over spans, which calls it.</summary>
    public static string[] LinesAndLosses(int methods)
    {
        var members = new StringBuilder();
        for (int i = 0; i < methods / 2; i++)
        {
            members.Append($$"""
                    [Differentiable]
                    public static float Forward{{i}}(float w, float b, float x) => w * x + b;

                    [Differentiable(nameof(w), nameof(b))]
                    public static float Loss{{i}}(float w, float b, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
                    {
                        float sum = 0;
                        for (int i = 0; i < x.Length; i++)
                        {
                            float error = Forward{{i}}(w, b, x[i]) - y[i];
                            sum += error * error;
                        }
                        return sum / x.Length;
                    }

                """);
        }

        return Program(members.ToString());
    }

    /// <summary>The corpus of the tests: methods as their users write them.</summary>
    public static string[] Corpus([CallerFilePath] string here = "")
    {
        string corpus = Path.Combine(Path.GetDirectoryName(here)!, "../../SymDiff.Generators.Tests/Corpus");
        return [.. Directory.EnumerateFiles(Path.Combine(corpus, "Methods"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText), File.ReadAllText(Path.Combine(corpus, "Attribute/AtAttribute.cs"))];
    }

    private static string[] Program(string members) =>
    [
        $$"""
        using System;
        using SymDiff;

        public static partial class Functions
        {
        {{members}}
        }
        """,
    ];
}
