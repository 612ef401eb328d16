using System.Collections.Immutable;

namespace SymDiff;

/// <summary>
/// At each milestone the learning rate is multiplied by γ: γ₀·γⁿ at step t, where n is the number of milestones that aren't above t. <c>torch.optim.lr_scheduler.MultiStepLR</c>.
/// </summary>
/// <example><code>new MultiStepSchedule([30, 80], gamma: 0.1)</code></example>
public sealed class MultiStepSchedule : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="milestones">The numbers of the steps from which on the learning rate is another, in any order. One that occurs twice counts twice.</param>
    /// <param name="gamma">γ, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A milestone is negative, or γ is negative or NaN.</exception>
    public MultiStepSchedule(ReadOnlySpan<long> milestones, double gamma = 0.1)
    {
        Milestones = [.. milestones];
        Milestones = Milestones.Sort();
        if (!Milestones.IsEmpty)
        {
            Option.NotNegative(Milestones[0], nameof(milestones));
        }

        Gamma = Option.NotNegative(gamma);
    }

    /// <summary>The numbers of the steps from which on the learning rate is another, in ascending order.</summary>
    public ImmutableArray<long> Milestones { get; }

    /// <summary>γ, by which it is multiplied.</summary>
    public double Gamma { get; }

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate)
    {
        int passed = 0;
        while (passed < Milestones.Length && Milestones[passed] <= step)
        {
            passed++;
        }

        return initialRate * Math.Pow(Gamma, passed);
    }
}
