namespace SymDiff.Generators.Diagnostics;

/// <summary>All that SymDiff has to say to a user: ids, words, severities. A row is one problem; each has a page of its own.</summary>
public static partial class Problems
{
    private const string Pages = "https://github.com/symdiff/symdiff/blob/main/docs/diagnostics/";
    private const string Category = "SymDiff";
}
