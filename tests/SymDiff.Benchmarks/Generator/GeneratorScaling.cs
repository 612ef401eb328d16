using System.Globalization;

namespace SymDiff.Benchmarks.Generator;

/// <summary>What the generator costs, by size of the source, inside a compiler that has run it before, as a build server has.</summary>
internal static class GeneratorScaling
{
    private static readonly int[] s_usualSizes = [1_000, 3_000, 10_000, 30_000];
    private const int Methods = 200;
    private const int Repetitions = 5;

    public static void Run(int[] sizes)
    {
        WarmUp();
        Print($"Processor time of the process, all its threads together; the lowest of {Repetitions} runs.");
        Print($"");
        Print($"| source | generator | lifting | of which binding | allocated | generated lines | build without the generator | with it |");
        Print($"|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (int statements in sizes.Length > 0 ? sizes : s_usualSizes)
        {
            Report($"one method of {statements} statements", GeneratorMeasurement.Of(Sources.OneMethod(statements), Repetitions));
        }

        Report($"{Methods} formulas with branches and loops", GeneratorMeasurement.Of(Sources.Formulas(Methods), Repetitions));
        Report($"{Methods} methods: lines and their losses", GeneratorMeasurement.Of(Sources.LinesAndLosses(Methods), Repetitions));
        Report($"the corpus of the tests", GeneratorMeasurement.Of(Sources.Corpus(), Repetitions));
    }

    // Until the run-time compiler is through with the generator and with Roslyn, which it goes over several times in the background.
    private static void WarmUp()
    {
        for (int i = 0; i < 8; i++)
        {
            GeneratorMeasurement.Of(Sources.OneMethod(1_000), repetitions: 1);
            GeneratorMeasurement.Of(Sources.Formulas(Methods), repetitions: 1);
        }
    }

    private static void Report(string source, GeneratorMeasurement measured) => Print(
        $"| {source} | {measured.Generator.TotalMilliseconds:N0} ms | {measured.Lifting.TotalMilliseconds:N0} ms | {measured.Binding.TotalMilliseconds:N0} ms | {measured.Allocated / 1e6:N0} MB | {measured.Lines:N0} | {measured.BuildWithout.TotalMilliseconds:N0} ms | {measured.BuildWith.TotalMilliseconds:N0} ms |");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
