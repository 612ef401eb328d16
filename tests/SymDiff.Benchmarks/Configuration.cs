using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace SymDiff.Benchmarks;

/// <summary>How measurements are made: always hand-written and generated code in one process, so that their ratio means something.</summary>
internal static class Configuration
{
    public static IConfig Full { get; } = Base(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));

    public static IConfig Quick { get; } = Base(
        Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(150))
            .WithWarmupCount(5)
            .WithIterationCount(11));

    private static ManualConfig Base(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job)
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.Median)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory)
        .HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0);
}
