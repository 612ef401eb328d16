namespace SymDiff.Generators.Emission;

/// <summary>The attribute that all generated members have.</summary>
internal static class GeneratedMark
{
    public static readonly string Text = $"[global::System.CodeDom.Compiler.GeneratedCode(\"SymDiff\", \"{typeof(GeneratedMark).Assembly.GetName().Version.ToString(fieldCount: 3)}\")]";
}
