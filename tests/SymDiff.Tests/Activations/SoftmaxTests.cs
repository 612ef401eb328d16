using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace SymDiff.Tests;

/// <summary>Softmax and its logarithm, of rows, of tables, along every axis, against the published definitions, computed elsewhere.</summary>
public sealed class SoftmaxTests
{
    private static readonly ImmutableArray<ImmutableDictionary<string, string>> rows = Table.Read("Activations.softmax.tsv");

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, rows.Length)];

    [Theory, MemberData(nameof(Rows))]
    public void Of_a_row(int row)
    {
        Check<double>(row, 2.2e-16);
        Check<float>(row, 1.2e-7);
    }

    [Fact]
    public void Of_the_rows_of_a_table()
    {
        double[] x = [1, 2, 3, -1, 0, 7];
        double[] all = new double[6];
        Activations.Softmax<double>(x, all, 3);
        Assert.Equal([.. Softmax(x[..3]), .. Softmax(x[3..])], all);
        Activations.LogSoftmax<double>(x, all, 2);
        Assert.Equal([.. LogSoftmax(x[..2]), .. LogSoftmax(x[2..4]), .. LogSoftmax(x[4..])], all);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(-3)]
    public void Along_an_axis(int axis)
    {
        nint[] shape = [2, 3, 4];
        double[] x = [.. Enumerable.Range(0, 24).Select(static i => Math.Sin(i * i) * 4)];
        Tensor<double> tensor = Tensor.Create(x, shape);
        Tensor<double> shares = Activations.Softmax(tensor, axis);
        Tensor<double> logarithms = Activations.LogSoftmax(tensor, axis);
        Assert.Equal(shape, shares.Lengths.ToArray());
        int along = axis < 0 ? axis + 3 : axis;
        for (int i = 0; i < 24; i++)
        {
            int[] position = [i / 12, i / 4 % 3, i % 4];
            double[] line = new double[shape[along]];
            for (int k = 0; k < line.Length; k++)
            {
                int[] other = [.. position];
                other[along] = k;
                line[k] = x[(other[0] * 12) + (other[1] * 4) + other[2]];
            }

            Assert.Equal(Softmax(line)[position[along]], shares[(nint[])[.. position.Select(static k => (nint)k)]]);
            Assert.Equal(LogSoftmax(line)[position[along]], logarithms[(nint[])[.. position.Select(static k => (nint)k)]]);
        }

        Tensor<double> destination = Tensor.Create(new double[24], shape);
        Activations.LogSoftmax<double>(tensor, destination, axis);
        Assert.Equal(logarithms.ToArray(), destination.ToArray());
        Activations.Softmax<double>(tensor, tensor, axis);
        Assert.Equal(shares.ToArray(), tensor.ToArray());
    }

    // As PyTorch has it.
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_has_no_share_leaves_none(double number)
    {
        Assert.All(Softmax([1, number, 2]), static share => Assert.Equal(double.NaN, share));
        Assert.All(LogSoftmax([1, number, 2]), static share => Assert.Equal(double.NaN, share));
        Assert.All(Softmax([double.NegativeInfinity, double.NegativeInfinity]), static share => Assert.Equal(double.NaN, share));
    }

    [Fact]
    public void What_doesnt_fit_is_refused()
    {
        double[] x = [1, 2, 3, 4, 5];
        Assert.Throws<ArgumentException>(() => Activations.Softmax<double>(x, new double[4]));
        Assert.Throws<ArgumentException>(() => Activations.Softmax<double>(x, new double[5], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Activations.LogSoftmax<double>(x, new double[5], 0));
        Assert.Throws<ArgumentException>(() => Activations.LogSoftmax<double>(x.AsSpan(1, 3), x.AsSpan(0, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Activations.Softmax(Tensor.Create(x, [5]), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Activations.Softmax(Tensor.Create(x, [5]), -2));
        Assert.Throws<ArgumentException>(() => Activations.Softmax<double>(Tensor.Create(x, [5]), Tensor.Create(x, [5, 1]).AsTensorSpan()));
        Activations.Softmax(ReadOnlySpan<double>.Empty, []);
        Assert.Empty(Activations.Softmax(Tensor.Create(Array.Empty<double>(), [0, 2])).ToArray());
    }

    private static double[] Softmax(double[] x)
    {
        double[] shares = new double[x.Length];
        Activations.Softmax<double>(x, shares);
        return shares;
    }

    private static double[] LogSoftmax(double[] x)
    {
        double[] logarithms = new double[x.Length];
        Activations.LogSoftmax<double>(x, logarithms);
        return logarithms;
    }

    private static void Check<T>(int row, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] x = [.. Numbers(rows[row]["x"]).Select(T.CreateChecked)];
        double[] shares = Numbers(rows[row]["softmax"]);
        double[] logarithms = Numbers(rows[row]["logSoftmax"]);
        T[] actual = new T[x.Length];
        Activations.Softmax<T>(x, actual);
        for (int i = 0; i < x.Length; i++)
        {
            // The rounding of x − max is multiplied by that in e^(x − max); below the range there is nothing.
            double distance = double.IsInfinity(logarithms[i]) ? 0 : Math.Abs(logarithms[i]);
            double share = double.CreateChecked(actual[i]);
            double smallest = typeof(T) == typeof(double) ? 1e-300 : 1e-37;
            Assert.True(Math.Abs(share - shares[i]) <= (shares[i] * epsilon * (8 + distance)) + smallest, $"share {i} is {share:R}, not {shares[i]:R}");
        }

        Activations.LogSoftmax<T>(x, actual);
        for (int i = 0; i < x.Length; i++)
        {
            double logarithm = double.CreateChecked(actual[i]);
            Assert.True(logarithm.Equals(logarithms[i]) || Math.Abs(logarithm - logarithms[i]) <= epsilon * (4 + (2 * Math.Abs(logarithms[i]))), $"logarithm {i} is {logarithm:R}, not {logarithms[i]:R}");
        }
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(static number => number switch
    {
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(number, CultureInfo.InvariantCulture),
    })];
}
