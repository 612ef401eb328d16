using System.Numerics;
using System.Numerics.Tensors;
using SymDiff.Runtime;

namespace SymDiff;

/// <content>The same of the elements of tensors: a new tensor of the same shape.</content>
public static partial class Activations
{
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Relu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Relu(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="LeakyRelu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="negativeSlope">s.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> LeakyRelu<T>(Tensor<T> x, double negativeSlope = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        LeakyRelu(TensorElements.Of(x), Elements<T>(result), negativeSlope);
        return result;
    }

    /// <inheritdoc cref="PRelu{T}(T, T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="weight">w.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> PRelu<T>(Tensor<T> x, T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        PRelu(TensorElements.Of(x), Elements<T>(result), weight);
        return result;
    }

    /// <inheritdoc cref="Relu6{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Relu6<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Relu6(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="Elu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="alpha">α: −α is the limit for x → −∞.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Elu<T>(Tensor<T> x, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Elu(TensorElements.Of(x), Elements<T>(result), alpha);
        return result;
    }

    /// <inheritdoc cref="Celu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="alpha">α, not 0: −α is the limit for x → −∞.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Celu<T>(Tensor<T> x, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Celu(TensorElements.Of(x), Elements<T>(result), alpha);
        return result;
    }

    /// <inheritdoc cref="Selu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Selu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Selu(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="Gelu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Gelu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Gelu(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="GeluTanh{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> GeluTanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        GeluTanh(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="Silu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Silu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Silu(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="Mish{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Mish<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Mish(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="Softplus{T}(T, double, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="beta">β, not 0: how sharp the bend is.</param>
    /// <param name="threshold">Where the function is as good as x.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Softplus<T>(Tensor<T> x, double beta = 1, double threshold = 20)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Softplus(TensorElements.Of(x), Elements<T>(result), beta, threshold);
        return result;
    }

    /// <inheritdoc cref="Softsign{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Softsign<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Softsign(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="Tanh{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Tanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Tanh(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="Sigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> Sigmoid<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Sigmoid(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="LogSigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> LogSigmoid<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        LogSigmoid(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="HardTanh{T}(T, double, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> HardTanh<T>(Tensor<T> x, double min = -1, double max = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        HardTanh(TensorElements.Of(x), Elements<T>(result), min, max);
        return result;
    }

    /// <inheritdoc cref="HardSigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> HardSigmoid<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        HardSigmoid(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    /// <inheritdoc cref="HardSwish{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <returns>The value of the function for each of them, in a new tensor of the same shape.</returns>
    public static Tensor<T> HardSwish<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        HardSwish(TensorElements.Of(x), Elements<T>(result));
        return result;
    }

    private static Tensor<T> Like<T>(Tensor<T> x) => Tensor.CreateFromShapeUninitialized<T>(x.Lengths);
}
