#if NET
using System.ComponentModel;
using System.Numerics;

namespace SymDiff.Runtime;

/// <summary>For generated code: what a model says about its parameters and parts, in the order of declaration. It is heard when they are joined in one buffer, and again to see that they still are.</summary>
/// <typeparam name="T">Type of the parameters.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ParameterDeclarations<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ModelJoin<T>? join;
    private readonly T[]? array;
    private ModelParameters<T>? current;
    private string name = string.Empty;

    internal ParameterDeclarations(ModelJoin<T> join) => this.join = join;

    internal ParameterDeclarations(T[] array, int offset) => (this.array, Offset) = (array, offset);

    /// <summary>Where the next parameter is expected.</summary>
    internal int Offset { get; private set; }

    /// <summary>Begins with the storage of the model itself.</summary>
    /// <param name="parameters">The model's own parameters.</param>
    public void Begin(ModelParameters<T> parameters)
    {
        join?.Begin(parameters, current);
        if (join is null && !parameters.IsAt(array!, Offset))
        {
            throw Replaced();
        }

        current = parameters;
    }

    /// <summary>One of the model's own parameters.</summary>
    /// <param name="position">Which.</param>
    /// <param name="shape">Its sizes; none for a number.</param>
    public void Own(int position, params ReadOnlySpan<int> shape)
    {
        int length = current!.LengthOf(position, shape);
        join?.Own(current, position, shape, length);
        if (join is null && !current.IsAt(position, array!, Offset))
        {
            throw Replaced();
        }

        Offset += length;
    }

    /// <summary>A part.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="part">A model.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void Part(string property, IModel<T>? part)
    {
        if (part is null)
        {
            throw new InvalidOperationException($"The model '{property}' is null. It must be there before parameters are used.");
        }

        ModelParameters<T>? outer = current;
        name = property;
        join?.Enter(property);
        part.Declare(ref this);
        join?.Leave();
        current = outer;
    }

    /// <summary>A part that need not be there.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="part">A model, or nothing.</param>
    public void OptionalPart(string property, IModel<T>? part)
    {
        if (part is not null)
        {
            Part(property, part);
        }
    }

    /// <summary>Several parts.</summary>
    /// <typeparam name="TParts">Type of the array or list.</typeparam>
    /// <typeparam name="TPart">Type of the parts.</typeparam>
    /// <param name="property">Its name.</param>
    /// <param name="parts">The models.</param>
    /// <exception cref="InvalidOperationException">There is no array or list, or a model of it is missing.</exception>
    public void Parts<TParts, TPart>(string property, TParts? parts)
        where TParts : IReadOnlyList<TPart>
        where TPart : IModel<T>
    {
        if (parts is null)
        {
            throw new InvalidOperationException($"'{property}' is null. The models in it must be there before parameters are used.");
        }

        for (int i = 0; i < parts.Count; i++)
        {
            // The text is for joining; seeing that all is as it was must not allocate.
            Part(join is null ? property : $"{property}[{i}]", parts[i]);
        }
    }

    internal readonly InvalidOperationException Replaced()
        => new($"The parts of the model aren't those they were when its parameters were used first{(name.Length == 0 ? string.Empty : $": look at '{name}'")}. They must stay the same objects.");
}
#endif
