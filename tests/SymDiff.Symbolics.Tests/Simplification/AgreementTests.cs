using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>Every single rewrite, at special and at random points: both sides agree wherever the left one is finite, and nothing becomes finite that isn't.</summary>
public class AgreementTests
{
    // Rules whose law itself says that a structural zero stays one, whatever it is multiplied by.
    private static readonly ImmutableArray<string> Structural = ["gated-product", "gated-quotient"];

    private static readonly double[] Special =
    [
        0, -0.0, 1, -1, 0.75, -3, 1e-3, 700, -750, 1e160, -1e-160, double.Epsilon, -3e-310, 2.3e-308,
        double.MaxValue, -double.MaxValue / 3, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    public static IEnumerable<object[]> Scalars => Samples.All.Select((sample, i) => (sample, i))
        .Where(pair => !Traversal.Reachable([pair.sample.Input(new Variables())]).Any(node => node is Reduce or Extent or Element))
        .Select(pair => new object[] { pair.sample.ToString(), pair.i });

    public static IEnumerable<object[]> Loops => Samples.All.Select((sample, i) => (sample, i))
        .Where(pair => Traversal.Reachable([pair.sample.Input(new Variables())]).Any(node => node is Reduce))
        .Select(pair => new object[] { pair.sample.ToString(), pair.i });

    [Theory, MemberData(nameof(Scalars))]
    public void Both_sides_of_each_rewrite_agree(string name, int number)
    {
        int compared = 0;
        foreach ((Rule rule, Expression before, Expression after) in Rewrites(Samples.All.ElementAt(number)))
        {
            foreach (Dictionary<Symbol, double> point in Points([.. Traversal.Reachable([before]).OfType<Symbol>()]))
            {
                Compare(rule, before, after, point);
                compared++;
            }
        }

        Assert.True(compared > 0, name);
    }

    [Theory, MemberData(nameof(Loops))]
    public void Both_sides_agree_on_arrays(string name, int number)
    {
        var random = new Random(7);
        foreach ((Rule rule, Expression before, Expression after) in Rewrites(Samples.All.ElementAt(number)).Where(rewrite => rewrite.Before.Free.IsEmpty))
        {
            for (int round = 0; round < 300; round++)
            {
                double scale = round % 3 == 0 ? 1 : Math.ScaleB(1, random.Next(-1020, 1020));
                double[] Array() => [.. Enumerable.Range(0, round % 4).Select(_ => (random.NextDouble() + (round % 2)) * scale)];
                (Symbol, Value)[] point =
                [
                    .. Traversal.Reachable([before, after]).OfType<Symbol>().Where(symbol => symbol.Role == SymbolRole.Parameter)
                        .Select(symbol => (symbol, symbol.Type.IsArray ? Array() : symbol.Scalar == ScalarType.Int32 ? random.Next(-5, 5) : (Value)(random.NextDouble() - 0.5))),
                ];
                double left = Interpreter.Evaluate(before, point).Number;
                double right = Interpreter.Evaluate(after, point).Number;
                if (double.IsFinite(left))
                {
                    // The terms have one sign in half of the rounds; in the others they may cancel, to no less than some units of the largest term.
                    Assert.True(Math.Abs(left - right) <= 1e-15 * Math.Max(Math.Abs(left), 2 * scale) + (8 * double.Epsilon), $"{name}, {rule}: {left} became {right}");
                }
            }
        }
    }

    private static List<(Rule Rule, Expression Before, Expression After)> Rewrites(Sample sample)
    {
        var variables = new Variables();
        var rewrites = new List<(Rule, Expression, Expression)>();
Simplifier.Simplify(
            [sample.Input(variables), .. sample.Others(variables)], sample.Frozen(variables), (rule, before, after) => rewrites.Add((rule, before, after)), default);
        return rewrites;
    }

    // All combinations of special values while they are few, else a random choice of them; and random points of ordinary size.
    private static IEnumerable<Dictionary<Symbol, double>> Points(ImmutableArray<Symbol> symbols)
    {
        var random = new Random(42);
        double Of(Symbol symbol, double value) => symbol.Scalar switch
        {
            ScalarType.Single => (float)value,
            ScalarType.Int32 => (int)Math.Clamp(double.IsNaN(value) ? 0 : value, int.MinValue, int.MaxValue),
            _ => value,
        };

        int combinations = (int)Math.Min(30_000, Math.Pow(Special.Length, symbols.Length));
        for (int i = 0; i < combinations; i++)
        {
            int rest = combinations < 30_000 ? i : random.Next();
            var point = new Dictionary<Symbol, double>();
            foreach (Symbol symbol in symbols)
            {
                point.Add(symbol, Of(symbol, Special[rest % Special.Length]));
                rest = combinations < 30_000 ? rest / Special.Length : random.Next();
            }

            yield return point;
        }

        for (int i = 0; i < 1000; i++)
        {
            yield return symbols.ToDictionary(symbol => symbol, symbol => Of(symbol, (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-20, 20))));
        }
    }

    private static void Compare(Rule rule, Expression before, Expression after, Dictionary<Symbol, double> point)
    {
        Estimate left = Estimate.Of(before, point);
        Estimate right = Estimate.Of(after, point);
        string Story() => $"{rule}: {before} = {left} became {after} = {right} at {string.Join(", ", point.Select(pair => $"{pair.Key.Name} = {pair.Value:R}"))}";
        double maximum = before.Scalar == ScalarType.Single ? float.MaxValue : double.MaxValue;
        double minimum = before.Scalar == ScalarType.Single ? 1.17549435e-38 : 2.2250738585072014e-308;
        if (left.IsFinite)
        {
            bool isNearLimits = left.Largest > maximum / rule.Margin || (rule.Margin > 1 && left.Smallest < minimum * rule.Margin);
            if (right.IsFinite || !isNearLimits)
            {
                double tolerance = (16 * left.Rounding) + (131072 * left.Underflow) + (rule.Reorders ? left.Largest * (before.Scalar == ScalarType.Single ? 1e-6 : 1e-15) : 0);
                Assert.True(Math.Abs(left.Value - right.Value) <= tolerance || tolerance is double.PositiveInfinity or double.NaN, Story());
            }
        }
        else if (right.IsFinite && !Structural.Contains(rule.Name) && !(rule.Reorders && point.Values.All(double.IsFinite)))
        {
            // Then it is the value that the left side would have, had an intermediate result not overflown.
            double exact = left.Exact.ToDouble();
            double rounding = double.IsNaN(right.Rounding) ? 1e-14 * Math.Abs(exact) : right.Rounding;
            Assert.True(Math.Abs(exact - right.Value) <= (16 * rounding) + (2 * right.Underflow) + 3e-308, Story() + $" instead of {exact}");
        }
    }
}
