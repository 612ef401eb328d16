namespace SymDiff;

/// <summary>
/// Samples in groups, for training on one after the other: the indices of each, in the order of the samples or, with a <see cref="Random"/>, in another order in
/// every epoch. <c>torch.utils.data.DataLoader</c>, as far as it goes by indices.
/// </summary>
/// <remarks>
/// Each <c>foreach</c> is an epoch and shuffles anew (Fisher–Yates, from the order of the samples), so the orders depend on nothing but the
/// state of the random numbers: with a seed they can be had again. Only the constructor allocates.
/// </remarks>
/// <example><code>
/// var batches = new Batches(count: labels.Length, batchSize: 32, new Random(1));
/// for (int epoch = 0; epoch &lt; 20; epoch++)
/// {
///     foreach (ReadOnlySpan&lt;int&gt; batch in batches)
///     {
///         Span&lt;float&gt; x = Batches.Gather(batch, images, imageBuffer, width: 64);
///         Span&lt;int&gt; y = Batches.Gather(batch, labels, labelBuffer);
///         float loss = model.LossValueAndGradient(x, y, gradient);
///         optimizer.Step(model.Parameters, gradient, loss);
///     }
/// }
/// </code></example>
public sealed class Batches
{
    private readonly int[] order;
    private readonly Random? random;
    private int epoch;

    /// <summary>Makes the batches of a number of samples.</summary>
    /// <param name="count">The number of samples. There may be none.</param>
    /// <param name="batchSize">The number of samples in a batch.</param>
    /// <param name="random">Where the order comes from, such as <c>new Random(seed)</c>; <see langword="null"/>: the samples stay in their order.</param>
    /// <param name="dropLast">Whether to leave out the last batch of an epoch if it is smaller than the others. Else it is taken as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of samples is negative, or the batch size isn't positive.</exception>
    /// <exception cref="ArgumentException">There are samples, but no batch: they aren't enough for one, and the last is to be dropped.</exception>
    public Batches(int count, int batchSize, Random? random = null, bool dropLast = false)
    {
        Option.NotNegative((long)count, nameof(count));
        BatchSize = (int)Option.Positive((long)batchSize, nameof(batchSize));
        DropLast = dropLast;
        if (dropLast && count > 0 && count < batchSize)
        {
            throw new ArgumentException($"{count} samples aren't enough for a batch of {batchSize}, and a smaller one is to be dropped.", nameof(batchSize));
        }

        this.random = random;
        order = new int[count];
        RestoreOrder();
    }

    /// <summary>The number of samples.</summary>
    public int SampleCount => order.Length;

    /// <summary>The number of samples in a batch; the last may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>Whether the last batch of an epoch is left out if it is smaller than the others.</summary>
    public bool DropLast { get; }

    /// <summary>The number of batches in an epoch.</summary>
    public int Count => (order.Length / BatchSize) + (DropLast || order.Length % BatchSize == 0 ? 0 : 1);

    /// <summary>Copies the samples of a batch next to each other.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="batch">The indices of the samples.</param>
    /// <param name="source">The elements of all samples, sample by sample.</param>
    /// <param name="destination">Where the elements of the batch go, sample by sample.</param>
    /// <param name="width">The number of elements in a sample.</param>
    /// <returns>The part of <paramref name="destination"/> that was written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width isn't positive, or an index is out of range. Nothing was written.</exception>
    /// <exception cref="ArgumentException">The source doesn't consist of whole samples, or the destination is too short. Nothing was written.</exception>
    public static Span<T> Gather<T>(ReadOnlySpan<int> batch, ReadOnlySpan<T> source, Span<T> destination, int width = 1)
    {
        Option.Positive((long)width, nameof(width));
        (int samples, int rest) = Math.DivRem(source.Length, width);
        if (rest != 0)
        {
            throw new ArgumentException($"{source.Length} elements aren't samples of {width} elements each.", nameof(source));
        }

        if (destination.Length / width < batch.Length)
        {
            throw new ArgumentException($"{batch.Length} samples of {width} elements don't fit into {destination.Length}.", nameof(destination));
        }

        foreach (int sample in batch)
        {
            if ((uint)sample >= (uint)samples)
            {
                throw new ArgumentOutOfRangeException(nameof(batch), sample, $"There are {samples} samples, which are numbered from 0.");
            }
        }

        for (int i = 0; i < batch.Length; i++)
        {
            source.Slice(batch[i] * width, width).CopyTo(destination[(i * width)..]);
        }

        return destination[..(batch.Length * width)];
    }

    /// <summary>Begins an epoch.</summary>
    /// <returns>What goes through the batches of the epoch.</returns>
    public Enumerator GetEnumerator()
    {
        epoch++;
        if (random is not null)
        {
            RestoreOrder();
            Shuffle(random);
        }

        return new Enumerator(this);
    }

    private void RestoreOrder()
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
    }

    // Not Random.Shuffle, whose way isn't promised to stay.
    private void Shuffle(Random source)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = source.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    /// <summary>Goes through the batches of an epoch.</summary>
    public struct Enumerator
    {
        private readonly Batches batches;
        private readonly int epoch;
        private int index;

        internal Enumerator(Batches batches)
        {
            this.batches = batches;
            epoch = batches.epoch;
            index = -1;
        }

        /// <summary>The indices of the samples in the batch. Valid until the next epoch begins.</summary>
        public readonly ReadOnlySpan<int> Current
        {
            get
            {
                int start = index * batches.BatchSize;
                return batches.order.AsSpan(start, Math.Min(batches.BatchSize, batches.order.Length - start));
            }
        }

        /// <summary>Goes on to the next batch.</summary>
        /// <returns>Whether there is one.</returns>
        /// <exception cref="InvalidOperationException">Another epoch has begun, and its order is another.</exception>
        public bool MoveNext()
        {
            if (epoch != batches.epoch)
            {
                throw new InvalidOperationException("Another epoch has begun: the samples are in its order now.");
            }

            return ++index < batches.Count;
        }
    }
}
