using SymDiff.Runtime;

namespace SymDiff.Tests.Runtime;

/// <summary>Products of matrices and vectors, against the loops that they stand for. All numbers are small integers, so that every order of sums gives the same.</summary>
public sealed class ContractionsTests
{
    private const int Beside = 5;

    public static TheoryData<int, int> Strides
    {
        get
        {
            var all = new TheoryData<int, int>();
            foreach (int rows in (int[])[0, 1, 3, 4, 5, 9])
            {
                foreach (int more in (int[])[0, 3, 7])
                {
                    all.Add(rows, more);
                }
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Strides))]
    public void Doubles_are_those_of_the_loops(int rows, int more)
        => ForEachShape(rows, more, static (target, targetStart, matrix, start, stride, vector, vectorStart, factors, factorsStart, rows, columns, isSubtracted) =>
        {
            double[] actual = [.. target], expected = [.. target];
            Contractions.RowsTimesVector(actual, targetStart, matrix, start, stride, vector, vectorStart, rows, columns, isSubtracted);
            Loop(rows, columns, (r, c) => expected[targetStart + r] += Signed(matrix[start + (r * stride) + c] * vector[vectorStart + c], isSubtracted));
            Assert.Equal(expected, actual);

            (actual, expected) = ([.. vector], [.. vector]);
            Contractions.CombinationOfRows(actual, vectorStart, matrix, start, stride, factors, factorsStart, rows, columns, isSubtracted);
            Loop(rows, columns, (r, c) => expected[vectorStart + c] += Signed(matrix[start + (r * stride) + c] * factors[factorsStart + r], isSubtracted));
            Assert.Equal(expected, actual);

            (actual, expected) = ([.. matrix], [.. matrix]);
            Contractions.OuterProduct(actual, start, stride, factors, factorsStart, vector, vectorStart, rows, columns, isSubtracted);
            Loop(rows, columns, (r, c) => expected[start + (r * stride) + c] += Signed(factors[factorsStart + r] * vector[vectorStart + c], isSubtracted));
            Assert.Equal(expected, actual);
        });

    [Theory, MemberData(nameof(Strides))]
    public void Floats_are_those_of_the_loops(int rows, int more)
        => ForEachShape(rows, more, static (target, targetStart, matrix, start, stride, vector, vectorStart, factors, factorsStart, rows, columns, isSubtracted) =>
        {
            float[] targets = Floats(target), matrices = Floats(matrix), vectors = Floats(vector), factor = Floats(factors);
            float[] actual = [.. targets];
            double[] expected = [.. target];
            Contractions.RowsTimesVector(actual, targetStart, matrices, start, stride, vectors, vectorStart, rows, columns, isSubtracted);
            Loop(rows, columns, (r, c) => expected[targetStart + r] += Signed(matrix[start + (r * stride) + c] * vector[vectorStart + c], isSubtracted));
            Assert.Equal(Floats(expected), actual);

            (actual, expected) = ([.. vectors], [.. vector]);
            Contractions.CombinationOfRows(actual, vectorStart, matrices, start, stride, factor, factorsStart, rows, columns, isSubtracted);
            Loop(rows, columns, (r, c) => expected[vectorStart + c] += Signed(matrix[start + (r * stride) + c] * factors[factorsStart + r], isSubtracted));
            Assert.Equal(Floats(expected), actual);

            (actual, expected) = ([.. matrices], [.. matrix]);
            Contractions.OuterProduct(actual, start, stride, factor, factorsStart, vectors, vectorStart, rows, columns, isSubtracted);
            Loop(rows, columns, (r, c) => expected[start + (r * stride) + c] += Signed(factors[factorsStart + r] * vector[vectorStart + c], isSubtracted));
            Assert.Equal(Floats(expected), actual);
        });

    [Fact]
    public void Total_of_a_row_does_not_depend_on_the_rows_beside_it()
    {
        var random = new Random(3);
        float[] matrix = [.. Enumerable.Range(0, 7 * 40).Select(_ => random.NextSingle() - 0.5f)];
        float[] vector = [.. Enumerable.Range(0, 40).Select(_ => random.NextSingle() - 0.5f)];
        for (int columns = 1; columns <= 40; columns++)
        {
            float[] together = new float[7];
            Contractions.RowsTimesVector(together, 0, matrix, 0, 40, vector, 0, 7, columns);
            for (int row = 0; row < 7; row++)
            {
                float[] alone = new float[1];
                Contractions.RowsTimesVector(alone, 0, matrix, row * 40, 40, vector, 0, 1, columns);
                Assert.Equal(alone[0], together[row]);
            }
        }
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(1, 4)]
    [InlineData(0, 5)]
    [InlineData(0, int.MaxValue)]
    [InlineData(0, int.MinValue)]
    public void Elements_that_are_not_there_are_refused_before_anything_is_written(int start, int stride)
    {
        double[] matrix = new double[12], four = [1, 1, 1, 1];
        Assert.Throws<ArgumentOutOfRangeException>(() => Contractions.RowsTimesVector(four, 0, matrix, start, stride, four, 0, 3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contractions.CombinationOfRows(four, 0, matrix, start, stride, four, 0, 3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contractions.OuterProduct(matrix, start, stride, four, 0, four, 0, 3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contractions.RowsTimesVector(four, 2, matrix, 0, 4, four, 0, 3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contractions.CombinationOfRows(four, 1, matrix, 0, 4, four, 0, 3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contractions.OuterProduct(matrix, 0, 4, four, 2, four, 0, 3, 4));
        Assert.All(matrix, static element => Assert.Equal(0, element));
        Assert.All(four, static element => Assert.Equal(1, element));
    }

    [Fact]
    public void Nothing_is_looked_at_where_there_are_no_rows_or_columns()
    {
        double[] none = [];
        Contractions.RowsTimesVector(none, 9, none, -3, 4, none, 2, 0, 5);
        Contractions.CombinationOfRows(none, 9, none, -3, 4, none, 2, 5, -1);
        Contractions.OuterProduct(none, 9, 7, none, 4, none, 2, -2, 5);
    }

    private delegate void Comparison(
        double[] target, int targetStart, double[] matrix, int start, int stride, double[] vector, int vectorStart, double[] factors, int factorsStart, int rows, int columns, bool isSubtracted);

    // Rows that lie apart, one after the other, backwards, overlapping, and all in one place; and something on all sides that must stay as it is.
    private static void ForEachShape(int rows, int more, Comparison compare)
    {
        var random = new Random(rows);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-9, 10))];
        for (int columns = 0; columns <= 40; columns++)
        {
            foreach (int stride in (int[])[columns + more, -columns - more, more])
            {
                int length = columns + (Math.Abs(stride) * Math.Max(0, rows - 1)) + (2 * Beside);
                int start = stride < 0 ? length - columns - Beside : Beside;
                compare(Numbers(rows + (2 * Beside)), Beside, Numbers(length), start, stride, Numbers(columns + (2 * Beside)), Beside, Numbers(rows + Beside), Beside, rows, columns, (columns & 1) == 1);
            }
        }
    }

    private static void Loop(int rows, int columns, Action<int, int> step)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                step(row, column);
            }
        }
    }

    private static double Signed(double number, bool isSubtracted) => isSubtracted ? -number : number;

    private static float[] Floats(double[] numbers) => [.. numbers.Select(static number => (float)number)];
}
