using System.Globalization;
using Microsoft.CodeAnalysis;
using SymDiff.Symbolics.Tests;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.RandomMethods;

/// <summary>
/// Random methods with arrays of their own, compiled with their derivatives and run: the value is the method's, and the gradient agrees with finite differences, for
/// a number, and for an array too. <c>SYMDIFF_RANDOM_METHODS</c> sets how many, <c>SYMDIFF_SEED</c> where to start.
/// </summary>
public sealed class RandomArrayMethodTests
{
    private const int BatchSize = 50;

    private delegate double Method(double a, double[] x, int n);

    private delegate (double Value, double Gradient) ForNumber(double a, double[] x, int n);

    private delegate (double Value, double Gradient) ForArray(double a, double[] x, int n, Span<double> gradient);

    private static readonly (double A, double[] X, int N)[] Points =
    [
        (0.37, [0.7, -1.3, 0.2], 4),
        (-1.21, [], 0),
        (0.9, [-0.6], 1),
        (0.55, [-0.6, 0.9, 1.4, -0.15, 0.33], 3),

        // Long enough for lanes.
        (-0.62, [.. Enumerable.Range(0, 21).Select(static i => Math.Sin(i * i) + 0.2)], 19),
    ];

    // From as many steps on, loops may run in lanes and take sums in another order.
    private const int FewestLanes = 7;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Derivatives_of_random_methods_are_right(bool isForArray)
    {
        int count = Setting("SYMDIFF_RANDOM_METHODS", 50);
        int first = Setting("SYMDIFF_SEED", 1);
        (int methods, int compared) = (0, 0);
        for (int seed = first; seed < first + count; seed += BatchSize)
        {
            (int differentiated, int derivatives) = CheckBatch(seed, Math.Min(BatchSize, first + count - seed), isForArray);
            (methods, compared) = (methods + differentiated, compared + derivatives);
        }

        Assert.True(methods * 2 > count && compared > methods * 2, $"only {compared} derivatives of {methods} of {count} methods could be compared");
    }

    private static (int Methods, int Compared) CheckBatch(int first, int count, bool isForArray)
    {
        string methods = string.Concat(Enumerable.Range(first, count).Select(seed => RandomArrayMethod.Write(seed, $"F{seed}", isForArray)));
        GeneratorRun run = GeneratorRun.Unchecked(RandomArrayMethod.Helpers + methods);

        // Elements that depend on each other are refused.
        Diagnostic[] errors = [.. run.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not "SYMD0123")];
        if (errors.Length > 0)
        {
            throw new XunitException(string.Join('\n', errors.Take(5).Select(diagnostic => diagnostic.ToString())) + "\n\n" + methods);
        }

        using LoadedProgram program = LoadedProgram.Of(run);
        int[] differentiated = [.. Enumerable.Range(first, count).Where(seed => run.Files.Keys.Any(file => file.Contains($".F{seed}(", StringComparison.Ordinal)))];
        return (differentiated.Length, differentiated.Sum(seed => Check(program, seed, isForArray)));
    }

    private static int Check(LoadedProgram program, int seed, bool isForArray)
    {
        string name = $"F{seed}";
        var method = program.Method<Method>(name);
        ForNumber? forNumber = isForArray ? null : program.Method<ForNumber>(name + "ValueAndGradient");
        ForArray? forArray = isForArray ? program.Method<ForArray>(name + "ValueAndGradient") : null;
        int compared = 0;
        foreach ((double a, double[] x, int n) in Points)
        {
            double[] gradient = [.. x.Select(static _ => double.NaN)];
            double expected = method(a, x, n);
            (double value, double derivative) = Derivatives(a, x, n, gradient);
            Require(
                x.Length >= FewestLanes ? Math.Abs(expected - value) <= 1e-10 * (1 + Math.Abs(expected)) : expected.Equals(value),
                $"the value at {a}, [{string.Join(", ", x)}], {n} is {value}, not {expected}");
            compared += Compare("a", derivative, FiniteDifferences.Of(t => method(t, x, n), a, 1e-3));
            for (int i = 0; i < (isForArray ? x.Length : 0); i++)
            {
                compared += Compare($"x[{i}] of {x.Length}", gradient[i], FiniteDifferences.Of(t => method(a, [.. x[..i], t, .. x[(i + 1)..]], n), x[i], 1e-3));
            }
        }

        return compared;

        (double, double) Derivatives(double a, double[] x, int n, double[] gradient)
        {
            try
            {
                return forArray?.Invoke(a, x, n, gradient) ?? forNumber!(a, x, n);
            }
            catch (Exception exception) when (exception is not XunitException)
            {
                Require(false, $"at {a}, [{string.Join(", ", x)}], {n}: {exception}");
                throw;
            }
        }

        int Compare(string parameter, double derivative, (double Value, double Error) difference)
        {
            // Where the differences don't settle there is a kink or a jump nearby.
            if (!(difference.Error < 1e-8 * (1 + Math.Abs(difference.Value))))
            {
                return 0;
            }

            Require(
                Math.Abs(derivative - difference.Value) <= 1e-5 * (1 + Math.Abs(difference.Value)),
                $"∂/∂{parameter} is {derivative}, differences say {difference.Value} ± {difference.Error}");
            return 1;
        }

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new XunitException($"{name}: {message}\n\n{RandomArrayMethod.Write(seed, name, isForArray)}\n{program.Run.Files.First(file => file.Key.Contains($".{name}(", StringComparison.Ordinal)).Value}");
            }
        }
    }

    private static int Setting(string variable, int otherwise)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
