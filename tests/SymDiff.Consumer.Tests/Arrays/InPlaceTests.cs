namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>Algorithms that change an array of the method's own in place, so that its elements depend on each other.</summary>
public partial class InPlaceTests
{
    private static readonly int[] s_few = [0, 1, 2, 3, 5, 9, 20];
    // At longer points two numbers lie so close that a difference steps from one branch into another.
    private static readonly int[] s_smooth = [0, 1, 2, 3, 5];
    private static readonly int[] s_orders = [1, 2, 3, 5];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(x => PrefixSums(x), PrefixSumsGradient, PrefixSumsValueAndGradient),
        ArrayCase.Of(x => Thomas(x), ThomasGradient, ThomasValueAndGradient) with { Lengths = [1, 2, 3, 5, 9, 40] },
        ArrayCase.Of(x => Cholesky(x), CholeskyGradient, CholeskyValueAndGradient) with { Lengths = s_orders },
        ArrayCase.Of(x => Pivoting(x), PivotingGradient, PivotingValueAndGradient) with { Lengths = s_orders },
        ArrayCase.Of(x => TimeWarp(x), TimeWarpGradient, TimeWarpValueAndGradient) with { Lengths = [2, 4, 6, 9] },
        ArrayCase.Of(x => GaussSeidel(x), GaussSeidelGradient, GaussSeidelValueAndGradient) with { Lengths = s_few },
        ArrayCase.Of(x => BackwardInduction(x), BackwardInductionGradient, BackwardInductionValueAndGradient) with { Lengths = [1, 2, 3, 5] },
        ArrayCase.Of(x => Leapfrog(x), LeapfrogGradient, LeapfrogValueAndGradient) with { Lengths = s_few },
        ArrayCase.Of(x => InsertionSort(x), InsertionSortGradient, InsertionSortValueAndGradient) with { Lengths = s_smooth },
        ArrayCase.Of(x => LeftEarly(x), LeftEarlyGradient, LeftEarlyValueAndGradient) with { Lengths = s_few },
        ArrayCase.Of(x => LeftUnderConditions(x), LeftUnderConditionsGradient, LeftUnderConditionsValueAndGradient) with { Lengths = [2, 3] },
        ArrayCase.Of(x => FirstAndRest(x), FirstAndRestGradient, FirstAndRestValueAndGradient) with { Lengths = s_few },
        ArrayCase.Of(x => MatrixPower(x), MatrixPowerGradient, MatrixPowerValueAndGradient) with { Lengths = s_orders, ReordersSums = true },
        ArrayCase.Of(x => BackSubstitution(x), BackSubstitutionGradient, BackSubstitutionValueAndGradient) with { Lengths = [2, 3, 5, 9], ReordersSums = true },
        ArrayCase.Of(x => TwoArrays(x), TwoArraysGradient, TwoArraysValueAndGradient) with { Lengths = [2, 3, 5] },
        ArrayCase.Of(x => SeveralTimesAStep(x), SeveralTimesAStepGradient, SeveralTimesAStepValueAndGradient) with { Lengths = s_smooth },
        ArrayCase.Of(x => OtherNames(x), OtherNamesGradient, OtherNamesValueAndGradient) with { Lengths = [1, 2, 3, 5] },
        ArrayCase.Of(x => InSomeSteps(x), InSomeStepsGradient, InSomeStepsValueAndGradient) with { Lengths = [0, 1, 2, 3, 5, 6] },
        ArrayCase.Of(x => Sieve(x), SieveGradient, SieveValueAndGradient),
        ArrayCase.Of(x => FirstIfAny(x), FirstIfAnyGradient, FirstIfAnyValueAndGradient),
        ArrayCase.Of(x => RowOfTable(x), RowOfTableGradient, RowOfTableValueAndGradient) with { Lengths = s_few },
    ];

    // A step changes one element by the one before it.
    [Differentiable("x")]
    private static double PrefixSums(ReadOnlySpan<double> x)
    {
        double[] sums = x.ToArray();
        for (int i = 1; i < sums.Length; i++)
        {
            sums[i] += sums[i - 1];
        }

        double total = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            total += sums[i] * sums[i] / (i + 1);
        }

        return total;
    }

    [Differentiable("x")]
    private static double Thomas(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double[] c = new double[n], y = new double[n];
        c[0] = 1 / (4 + x[0]);
        y[0] = x[n - 1] / (4 + x[0]);
        for (int i = 1; i < n; i++)
        {
            double pivot = 4 + x[i] - c[i - 1];
            c[i] = 1 / pivot;
            y[i] = (x[n - 1 - i] - y[i - 1]) / pivot;
        }

        for (int i = n - 2; i >= 0; i--)
        {
            y[i] -= c[i] * y[i + 1];
        }

        double sum = 0;
        foreach (double v in y)
        {
            sum += v * v;
        }

        return sum;
    }

    // The logarithm of the determinant of xxᵀ + diag(2 + i).
    [Differentiable("x")]
    private static double Cholesky(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        var l = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                l[i, j] = x[i] * x[j] + (i == j ? 2 + i : 0);
            }
        }

        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k < j; k++)
            {
                for (int i = j; i < n; i++)
                {
                    l[i, j] -= l[i, k] * l[j, k];
                }
            }

            double root = Math.Sqrt(l[j, j]);
            for (int i = j; i < n; i++)
            {
                l[i, j] /= root;
            }
        }

        double log = 0;
        for (int i = 0; i < n; i++)
        {
            log += 2 * Math.Log(l[i, i]);
        }

        return log;
    }

    // Solves a system whose largest numbers stand beside the diagonal, so that rows change places.
    [Differentiable("x")]
    private static double Pivoting(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double[] a = new double[n * n], b = x.ToArray();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i * n + j] = x[i] * x[j] * 0.1 + ((i + 1) % n == j ? 3 + x[j] : Math.Sin(i + j * x[i]));
            }
        }

        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i * n + k]) > Math.Abs(a[pivot * n + k]))
                {
                    pivot = i;
                }
            }

            if (pivot != k)
            {
                for (int j = 0; j < n; j++)
                {
                    (a[k * n + j], a[pivot * n + j]) = (a[pivot * n + j], a[k * n + j]);
                }

                (b[k], b[pivot]) = (b[pivot], b[k]);
            }

            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] / a[k * n + k];
                for (int j = k; j < n; j++)
                {
                    a[i * n + j] -= factor * a[k * n + j];
                }

                b[i] -= factor * b[k];
            }
        }

        double sum = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                b[i] -= a[i * n + j] * b[j];
            }

            b[i] /= a[i * n + i];
            sum += b[i] * (i + 1);
        }

        return sum;
    }

    [Differentiable("x")]
    private static double TimeWarp(ReadOnlySpan<double> x)
    {
        int n = x.Length / 2;
        var cost = new double[n + 1, n + 1];
        for (int i = 1; i <= n; i++)
        {
            cost[i, 0] = 100;
            cost[0, i] = 100;
        }

        for (int i = 1; i <= n; i++)
        {
            for (int j = 1; j <= n; j++)
            {
                double distance = x[i - 1] - x[n + j - 1];
                cost[i, j] = distance * distance + Math.Min(cost[i - 1, j - 1], Math.Min(cost[i - 1, j], cost[i, j - 1]));
            }
        }

        return cost[n, n];
    }

    [Differentiable("x")]
    private static double GaussSeidel(ReadOnlySpan<double> x)
    {
        var u = new double[x.Length];
        for (int sweep = 0; sweep < 4; sweep++)
        {
            for (int i = 1; i < u.Length - 1; i++)
            {
                u[i] = 0.5 * (u[i - 1] + u[i + 1] + Math.Sin(x[i]) * x[0]);
            }
        }

        double sum = 0;
        foreach (double v in u)
        {
            sum += v * v;
        }

        return sum;
    }

    [Differentiable("x")]
    private static double BackwardInduction(ReadOnlySpan<double> x)
    {
        double[] values = x.ToArray();
        for (int step = x.Length - 1; step > 0; step--)
        {
            for (int i = 0; i < step; i++)
            {
                values[i] = Math.Max(0.95 * (0.45 * values[i] + 0.55 * values[i + 1]), x[i] * 0.8);
            }
        }

        return values[0];
    }

    // Each step changes all of both arrays, one of them by its neighbours in the other.
    [Differentiable("x")]
    private static double Leapfrog(ReadOnlySpan<double> x)
    {
        double[] place = new double[x.Length], speed = x.ToArray();
        for (int step = 0; step < 3; step++)
        {
            for (int i = 0; i < place.Length; i++)
            {
                place[i] += 0.1 * speed[i];
            }

            for (int i = 0; i < place.Length; i++)
            {
                speed[i] -= 0.1 * (Math.Sin(place[i]) + (i > 0 ? place[i] - place[i - 1] : 0));
            }
        }

        double sum = 0;
        for (int i = 0; i < place.Length; i++)
        {
            sum += place[i] * place[i] + speed[i] * speed[i];
        }

        return sum;
    }

    [Differentiable("x")]
    private static double InsertionSort(ReadOnlySpan<double> x)
    {
        double[] sorted = x.ToArray();
        for (int k = 1; k < sorted.Length; k++)
        {
            double next = sorted[k];
            int i = k - 1;
#pragma warning disable SYMD0207 // Where two numbers change places the sum is as it was.
            while (i >= 0 && sorted[i] > next)
#pragma warning restore SYMD0207
            {
                sorted[i + 1] = sorted[i];
                i--;
            }

            sorted[i + 1] = next;
        }

        double sum = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i] * sorted[i] * (i + 1);
        }

        return sum;
    }

    [Differentiable("x")]
    private static double LeftEarly(ReadOnlySpan<double> x)
    {
        double[] y = x.ToArray();
        double sum = 0;
        for (int i = 1; i < y.Length; i++)
        {
            y[i] *= y[i - 1] + 0.5;
            if (y[i] > 20)
            {
                return y[i] * y[0];
            }

            if (y[i] < 0.4)
            {
#pragma warning disable SYMD0207 // The steps that it takes are what is differentiated.
                break;
#pragma warning restore SYMD0207
            }

            y[i] += 0.5 * y[i - 1];
            sum += y[i];
        }

        foreach (double v in y)
        {
            sum += v * v;
        }

        return sum;
    }

    // What one array takes from the other has been changed in the same step, or hasn't yet.
    [Differentiable("x")]
    private static double TwoArrays(ReadOnlySpan<double> x)
    {
        double[] a = x.ToArray(), b = new double[x.Length];
        double c = x[1];
        for (int i = 1; i < a.Length; i++)
        {
            double before = a[i];
            a[i] = b[i - 1] + c * a[i - 1];
            b[i] = before * a[i] - b[0];
            c = Math.Sin(c + b[i]);
            b[0] += 0.1 * c;
            if (c > 0.5)
            {
                a[0] = b[i];
            }
            else
            {
                b[i - 1] = a[i];
                a[i - 1] *= 2;
            }
        }

        double sum = c;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i] * (i + 1);
        }

        return sum;
    }

    [Differentiable("x")]
    private static double SeveralTimesAStep(ReadOnlySpan<double> x)
    {
        double[] y = x.ToArray();
        for (int i = 1; i < y.Length; i++)
        {
            y[i] = x[i] * y[i - 1];
            double between = y[i];
            y[i] = Math.Sin(y[i]) + between * x[0];
            y[i - 1] += y[i] * between;
            if (i % 2 == 0)
            {
                y[i] *= y[i - 1];
            }
            else if (x[i] > 0.8)
            {
                y[i - 1] = 0.3 * y[i];
            }
        }

        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += y[i] * (i + 1);
        }

        return sum;
    }

    [Differentiable("x")]
    private static double OtherNames(ReadOnlySpan<double> x)
    {
        double[] y = x.ToArray();
        double[] same = y;
        Span<double> tail = y.AsSpan(1);
        for (int i = 0; i < tail.Length; i++)
        {
            same[i] += 0.3 * y[i + 1] * y[i + 1];
            tail[i] *= same[0];
        }

        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += same[i] * (i + 1);
        }

        return sum;
    }

    // A step that doesn't change the array passes its derivatives on, all of them.
    [Differentiable("x")]
    private static double InSomeSteps(ReadOnlySpan<double> x)
    {
        double sum = 0;
        var y = new double[x.Length + 1];
        y.AsSpan().Fill(0.6);
        for (int k = 0; k < x.Length - 1; k++)
        {
            if (k % 2 == 0)
            {
                for (int j = 0; j < x.Length; j++)
                {
                    for (int i = 0; i < x.Length; i++)
                    {
                        sum += y[i] * 0.1;
                    }

                    for (int i = 0; i < x.Length; i++)
                    {
                        y[i] = y[i] * 0.5 + x[i];
                    }
                }
            }
        }

        if (x.Length > 2)
        {
            sum += y[1] * y[0];
        }

        for (int i = 0; i < y.Length; i++)
        {
            sum += y[i] * y[y.Length - 1 - i];
        }

        return sum;
    }

    // Arrays that no derivative goes through.
    [Differentiable("x")]
    private static double Sieve(ReadOnlySpan<double> x)
    {
        var isComposite = new bool[x.Length];
        var divisors = new int[x.Length];
        for (int i = 2; i < isComposite.Length; i++)
        {
            for (int j = i; j < isComposite.Length; j += i)
            {
                divisors[j]++;
                isComposite[j] |= j > i;
            }
        }

        double sum = 0;
        for (int i = 2; i < x.Length; i++)
        {
            sum += isComposite[i] ? x[i] * divisors[i] : x[i] * x[i];
        }

        return sum;
    }

    // Loops in loops change elements on either side of a condition, and are left early.
