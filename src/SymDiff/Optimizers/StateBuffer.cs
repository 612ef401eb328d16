using System.Numerics;

namespace SymDiff;

/// <summary>What an optimizer remembers of each parameter from step to step: an average of the gradients, say.</summary>
/// <param name="name">The name in a saved state, PyTorch's.</param>
/// <param name="initial">What there is before the first step.</param>
/// <param name="mayStartLate">Whether a step can be the first that needs it, because an option was changed.</param>
internal sealed class StateBuffer<T>(string name, double initial = 0, bool mayStartLate = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[] elements = [];

    public string Name => name;

    public bool MayStartLate => mayStartLate;

    /// <summary>Whether a step has used it.</summary>
    public bool IsInUse { get; private set; }

    public ReadOnlySpan<T> Saved => elements;

    /// <summary>The elements, to read and write. Allocates where there weren't as many before.</summary>
    public Span<T> Use(int length)
    {
        if (!IsInUse)
        {
            elements = elements.Length == length ? elements : new T[length];
            elements.AsSpan().Fill(T.CreateTruncating(initial));
            IsInUse = true;
        }

        return elements;
    }

    public void Load(ReadOnlySpan<T> saved)
    {
        saved.CopyTo(Use(saved.Length));
    }

    public void Reset() => IsInUse = false;
}
