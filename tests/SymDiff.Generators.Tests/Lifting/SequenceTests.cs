using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>LINQ over arrays and ranges: the order, the types and the exceptions are those of .NET, and nothing runs before it is asked for.</summary>
public sealed class SequenceTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using SymDiff;

        public static partial class Sequences
        {
            [Differentiable(Summation = Summation.Sequential)] public static double Zip(double[] x, double[] y, double w, int n) => x.Zip(y, (a, b) => (w * a - b) * (w * a - b)).Average();
            [Differentiable(Summation = Summation.Sequential)] public static double Sums(double[] x, double[] y, double w, int n) => x.Sum() + x.Sum(v => v * v * w) + x.Select(v => Math.Sin(v)).Sum();
            [Differentiable(Summation = Summation.Sequential)] public static double Average(double[] x, double[] y, double w, int n) => x.Average();
            [Differentiable(Summation = Summation.Sequential)] public static double AverageOfSelected(double[] x, double[] y, double w, int n) => x.Select(v => v * 1).Average();
            [Differentiable(Summation = Summation.Sequential)] public static double Largest(double[] x, double[] y, double w, int n) => x.Max();
            [Differentiable(Summation = Summation.Sequential)] public static double Smallest(double[] x, double[] y, double w, int n) => x.Min();
            [Differentiable(Summation = Summation.Sequential)] public static double LargestOf(double[] x, double[] y, double w, int n) => x.Where(v => v > 0).Max(v => v * w);
            [Differentiable(Summation = Summation.Sequential)] public static double Filtered(double[] x, double[] y, double w, int n) => x.Where(v => v > 0).Select(v => v * w).Sum() + x.Where(v => v > 0).Average();
            [Differentiable(Summation = Summation.Sequential)] public static double Counted(double[] x, double[] y, double w, int n) => w * x.Count() + w * x.Count(v => v > 0) * 2 + w * x.Where(v => v < 0).LongCount();
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double Aggregates(double[] x, double[] y, double w, int n) => x.Aggregate(1.0, (a, v) => a * w + v) + x.Aggregate(0.0, (a, v) => a + v * w, a => a * a);
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double AggregateOfItems(double[] x, double[] y, double w, int n) => x.Aggregate((a, v) => a * w + v);
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double AggregateOfTuples(double[] x, double[] y, double w, int n) { var (s, c) = x.Aggregate((0.0, 1.0), (a, v) => (a.Item1 + v * w, a.Item2 * v)); return s * c; }
            [Differentiable(Summation = Summation.Sequential)] public static double Ranges(double[] x, double[] y, double w, int n) => Enumerable.Range(1, n).Sum(i => w / i) + Enumerable.Range(0, n).Select(i => Math.Pow(w, i)).Sum();
            [Differentiable(Summation = Summation.Sequential)] public static double Repeated(double[] x, double[] y, double w, int n) => Enumerable.Repeat(w, n).Sum() + Enumerable.Repeat(2.0, 3).Select((v, i) => v * i * w).Sum();
            [Differentiable(Summation = Summation.Sequential)] public static double Query(double[] x, double[] y, double w, int n) => (from a in x from b in y where a > b select a * b * w).Sum() + (from a in x let s = a * w where s > 1 select s * s).Sum();
            [Differentiable(Summation = Summation.Sequential)] public static double Deferred(double[] x, double[] y, double w, int n) { var q = x.Select(v => v * w); double a = q.Sum(); w = w * w; return a + q.Sum(); }
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double WithSideEffects(double[] x, double[] y, double w, int n) { double t = w; var q = x.Select(v => { t += v * w; return t; }); return q.Sum() + t + q.Count() * t; }
            [Differentiable(Summation = Summation.Sequential)] public static double AnyAndAll(double[] x, double[] y, double w, int n) => (x.Any(v => v > 1) ? w : 2 * w) + (x.All(v => v < 2) ? w * w : w) + (x.Any() ? w : 3 * w);
            [Differentiable(Summation = Summation.Sequential)] public static double ThrowsUnlessDecidedBefore(double[] x, double[] y, double w, int n) => x.Any(v => v < -1 ? throw new ArgumentException("v") : v > 1) ? w : 2 * w;
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double Positions(double[] x, double[] y, double w, int n) => x.Select((v, i) => v * i * w).Sum() + x.Where((v, i) => i % 2 == 0).Sum(v => v * w) + x.Where(v => v > 0).Select((v, i) => i * v).Sum();
            [Differentiable(Summation = Summation.Sequential)] public static double Parts(double[] x, double[] y, double w, int n) => x.Skip(1).Sum(v => v * w) + x.Take(3).Sum() + x.Skip(1).Take(n).Select(v => v * v).Sum() + x.Skip(-2).Take(100).Sum();
            [Differentiable(Summation = Summation.Sequential)] public static double Tuples(double[] x, double[] y, double w, int n) => x.Zip(y).Sum(p => p.First * p.Second) + x.Zip(x.Skip(1), (a, b) => (b - a) * (b - a)).Sum();
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double Joined(double[] x, double[] y, double w, int n) => x.Concat(y).Select(v => v * w).Sum() + x.Append(w).Prepend(2 * w).Aggregate(0.0, (a, v) => a * 0.5 + v);
            [Differentiable(Summation = Summation.Sequential)] public static double InForEach(double[] x, double[] y, double w, int n) { double s = 0; foreach (var v in x.Where(v => v > 0).Select(v => v * w)) { if (v > 2) continue; s += v * v; } foreach (var (a, b) in x.Zip(y)) s += a * b; return s; }
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double WhileTaken(double[] x, double[] y, double w, int n) => x.TakeWhile(v => v > 0).Sum(v => v * w);
            [Differentiable(Summation = Summation.Sequential)] public static double Ends(double[] x, double[] y, double w, int n) => x.First() * w + x.Last() * w * w;
            [Differentiable(Summation = Summation.Sequential)] public static double ToArray(double[] x, double[] y, double w, int n) { var z = x.Select(v => v * w).ToArray(); double s = 0; for (int i = 0; i < z.Length - 1; i++) s += z[i] * z[i + 1]; return s; }
            [Differentiable(Summation = Summation.Sequential)] public static double InLoops(double[] x, double[] y, double w, int n) { double s = 0; for (int i = 0; i < x.Length; i++) s += x.Select(v => v * i * w).Sum() + new[] { x[i] * w }.Average(v => v * i * w); return s; }
            [Differentiable(nameof(w), Summation = Summation.Sequential)] public static double AsksOnceMore(double[] x, double[] y, double w, int n) { double t = w; return x.Select(v => { t *= 1.1; return v; }).Zip(y, (a, b) => a * b).Sum() + t; }
            [Differentiable(Summation = Summation.Sequential)] public static double Passed(double[] x, double[] y, double w, int n) => Norm(x.Select(v => v * w)) + Norm(x);
            [Differentiable(Summation = Summation.Sequential)] public static double Backwards(double[] x, double[] y, double w, int n) => new[] { 1.0, -2, 0.5, 3 }.Reverse().Aggregate(0.0, (a, c) => a * w + c);
            [Differentiable(Summation = Summation.Sequential)] public static double Integers(double[] x, double[] y, double w, int n) => w * Enumerable.Range(0, n).Max(i => (i - 2) * (5 - i)) + w * Enumerable.Range(0, n).Average() + w * Enumerable.Range(0, n).Sum(i => i * 400_000_000);

            private static double Norm(IEnumerable<double> v) => Math.Sqrt(v.Sum(t => t * t) + 1);
        }
        """));

    private static readonly double[][] Arrays = [[], [-0.0], [0.5], [-0.0, -0.0], [0.3, -2.5, 1.5], [1.5, 0.25, -3, 0.75], [double.NaN, 1, -1], [1, double.NaN], [double.NaN, double.NaN], [double.NegativeInfinity, 2, double.PositiveInfinity]];

    public static TheoryData<string> Names => [.. Program.Names];

    [Theory, MemberData(nameof(Names))]
    public void Lifted_and_generated_code_does_what_the_method_does(string name)
    {
        foreach (double[] x in Arrays)
        {
            foreach (double[] y in (double[][])[[], [0.5], [1.5, -2, 0.125, 3]])
            {
                foreach (int n in (int[])[0, 1, -1, 6])
                {
                    Program.Compare(name, x, y, 0.7, n);
                }
            }
        }
    }
}
