using System.Collections.Immutable;

namespace SymDiff;

/// <summary>One schedule after the other, each from its own step 0 on: <c>torch.optim.lr_scheduler.SequentialLR</c>.</summary>
/// <example>
/// A warm-up over 500 steps, then a cosine down to 0 over 9500:
/// <code>
/// var schedule = new SequentialSchedule([new LinearSchedule(startFactor: 0.01, steps: 500), new CosineAnnealingSchedule(9500)], milestones: [500]);
/// </code>
/// </example>
public sealed class SequentialSchedule : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="schedules">The schedules, at least one. All are given the same initial learning rate.</param>
    /// <param name="milestones">The numbers of the steps with which the second, third, … begin: in ascending order.</param>
    /// <exception cref="ArgumentException">There is no schedule, or there isn't one milestone less than schedules, or the milestones aren't positive and ascending.</exception>
    /// <exception cref="ArgumentNullException">A schedule is <see langword="null"/>.</exception>
    public SequentialSchedule(ReadOnlySpan<LearningRateSchedule> schedules, ReadOnlySpan<long> milestones)
    {
        Schedules = ScheduleList.Of(schedules);
        Milestones = [.. milestones];
        if (Milestones.Length != Schedules.Length - 1)
        {
            throw new ArgumentException($"{Schedules.Length} schedules need {Schedules.Length - 1} milestones, not {Milestones.Length}.", nameof(milestones));
        }

        long before = 0;
        foreach (long milestone in Milestones)
        {
            if (milestone <= before)
            {
                throw new ArgumentException($"Milestones must be positive and ascending, but {milestone} follows {before}.", nameof(milestones));
            }

            before = milestone;
        }
    }

    /// <summary>The schedules, in their order.</summary>
    public ImmutableArray<LearningRateSchedule> Schedules { get; }

    /// <summary>The numbers of the steps with which the second, third, … schedule begin.</summary>
    public ImmutableArray<long> Milestones { get; }

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate)
    {
        int i = Schedules.Length - 1;
        while (i > 0 && step < Milestones[i - 1])
        {
            i--;
        }

        return Schedules[i].At(i == 0 ? step : step - Milestones[i - 1], initialRate);
    }
}
