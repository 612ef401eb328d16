namespace SymDiff.Generators.Emission;

/// <summary>What generated code calls in the run-time library.</summary>
internal static class RuntimeNames
{
    public const string RequirementNotMet = "global::SymDiff.Runtime.Requirement.NotMet";

    public const string Scratch = "global::SymDiff.Runtime.Scratch";

    public const string Elements = "global::SymDiff.Runtime.TensorElements.Of";
}
