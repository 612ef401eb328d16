using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Gradients;

/// <summary>Value and gradient in one call, hand-written and generated, over the same points in the same process.</summary>
public class GradientBenchmarks
{
    private const int Count = 256;

    private readonly Point[] _points = Point.Random(Count);

    [GlobalSetup]
    public void CheckThatBothAgree()
    {
        foreach (Point p in _points)
        {
            Agree(HandWritten.CallPrice(100 * p.A, p.B, p.C, p.D), Functions.CallPriceValueAndGradient(100 * p.A, p.B, p.C, p.D));
            Agree(HandWritten.LogisticLoss(p.A, p.B, p.C, p.D), Functions.LogisticLossValueAndGradient(p.A, p.B, p.C, p.D));
            Agree(HandWritten.Piecewise(p.A, p.B, p.C, p.D), Functions.PiecewiseValueAndGradient(p.A, p.B, p.C, p.D));
            Agree(HandWritten.Reach(p.A, p.B, p.C, p.D), Functions.ReachValueAndGradient(p.A, p.B, p.C, p.D));
            Agree(HandWritten.Rosenbrock(p.A, p.B), Functions.RosenbrockValueAndGradient(p.A, p.B));
        }
    }

    [BenchmarkCategory("Call price"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double CallPriceByHand()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double spot, double volatility, double rate, double time)) = HandWritten.CallPrice(100 * p.A, p.B, p.C, p.D);
            sum += value + spot + volatility + rate + time;
        }

        return sum;
    }

    [BenchmarkCategory("Call price"), Benchmark(OperationsPerInvoke = Count)]
    public double CallPriceGenerated()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double spot, double volatility, double rate, double time)) = Functions.CallPriceValueAndGradient(100 * p.A, p.B, p.C, p.D);
            sum += value + spot + volatility + rate + time;
        }

        return sum;
    }

    [BenchmarkCategory("Logistic loss"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double LogisticLossByHand()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double weight, double bias)) = HandWritten.LogisticLoss(p.A, p.B, p.C, p.D);
            sum += value + weight + bias;
        }

        return sum;
    }

    [BenchmarkCategory("Logistic loss"), Benchmark(OperationsPerInvoke = Count)]
    public double LogisticLossGenerated()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double weight, double bias)) = Functions.LogisticLossValueAndGradient(p.A, p.B, p.C, p.D);
            sum += value + weight + bias;
        }

        return sum;
    }

    [BenchmarkCategory("Piecewise"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double PiecewiseByHand()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double a, double b, double c, double d)) = HandWritten.Piecewise(p.A, p.B, p.C, p.D);
            sum += value + a + b + c + d;
        }

        return sum;
    }

    [BenchmarkCategory("Piecewise"), Benchmark(OperationsPerInvoke = Count)]
    public double PiecewiseGenerated()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double a, double b, double c, double d)) = Functions.PiecewiseValueAndGradient(p.A, p.B, p.C, p.D);
            sum += value + a + b + c + d;
        }

        return sum;
    }

    [BenchmarkCategory("Reach of an arm"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double ReachByHand()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double shoulder, double elbow)) = HandWritten.Reach(p.A, p.B, p.C, p.D);
            sum += value + shoulder + elbow;
        }

        return sum;
    }

    [BenchmarkCategory("Reach of an arm"), Benchmark(OperationsPerInvoke = Count)]
    public double ReachGenerated()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double shoulder, double elbow)) = Functions.ReachValueAndGradient(p.A, p.B, p.C, p.D);
            sum += value + shoulder + elbow;
        }

        return sum;
    }

    [BenchmarkCategory("Rosenbrock"), Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double RosenbrockByHand()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double x, double y)) = HandWritten.Rosenbrock(p.A, p.B);
            sum += value + x + y;
        }

        return sum;
    }

    [BenchmarkCategory("Rosenbrock"), Benchmark(OperationsPerInvoke = Count)]
    public double RosenbrockGenerated()
    {
        double sum = 0;
        foreach (Point p in _points)
        {
            (double value, (double x, double y)) = Functions.RosenbrockValueAndGradient(p.A, p.B);
            sum += value + x + y;
        }

        return sum;
    }

    private static void Agree((double Value, (double, double) Gradient) expected, (double Value, (double, double) Gradient) actual)
    {
        Agree(expected.Value, actual.Value);
        Agree(expected.Gradient.Item1, actual.Gradient.Item1);
        Agree(expected.Gradient.Item2, actual.Gradient.Item2);
    }

    private static void Agree((double Value, (double, double, double, double) Gradient) expected, (double Value, (double, double, double, double) Gradient) actual)
    {
        Agree(expected.Value, actual.Value);
        Agree(expected.Gradient.Item1, actual.Gradient.Item1);
        Agree(expected.Gradient.Item2, actual.Gradient.Item2);
        Agree(expected.Gradient.Item3, actual.Gradient.Item3);
        Agree(expected.Gradient.Item4, actual.Gradient.Item4);
    }

    private static void Agree(double expected, double actual)
    {
        if (Math.Abs(expected - actual) > 1e-10 * Math.Max(1, Math.Abs(expected)))
        {
            throw new InvalidOperationException($"The hand-written gradient gives {expected}, the generated one {actual}.");
        }
    }
}
