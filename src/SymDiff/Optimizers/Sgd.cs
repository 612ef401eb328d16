using System.Numerics;
using System.Runtime.InteropServices;

namespace SymDiff;

/// <summary>Stochastic gradient descent, with momentum if wanted: <c>torch.optim.SGD</c>.</summary>
/// <remarks>
/// <para>Step t, for a parameter p with the gradient g, learning rate γ, momentum μ, dampening τ, weight decay λ:</para>
/// <code>
/// g ← −g                      if it maximizes
/// g ← g + λ·p                 if λ ≠ 0
/// b ← g                       if μ ≠ 0, in the first step
/// b ← μ·b + (1 − τ)·g         if μ ≠ 0, in the others
/// g ← g + μ·b                 if μ ≠ 0, with Nesterov's momentum
/// g ← b                       if μ ≠ 0, without
/// p ← p − γ·g
/// </code>
/// <para>
/// The learning rate stands outside of the velocity b, unlike in Sutskever et al., <i>On the importance of initialization and momentum in deep learning</i> (2013),
/// whose the method is, and dampening doesn't apply to the first step: both as in PyTorch.
/// </para>
/// <para><inheritdoc cref="Optimizer{T}" path="/remarks/para[1]"/></para>
/// </remarks>
/// <example><code>
/// var optimizer = new Sgd&lt;float&gt;(learningRate: 0.1);
/// Span&lt;float&gt; gradient = new float[model.ParameterCount];
/// for (int epoch = 0; epoch &lt; 100; epoch++)
/// {
///     float loss = model.LossValueAndGradient(x, y, gradient);
///     optimizer.Step(model.Parameters, gradient);
/// }
/// </code></example>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly StateBuffer<T> velocity;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">γ, by which the gradient is multiplied.</param>
    /// <param name="momentum">μ, the share of the velocity that is kept. 0: there is no velocity.</param>
    /// <param name="dampening">τ; 1 − τ is the share of the gradient that goes into the velocity.</param>
    /// <param name="weightDecay">λ, the weight of the penalty ½·λ·p² on each parameter.</param>
    /// <param name="nesterov">Whether the step is taken along the velocity of the next step, foreseen, instead of that of this one.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <exception cref="ArgumentOutOfRangeException">A learning rate, momentum or weight decay that is negative, or an option that is NaN.</exception>
    /// <exception cref="ArgumentException">Nesterov's momentum without a momentum, or with dampening.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public Sgd(double learningRate = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0, bool nesterov = false, bool maximize = false)
        : base(learningRate)
    {
        Dampening = Option.Number(dampening);
        Nesterov = nesterov;
        Momentum = Option.NotNegative(momentum);
        WeightDecay = Option.NotNegative(weightDecay);
        Maximize = maximize;
        velocity = Remember(new StateBuffer<T>("momentum_buffer", mayStartLate: true));
    }

    /// <summary>μ, the share of the velocity that is kept. It can be set between any two steps, for example from <see cref="OneCycleSchedule.MomentumAt"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    /// <exception cref="ArgumentException">The momentum is Nesterov's, and the value is 0.</exception>
    public double Momentum
    {
        get;
        set
        {
            Option.NotNegative(value, nameof(Momentum));
            if (Nesterov && (value == 0 || Dampening != 0))
            {
                throw new ArgumentException("Nesterov's momentum requires a momentum greater than 0 and no dampening.", nameof(Momentum));
            }

            field = value;
        }
    }

    /// <summary>τ; 1 − τ is the share of the gradient that goes into the velocity.</summary>
    public double Dampening { get; }

    /// <summary>λ, the weight of the penalty ½·λ·p² on each parameter.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether the momentum is Nesterov's.</summary>
    public bool Nesterov { get; }

    /// <summary>Whether steps climb instead of to descend.</summary>
    public bool Maximize { get; }

    private protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (Momentum == 0 && WeightDecay == 0)
        {
            int descended = Descend<VectorLanes<T>>(0, parameters, gradient);
            Descend<ScalarLane<T>>(descended, parameters, gradient);
            return;
        }

        bool starts = !velocity.IsInUse;
        Span<T> velocities = Momentum == 0 ? [] : velocity.Use(parameters.Length);
        int done = Update<VectorLanes<T>>(0, parameters, gradient, velocities, starts);
        Update<ScalarLane<T>>(done, parameters, gradient, velocities, starts);
    }

    // The most frequent case: a loop without decisions takes two thirds of the time.
    private int Descend<TLanes>(int start, Span<T> parameters, ReadOnlySpan<T> gradient)
        where TLanes : struct, ILanes<TLanes, T>
    {
        ref T p0 = ref MemoryMarshal.GetReference(parameters);
        ref T g0 = ref MemoryMarshal.GetReference(gradient);
        TLanes rate = TLanes.Fill(Maximize ? -LearningRate : LearningRate);

        int i = start;
        for (; i <= parameters.Length - TLanes.Count; i += TLanes.Count)
        {
            (TLanes.Load(ref p0, i) - (rate * TLanes.Load(ref g0, i))).Store(ref p0, i);
        }

        return i;
    }

    private int Update<TLanes>(int start, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> velocities, bool starts)
        where TLanes : struct, ILanes<TLanes, T>
    {
        if (parameters.Length - start < TLanes.Count)
        {
            return start;
        }

        ref T p0 = ref MemoryMarshal.GetReference(parameters);
        ref T g0 = ref MemoryMarshal.GetReference(gradient);
        ref T b0 = ref MemoryMarshal.GetReference(velocities);
        TLanes rate = TLanes.Fill(LearningRate), decay = TLanes.Fill(WeightDecay), momentum = TLanes.Fill(Momentum), share = TLanes.Fill(1 - Dampening);
        bool maximizes = Maximize, decays = WeightDecay != 0, gathers = Momentum != 0, foresees = Nesterov;

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

            if (gathers)
            {
                TLanes b = starts ? g : (momentum * TLanes.Load(ref b0, i)) + (share * g);
                b.Store(ref b0, i);
                g = foresees ? g + (momentum * b) : b;
            }

            (p - (rate * g)).Store(ref p0, i);
        }

        return i;
    }
}
