using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Tests.Infrastructure.Incrementality;

/// <summary>Why an output of a step came to be.</summary>
internal sealed record StepReason(string Name, IncrementalStepRunReason Reason);

/// <summary>
/// The reasons of all outputs of the generator's own steps and of its source outputs, in the order of the names. An output without a source isn't
/// among them: to report diagnostics at their places takes the compilation, which is always another.
/// </summary>
internal sealed class StepReasons(ImmutableArray<StepReason> reasons) : IReadOnlyCollection<StepReason>
{
    /// <summary>Steps of the compiler itself: its inputs, and the nodes that ForAttributeWithMetadataName is made of.</summary>
    private static readonly ImmutableHashSet<string> Inputs =
        [.. typeof(WellKnownGeneratorInputs).GetFields().Select(field => (string)field.GetValue(null)!), "CompilationOptions"];

    public int Count => reasons.Length;

    public IncrementalStepRunReason[] this[string name] => [.. reasons.Where(step => step.Name == name).Select(step => step.Reason)];

    public static StepReasons Of(GeneratorRunResult result) => new(
    [
        .. OwnSteps(result).SelectMany(steps => Outputs(steps, static _ => true))
            .Concat(result.TrackedOutputSteps.SelectMany(steps => Outputs(steps, HasSource)))
            .OrderBy(step => step.Name, StringComparer.Ordinal),
    ]);

    public static IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> OwnSteps(GeneratorRunResult result) =>
        result.TrackedSteps.Where(steps =>
            !Inputs.Contains(steps.Key) && !steps.Key.Contains("_ForAttribute", StringComparison.Ordinal) && !result.TrackedOutputSteps.ContainsKey(steps.Key));

    public static bool IsUntouched(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    public IEnumerator<StepReason> GetEnumerator() => reasons.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join('\n', reasons.Select(step => $"{step.Name}: {step.Reason}"));

    private static IEnumerable<StepReason> Outputs(KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>> steps, Func<object, bool> counts) =>
        steps.Value.SelectMany(step => step.Outputs).Where(output => counts(output.Value)).Select(output => new StepReason(steps.Key, output.Reason));

    /// <summary>The value of an output is the pair of its sources and its diagnostics, of a type that isn't public.</summary>
    private static bool HasSource(object value) => value is not ITuple { Length: 2 } pair || pair[0] is not IEnumerable sources || sources.Cast<object>().Any();
}
