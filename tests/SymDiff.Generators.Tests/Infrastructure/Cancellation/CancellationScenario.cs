using System.Diagnostics;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Cancellation;

/// <summary>
/// Cancels runs at moments spread over the time that one takes. Each must end with <see cref="OperationCanceledException"/> or with the whole result,
/// and the next run over the same program must be right.
/// </summary>
internal static class CancellationScenario
{
    /// <summary>Gives the number of runs that were cut short.</summary>
    public static int Check(TestSource source, int moments = 40) => Check(source, Drivers.Generator, moments);

    public static int Check(TestSource source, Func<Microsoft.CodeAnalysis.IIncrementalGenerator> generator, int moments = 40)
    {
        GeneratorRun whole = GeneratorRun.Unchecked(source, generator());
        long start = Stopwatch.GetTimestamp();
        GeneratorRun.Unchecked(source, generator());
        TimeSpan duration = Stopwatch.GetElapsedTime(start);

        int cancelled = 0;
        for (int moment = 0; moment < moments; moment++)
        {
            using CancellationTokenSource cancellation = new();
            CancelAfter(cancellation, duration * moment / moments);
            try
            {
                Same(whole, GeneratorRun.Unchecked(source, generator(), cancellation.Token), "of a run that was cancelled too late to notice");
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            Same(whole, GeneratorRun.Unchecked(source, generator()), "after a cancelled run");
        }

        return cancelled;
    }

    /// <summary>On a thread of its own: timers are too coarse for what takes a few milliseconds.</summary>
    private static void CancelAfter(CancellationTokenSource cancellation, TimeSpan delay)
    {
        if (delay == TimeSpan.Zero)
        {
            cancellation.Cancel();
            return;
        }

        long start = Stopwatch.GetTimestamp();
        Thread thread = new(() =>
        {
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(start) >= delay);
            try
            {
                cancellation.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The run was over before.
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
    }

    private static void Same(GeneratorRun expected, GeneratorRun actual, string when)
    {
        if (!expected.Files.SequenceEqual(actual.Files) || expected.Diagnostics.Length != actual.Diagnostics.Length)
        {
            throw new XunitException($"The result {when} is another:\n{actual.Text}\n\ninstead of\n\n{expected.Text}");
        }
    }
}
