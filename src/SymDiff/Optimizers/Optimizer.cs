using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace SymDiff;

/// <summary>What the optimizers have in common: <see cref="Sgd{T}"/>, <see cref="Adam{T}"/>, <see cref="AdamW{T}"/>, <see cref="RmsProp{T}"/>, <see cref="Adagrad{T}"/>.</summary>
/// <remarks>
/// <para>
/// Definitions, defaults and checks of the options are those of <c>torch.optim</c>. Options are <see cref="double"/> for both precisions and
/// are rounded to that of the parameters where they are used, as in PyTorch, so <c>0.1</c> is to be written and not <c>0.1f</c> (which is 0.10000000149…).
/// </para>
/// <para>
/// An optimizer belongs to one set of parameters: what it remembers of them has their length, which the first step decides. The first step allocates it;
/// after that a step allocates nothing. All is computed in one pass, element by element in the precision of the parameters, each operation rounded once: the
/// results don't depend on the number of lanes that the machine has. NaN in a gradient makes its parameter NaN, unless <see cref="StopOnNonFinite"/> is set.
/// </para>
/// <para>An instance isn't for several threads at once.</para>
/// </remarks>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class Optimizer<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<StateBuffer<T>> buffers = [];
    private int? parameterCount;

    private protected Optimizer(double learningRate)
    {
        // In half precision the usual epsilon is 0, and squares of gradients vanish: the results would be wrong without a word.
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw new NotSupportedException($"Optimizers are for parameters of type float or double, not {typeof(T).Name}.");
        }

        LearningRate = Option.NotNegative(learningRate);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    public double LearningRate
    {
        get;
        set => field = Option.NotNegative(value, nameof(LearningRate));
    }

    /// <inheritdoc/>
    public long StepCount { get; private set; }

    /// <summary>
    /// Whether a step with a loss or gradient that is NaN or infinite is refused: an error that names the step, and the parameters stay as they were. Default:
    /// <see langword="false"/>, such a gradient goes into the parameters. It takes one more look at the gradient.
    /// </summary>
    public bool StopOnNonFinite { get; set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The lengths differ; or the length isn't that of the steps before; or the spans overlap without being the same. Nothing was changed.
    /// </exception>
    /// <exception cref="NotFiniteNumberException"><see cref="StopOnNonFinite"/> is set, and the gradient has an element that is NaN or infinite. Nothing was changed.</exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        CheckLengths(parameters, gradient);
        if (StopOnNonFinite)
        {
            CheckFinite(gradient);
        }

        parameterCount = parameters.Length;
        StepCount++;
        Update(parameters, gradient);
    }

    /// <summary>Makes one step, for a gradient that came with the loss: <see cref="StopOnNonFinite"/> then looks at the loss, too.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">The derivative of the loss by each of the parameters. It isn't changed.</param>
    /// <param name="loss">The loss. It has no influence on the step.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ; or the length isn't that of the steps before; or the spans overlap without being the same. Nothing was changed.
    /// </exception>
    /// <exception cref="NotFiniteNumberException"><see cref="StopOnNonFinite"/> is set, and the loss, or an element of the gradient, is NaN or infinite. Nothing was changed.</exception>
    /// <example><code>
    /// var optimizer = new Adam&lt;float&gt;(learningRate: 0.01) { StopOnNonFinite = true };
    /// float loss = model.LossValueAndGradient(x, y, gradient);
    /// optimizer.Step(model.Parameters, gradient, loss); // where the loss is NaN: "Step 17: the loss is NaN."
    /// </code></example>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient, T loss)
    {
        if (StopOnNonFinite && !T.IsFinite(loss))
        {
            throw NotFinite("the loss", loss);
        }

        Step(parameters, gradient);
    }

    /// <summary>Forgets all steps, as if the optimizer were new; the parameters may then be others. The options stay, the learning rate included.</summary>
    public void Reset()
    {
        StepCount = 0;
        parameterCount = null;
        buffers.ForEach(static buffer => buffer.Reset());
    }

    /// <summary>A copy of what was gathered in the steps so far. An optimizer with the same options that loads it goes on bit for bit as this one does.</summary>
    /// <returns>The number of steps, and what is remembered of each parameter.</returns>
    public OptimizerState<T> SaveState() => new(
        StepCount,
        buffers.Where(static buffer => buffer.IsInUse).ToImmutableSortedDictionary(
            static buffer => buffer.Name,
            static buffer => ImmutableArray.Create(buffer.Saved),
            StringComparer.Ordinal));

    /// <summary>Goes on from a saved state, in place of what this optimizer has gathered.</summary>
    /// <param name="state">What <see cref="SaveState"/> returned, for an optimizer of this kind with the same options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/>, or what it consists of, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The state doesn't fit: a buffer is missing, is one that this optimizer doesn't have, or has another length than the rest. Nothing was changed.</exception>
    public void LoadState(OptimizerState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(state.Buffers);
        CheckFits(state);
        Reset();
        StepCount = state.StepCount;
        foreach (StateBuffer<T> buffer in buffers)
        {
            if (state.Buffers.TryGetValue(buffer.Name, out ImmutableArray<T> saved))
            {
                parameterCount = saved.Length;
                buffer.Load(saved.AsSpan());
            }
        }
    }

    /// <summary>The step itself; <see cref="StepCount"/> is its number, from 1.</summary>
    private protected abstract void Update(Span<T> parameters, ReadOnlySpan<T> gradient);

    private protected StateBuffer<T> Remember(StateBuffer<T> buffer)
    {
        buffers.Add(buffer);
        return buffer;
    }

    private void CheckLengths(ReadOnlySpan<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (gradient.Length != parameters.Length)
        {
            throw new ArgumentException($"The gradient has {gradient.Length} elements, but there are {parameters.Length} parameters.", nameof(gradient));
        }

        if (parameterCount is { } expected && parameters.Length != expected)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, but {expected} in the steps before. An optimizer belongs to one set of parameters; make another, or call Reset.",
                nameof(parameters));
        }

        if (parameters.Overlaps(gradient, out int offset) && offset != 0)
        {
            throw new ArgumentException("The gradient overlaps the parameters.", nameof(gradient));
        }
    }

    private void CheckFinite(ReadOnlySpan<T> gradient)
    {
        if (NonFinite.IndexIn(gradient) is { } index)
        {
            throw NotFinite($"the gradient at index {index}", gradient[index]);
        }
    }

    private NotFiniteNumberException NotFinite(string what, T value)
    {
        double number = double.CreateTruncating(value);
        return new NotFiniteNumberException($"Step {StepCount + 1}: {what} is {number.ToString(CultureInfo.InvariantCulture)}.", number);
    }

    private void CheckFits(OptimizerState<T> state)
    {
        if (state.StepCount < 0)
        {
            throw new ArgumentException($"The state is of {state.StepCount} steps.", nameof(state));
        }

        foreach (string name in state.Buffers.Keys)
        {
            if (!buffers.Exists(buffer => buffer.Name == name))
            {
                throw new ArgumentException($"The state has '{name}', which this optimizer with its options doesn't keep.", nameof(state));
            }
        }

        if (state.StepCount > 0 && buffers.Find(buffer => !buffer.MayStartLate && !state.Buffers.ContainsKey(buffer.Name)) is { } missing)
        {
            throw new ArgumentException($"The state lacks '{missing.Name}', which this optimizer with its options keeps.", nameof(state));
        }

        if (state.Buffers.Values.Select(Length).Distinct().Count() > 1)
        {
            string lengths = string.Join(", ", state.Buffers.Select(static buffer => $"'{buffer.Key}' has {Length(buffer.Value)}"));
            throw new ArgumentException($"The buffers of the state differ in length: {lengths}.", nameof(state));
        }

        static int Length(ImmutableArray<T> saved) => saved.AsSpan().Length;
    }
}