#pragma warning disable SYMD0207 // The steps that it takes are what is differentiated.
    [Differentiable("x")]
    private static double LeftUnderConditions(ReadOnlySpan<double> x)
    {
        double[] u = x.ToArray();
        double sum = 0.3;
        for (int k = 0; k < 3; k++)
        {
            for (int j = 0; j < 2; j++)
            {
                for (int i = 1; i < u.Length; i++)
                {
                    if (u[i] > u[i - 1])
                    {
                        u[i] = (0.7 * u[i - 1]) + (0.1 * u[i]);
                    }
                    else
                    {
                        u[i - 1] *= 0.9;
                        sum += u[i];
                    }

                    if (sum > 5)
                    {
                        break;
                    }
                }

                u[j] += sum * 0.01;
                sum = (0.5 * sum) + u[k % u.Length];
            }
        }

        return sum + (u[0] * u[1]);
    }
#pragma warning restore SYMD0207

    // Before the first element of x there is none.
    [Differentiable("x")]
    private static double FirstAndRest(ReadOnlySpan<double> x)
    {
        double[] u = [0.4, .. x, 0.2];
        for (int i = 1; i < u.Length; i++)
        {
            u[i] = Math.Tanh(u[i] * u[i - 1]);
        }

        double sum = 0;
        for (int i = 0; i < u.Length; i++)
        {
            sum += u[i] * (i + 1);
        }

        return sum;
    }

    // Each step reads all of the vector that the one before has made, in sums.
    [Differentiable("x")]
    private static double MatrixPower(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double[] vector = x.ToArray();
        for (int step = 0; step < 4; step++)
        {
            double[] next = new double[n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    next[i] += Math.Sin(i + (2 * j)) * x[(i + j) % n] * vector[j];
                }
            }

            for (int i = 0; i < n; i++)
            {
                vector[i] = next[i];
            }
        }

        return vector[0] + (vector[n - 1] * vector[n / 2]);
    }

    // The value reads what the loop leaves, which the way back changes.
    [Differentiable("x")]
    private static double BackSubstitution(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double[] y = x.ToArray();
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = y[i];
            for (int j = i + 1; j < n; j++)
            {
                sum -= Math.Sin(i + (2 * j)) * x[j] * y[j];
            }

            y[i] = sum / (2 + x[i]);
        }

        return y[0] + (y[1] * y[n - 1]);
    }

    // What an array is changed to under a condition is calculated before: there need be no such element.
    [Differentiable("x")]
    private static double FirstIfAny(ReadOnlySpan<double> x)
    {
        double[] h = new double[5];
        if (x.Length > 0)
        {
            h[0] = x[^1] * x[0];
        }

        for (int i = 1; i < h.Length; i++)
        {
            h[i] = (h[i - 1] * 0.5) + Math.Cos(i);
        }

        return Math.Sin(h[4]);
    }

    // The inner loop starts from a copy of the table with one element changed, whose place isn't read.
    [Differentiable("x")]
    private static double RowOfTable(ReadOnlySpan<double> x)
    {
        double[,] table = new double[2, x.Length];
        for (int column = 0; column < x.Length; column++)
        {
            table[0, column] = x[column] * (column + 1);
            for (int k = 0; k < 1; k++)
            {
                table[0, column] += table[0, k] * 0.1;
            }
        }

        double sum = 0;
        for (int column = 0; column < x.Length; column++)
        {
            sum += table[0, column] * table[0, column];
        }

        return sum;
    }
}
