namespace SymDiff;

/// <summary>How a value goes from one end of a phase to the other.</summary>
public enum Annealing
{
    /// <summary>Along half a wave of the cosine: slow at both ends.</summary>
    Cosine = 0,

    /// <summary>In equal steps.</summary>
    Linear = 1,
}
