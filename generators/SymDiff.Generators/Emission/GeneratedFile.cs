namespace SymDiff.Generators.Emission;

/// <summary>A file of generated code.</summary>
public sealed record GeneratedFile(string HintName, string Text);
