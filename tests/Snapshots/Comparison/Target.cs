namespace Snapshots.Comparison;

/// <summary>One output: the part of its file's name after <c>#</c> (none for the only one of a test), its extension and its text.</summary>
internal sealed record Target(string? Name, string Extension, string Text);
