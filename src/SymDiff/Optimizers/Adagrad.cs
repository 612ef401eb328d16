using System.Numerics;
using System.Runtime.InteropServices;

namespace SymDiff;

/// <summary>Steps that are divided, for each parameter, by the root of the sum of all its squared gradients so far: <c>torch.optim.Adagrad</c>.</summary>
/// <remarks>
/// <para>Step t = 1, 2, …, for a parameter p with the gradient g, learning rate γ, its decay η, weight decay λ, from s = the initial accumulator value:</para>
/// <code>
/// g ← −g                      if it maximizes
/// g ← g + λ·p                 if λ ≠ 0
/// s ← s + g²
/// p ← p − γ/(1 + (t − 1)·η) · g / (√s + ε)
/// </code>
/// <para>Duchi, Hazan and Singer, <i>Adaptive Subgradient Methods for Online Learning and Stochastic Optimization</i> (2011).</para>
/// <para><inheritdoc cref="Optimizer{T}" path="/remarks/para[1]"/></para>
/// </remarks>
/// <example><code>
/// var optimizer = new Adagrad&lt;double&gt;(learningRate: 0.1);
/// optimizer.Step(parameters, gradient);
/// </code></example>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adagrad<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly StateBuffer<T> sum;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">γ: the length of the first step, for each parameter and in its unit.</param>
    /// <param name="learningRateDecay">η, by which the divisor of the learning rate grows with each step.</param>
    /// <param name="weightDecay">λ, the weight of the penalty ½·λ·p² on each parameter.</param>
    /// <param name="initialAccumulatorValue">What the sum of squared gradients starts from, in their unit.</param>
    /// <param name="epsilon">ε, added to the divisor, in the unit of the gradient.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option that is negative or NaN.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public Adagrad(
        double learningRate = 1e-2,
        double learningRateDecay = 0,
        double weightDecay = 0,
        double initialAccumulatorValue = 0,
        double epsilon = 1e-10,
        bool maximize = false)
        : base(learningRate)
    {
        LearningRateDecay = Option.NotNegative(learningRateDecay);
        WeightDecay = Option.NotNegative(weightDecay);
        InitialAccumulatorValue = Option.NotNegative(initialAccumulatorValue);
        Epsilon = Option.NotNegative(epsilon);
        Maximize = maximize;
        sum = Remember(new StateBuffer<T>("sum", initialAccumulatorValue));
    }

    /// <summary>η, by which the divisor of the learning rate grows with each step.</summary>
    public double LearningRateDecay { get; }

    /// <summary>λ, the weight of the penalty ½·λ·p² on each parameter.</summary>
    public double WeightDecay { get; }

    /// <summary>What the sum of squared gradients starts from.</summary>
    public double InitialAccumulatorValue { get; }

    /// <summary>ε, added to the divisor.</summary>
    public double Epsilon { get; }

    /// <summary>Whether steps climb instead of to descend.</summary>
    public bool Maximize { get; }

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Span<T> sums = sum.Use(parameters.Length);
        int done = Update<VectorLanes<T>>(0, parameters, gradient, sums);
        Update<ScalarLane<T>>(done, parameters, gradient, sums);
    }

    private int Update<TLanes>(int start, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> sums)
        where TLanes : struct, ILanes<TLanes, T>
    {
        if (parameters.Length - start < TLanes.Count)
        {
            return start;
        }

        ref T p0 = ref MemoryMarshal.GetReference(parameters);
        ref T g0 = ref MemoryMarshal.GetReference(gradient);
        ref T s0 = ref MemoryMarshal.GetReference(sums);
        TLanes rate = TLanes.Fill(LearningRate / (1 + ((StepCount - 1) * LearningRateDecay)));
        TLanes decay = TLanes.Fill(WeightDecay), epsilon = TLanes.Fill(Epsilon);
        bool maximizes = Maximize, decays = WeightDecay != 0;

        int i = start;
        for (; i <= parameters.Length - TLanes.Count; i += TLanes.Count)
        {
            TLanes p = TLanes.Load(ref p0, i);
            TLanes g = TLanes.Load(ref g0, i);
            if (maximizes)
            {
                g = -g;
            }

            if (decays)
            {
                g += decay * p;
            }

            TLanes s = TLanes.Load(ref s0, i) + (g * g);
            s.Store(ref s0, i);
            (p - (rate * g / (TLanes.SquareRoot(s) + epsilon))).Store(ref p0, i);
        }

        return i;
    }
}
