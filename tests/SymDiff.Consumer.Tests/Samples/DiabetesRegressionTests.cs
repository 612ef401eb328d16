using System.Globalization;
using System.Text;

namespace SymDiff.Consumer.Tests.Samples;

/// <summary>The sample finds what others find by other means.</summary>
public sealed class DiabetesRegressionTests : IDisposable
{
    private const int Variables = 10;
    private const double Bound = 45;

    // Published for scikit-learn's copy of the data, whose columns have length 1 instead of variance 1: https://scikit-learn.org, the example of linear_model.LinearRegression.
    private static readonly double[] s_leastSquares = [-10.0098663, -239.81564367, 519.84592005, 324.3846455, -792.17563855, 476.73902101, 101.04326794, 177.06323767, 751.27369956, 67.62669218];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Weights_and_plots()
    {
        string output = SampleProgram.Run("DiabetesRegression", _folder.FullName);

        // variable, least squares, ridge in closed form, ridge learned, Huber learned
        string[][] rows = [.. output.Split('\n').Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(static words => words is [_, var number, _, _, _] && double.TryParse(number, CultureInfo.InvariantCulture, out _))];
        Assert.Equal(["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"], rows.Select(static row => row[0]));
        double[] Column(int column) => [.. rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];
        AssertClose([.. s_leastSquares.Select(static weight => weight / Math.Sqrt(442))], Column(1));
        AssertClose(Column(2), Column(3));
        Assert.True(Column(2).Sum(Math.Abs) < Column(1).Sum(Math.Abs));
        AssertClose(Huber()[..Variables], Column(4));

        foreach (string name in (string[])["fit", "loss"])
        {
            Assert.Equal([0x89, .. "PNG"u8], File.ReadAllBytes(Path.Combine(_folder.FullName, name + ".png"))[..4]);
            Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder.FullName, name + ".svg"), Encoding.UTF8), StringComparison.Ordinal);
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1.01e-4);
        }
    }

    /// <summary>By least squares with weights that are made of the errors before, again and again; the bias comes last.</summary>
    private static double[] Huber()
    {
        double[][] rows = [.. File.ReadLines(Path.Combine(SampleProgram.Folder("DiabetesRegression"), "diabetes.csv")).Skip(1).Select(static line => line.Split(',').Select(static text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
        for (int column = 0; column < Variables; column++)
        {
            double mean = rows.Average(row => row[column]);
            double deviation = Math.Sqrt(rows.Average(row => (row[column] - mean) * (row[column] - mean)));
            foreach (double[] row in rows)
            {
                row[column] = (row[column] - mean) / deviation;
            }
        }

        double[] solution = new double[Variables + 1];
        for (int round = 0; round < 200; round++)
        {
            double[,] matrix = new double[Variables + 1, Variables + 2];
            foreach (double[] row in rows)
            {
                double[] inputs = [.. row[..Variables], 1];
                double error = Math.Abs(row[Variables] - inputs.Zip(solution, static (input, weight) => input * weight).Sum());
                double trust = round == 0 || error <= Bound ? 1 : Bound / error;
                for (int i = 0; i <= Variables; i++)
                {
                    for (int j = 0; j <= Variables; j++)
                    {
                        matrix[i, j] += trust * inputs[i] * inputs[j];
                    }

                    matrix[i, Variables + 1] += trust * inputs[i] * row[Variables];
                }
            }

            solution = Solve(matrix);
        }

        return solution;
    }

    // Gauss and Jordan; the matrix is positive definite.
    private static double[] Solve(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = 0; row < size; row++)
            {
                double factor = row == pivot ? 0 : matrix[row, pivot] / matrix[pivot, pivot];
                for (int column = pivot; column <= size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => matrix[row, size] / matrix[row, row])];
    }
}
