#if NET
using System.ComponentModel;

namespace SymDiff.Runtime;

/// <summary>For generated code: the parts of a gradient that has the layout of a model's parameters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelGradient
{
    /// <summary>The part of the gradient for one parameter: it lies where that parameter lies among all.</summary>
    /// <typeparam name="T">Type of the parameters.</typeparam>
    /// <param name="gradient">The gradient for all of them.</param>
    /// <param name="parameters">All of them.</param>
    /// <param name="parameter">The one.</param>
    /// <returns>As many elements as the parameter has.</returns>
    /// <exception cref="InvalidOperationException">It isn't one of the model's.</exception>
    public static Span<T> Part<T>(Span<T> gradient, ReadOnlySpan<T> parameters, ReadOnlySpan<T> parameter)
    {
        if (parameter.IsEmpty)
        {
            return [];
        }

        return parameters.Overlaps(parameter, out int offset) && offset >= 0 && offset + parameter.Length <= parameters.Length
            ? gradient.Slice(offset, parameter.Length)
            : throw new InvalidOperationException("A parameter that the method reads isn't one of the model's: it belongs to an object that is no part of the model.");
    }
}
#endif
