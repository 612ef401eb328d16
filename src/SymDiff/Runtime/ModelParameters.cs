#if NET
using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;

namespace SymDiff.Runtime;

/// <summary>
/// For generated code: the parameters of one model. Each lies in memory of its own until all are asked for; then they move into one buffer, that of the outermost model.
/// </summary>
/// <typeparam name="T">Type of the parameters.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelParameters<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Models become parts of others seldom, and it changes several of them at once.
    private static readonly Lock s_joining = new();

    private readonly string[] names;
    private readonly Place?[] places;
    private Buffer? buffer;

    /// <summary>Makes the storage of a model.</summary>
    /// <param name="names">Of its own parameters, in the order of declaration.</param>
    public ModelParameters(params string[] names)
    {
        this.names = names;
        places = new Place?[names.Length];
    }

    /// <summary>That of the model that this one is a part of; null if it is none.</summary>
    internal ModelParameters<T>? Owner { get; private set; }

    /// <summary>A parameter that is a number.</summary>
    /// <param name="position">Which of the model's own.</param>
    /// <returns>The number itself.</returns>
    public ref T Number(int position) => ref PlaceOf(position, []).Elements[0];

    /// <summary>A parameter that is several numbers.</summary>
    /// <param name="position">Which of the model's own.</param>
    /// <param name="shape">Its sizes.</param>
    /// <returns>The numbers themselves.</returns>
    public Span<T> Numbers(int position, params ReadOnlySpan<int> shape) => PlaceOf(position, shape).Elements;

    /// <summary>All parameters of the model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The numbers themselves.</returns>
    public Span<T> All(IModel<T> model) => Joined(model).Elements;

    /// <summary>How many there are.</summary>
    /// <inheritdoc cref="All"/>
    /// <returns>The number of numbers.</returns>
    public int Count(IModel<T> model) => Joined(model).Length;

    /// <summary>Their names and places.</summary>
    /// <inheritdoc cref="All"/>
    /// <returns>In the order of declaration.</returns>
    public IReadOnlyList<ParameterInfo> Layout(IModel<T> model) => Joined(model).Layout;

    /// <summary>One of the own parameters, whatever its shape.</summary>
    /// <param name="position">Which of the model's own.</param>
    /// <returns>The numbers themselves.</returns>
    /// <exception cref="InvalidOperationException">Nothing has asked for it or for all parameters yet.</exception>
    public ReadOnlySpan<T> Own(int position)
        => places[position] is { } place ? place.Elements : throw new InvalidOperationException($"The parameter '{names[position]}' hasn't been used yet.");

    internal string NameOf(int position) => names[position];

    internal int LengthOf(int position, ReadOnlySpan<int> shape) => PlaceOf(position, shape).Length;

    /// <summary>Moves one of the own parameters.</summary>
    internal void Move(int position, T[] array, int offset)
    {
        Place old = places[position]!;
        old.Elements.CopyTo(array.AsSpan(offset));
        places[position] = new Place(array, offset, old.Length, old.Shape);
    }

    /// <summary>Tells the model what range it now has.</summary>
    internal void Take(T[] array, int offset, int length, ImmutableArray<ParameterInfo> layout, ModelParameters<T>? owner)
    {
        Owner = owner;
        buffer = new Buffer(array, offset, length, layout);
    }

    /// <summary>Whether the model's range begins here.</summary>
    internal bool IsAt(T[] array, int offset) => buffer is { } own && ReferenceEquals(own.Array, array) && own.Offset == offset;

    /// <summary>Whether one of the own parameters is here.</summary>
    internal bool IsAt(int position, T[] array, int offset) => places[position] is { } place && ReferenceEquals(place.Array, array) && place.Offset == offset;

    private Buffer Joined(IModel<T> model)
    {
        if (buffer is null)
        {
            lock (s_joining)
            {
                if (buffer is null)
                {
                    ModelJoin<T>.Join(model);
                }
            }
        }

        Buffer joined = buffer!;
        var declarations = new ParameterDeclarations<T>(joined.Array, joined.Offset);
        model.Declare(ref declarations);
        return declarations.Offset == joined.Offset + joined.Length ? joined : throw declarations.Replaced();
    }

    private Place PlaceOf(int position, ReadOnlySpan<int> shape)
    {
        if (places[position] is { } known)
        {
            return known.Shape.AsSpan().SequenceEqual(shape)
                ? known
                : throw new InvalidOperationException($"The parameter '{names[position]}' had the shape [{string.Join(", ", known.Shape)}] when it was used first, and now [{string.Join(", ", shape.ToArray())}].");
        }

        long length = 1;
        foreach (int size in shape)
        {
            length = size >= 0 && length * size <= Array.MaxLength
                ? length * size
                : throw new InvalidOperationException($"The parameter '{names[position]}' can't have the shape [{string.Join(", ", shape.ToArray())}].");
        }

        // Another thread may have been faster.
        Place made = new(new T[length], 0, (int)length, [.. shape]);
        return Interlocked.CompareExchange(ref places[position], made, null) ?? made;
    }

    /// <summary>Where a parameter is; replaced as a whole, so that nobody sees half of a move.</summary>
    private sealed record Place(T[] Array, int Offset, int Length, ImmutableArray<int> Shape)
    {
        public Span<T> Elements => Array.AsSpan(Offset, Length);
    }

    private sealed record Buffer(T[] Array, int Offset, int Length, ImmutableArray<ParameterInfo> Layout)
    {
        public Span<T> Elements => Array.AsSpan(Offset, Length);
    }
}
#endif
