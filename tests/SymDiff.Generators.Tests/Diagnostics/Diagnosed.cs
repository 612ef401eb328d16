using SymDiff.Generators.Tests.Infrastructure;
using SymDiff.Generators.Tests.Infrastructure.Checks;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>Runs the generator once and compares what it reports with the marks in the text.</summary>
internal static class Diagnosed
{
    public static GeneratorRun Check(TestSource source)
    {
        GeneratorRun run = GeneratorRun.Unchecked(source);
        ExpectedDiagnostics.Check(run);
        return run;
    }
}
