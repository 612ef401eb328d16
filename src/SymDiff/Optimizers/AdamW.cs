using System.Numerics;

namespace SymDiff;

/// <summary><see cref="Adam{T}"/> with a weight decay that stays out of the averages: <c>torch.optim.AdamW</c>.</summary>
/// <remarks>
/// <para>Step t = 1, 2, …, for a parameter p with the gradient g, learning rate γ, weight decay λ, from m = v = v̂ = 0:</para>
/// <code>
/// g ← −g                      if it maximizes
/// p ← p·(1 − γ·λ)
/// m ← β₁·m + (1 − β₁)·g
/// v ← β₂·v + (1 − β₂)·g²
/// v̂ ← max(v̂, v)               with AMSGrad; without, v̂ = v
/// p ← p − γ/(1 − β₁ᵗ) · m / (√v̂ / √(1 − β₂ᵗ) + ε)
/// </code>
/// <para>Loshchilov and Hutter, <i>Decoupled Weight Decay Regularization</i> (2019); the learning rate multiplies the decay, as in PyTorch.</para>
/// <para><inheritdoc cref="Optimizer{T}" path="/remarks/para[1]"/></para>
/// </remarks>
/// <example><code>
/// var optimizer = new AdamW&lt;float&gt;(learningRate: 0.001, weightDecay: 0.05);
/// optimizer.Step(parameters, gradient);
/// </code></example>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="learningRate">γ: about the length of a step, for each parameter and in its unit.</param>
/// <param name="beta1">β₁, the share that the average of the gradient keeps of its past.</param>
/// <param name="beta2">β₂, the share that the average of the gradient's square keeps of its past.</param>
/// <param name="epsilon">ε, added to the divisor, in the unit of the gradient.</param>
/// <param name="weightDecay">λ; a step shrinks each parameter by the share γ·λ.</param>
/// <param name="amsgrad">Whether to divide by the greatest average of the gradient's square so far instead of by the last.</param>
/// <param name="maximize">Whether to climb instead of to descend.</param>
/// <exception cref="ArgumentOutOfRangeException">A learning rate, ε or weight decay that is negative, a β that is negative or not less than 1, or an option that is NaN.</exception>
/// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
public sealed class AdamW<T>(
    double learningRate = 1e-3,
    double beta1 = 0.9,
    double beta2 = 0.999,
    double epsilon = 1e-8,
    double weightDecay = 1e-2,
    bool amsgrad = false,
    bool maximize = false)
    : Adam<T>(learningRate, beta1, beta2, epsilon, weightDecay, amsgrad, maximize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected override bool DecaysApart => true;
}
