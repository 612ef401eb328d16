using System.Text;

namespace SymDiff.Benchmarks.Generator;

/// <summary>Programs of any size for the generator.</summary>
internal static class Sources
{
    /// <summary>One method of so many statements, each of which uses some earlier ones.</summary>
    public static string OneMethod(int statements)
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

    /// <summary>So many methods of the size that people write.</summary>
    public static string ManyMethods(int methods)
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

    private static string Program(string members) => $$"""
        using System;
        using SymDiff;

        public static partial class Functions
        {
        {{members}}
        }
        """;
}
