namespace SymDiff;

/// <summary>After every step the learning rate is multiplied by γ: γ₀·γᵗ at step t. <c>torch.optim.lr_scheduler.ExponentialLR</c>.</summary>
/// <param name="gamma">γ, not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">γ is negative or NaN.</exception>
public sealed class ExponentialSchedule(double gamma) : LearningRateSchedule
{
    /// <summary>γ, by which the learning rate is multiplied.</summary>
    public double Gamma { get; } = Option.NotNegative(gamma);

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate) => initialRate * Math.Pow(Gamma, step);
}
