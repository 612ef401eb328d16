namespace SymDiff;

/// <summary>
/// A learning rate that grows (or falls) in equal steps to its full value, as a warm-up: γ₀·(f₀ + (f₁ − f₀)·min(t, n)/n) at step t. <c>torch.optim.lr_scheduler.LinearLR</c>.
/// </summary>
/// <example>
/// A warm-up over 500 steps, then a cosine down to 0 over 9500:
/// <code>
/// var schedule = new SequentialSchedule([new LinearSchedule(startFactor: 0.01, steps: 500), new CosineAnnealingSchedule(9500)], milestones: [500]);
/// </code>
/// </example>
/// <param name="startFactor">f₀, by which the initial learning rate is multiplied at step 0: greater than 0, at most 1.</param>
/// <param name="endFactor">f₁, by which it is multiplied at the end and from there on: from 0 to 1.</param>
/// <param name="steps">n, after how many steps the end is reached.</param>
/// <exception cref="ArgumentOutOfRangeException">A factor is out of its range, or the number of steps isn't positive.</exception>
public sealed class LinearSchedule(double startFactor = 1.0 / 3, double endFactor = 1, long steps = 5) : LearningRateSchedule
{
    /// <summary>f₀, by which the initial learning rate is multiplied at step 0.</summary>
    public double StartFactor { get; } = Option.PositiveAtMostOne(startFactor);

    /// <summary>f₁, by which it is multiplied at the end.</summary>
    public double EndFactor { get; } = Option.BetweenZeroAndOne(endFactor);

    /// <summary>n, after how many steps the end is reached.</summary>
    public long Steps { get; } = Option.Positive(steps);

    /// <inheritdoc/>
    protected override double Rate(long step, double initialRate)
        => initialRate * (step >= Steps ? EndFactor : StartFactor + ((EndFactor - StartFactor) * step / Steps));
}
