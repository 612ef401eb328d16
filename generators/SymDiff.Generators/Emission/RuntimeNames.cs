namespace SymDiff.Generators.Emission;

/// <summary>What generated code calls in the run-time library.</summary>
internal static class RuntimeNames
{
    public const string RequirementNotMet = "global::SymDiff.Runtime.Requirement.NotMet";

    public const string Scratch = "global::SymDiff.Runtime.Scratch";

    /// <summary>The elements of a tensor in a row.</summary>
    public const string Elements = "global::SymDiff.Runtime.TensorElements.Of";

    /// <summary>The number of a tensor's elements.</summary>
    public const string Count = "global::SymDiff.Runtime.TensorElements.Count";

    /// <summary>Elements in the shape of a tensor.</summary>
    public const string TensorShape = "global::SymDiff.Runtime.TensorElements.Shape";

    /// <summary>Checks of what is written to.</summary>
    public const string Destination = "global::SymDiff.Runtime.Destination";

    /// <summary>The same, where tensors take part.</summary>
    public const string TensorDestination = "global::SymDiff.Runtime.TensorDestination";

    /// <summary>The parts of a gradient for all parameters of a model.</summary>
    public const string ModelGradient = "global::SymDiff.Runtime.ModelGradient";

    public const string LaneMemory = "global::SymDiff.Runtime.LaneMemory";

    public const string LaneFunctions = "global::SymDiff.Numerics.Lanes";

    public const string LaneMask = "global::SymDiff.Runtime.LaneMask";

    public const string LaneTotals = "global::SymDiff.Runtime.LaneTotals";

    /// <summary>Products of matrices and vectors.</summary>
    public const string Contractions = "global::SymDiff.Runtime.Contractions";

    public const string LaneIndices = "global::SymDiff.Runtime.LaneIndices";
}
