using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Branches, early returns, guard clauses, switches: laziness and order are those of C#.</summary>
public sealed class BranchTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        [Differentiable] public static double IfElse(double x, int n) { double y; if (n > 0) { y = x; if (n > 5) y = y * y; } else { y = -x; x = 2; } return y + x; }
        [Differentiable] public static double EarlyReturns(double x, int n) { if (n == 0) return x; if (n < 0) { if (x > 0) return 2 * x; x = x + n; } else if (n > 10) return 3; return x * x; }
        [Differentiable] public static double Guards(double x, int n) { if (n < 0) throw new ArgumentException("n"); if (n == 0) return x; return x / n; }
        [Differentiable] public static double NestedGuards(double x, int n) { if (n > 3) { if (x < 0) throw new ArgumentException("x"); x = Math.Sqrt(x); } return x * n; }
        [Differentiable] public static double ThrowInTernary(double x) => x > 0 ? Math.Log(x) : throw new ArgumentException("x");
        [Differentiable] public static double AlwaysThrowsOnASide(double x, int n) { double y; if (n > 0) y = x; else throw new ArgumentException("n"); return y; }
        [Differentiable(nameof(x))] public static double ShortCircuit(double x, double[] a, int i, int n) { if (i < n && a[i] > 0) return x; return -x; }
        [Differentiable(nameof(x))] public static double OrShortCircuit(double x, double[] a, int i) => i >= a.Length || a[i] < 0 ? x : x * a[i];
        [Differentiable(nameof(x))] public static double GuardedReads(double x, double[] a) { if (a.Length > 0) { if (a[0] < 0) return -x; x = x * a[0]; } return x; }
        [Differentiable] public static double AssignmentInCondition(double x, int n) { double y = 1; return n > 2 && (y = x) > 0 || (y = y + 1) > 5 ? y * x : y - x; }
        [Differentiable] public static double NestedTernary(double x, int n) => n switch { > 3 => 1, _ => 0 } + (n > 0 ? n > 5 ? x : 2 * x : 3 * x);
        [Differentiable] public static double SwitchExpression(double x, int n) => n switch { 0 => x, > 5 and < 8 or 12 => x * x, var u when u < 0 => -x + u, not 3 => 1, _ => throw new InvalidOperationException() };
        [Differentiable] public static double NoArm(double x, int n) => n switch { 1 => x, 2 => 2 * x };
        [Differentiable] public static double Switch(double x, int n) { double r; switch (n) { case 0: r = x; break; case 1: case 2: if (x > 0) { r = 1; break; } r = x * x; break; case > 10 when x > 1: throw new ArgumentException(); default: return 5 * x; case 7: r = 7; break; } return r * 2; }
        [Differentiable] public static double SwitchOnNumber(double x) { switch (x) { case > 1: return x; case double.NaN: return 4; case 0.5: x = 3; break; } return -x; }
        [Differentiable] public static double IsPattern(double x, int n) { if (n is > 2 and var m && m < 9) return x * m; return n is not 0 ? x : 0.5; }
        [Differentiable] public static double TuplePattern(double x, int n, int m) => (n, m) switch { (0, _) => x, (_, > 3) => 2 * x, _ => 3 * x };
        [Differentiable] public static double Shadowing(double x, int n) { { double y = x; x = y * 2; } { double y = 3; x += y; } if (n is var z && z > 0) { double y = z; return x * y; } return x; }
        [Differentiable] public static double ConstantCondition(double x) { const bool Never = false; if (Never) x = Math.Log(-1); return true ? x : 0; }
        [Differentiable] public static double RootOfEither(double x) => x > 0 ? Math.Sqrt(x) : Math.Sqrt(-x);
        [Differentiable] public static double UnreachedDivision(double x, int n) => n == 0 ? x : x * (7 / n);
        [Differentiable] public static double GuardByHelper(double x, int n) { ArgumentOutOfRangeException.ThrowIfNegative(n); ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 10, nameof(n)); return x * n; }
        [Differentiable] public static double ReturnsDeep(double x, int a, int b) { if (a > 0) { if (b > 0) { if (x > 0) return 1; } else return 2; x += 10; } else { if (b < 0) return 3; x *= 10; } return x; }
        """));

    [Theory]
    [InlineData("IfElse", new[] { 2.0, -2.0 }, new[] { -1, 1, 6 })]
    [InlineData("EarlyReturns", new[] { 2.0, -2.0 }, new[] { 0, -3, 5, 11 })]
    [InlineData("Guards", new[] { 2.0 }, new[] { -1, 0, 1, 4 })]
    [InlineData("NestedGuards", new[] { 2.0, -2.0 }, new[] { 1, 4 })]
    [InlineData("AlwaysThrowsOnASide", new[] { 2.0 }, new[] { 0, 4 })]
    [InlineData("AssignmentInCondition", new[] { 2.0, -2.0, 7 }, new[] { 1, 4 })]
    [InlineData("NestedTernary", new[] { 2.0 }, new[] { -1, 2, 4, 6 })]
    [InlineData("SwitchExpression", new[] { 2.0 }, new[] { 0, 6, 8, 12, -4, 3, 1 })]
    [InlineData("NoArm", new[] { 2.0 }, new[] { 1, 2, 3 })]
    [InlineData("Switch", new[] { 2.0, -2.0, 0.5 }, new[] { 0, 1, 2, 3, 7, 11 })]
    [InlineData("IsPattern", new[] { 2.0 }, new[] { 0, 1, 2, 3, 8, 9 })]
    [InlineData("Shadowing", new[] { 2.0 }, new[] { 0, 1 })]
    [InlineData("UnreachedDivision", new[] { 2.0 }, new[] { 0, 3 })]
    [InlineData("GuardByHelper", new[] { 2.0 }, new[] { -1, 0, 10, 11 })]
    public void Agrees(string name, double[] xs, int[] ns)
    {
        foreach (double x in xs)
        {
            foreach (int n in ns)
            {
                Program.Compare(name, x, n);
            }
        }
    }

    [Theory]
    [InlineData("ThrowInTernary")]
    [InlineData("SwitchOnNumber")]
    [InlineData("ConstantCondition")]
    [InlineData("RootOfEither")]
    public void Agrees_for_numbers(string name)
    {
        foreach (double x in (double[])[2, 1, 0.5, 0, -0.0, -3, double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            Program.Compare(name, x);
        }
    }

    [Theory]
    [InlineData("TuplePattern")]
    [InlineData("ReturnsDeep")]
    public void Agrees_for_two_integers(string name)
    {
        foreach ((double x, int n, int m) in from x in new[] { 1.5, -1.5 } from n in new[] { -1, 0, 2 } from m in new[] { -1, 0, 5 } select (x, n, m))
        {
            Program.Compare(name, x, n, m);
        }
    }

    // A condition on the way to a point is evaluated only where the ones before it led there.
    [Fact]
    public void Conditions_on_the_way_are_evaluated_in_their_order()
    {
        foreach (double[] a in new double[][] { [], [1.0], [-1.0] })
        {
            Program.Compare("GuardedReads", 3.0, a);
        }
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    [InlineData(-1, 3)]
    public void The_right_side_isnt_evaluated_where_the_left_one_decides(int i, int n)
    {
        Program.Compare("ShortCircuit", 3.0, new[] { 1.0, -1.0 }, i, n);
        Program.Compare("OrShortCircuit", 3.0, new[] { 1.0, -1.0 }, i);
    }

    [Fact]
    public void A_guard_clause_is_a_requirement_and_nothing_of_the_value()
    {
        Assert.Equal("LessOrEqual(0, n)", Program.Requirements("Guards"));
        Assert.Equal("Select(Equal(n, 0), x, Divide(x, Double(n)))", Program.Result("Guards"));
    }

    [Fact]
    public void An_index_is_required_to_exist_only_on_the_way_to_it()
        => Assert.Equal(
            """
            Select(LessOrEqual(n, i), true, LessOrEqual(0, i))
            Select(LessOrEqual(n, i), true, Less(i, Extent(a, 0)))
            """.ReplaceLineEndings("\n"),
            Program.Requirements("ShortCircuit"));
}
