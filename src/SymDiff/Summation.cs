namespace SymDiff;

/// <summary>The order in which generated code takes sums over arrays, of values and of gradients: for <see cref="DifferentiableAttribute.Summation"/>.</summary>
public enum Summation
{
    /// <summary>
    /// SymDiff may sum in several lanes at once, which is faster and changes the last bits; the lanes are the same on every machine.
    /// This version never does: all sums are taken in the order of the source.
    /// </summary>
    Lanes = 0,

    /// <summary>In the order of the source.</summary>
    Sequential = 1,
}
