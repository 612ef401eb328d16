using Microsoft.CodeAnalysis;
using SymDiff.Generators.Tests.Infrastructure.Incrementality;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Checks;

/// <summary>Nothing is done again for the same program in another compilation object.</summary>
internal static class SecondRun
{
    public static void Check(GeneratorRun run)
    {
        GeneratorRunResult second = run.Driver.RunGenerators(run.Input.Clone()).GetRunResult().Results.Single();
        StepReasons reasons = StepReasons.Of(second);
        string[] again = [.. reasons.Where(step => !StepReasons.IsUntouched(step.Reason)).Select(step => $"  {step.Name}: {step.Reason}")];
        if (again.Length > 0)
        {
            throw new XunitException($"Steps that ran again for an unchanged program:\n{string.Join('\n', again)}");
        }

        if (run.Files.Count > 0 && reasons.Count == 0)
        {
            throw new XunitException("The pipeline has no named step: nothing can be said of what runs again.");
        }
    }
}
