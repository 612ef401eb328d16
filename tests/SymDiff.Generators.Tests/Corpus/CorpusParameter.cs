namespace SymDiff.Generators.Tests.Corpus;

/// <summary>A parameter of a method of the corpus.</summary>
/// <param name="Element">The type of its numbers: <c>double</c>, <c>float</c>, or whatever the type is where it isn't one of floating-point numbers.</param>
/// <param name="Rank">0 for a number, 1 for an array or span, 2 for a square matrix, which points have row by row.</param>
internal sealed record CorpusParameter(string Name, string Element, int Rank, bool IsDifferentiated)
{
    public bool IsOfNumbers => Element is "double" or "float";
}
