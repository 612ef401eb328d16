using System.Numerics;
using System.Runtime.InteropServices;

namespace SymDiff;

/// <summary>Steps that are divided, for each parameter, by the root of an average of its squared gradient: <c>torch.optim.RMSprop</c>.</summary>
/// <remarks>
/// <para>A step, for a parameter p with the gradient g, learning rate γ, weight decay λ, momentum μ, from v = a = b = 0:</para>
/// <code>
/// g ← −g                      if it maximizes
/// g ← g + λ·p                 if λ ≠ 0
/// v ← α·v + (1 − α)·g²
/// a ← α·a + (1 − α)·g         if centered
/// d = √(v − a²) + ε           if centered
/// d = √v + ε                  if not
/// b ← μ·b + g/d               if μ > 0
/// p ← p − γ·b                 if μ > 0
/// p ← p − γ·g/d               if not
/// </code>
/// <para>
/// Hinton, <i>Neural Networks for Machine Learning</i>, lecture 6 (2012); centered: Graves, <i>Generating Sequences With Recurrent Neural Networks</i> (2013).
/// ε is added to the root, as in PyTorch (TensorFlow adds it under the root). Where a gradient hardly varies, v − a² is 0 but for its rounding error,
/// and where that is negative the parameter becomes NaN: as in PyTorch.
/// </para>
/// <para><inheritdoc cref="Optimizer{T}" path="/remarks/para[1]"/></para>
/// </remarks>
/// <example><code>
/// var optimizer = new RmsProp&lt;float&gt;(learningRate: 0.01, alpha: 0.9);
/// optimizer.Step(parameters, gradient);
/// </code></example>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class RmsProp<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly StateBuffer<T> squareAverage;
    private readonly StateBuffer<T> velocity;
    private readonly StateBuffer<T>? gradientAverage;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">γ: about the length of a step, for each parameter and in its unit.</param>
    /// <param name="alpha">α, the share that the averages keep of their past. Not negative; a value of 1 or more is accepted, as in PyTorch, but of no use.</param>
    /// <param name="epsilon">ε, added to the divisor, in the unit of the gradient.</param>
    /// <param name="weightDecay">λ, the weight of the penalty ½·λ·p² on each parameter.</param>
    /// <param name="momentum">μ, the share of the velocity that is kept. 0: there is no velocity.</param>
    /// <param name="centered">Whether to divide by an estimate of the gradient's standard deviation instead of by that of its root mean square.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option that is negative or NaN.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public RmsProp(
        double learningRate = 1e-2,
        double alpha = 0.99,
        double epsilon = 1e-8,
        double weightDecay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : base(learningRate)
    {
        Alpha = Option.NotNegative(alpha);
        Epsilon = Option.NotNegative(epsilon);
        WeightDecay = Option.NotNegative(weightDecay);
        Momentum = Option.NotNegative(momentum);
        Maximize = maximize;
        squareAverage = Remember(new StateBuffer<T>("square_avg"));
        velocity = Remember(new StateBuffer<T>("momentum_buffer", mayStartLate: true));
        gradientAverage = centered ? Remember(new StateBuffer<T>("grad_avg")) : null;
    }

    /// <summary>α, the share that the averages keep of their past.</summary>
    public double Alpha { get; }

    /// <summary>ε, added to the divisor.</summary>
    public double Epsilon { get; }

    /// <summary>λ, the weight of the penalty ½·λ·p² on each parameter.</summary>
    public double WeightDecay { get; }

    /// <summary>μ, the share of the velocity that is kept. It can be set between any two steps, for example from <see cref="OneCycleSchedule.MomentumAt"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    public double Momentum
    {
        get;
        set => field = Option.NotNegative(value, nameof(Momentum));
    }

    /// <summary>Whether the divisor is an estimate of the gradient's standard deviation.</summary>
    public bool Centered => gradientAverage is not null;

    /// <summary>Whether steps climb instead of to descend.</summary>
    public bool Maximize { get; }

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Span<T> squares = squareAverage.Use(parameters.Length);
        Span<T> averages = gradientAverage is null ? [] : gradientAverage.Use(parameters.Length);
        Span<T> velocities = Momentum == 0 ? [] : velocity.Use(parameters.Length);
        int done = Update<VectorLanes<T>>(0, parameters, gradient, squares, averages, velocities);
        Update<ScalarLane<T>>(done, parameters, gradient, squares, averages, velocities);
    }

    private int Update<TLanes>(int start, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> squares, Span<T> averages, Span<T> velocities)
        where TLanes : struct, ILanes<TLanes, T>
    {
        if (parameters.Length - start < TLanes.Count)
        {
            return start;
        }

        ref T p0 = ref MemoryMarshal.GetReference(parameters);
        ref T g0 = ref MemoryMarshal.GetReference(gradient);
        ref T v0 = ref MemoryMarshal.GetReference(squares);
        ref T a0 = ref MemoryMarshal.GetReference(averages);
        ref T b0 = ref MemoryMarshal.GetReference(velocities);
        var average = new MovingAverage<TLanes, T>(Alpha);
        TLanes rate = TLanes.Fill(LearningRate), decay = TLanes.Fill(WeightDecay), momentum = TLanes.Fill(Momentum), epsilon = TLanes.Fill(Epsilon);
        TLanes alpha = TLanes.Fill(Alpha), share = TLanes.Fill(1 - Alpha);
        bool maximizes = Maximize, decays = WeightDecay != 0, centers = Centered, gathers = Momentum != 0;

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

            TLanes v = (alpha * TLanes.Load(ref v0, i)) + (share * g * g);
            v.Store(ref v0, i);
            if (centers)
            {
                TLanes a = average.Next(TLanes.Load(ref a0, i), g);
                a.Store(ref a0, i);
                v -= a * a;
            }

            TLanes divisor = TLanes.SquareRoot(v) + epsilon;
            if (gathers)
            {
                TLanes b = (momentum * TLanes.Load(ref b0, i)) + (g / divisor);
                b.Store(ref b0, i);
                p -= rate * b;
            }
            else
            {
                p -= rate * g / divisor;
            }

            p.Store(ref p0, i);
        }

        return i;
    }
}
