namespace SymDiff.Tests;

/// <summary>Mini-batches: every sample once, in an order that can be had again.</summary>
public sealed class BatchesTests
{
    [Fact]
    public void Without_random_numbers_samples_stay_in_their_order()
    {
        var batches = new Batches(10, 4);
        Assert.Equal(["0 1 2 3", "4 5 6 7", "8 9"], Epoch(batches));
        Assert.Equal(["0 1 2 3", "4 5 6 7", "8 9"], Epoch(batches));
        Assert.Equal(3, batches.Count);
    }

    [Theory]
    [InlineData(10, 4, false, 3), InlineData(10, 4, true, 2), InlineData(8, 4, false, 2), InlineData(8, 4, true, 2), InlineData(3, 4, false, 1), InlineData(0, 4, false, 0), InlineData(0, 4, true, 0)]
    public void The_number_of_batches_is_that_of_an_epoch(int count, int size, bool dropLast, int expected)
    {
        var batches = new Batches(count, size, new Random(1), dropLast);
        Assert.Equal(expected, batches.Count);
        string[] epoch = Epoch(batches);
        Assert.Equal(expected, epoch.Length);
        string[] samples = [.. epoch.SelectMany(batch => batch.Split(' '))];
        Assert.Equal(samples.Length, samples.Distinct().Count());
        Assert.Equal(dropLast ? expected * size : count, samples.Length);
        Assert.Equal((count, size, dropLast), (batches.SampleCount, batches.BatchSize, batches.DropLast));
    }

    [Fact]
    public void Shuffling_is_that_of_Fisher_and_Yates()
    {
        // From the end: swap with what the random numbers say. 0 1 2 3 → 3↔1: 0 3 2 1 → 2↔2 → 1↔0: 3 0 2 1.
        Assert.Equal(["3 0", "2 1"], Epoch(new Batches(4, 2, new Scripted((4, 1), (3, 2), (2, 0)))));
    }

    [Fact]
    public void A_seed_gives_the_same_orders_again_and_every_epoch_another()
    {
        Batches one = new(100, 7, new Random(42)), same = new(100, 7, new Random(42)), other = new(100, 7, new Random(43));
        string[] first = Epoch(one), second = Epoch(one);
        Assert.Equal(first, Epoch(same));
        Assert.Equal(second, Epoch(same));
        Assert.NotEqual(first, second);
        Assert.NotEqual(first, Epoch(other));
    }

    [Fact]
    public void All_orders_are_equally_frequent()
    {
        var batches = new Batches(4, 4, new Random(5));
        var counts = Enumerable.Range(0, 24_000).CountBy(_ => Epoch(batches).Single()).ToDictionary();
        Assert.Equal(24, counts.Count);
        double statistic = counts.Values.Sum(count => Math.Pow(count - 1000, 2) / 1000);
        Assert.InRange(statistic, 5, 60); // χ² with 23 degrees of freedom; outside this by chance once in 30,000 times.
    }

    [Fact]
    public void An_epoch_allocates_nothing()
    {
        var batches = new Batches(100, 7, new Random(1));
        int[] labels = [.. Enumerable.Range(0, 100)], gathered = new int[7];
        Walk();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Walk();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Walk()
        {
            foreach (ReadOnlySpan<int> batch in batches)
            {
                Batches.Gather(batch, labels, gathered);
            }
        }
    }

    [Fact]
    public void An_epoch_that_another_has_overtaken_ends_with_an_error()
    {
        var batches = new Batches(10, 4, new Random(1));
        Batches.Enumerator first = batches.GetEnumerator();
        Assert.True(first.MoveNext());
        Epoch(batches);
        bool threw = false;
        try
        {
            first.MoveNext();
        }
        catch (InvalidOperationException)
        {
            threw = true;
        }

        Assert.True(threw);
    }

    [Fact]
    public void Samples_of_a_batch_are_gathered()
    {
        double[] source = [0, 1, 10, 11, 20, 21, 30, 31];
        double[] buffer = new double[6];
        Assert.Equal([30, 31, 10, 11], Batches.Gather<double>([3, 1], source, buffer, width: 2).ToArray());
        Assert.Equal([30, 31, 10, 11, 0, 0], buffer);
        Assert.Equal([20, 0], Batches.Gather<double>([4, 0], source, buffer).ToArray());
        Assert.Empty(Batches.Gather<double>([], source, buffer).ToArray());
    }

    [Fact]
    public void What_does_not_fit_is_refused_before_anything_is_written()
    {
        double[] source = [0, 1, 2, 3], buffer = new double[4];
        Assert.Throws<ArgumentOutOfRangeException>("batch", () => Batches.Gather<double>([1, 4], source, buffer).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>("batch", () => Batches.Gather<double>([1, -1], source, buffer).ToArray());
        Assert.Throws<ArgumentException>("source", () => Batches.Gather<double>([0], source, buffer, width: 3).ToArray());
        Assert.Throws<ArgumentException>("destination", () => Batches.Gather<double>([0, 1, 0], source, buffer, width: 2).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Batches.Gather<double>([0], source, buffer, width: 0).ToArray());
        Assert.Equal(new double[4], buffer);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => new Batches(-1, 4));
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => new Batches(10, 0));
        Assert.Throws<ArgumentException>("batchSize", () => new Batches(3, 4, dropLast: true));
    }

    private static string[] Epoch(Batches batches)
    {
        var epoch = new List<string>();
        foreach (ReadOnlySpan<int> batch in batches)
        {
            epoch.Add(string.Join(' ', batch.ToArray()));
        }

        return [.. epoch];
    }

    private sealed class Scripted(params (int Limit, int Result)[] script) : Random
    {
        private readonly Queue<(int Limit, int Result)> script = new(script);

        public override int Next(int maxValue)
        {
            (int limit, int result) = script.Dequeue();
            Assert.Equal(limit, maxValue);
            return result;
        }
    }
}
