using System.Numerics;

namespace SymDiff;

/// <summary>
/// Losses with PyTorch's definitions, options and conventions, for <see cref="float"/> and <see cref="double"/>. A method marked <c>[Differentiable]</c> may call
/// them: they are differentiated as a part of it.
/// </summary>
/// <remarks>
/// <para>
/// The first argument is the target, the second the prediction, unlike in PyTorch. Both are spans of equal length, or tensors of equal shape; shapes aren't
/// stretched to fit each other, but refused with an <see cref="ArgumentException"/>. Elements are added up in their order.
/// </para>
/// <para>Options are <see cref="double"/> for both precisions and are rounded to that of the elements, as in PyTorch.</para>
/// </remarks>
/// <example><code>
/// [Differentiable(nameof(w))]
/// public static float Loss(float w, Tensor&lt;float&gt; x, Tensor&lt;float&gt; y) =&gt; Losses.MeanSquaredError(y, w * x);
/// </code></example>
public static partial class Losses
{
    private static T Reduced<T>(T sum, T weight, Reduction reduction)
        where T : IFloatingPointIeee754<T>
        => reduction switch
        {
            Reduction.Mean => sum / weight,
            Reduction.Sum => sum,
            _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "The reduction is neither Mean nor Sum."),
        };

    private static T Reduced<T>(T sum, int count, Reduction reduction)
        where T : IFloatingPointIeee754<T>
        => Reduced(sum, T.CreateChecked(count), reduction);

    // As PyTorch's clamp_min(0): the slope at the bound is that inside, and NaN stays NaN.
    private static T NotNegative<T>(T x)
        where T : IFloatingPointIeee754<T>
        => x < T.Zero ? T.Zero : x;

    private static void RequireSameLength(int target, int prediction)
    {
        if (target != prediction)
        {
            throw new ArgumentException($"The target has {target} elements, the prediction {prediction}.", nameof(prediction));
        }
    }

    private static void RequireWeights(int weights, int count)
    {
        if (weights != 0 && weights != count)
        {
            throw new ArgumentException($"There are {weights} weights for {count} elements.", "weight");
        }
    }
}
