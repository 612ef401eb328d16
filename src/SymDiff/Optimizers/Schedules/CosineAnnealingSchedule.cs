namespace SymDiff;

/// <summary>
/// From the initial learning rate down to the minimum along half a wave of the cosine, after that up again, and so on:
/// γₘᵢₙ + (γ₀ − γₘᵢₙ)·(1 + cos(π·t/T))/2 at step t. <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>.
/// </summary>
/// <param name="period">T, the number of steps from the initial learning rate to the minimum.</param>
/// <param name="minimum">γₘᵢₙ, not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">The period isn't positive, or the minimum is negative or NaN.</exception>
public sealed class CosineAnnealingSchedule(long period, double minimum = 0) : LearningRateSchedule
{
    /// <summary>T, the number of steps from the initial learning rate to the minimum.</summary>
    public long Period { get; } = Option.Positive(period);

    /// <summary>γₘᵢₙ, the least learning rate.</summary>
    public double Minimum { get; } = Option.NotNegative(minimum);

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate) => Anneal.Cosine(initialRate, Minimum, (double)step / Period);
}
