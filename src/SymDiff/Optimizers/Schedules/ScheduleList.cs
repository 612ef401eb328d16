using System.Collections.Immutable;

namespace SymDiff;

/// <summary>The schedules that another one is made of.</summary>
internal static class ScheduleList
{
    public static ImmutableArray<LearningRateSchedule> Of(ReadOnlySpan<LearningRateSchedule> schedules)
    {
        if (schedules.IsEmpty)
        {
            throw new ArgumentException("There must be at least one schedule.", nameof(schedules));
        }

        foreach (LearningRateSchedule schedule in schedules)
        {
            ArgumentNullException.ThrowIfNull(schedule, nameof(schedules));
        }

        return [.. schedules];
    }
}
