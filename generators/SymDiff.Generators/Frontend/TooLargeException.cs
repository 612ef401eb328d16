namespace SymDiff.Generators.Lifting;

/// <summary>The calls in a method expand into more code than can be worked through.</summary>
internal sealed class TooLargeException : Exception;
