using System.ComponentModel;
using System.Numerics;
using SymDiff.Runtime;

namespace SymDiff;

/// <summary>A model: a class marked <see cref="ModelAttribute"/>, for which this is implemented at build time.</summary>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <example><code>
/// Span&lt;float&gt; gradient = new float[model.ParameterCount];
/// float loss = model.LossValueAndGradient(x, y, gradient);
/// optimizer.Step(model.Parameters, gradient);
/// </code></example>
public interface IModel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>All parameters, those of its parts included: the numbers themselves, not a copy.</summary>
    /// <exception cref="InvalidOperationException">A part is missing, or is a part in two places, or was replaced since the parameters were used first.</exception>
    Span<T> Parameters { get; }

    /// <summary>How many numbers that is.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    int ParameterCount { get; }

    /// <summary>The parameters by name, in the order of declaration, which is that of their places in <see cref="Parameters"/>.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    IReadOnlyList<ParameterInfo> ParameterLayout { get; }

    /// <summary>For generated code: tells what the model consists of, in the order of declaration.</summary>
    /// <param name="declarations">What is told.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void Declare(ref ParameterDeclarations<T> declarations);

    /// <summary>For generated code: where one of the model's own parameters is.</summary>
    /// <param name="position">Which of them, in the order of declaration.</param>
    /// <returns>The numbers themselves.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ReadOnlySpan<T> Own(int position);
}
