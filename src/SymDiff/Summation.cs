namespace SymDiff;

/// <summary>The order in which generated code takes sums over arrays, of values and of gradients: for <see cref="DifferentiableAttribute.Summation"/>.</summary>
public enum Summation
{
    /// <summary>
    /// SymDiff may sum in several lanes at once, which is up to ten times as fast and changes the last bits. The lanes are the same on every machine, and so is the sum.
    /// Sums of fewer numbers than there are lanes (8 of <see cref="double"/>, 16 of <see cref="float"/>) are taken in the order of the source.
    /// </summary>
    Lanes = 0,

    /// <summary>In the order of the source.</summary>
    Sequential = 1,
}
