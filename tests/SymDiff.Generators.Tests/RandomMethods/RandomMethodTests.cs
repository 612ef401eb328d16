using System.Globalization;
using Microsoft.CodeAnalysis;
using SymDiff.Symbolics.Tests;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.RandomMethods;

/// <summary>
/// Random methods, compiled with their derivatives and run: the value has the bits of the method's, both members give the same gradient, and it
/// agrees with finite differences. <c>SYMDIFF_RANDOM_METHODS</c> sets how many, <c>SYMDIFF_SEED</c> where to start.
/// </summary>
public sealed class RandomMethodTests
{
    private const int BatchSize = 50;

    private delegate double Method(double a, double b, float c, double[] x, int n);

    private delegate (double A, double B, float C) Gradient(double a, double b, float c, double[] x, int n);

    private delegate (double Value, (double A, double B, float C) Gradient) ValueAndGradient(double a, double b, float c, double[] x, int n);

    private static readonly (double A, double B, float C, double[] X, int N)[] Points =
    [
        (0.37, -0.81, 0.55f, [0.7, -1.3, 0.2], 4),
        (-1.21, 0.44, -0.3f, [], 0),
        (2.03, 1.17, 1.9f, [-0.6, 0.9, 1.4, -0.15, 0.33], 3),

        // Long enough for lanes: two registers full and a part of one.
        (0.62, 0.91, -0.75f, [.. Enumerable.Range(0, 21).Select(static i => Math.Sin(i * i) + 0.2)], 19),
    ];

    // From as many steps on, loops may run in lanes and take sums in another order.
    private const int FewestLanes = 8;

    [Fact]
    public void Derivatives_of_random_methods_are_right()
    {
        int count = Setting("SYMDIFF_RANDOM_METHODS", 200);
        int first = Setting("SYMDIFF_SEED", 1);
        int compared = 0;
        for (int seed = first; seed < first + count; seed += BatchSize)
        {
            compared += CheckBatch(seed, Math.Min(BatchSize, first + count - seed));
        }

        Assert.True(compared > 3 * count, $"only {compared} derivatives could be compared");
    }

    private static int CheckBatch(int first, int count)
    {
        string methods = string.Concat(Enumerable.Range(first, count).Select(seed => RandomMethod.Write(seed, $"F{seed}")));
        GeneratorRun run = GeneratorRun.Unchecked(RandomMethod.Helpers + methods);
        Diagnostic[] refused = [.. run.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (refused.Length > 0)
        {
            throw new XunitException(string.Join('\n', refused.Take(5).Select(diagnostic => diagnostic.ToString())) + "\n\n" + methods);
        }

        using LoadedProgram program = LoadedProgram.Of(run);
        return Enumerable.Range(first, count).Sum(seed => Check(program, seed));
    }

    private static int Check(LoadedProgram program, int seed)
    {
        string name = $"F{seed}";
        var method = program.Method<Method>(name);
        var gradient = program.Method<Gradient>(name + "Gradient");
        var both = program.Method<ValueAndGradient>(name + "ValueAndGradient");
        int compared = 0;
        foreach ((double a, double b, float c, double[] x, int n) in Points)
        {
            double expected = method(a, b, c, x, n);
            (double value, var derivative) = both(a, b, c, x, n);

            (double A, double B, float C) alone = gradient(a, b, c, x, n);
            if (x.Length >= FewestLanes)
            {
                Require(IsClose(expected, value, 1e-10), $"the value is {value}, not {expected}");
                Require(IsClose(alone.A, derivative.A, 1e-8) && IsClose(alone.B, derivative.B, 1e-8) && IsClose(alone.C, derivative.C, 1e-4), $"the members differ: {alone} and {derivative}");
            }
            else
            {
                // IEEE 754 leaves open which NaN comes of an operation.
                Require(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value) || (double.IsNaN(expected) && double.IsNaN(value)), $"the value is {value}, not {expected}");
                Require(alone.Equals(derivative), $"the members differ: {alone} and {derivative}");
            }

            compared += Compare("a", derivative.A, 1e-5, FiniteDifferences.Of(t => method(t, b, c, x, n), a, 1e-3));
            compared += Compare("b", derivative.B, 1e-5, FiniteDifferences.Of(t => method(a, t, c, x, n), b, 1e-3));
            compared += Compare("c", derivative.C, 1e-2, FiniteDifferences.Of(t => method(a, b, (float)t, x, n), c, 0.05), noise: 1e-6);
        }

        return compared;

        static bool IsClose(double left, double right, double tolerance) => left.Equals(right) || Math.Abs(left - right) <= tolerance * (1 + Math.Abs(left));

        int Compare(string parameter, double derivative, double tolerance, (double Value, double Error) difference, double noise = 1e-8)
        {
            // Where the differences don't settle there is a kink or a jump nearby, or a rounding to float.
            if (!(difference.Error < noise * (1 + Math.Abs(difference.Value))))
            {
                return 0;
            }

            Require(
                Math.Abs(derivative - difference.Value) <= tolerance * (1 + Math.Abs(difference.Value)),
                $"∂/∂{parameter} is {derivative}, differences say {difference.Value} ± {difference.Error}");
            return 1;
        }

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new XunitException($"{name}: {message}\n\n{RandomMethod.Write(seed, name)}\n{program.Run.Files.First(file => file.Key.Contains(name, StringComparison.Ordinal)).Value}");
            }
        }
    }

    private static int Setting(string variable, int otherwise)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
