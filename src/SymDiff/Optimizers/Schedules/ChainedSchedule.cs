using System.Collections.Immutable;

namespace SymDiff;

/// <summary>
/// Several schedules at once: each is given, as its initial learning rate, what the one before makes of it. <c>torch.optim.lr_scheduler.ChainedScheduler</c>.
/// </summary>
/// <remarks>
/// For schedules that multiply (all but a <see cref="CosineAnnealingSchedule"/> with a minimum above 0, and <see cref="OneCycleSchedule"/>) that is the product of their factors, in any
/// order. PyTorch computes the same, step by step.
/// </remarks>
/// <example><code>new ChainedSchedule([new LinearSchedule(steps: 100), new ExponentialSchedule(0.999)])</code></example>
public sealed class ChainedSchedule : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="schedules">The schedules, at least one.</param>
    /// <exception cref="ArgumentException">There is no schedule, or a <see cref="OneCycleSchedule"/>, which would undo those before it, isn't the first.</exception>
    /// <exception cref="ArgumentNullException">A schedule is <see langword="null"/>.</exception>
    public ChainedSchedule(ReadOnlySpan<LearningRateSchedule> schedules)
    {
        Schedules = ScheduleList.Of(schedules);
        if (Schedules.Skip(1).Any(static schedule => schedule is OneCycleSchedule))
        {
            throw new ArgumentException("A one-cycle schedule sets the learning rate whatever it was: it must be the first.", nameof(schedules));
        }
    }

    /// <summary>The schedules, in their order.</summary>
    public ImmutableArray<LearningRateSchedule> Schedules { get; }

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate)
    {
        double rate = initialRate;
        foreach (LearningRateSchedule schedule in Schedules)
        {
            rate = schedule.At(step, rate);
        }

        return rate;
    }
}
