#if NET
using System.Buffers;
using System.ComponentModel;

namespace SymDiff.Runtime;

/// <summary>For generated code: memory for an array of intermediate values, on the stack if it is small, else from a pool.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <example><code>
/// var hidden = new Scratch&lt;float&gt;(stackalloc float[256], units);
/// Span&lt;float&gt; h = hidden.Span;
/// …
/// hidden.Return();
/// </code></example>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Scratch<T>
{
    private const int MinimumGrowth = 256;

    private T[]? _rented;

    /// <summary>Takes memory for so many elements. What is in it is anything.</summary>
    /// <param name="small">Used if it's enough.</param>
    /// <param name="length">The number of elements; below 0 means none, since the array isn't reached then.</param>
    public Scratch(Span<T> small, int length)
    {
        if (length <= small.Length)
        {
            Span = small[..Math.Max(length, 0)];
        }
        else
        {
            _rented = ArrayPool<T>.Shared.Rent(length);
            Span = _rented.AsSpan(0, length);
        }
    }

    /// <summary>The elements.</summary>
    public Span<T> Span { get; private set; }

    /// <summary>Takes memory for at least twice as many elements. Those that there were are copied.</summary>
    /// <returns>The elements, in their new place.</returns>
    public Span<T> Grow()
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(MinimumGrowth, checked(2 * Span.Length)));
        Span.CopyTo(larger);
        Return();
        _rented = larger;
        return Span = larger;
    }

    /// <summary>Gives the memory back. Nothing may use <see cref="Span"/> from here on. Where an exception keeps this from being called the memory is collected as any other.</summary>
    public void Return()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<T>.Shared.Return(rented);
        }
    }
}
#endif
