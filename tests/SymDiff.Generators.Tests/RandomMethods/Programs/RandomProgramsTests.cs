using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Tests.Corpus;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.RandomMethods.Programs;

/// <summary>
/// Random programs over the language that is supported, many to a compilation: each is refused, or its value, its gradient, dual numbers, finite differences, and the interpreter's value and its
/// gradients forwards and backwards agree. <c>SYMDIFF_RANDOM_PROGRAMS</c> sets how many, <c>SYMDIFF_SEED</c> where to start, <c>SYMDIFF_FAILURES</c> a folder for what fails, which then doesn't
/// end the run. What fails is made smaller first.
/// </summary>
public sealed class RandomProgramsTests
{
    private const int BatchSize = 50;

    private static readonly TimeSpan s_longestShrinking = TimeSpan.FromMinutes(3);

    private static readonly (double A, double B, double[] X, double[] Y, int N, double C)[] Points =
    [
        (0.37, -0.81, [0.7, -1.3, 0.2], [0.4, 1.1], 4, 0.55),
        (-1.21, 0.44, [], [-0.8], 0, -0.3),
        (0.93, 1.17, [-0.6], [], 1, 1.9),

        // No element is a multiple of the steps that programs go in, where Math.Min has a kink.
        (-0.62, 0.71, [-0.6, 0.87, 1.4, -0.15, 0.33], [0.25, -0.5, 1.75, 0.1, -1.05], 3, -0.75),

        // Long enough for lanes.
        (0.58, -0.29, [.. Enumerable.Range(0, 11).Select(static i => Math.Sin(i * i) + 0.2)], [.. Enumerable.Range(0, 9).Select(static i => Math.Cos(i * i) - 0.1)], 9, 0.4),
    ];

    [Fact]
    public void Random_programs_agree_with_all_other_ways_to_calculate_them()
    {
        int count = Setting("SYMDIFF_RANDOM_PROGRAMS", 500);
        int first = Setting("SYMDIFF_SEED", 1);
        string? failures = Environment.GetEnvironmentVariable("SYMDIFF_FAILURES");
        (int refused, int failed) = (0, 0);
        for (int seed = first; seed < first + count; seed += BatchSize)
        {
            int[] seeds = [.. Enumerable.Range(seed, Math.Min(BatchSize, first + count - seed))];
            foreach ((int bad, string message) in Batch(seeds, ref refused))
            {
                string report = Report(bad, message);
                if (failures is null)
                {
                    throw new XunitException(report);
                }

                failed++;
                File.WriteAllText(Path.Combine(failures, $"{bad}.txt"), report);
            }

            if (failures is not null)
            {
                File.WriteAllText(Path.Combine(failures, "progress.txt"), $"{seed + seeds.Length - first} programs from seed {first}, {refused} refused, {failed} failed\n");
            }
        }

        Assert.True(refused * 3 < count, $"{refused} of {count} are refused");
        Assert.Equal(0, failed);
    }

    /// <summary>Programs that have failed once, made smaller; what was wrong stands beside them.</summary>
    [Theory, MemberData(nameof(FoundPrograms.All), MemberType = typeof(FoundPrograms))]
    public void Programs_that_have_failed_agree(int seed, string body)
    {
        Assert.Null(Failure(seed, [new Statement(body)], out bool isRefused));
        Assert.False(isRefused);
    }

    // All of a batch at once; only if that fails, one by one.
    private static List<(int Seed, string Message)> Batch(int[] seeds, ref int refused)
    {
        List<(int, string)> failed = [];
        try
        {
            using CorpusProgram program = new(Text(seeds.Select(seed => RandomProgram.Method(seed, $"F{seed}", RandomProgram.Statements(seed)))), Summation.Lanes, isChecked: false);
            foreach (int seed in seeds)
            {
                try
                {
                    refused += Check(program, $"F{seed}") ? 0 : 1;
                }
                catch (Exception exception)
                {
                    failed.Add((seed, exception.Message));
                }
            }
        }
        catch (Exception exception) when (seeds.Length == 1)
        {
            failed.Add((seeds[0], exception.Message));
        }
        catch (Exception)
        {
            foreach (int seed in seeds)
            {
                failed.AddRange(Batch([seed], ref refused));
            }
        }

        return failed;
    }

    // False: it is refused.
    private static bool Check(CorpusProgram program, string name)
    {
        if (program.Errors.FirstOrDefault(error => error.Id == "SYMD9999" && error.GetMessage(CultureInfo.InvariantCulture).Contains($"'{name}'", StringComparison.Ordinal)) is { } bug)
        {
            throw new XunitException(bug.ToString());
        }

        if (!program.IsDifferentiated(name))
        {
            return false;
        }

        CorpusMethod method = program[name];
        foreach ((double a, double b, double[] x, double[] y, int n, double c) in Points)
        {
            object[] arguments = [a, b, x, y, n, c];
            CorpusPoint point = new(method, [.. arguments.Take(method.Parameters.Length)], [], IsSmooth: true);
            bool isLong = x.Length > 7;
            Agreement.Check(program, point, mayRunInLanes: isLong);
            if (!isLong)
            {
                InterpretedGradients.Check(program, point);
            }
        }

        return true;
    }

    private static string? Failure(int seed, ImmutableArray<Statement> statements, out bool isRefused)
    {
        isRefused = false;
        try
        {
            using CorpusProgram program = new(Text([RandomProgram.Method(seed, $"F{seed}", statements)]), Summation.Lanes, isChecked: false);
            isRefused = !Check(program, $"F{seed}");
            return null;
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }

    // The smallest program that still fails, by leaving out one statement after the other.
    private static string Report(int seed, string message)
    {
        ImmutableArray<Statement> smallest = RandomProgram.Statements(seed);
        bool shrinks = true;
        var watch = Stopwatch.StartNew();
        while (shrinks && watch.Elapsed < s_longestShrinking)
        {
            shrinks = false;
            foreach (ImmutableArray<Statement> smaller in Statement.Smaller(smallest).TakeWhile(_ => watch.Elapsed < s_longestShrinking))
            {
                if (Compiles(seed, smaller) && Failure(seed, smaller, out _) is { } same)
                {
                    (smallest, message, shrinks) = (smaller, same, true);
                    break;
                }
            }
        }

        return $"Seed {seed}:\n{RandomProgram.Method(seed, $"F{seed}", smallest)}\n{message}";
    }

    private static bool Compiles(int seed, ImmutableArray<Statement> statements)
        => !Compilations.Create(new TestSource(Text([RandomProgram.Method(seed, $"F{seed}", statements)]))).GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Text(IEnumerable<string> methods)
        => $"using System;\nusing System.Linq;\nusing SymDiff;\n\npublic static partial class Functions\n{{\n{RandomProgram.Helpers}{string.Concat(methods)}}}\n";

    private static int Setting(string variable, int otherwise)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
