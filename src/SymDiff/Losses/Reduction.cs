namespace SymDiff;

/// <summary>How the losses of single elements become one number.</summary>
public enum Reduction
{
    /// <summary>Their mean, with weights the weighted mean where PyTorch takes it; of no elements NaN.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,
}
