using System.Collections.Immutable;

namespace SymDiff;

/// <summary>
/// Up to a large learning rate, then down to one far below the first, while the momentum goes the opposite way: <c>torch.optim.lr_scheduler.OneCycleLR</c>.
/// </summary>
/// <remarks>
/// <para>Of the steps 0 … n − 1, with the share s of them for the way up, and the rates high = <see cref="MaximumRate"/>, first = high/divisor, last = first/finalDivisor:</para>
/// <list type="bullet">
/// <item>until step s·n − 1 from first to high;</item>
/// <item>in two phases: until step n − 1 from high to last;</item>
/// <item>in three phases: until step 2·s·n − 2 from high back to first, until step n − 1 from first to last.</item>
/// </list>
/// <para>The initial rate that <see cref="LearningRateSchedule.At"/> is given has no influence. Smith and Topin, <i>Super-Convergence</i> (2018), who have three phases.</para>
/// </remarks>
/// <example><code>
/// var schedule = new OneCycleSchedule(maximumRate: 0.1, totalSteps: epochs * batches.Count);
/// …
/// optimizer.LearningRate = schedule.At(optimizer.StepCount);
/// optimizer.Momentum = schedule.MomentumAt(optimizer.StepCount); // or Beta1 of Adam
/// optimizer.Step(model.Parameters, gradient);
/// </code></example>
public sealed class OneCycleSchedule : LearningRateSchedule
{
    private readonly ImmutableArray<Phase> phases;

    /// <summary>Makes the schedule.</summary>
    /// <param name="maximumRate">The greatest learning rate.</param>
    /// <param name="totalSteps">n, the number of all steps: epochs times batches in an epoch.</param>
    /// <param name="increasingShare">s, the share of the steps in which the learning rate grows: from 0 to 1.</param>
    /// <param name="annealing">How rates and momentum go from one end of a phase to the other.</param>
    /// <param name="minimumMomentum">The momentum at the greatest learning rate.</param>
    /// <param name="maximumMomentum">The momentum at the first learning rate and at the last.</param>
    /// <param name="divisor">The greatest learning rate divided by the first.</param>
    /// <param name="finalDivisor">The first learning rate divided by the last.</param>
    /// <param name="threePhases">Whether the way down is symmetric to the way up, followed by a third phase down to the last learning rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number of steps or divisor that isn't positive, a rate or momentum that is negative or NaN, a share that isn't between 0 and 1, or an unknown way of annealing.
    /// </exception>
    public OneCycleSchedule(
        double maximumRate,
        long totalSteps,
        double increasingShare = 0.3,
        Annealing annealing = Annealing.Cosine,
        double minimumMomentum = 0.85,
        double maximumMomentum = 0.95,
        double divisor = 25,
        double finalDivisor = 1e4,
        bool threePhases = false)
    {
        MaximumRate = Option.NotNegative(maximumRate);
        TotalSteps = Option.Positive(totalSteps);
        Annealing = Enum.IsDefined(annealing) ? annealing : throw new ArgumentOutOfRangeException(nameof(annealing), annealing, null);
        Option.BetweenZeroAndOne(increasingShare);
        Option.NotNegative(minimumMomentum);
        Option.NotNegative(maximumMomentum);
        double first = maximumRate / Option.Positive(divisor);
        double last = first / Option.Positive(finalDivisor);
        var up = new Phase((increasingShare * totalSteps) - 1, first, maximumRate, maximumMomentum, minimumMomentum);
        phases = threePhases
            ?
            [
                up,
                new Phase((2 * increasingShare * totalSteps) - 2, maximumRate, first, minimumMomentum, maximumMomentum),
                new Phase(totalSteps - 1, first, last, maximumMomentum, maximumMomentum),
            ]
            :
            [
                up,
                new Phase(totalSteps - 1, maximumRate, last, minimumMomentum, maximumMomentum),
            ];
    }

    /// <summary>The greatest learning rate.</summary>
    public double MaximumRate { get; }

    /// <summary>The number of all steps.</summary>
    public long TotalSteps { get; }

    /// <summary>How rates and momentum go from one end of a phase to the other.</summary>
    public Annealing Annealing { get; }

    /// <summary>The learning rate for a step.</summary>
    /// <param name="step">The number of the step, from 0.</param>
    /// <returns>The learning rate for that step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or not less than <see cref="TotalSteps"/>.</exception>
    public double At(long step) => At(step, MaximumRate);

    /// <summary>The momentum for a step: for <see cref="Sgd{T}.Momentum"/>, <see cref="RmsProp{T}.Momentum"/>, or <see cref="Adam{T}.Beta1"/>.</summary>
    /// <param name="step">The number of the step, from 0.</param>
    /// <returns>The momentum for that step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or not less than <see cref="TotalSteps"/>.</exception>
    public double MomentumAt(long step)
    {
        (Phase phase, double share) = PhaseOf(Option.NotNegative(step));
        return Between(phase.FirstMomentum, phase.LastMomentum, share);
    }

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate)
    {
        (Phase phase, double share) = PhaseOf(step);
        return Between(phase.FirstRate, phase.LastRate, share);
    }

    private (Phase Phase, double Share) PhaseOf(long step)
    {
        if (step >= TotalSteps)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, $"The schedule is of {TotalSteps} steps, which are numbered from 0.");
        }

        double start = 0;
        int i = 0;
        while (i < phases.Length - 1 && step > phases[i].End)
        {
            start = phases[i].End;
            i++;
        }

        double length = phases[i].End - start;
        return (phases[i], length == 0 ? 1 : (step - start) / length); // A phase of one step is at its end.
    }

    private double Between(double from, double to, double share) => Annealing == Annealing.Cosine ? Anneal.Cosine(from, to, share) : Anneal.Linear(from, to, share);

    /// <summary>From the end of the phase before to <paramref name="End"/>, which need not be a whole number of steps.</summary>
    private readonly record struct Phase(double End, double FirstRate, double LastRate, double FirstMomentum, double LastMomentum);
}
