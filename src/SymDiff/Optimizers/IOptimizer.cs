using System.Numerics;

namespace SymDiff;

/// <summary>Changes parameters by their gradient, step after step. What SymDiff has derives from <see cref="Optimizer{T}"/>; implement this for one of your own.</summary>
/// <typeparam name="T">Type of the parameters.</typeparam>
public interface IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// The factor of the next step, in units of parameter per unit of gradient (or, where the optimizer normalises the gradient, in units of the parameter).
    /// Not negative. It can be set between any two steps, for example from a <see cref="LearningRateSchedule"/>.
    /// </summary>
    double LearningRate { get; set; }

    /// <summary>The number of steps that were made since the beginning or the last <see cref="Reset"/>: also the number, from 0, of the step to come.</summary>
    long StepCount { get; }

    /// <summary>Makes one step: changes the parameters in place.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">The derivative of the loss by each of the parameters. It isn't changed.</param>
    /// <exception cref="ArgumentException">The lengths differ. Nothing was changed.</exception>
    void Step(Span<T> parameters, ReadOnlySpan<T> gradient);

    /// <summary>Forgets all steps, as if the optimizer were new. The options stay, the learning rate included.</summary>
    void Reset();
}
