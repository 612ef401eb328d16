using System.Numerics;
using SymDiff.Numerics;

namespace SymDiff;

/// <summary>
/// Activation functions with PyTorch's definitions, options and conventions at kinks, for <see cref="float"/> and <see cref="double"/>: of a number, of the
/// elements of a span, of those of a tensor. A method marked <c>[Differentiable]</c> may call them: they are differentiated as a part of it.
/// </summary>
/// <remarks>
/// <para>A destination is overwritten. It has the length of the input and may be the input itself, but must not overlap it otherwise.</para>
/// <para>Options are <see cref="double"/> for both precisions and are rounded to that of the elements, as in PyTorch. NaN gives NaN.</para>
/// </remarks>
/// <example><code>
/// [Differentiable(nameof(w))]
/// public static double Output(double w, double x) =&gt; Activations.Gelu(w * x);
/// </code></example>
public static partial class Activations
{
    /// <summary>max(0, x): <c>torch.nn.ReLU</c>. The derivative at 0 is 0.</summary>
    /// <typeparam name="T">Type of the number: <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="x">A number.</param>
    /// <returns>The value of the function.</returns>
    public static T Relu<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.Max(x, T.Zero);

    /// <summary>x where x &gt; 0, else s·x: <c>torch.nn.LeakyReLU</c>. The derivative at 0 is s.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">A number.</param>
    /// <param name="negativeSlope">s.</param>
    public static T LeakyRelu<T>(T x, double negativeSlope = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x > T.Zero ? x : T.CreateChecked(negativeSlope) * x;

    /// <summary>x where x &gt; 0, else w·x, with a slope w that is learned: <c>torch.nn.PReLU</c>. The derivative at 0 is w.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">A number.</param>
    /// <param name="weight">w.</param>
    public static T PRelu<T>(T x, T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x > T.Zero ? x : weight * x;

    /// <summary>min(max(0, x), 6): <c>torch.nn.ReLU6</c>. The derivative at 0 and at 6 is 0.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Relu6<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => HardTanh(x, 0, 6);

    /// <summary>x where x &gt; 0, else α·(eˣ − 1): <c>torch.nn.ELU</c>. The derivative at 0 is α.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">A number.</param>
    /// <param name="alpha">α: −α is the limit for x → −∞.</param>
    public static T Elu<T>(T x, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x > T.Zero ? x : T.CreateChecked(alpha) * SpecialFunctions.ExpM1(x);

    /// <summary>x where x &gt; 0, else α·(e^(x/α) − 1): <c>torch.nn.CELU</c>. Smooth for every α.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">A number.</param>
    /// <param name="alpha">α, not 0: −α is the limit for x → −∞.</param>
    public static T Celu<T>(T x, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x > T.Zero ? x : T.CreateChecked(alpha) * SpecialFunctions.ExpM1(x / T.CreateChecked(alpha));

    /// <summary>λ·x where x &gt; 0, else λ·α·(eˣ − 1), with λ = 1.0507… and α = 1.6733…: <c>torch.nn.SELU</c>. The derivative at 0 is λ·α.</summary>
    /// <remarks>With these constants outputs of layers keep a mean near 0 and a variance near 1: Klambauer et al., <i>Self-Normalizing Neural Networks</i> (2017).</remarks>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Selu<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.CreateChecked(1.0507009873554804934193349852946) * Elu(x, 1.6732632423543772848170429916717);

    /// <summary>x·Φ(x), with the distribution function Φ of the normal distribution, ½·(1 + erf(x/√2)): <c>torch.nn.GELU</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Gelu<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.CreateChecked(0.5) * x * (T.One + SpecialFunctions.Erf(x * T.CreateChecked(0.70710678118654752440)));

    /// <summary>½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))), an approximation of <see cref="Gelu{T}(T)"/>: <c>torch.nn.GELU(approximate='tanh')</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T GeluTanh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.CreateChecked(0.5) * x * (T.One + T.Tanh(T.CreateChecked(0.79788456080286535588) * (x + T.CreateChecked(0.044715) * x * x * x)));

    /// <summary>x·σ(x), with σ(x) = 1/(1 + e⁻ˣ); also known as Swish: <c>torch.nn.SiLU</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Silu<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x * Sigmoid(x);

    /// <summary>x·tanh(log(1 + eˣ)): <c>torch.nn.Mish</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Mish<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x * T.Tanh(SpecialFunctions.Softplus(x));

    /// <summary>log(1 + e^(β·x))/β, or x where β·x is greater than a threshold: <c>torch.nn.Softplus</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">A number.</param>
    /// <param name="beta">β, not 0: how sharp the bend is.</param>
    /// <param name="threshold">Where the function is as good as x.</param>
    public static T Softplus<T>(T x, double beta = 1, double threshold = 20)
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.CreateChecked(beta) * x > T.CreateChecked(threshold) ? x : SpecialFunctions.Softplus(T.CreateChecked(beta) * x) / T.CreateChecked(beta);

    /// <summary>x/(1 + |x|): <c>torch.nn.Softsign</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Softsign<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x / (T.One + T.Abs(x));

    /// <summary>The hyperbolic tangent: <c>torch.nn.Tanh</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Tanh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.Tanh(x);

    /// <summary>σ(x) = 1/(1 + e⁻ˣ): <c>torch.nn.Sigmoid</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T Sigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => SpecialFunctions.Sigmoid(x);

    /// <summary>log σ(x) = −log(1 + e⁻ˣ): <c>torch.nn.LogSigmoid</c>.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T LogSigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => -SpecialFunctions.Softplus(-x);

    /// <summary>x within two bounds: <c>torch.nn.Hardtanh</c>. The derivative at the bounds is 0.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">A number.</param>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    public static T HardTanh<T>(T x, double min = -1, double max = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
        => x <= T.CreateChecked(min) ? T.CreateChecked(min) : x >= T.CreateChecked(max) ? T.CreateChecked(max) : x;

    /// <summary>(x + 3)/6 within 0 and 1: <c>torch.nn.Hardsigmoid</c>. The derivative at −3 and at 3 is 0.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T HardSigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T three = T.CreateChecked(3);
        return x <= -three ? T.Zero : x >= three ? T.One : (x + three) / T.CreateChecked(6);
    }

    /// <summary>x times the hard sigmoid of x: <c>torch.nn.Hardswish</c>. The derivative at −3 is 0, at 3 it is 1.</summary>
    /// <inheritdoc cref="Relu{T}(T)"/>
    public static T HardSwish<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T three = T.CreateChecked(3);
        return x <= -three ? T.Zero : x >= three ? x : x * (x + three) / T.CreateChecked(6);
    }
}
