// dotnet run -c Release --project tests/SymDiff.Benchmarks -- --filter '*'          everything: generated gradients against hand-written ones, functions in lanes
// dotnet run -c Release --project tests/SymDiff.Benchmarks -- --filter '*Lanes*'    functions in lanes against those of Math and TensorPrimitives
// dotnet run -c Release --project tests/SymDiff.Benchmarks -- --quick               the gradients in a few minutes, with less precision
// dotnet run -c Release --project tests/SymDiff.Benchmarks -- --generator-scaling   time that the generator takes, by size of the source; sizes in statements may follow

using BenchmarkDotNet.Running;
using SymDiff.Benchmarks;
using SymDiff.Benchmarks.Arrays;
using SymDiff.Benchmarks.Generator;
using SymDiff.Benchmarks.Gradients;
using SymDiff.Benchmarks.Recurrences;

switch (args)
{
    case ["--generator-scaling", .. string[] sizes]:
        GeneratorScaling.Run([.. sizes.Select(int.Parse)]);
        break;

    case ["--quick"]:
        BenchmarkRunner.Run(
            [
                typeof(GradientBenchmarks), typeof(LinearRegressionBenchmarks), typeof(LogisticRegressionBenchmarks), typeof(RosenbrockBenchmarks), typeof(NetworkBenchmarks),
                typeof(SoftmaxRegressionBenchmarks), typeof(MixtureBenchmarks), typeof(RecurrenceBenchmarks),
            ],
            Configuration.Quick);
        break;

    default:
        BenchmarkSwitcher.FromAssembly(typeof(GradientBenchmarks).Assembly).Run(args, Configuration.Full);
        break;
}
