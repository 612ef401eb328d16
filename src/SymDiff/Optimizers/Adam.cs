using System.Numerics;
using System.Runtime.InteropServices;

namespace SymDiff;

/// <summary>Steps that are scaled, for each parameter, by averages of its gradient and of its square: <c>torch.optim.Adam</c>.</summary>
/// <remarks>
/// <para>Step t = 1, 2, …, for a parameter p with the gradient g, learning rate γ, weight decay λ, from m = v = v̂ = 0:</para>
/// <code>
/// g ← −g                      if it maximizes
/// g ← g + λ·p                 if λ ≠ 0
/// m ← β₁·m + (1 − β₁)·g
/// v ← β₂·v + (1 − β₂)·g²
/// v̂ ← max(v̂, v)               with AMSGrad; without, v̂ = v
/// p ← p − γ/(1 − β₁ᵗ) · m / (√v̂ / √(1 − β₂ᵗ) + ε)
/// </code>
/// <para>
/// Kingma and Ba, <i>Adam: A Method for Stochastic Optimization</i> (2015); AMSGrad: Reddi, Kale and Kumar, <i>On the Convergence of Adam and Beyond</i> (2018).
/// As in PyTorch, AMSGrad's maximum is taken before the correction for the start.
/// </para>
/// <para><inheritdoc cref="Optimizer{T}" path="/remarks/para[1]"/></para>
/// </remarks>
/// <example><code>
/// var optimizer = new Adam&lt;double&gt;(learningRate: 0.01);
/// optimizer.Step(parameters, gradient);
/// </code></example>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
public class Adam<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly StateBuffer<T> firstMoment;
    private readonly StateBuffer<T> secondMoment;
    private readonly StateBuffer<T>? greatestSecondMoment;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">γ: about the length of a step, for each parameter and in its unit.</param>
    /// <param name="beta1">β₁, the share that the average of the gradient keeps of its past.</param>
    /// <param name="beta2">β₂, the share that the average of the gradient's square keeps of its past.</param>
    /// <param name="epsilon">ε, added to the divisor, in the unit of the gradient.</param>
    /// <param name="weightDecay">λ, the weight of the penalty ½·λ·p² on each parameter. It goes into the averages; <see cref="AdamW{T}"/>'s doesn't.</param>
    /// <param name="amsgrad">Whether to divide by the greatest average of the gradient's square so far instead of by the last.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentOutOfRangeException">A learning rate, ε or weight decay that is negative, a β that is negative or not less than 1, or an option that is NaN.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public Adam(
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false,
        bool maximize = false)
        : base(learningRate)
    {
        Beta1 = Option.AtLeastZeroBelowOne(beta1);
        Beta2 = Option.AtLeastZeroBelowOne(beta2);
        Epsilon = Option.NotNegative(epsilon);
        WeightDecay = Option.NotNegative(weightDecay);
        Maximize = maximize;
        firstMoment = Remember(new StateBuffer<T>("exp_avg"));
        secondMoment = Remember(new StateBuffer<T>("exp_avg_sq"));
        greatestSecondMoment = amsgrad ? Remember(new StateBuffer<T>("max_exp_avg_sq")) : null;
    }

    /// <summary>β₁, the share that the average of the gradient keeps of its past. It can be set between any two steps, for example from <see cref="OneCycleSchedule.MomentumAt"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, not less than 1, or NaN.</exception>
    public double Beta1
    {
        get;
        set => field = Option.AtLeastZeroBelowOne(value, nameof(Beta1));
    }

    /// <summary>β₂, the share that the average of the gradient's square keeps of its past.</summary>
    public double Beta2 { get; }

    /// <summary>ε, added to the divisor.</summary>
    public double Epsilon { get; }

    /// <summary>λ, the weight decay.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether the greatest average of the gradient's square so far is the divisor.</summary>
    public bool Amsgrad => greatestSecondMoment is not null;

    /// <summary>Whether steps climb instead of to descend.</summary>
    public bool Maximize { get; }

    /// <summary>Whether the weight decay shrinks the parameter itself instead of going into the gradient.</summary>
    private protected virtual bool DecaysApart => false;

    private protected sealed override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Span<T> first = firstMoment.Use(parameters.Length);
        Span<T> second = secondMoment.Use(parameters.Length);
        Span<T> greatest = greatestSecondMoment is null ? [] : greatestSecondMoment.Use(parameters.Length);
        var factors = new Factors(
            StepSize: LearningRate / (1 - Math.Pow(Beta1, StepCount)),
            Correction: Math.Sqrt(1 - Math.Pow(Beta2, StepCount)),
            Shrinkage: 1 - (LearningRate * WeightDecay));
        int done = Update<VectorLanes<T>>(0, parameters, gradient, first, second, greatest, factors);
        Update<ScalarLane<T>>(done, parameters, gradient, first, second, greatest, factors);
    }

    private int Update<TLanes>(int start, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> greatest, Factors factors)
        where TLanes : struct, ILanes<TLanes, T>
    {
        if (parameters.Length - start < TLanes.Count)
        {
            return start;
        }

        ref T p0 = ref MemoryMarshal.GetReference(parameters);
        ref T g0 = ref MemoryMarshal.GetReference(gradient);
        ref T m0 = ref MemoryMarshal.GetReference(first);
        ref T v0 = ref MemoryMarshal.GetReference(second);
        ref T greatest0 = ref MemoryMarshal.GetReference(greatest);
        var average = new MovingAverage<TLanes, T>(Beta1);
        TLanes beta2 = TLanes.Fill(Beta2), share2 = TLanes.Fill(1 - Beta2), epsilon = TLanes.Fill(Epsilon);
        TLanes stepSize = TLanes.Fill(factors.StepSize), correction = TLanes.Fill(factors.Correction);
        TLanes decay = TLanes.Fill(WeightDecay), shrinkage = TLanes.Fill(factors.Shrinkage);
        bool maximizes = Maximize, decays = WeightDecay != 0 && !DecaysApart, shrinks = WeightDecay != 0 && DecaysApart, keepsGreatest = Amsgrad;

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

            if (shrinks)
            {
                p *= shrinkage;
            }

            TLanes m = average.Next(TLanes.Load(ref m0, i), g);
            TLanes v = (beta2 * TLanes.Load(ref v0, i)) + (share2 * g * g);
            m.Store(ref m0, i);
            v.Store(ref v0, i);
            if (keepsGreatest)
            {
                v = TLanes.Max(TLanes.Load(ref greatest0, i), v);
                v.Store(ref greatest0, i);
            }

            (p - (stepSize * m / ((TLanes.SquareRoot(v) / correction) + epsilon))).Store(ref p0, i);
        }

        return i;
    }

    /// <summary>What is the same for all parameters in a step.</summary>
    private readonly record struct Factors(double StepSize, double Correction, double Shrinkage);
}
