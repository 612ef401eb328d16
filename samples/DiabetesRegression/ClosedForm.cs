namespace DiabetesRegression;

/// <summary>The solution of ridge regression without any iteration: (XᵀX/n + λ·1)·w = Xᵀy/n. The variables have mean 0, so the bias is the mean of y.</summary>
internal static class ClosedForm
{
    /// <returns>The weights.</returns>
    public static double[] Ridge(Patients patients, double penalty)
    {
        int size = patients.Variables.Length;
        double[,] matrix = new double[size, size];
        double[] weights = new double[size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                matrix[row, column] = Mean(patient => patients.Inputs[patient * size + row] * patients.Inputs[patient * size + column]) + (row == column ? penalty : 0);
            }

            weights[row] = Mean(patient => patients.Inputs[patient * size + row] * patients.Progression[patient]);
        }

        Solve(matrix, weights);
        return weights;

        double Mean(Func<int, double> term) => Enumerable.Range(0, patients.Count).Average(term);
    }

    // By Cholesky's decomposition, in place: matrix = L·Lᵀ, L·z = right, Lᵀ·solution = z.
    private static void Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        for (int column = 0; column < size; column++)
        {
            for (int row = column; row < size; row++)
            {
                double sum = matrix[row, column];
                for (int k = 0; k < column; k++)
                {
                    sum -= matrix[row, k] * matrix[column, k];
                }

                matrix[row, column] = row == column ? Math.Sqrt(sum) : sum / matrix[column, column];
            }
        }

        for (int row = 0; row < size; row++)
        {
            for (int k = 0; k < row; k++)
            {
                right[row] -= matrix[row, k] * right[k];
            }

            right[row] /= matrix[row, row];
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < size; k++)
            {
                right[row] -= matrix[k, row] * right[k];
            }

            right[row] /= matrix[row, row];
        }
    }
}
