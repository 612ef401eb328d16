namespace SymDiff.Generators.Lifting;

/// <summary>What the compiler of the user's program calls things.</summary>
internal static class KnownNames
{
    public const string DifferentiableAttribute = "SymDiff.DifferentiableAttribute";

    public const string EmitProperty = "Emit";

    public const string Runtime = "SymDiff.Runtime";

    public const string Gradients = "SymDiff.Gradients";

    public const string Activations = "SymDiff.Activations";

    public const string SummationProperty = "Summation";

    /// <summary>What comes behind a method's name in the names of its derivatives.</summary>
    public const string Gradient = "Gradient";

    /// <inheritdoc cref="Gradient"/>
    public const string ValueAndGradient = "ValueAndGradient";
}
