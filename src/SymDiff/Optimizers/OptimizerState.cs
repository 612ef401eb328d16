using System.Collections.Immutable;
using System.Numerics;

namespace SymDiff;

/// <summary>
/// What an optimizer has gathered in its steps, to go on from later: see <see cref="Optimizer{T}.SaveState"/>. The options, the learning rate included, are no part of it.
/// </summary>
/// <typeparam name="T">Type of the parameters.</typeparam>
/// <param name="StepCount">The number of steps that were made.</param>
/// <param name="Buffers">
/// The numbers that are kept for each parameter, under the names that they have in PyTorch's <c>state_dict</c>: <c>momentum_buffer</c>, <c>exp_avg</c>,
/// <c>exp_avg_sq</c>, <c>max_exp_avg_sq</c>, <c>square_avg</c>, <c>grad_avg</c>, <c>sum</c>. Each is as long as the parameters. Which there are depends on the optimizer
/// and its options.
/// </param>
public sealed record OptimizerState<T>(long StepCount, ImmutableSortedDictionary<string, ImmutableArray<T>> Buffers)
    where T : unmanaged, IFloatingPointIeee754<T>;
