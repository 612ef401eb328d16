namespace SymDiff;

/// <summary>After every so many steps the learning rate is multiplied by γ: γ₀·γ^⌊t/size⌋ at step t. <c>torch.optim.lr_scheduler.StepLR</c>.</summary>
/// <param name="stepSize">After how many steps, each time.</param>
/// <param name="gamma">γ, not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">The step size isn't positive, or γ is negative or NaN.</exception>
public sealed class StepSchedule(long stepSize, double gamma = 0.1) : LearningRateSchedule
{
    /// <summary>After how many steps the learning rate is multiplied, each time.</summary>
    public long StepSize { get; } = Option.Positive(stepSize);

    /// <summary>γ, by which it is multiplied.</summary>
    public double Gamma { get; } = Option.NotNegative(gamma);

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate) => initialRate * Math.Pow(Gamma, step / StepSize);
}
