namespace SymDiff;

/// <summary>
/// A learning rate that depends on the number of the step, and on nothing else: training can be stopped and taken up again anywhere. The definitions are those
/// of <c>torch.optim.lr_scheduler</c>, in closed form.
/// </summary>
/// <remarks>Whether a step is that of an optimizer or a whole epoch is the caller's choice. Derive from this class for a schedule of your own.</remarks>
/// <example><code>
/// var schedule = new CosineAnnealingSchedule(period: 100);
/// for (int epoch = 0; epoch &lt; 100; epoch++)
/// {
///     optimizer.LearningRate = schedule.At(epoch, initialRate: 0.1);
///     …
/// }
/// </code></example>
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate for a step.</summary>
    /// <param name="step">The number of the step, from 0: <see cref="IOptimizer{T}.StepCount"/> before the step is made.</param>
    /// <param name="initialRate">The learning rate that the schedule starts from or, for a schedule that starts with less, is a part of.</param>
    /// <returns>The learning rate for that step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative or beyond the end of the schedule, or the initial rate is negative or NaN.</exception>
    public double At(long step, double initialRate) => Rate(Option.NotNegative(step), Option.NotNegative(initialRate));

    /// <summary>The definition; see <see cref="At"/>, which checks the arguments.</summary>
    /// <param name="step">The number of the step, not negative.</param>
    /// <param name="initialRate">The initial learning rate, not negative.</param>
    /// <returns>The learning rate for that step.</returns>
    protected abstract double Rate(long step, double initialRate);
}
