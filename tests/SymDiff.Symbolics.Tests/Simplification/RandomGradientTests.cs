using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Simplification;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>Gradients of random functions: each rewrite keeps the value, the whole ends in a normal form, and the result costs no more than what it came from.</summary>
public class RandomGradientTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Simplified_gradients_keep_their_value(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 150; round++)
        {
            var x = new Variables();
            Expression value = Make(x, random, random.Next(3, 9));
            ImmutableArray<Symbol> inputs = [x.A, x.B, x.C];
            ImmutableArray<Expression> plain = ReverseMode.Gradient(value, inputs);
            ImmutableArray<Expression> simple = Simplifier.Simplify(plain, [value]);

            for (int k = 0; k < 10; k++)
            {
                (Symbol, Value)[] point =
                [
                    (x.A, Ordinary(random)), (x.B, Ordinary(random)), (x.C, Ordinary(random)), (x.D, Ordinary(random)), (x.Count, random.Next(1, 9)),
                    (x.U, (Value)new[] { Ordinary(random), Ordinary(random), Ordinary(random) }), (x.V, (Value)new[] { Ordinary(random), Ordinary(random), Ordinary(random) }),
                ];
                for (int i = 0; i < inputs.Length; i++)
                {
                    double expected = Interpreter.Evaluate(plain[i], point).Number;
                    double actual = Interpreter.Evaluate(simple[i], point).Number;
                    Assert.True(
                        !double.IsFinite(expected) || Math.Abs(expected - actual) <= 1e-12 * Math.Abs(expected) || Math.Abs(expected - actual) <= 1e-12 * Size(plain[i], point),
                        $"seed {seed}, round {round}: ∂/∂{inputs[i].Name} is {expected:R}, became {actual:R}\nvalue:\n{value}\nplain:\n{plain[i]}\nsimple:\n{simple[i]}");
                }
            }

            Assert.Equal(ExpressionPrinter.Print(simple), ExpressionPrinter.Print(Simplifier.Simplify(simple, [value])));
            int stable = Traversal.Reachable(simple).Where(static node => node is Apply { Primitive.Name: "Min" }).Sum(static node => node.Free.IsEmpty ? 4 : 40); // what it costs that no exponential overflows
            Assert.True(Cost(simple, value) <= Cost(plain, value) + stable, $"seed {seed}, round {round}: costs {Cost(simple, value)} instead of {Cost(plain, value)}\nplain:\n{ExpressionPrinter.Print(plain)}\nsimple:\n{ExpressionPrinter.Print(simple)}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_pass_runs_out_of_rewrites_and_few_passes_do(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            var x = new Variables();
            Expression value = Make(x, random, random.Next(3, 12));
            ImmutableArray<Expression> current = ReverseMode.Gradient(value, [x.A, x.B, x.C]);
            for (int passes = 1; ; passes++)
            {
                var pass = new Pass(current, new FrozenValues([value]), trace: null, default);
                ImmutableArray<Expression> next = pass.Run();
                Assert.False(pass.IsExhausted);
                Assert.True(passes <= 5, $"seed {seed}, round {round}:\n{ExpressionPrinter.Print(current)}\n{ExpressionPrinter.Print(next)}");
                if (next.SequenceEqual(current))
                {
                    break;
                }

                current = next;
            }
        }
    }

    private static double Ordinary(Random random) => Math.Round((random.NextDouble() * 4) - 2, 3);

    // A sum may cancel: its rounding is that of its largest intermediate result.
    private static double Size(Expression root, (Symbol, Value)[] point)
        => Traversal.Reachable([root]).Where(static node => node.Free.IsEmpty && node.Scalar == ScalarType.Double && !node.Type.IsArray && node is Apply or Reduce)
            .Select(node => Math.Abs(Interpreter.Evaluate(node, point).Number)).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    // What the derivative calculates beyond the value; what stands in a loop ten times.
    private static int Cost(ImmutableArray<Expression> roots, Expression value)
    {
        HashSet<Expression> known = [.. Traversal.Reachable([value])];
        return Traversal.Reachable(roots).Where(node => !known.Contains(node)).Sum(node => (node.Free.IsEmpty ? 1 : 10) * node switch
        {
            Apply { Primitive.Name: "Negate" } => 0, // a sign is part of the sum around it
            Apply { Primitive.Arity: null } apply => apply.Primitive.Cost * (apply.Arguments.Length - 1),
            Apply apply => apply.Primitive.Cost,
            Select or Reduce => 1,
            _ => 0,
        });
    }

    private static Expression Make(Variables x, Random random, int size)
    {
        var pool = new List<Expression> { x.A, x.B, x.C, x.A, x.B, x.C, x.D, x.N, x.Number(2), x.Number(0.5), x.Number(-3), x.Number(1) };
        Expression Pick() => pool[random.Next(pool.Count)];
        for (int k = 0; k < size; k++)
        {
            pool.Add(random.Next(16) switch
            {
                0 or 1 => Pick() + Pick(),
                2 => Pick() - Pick(),
                3 or 4 or 5 => Pick() * Pick(),
                6 => Pick() / Pick(),
                7 => -Pick(),
                8 => Exp(Pick()),
                9 => Log(1 + Exp(Pick())),
                10 => 1 / (1 + Exp(-Pick())),
                11 => x.Select(x.Graph.Less(Pick(), Pick()), Pick(), Pick()),
                12 => x.Sum(Body(Pick(), Pick())),
                13 => Sqrt(Abs(Pick()) + 1),
                14 => x.Graph.Apply(Piecewise.Max, Pick(), Pick()),
                _ => Sin(Pick()),
            });
        }

        return pool.Skip(12).Aggregate((left, right) => left + right);

        Expression Body(Expression first, Expression second)
        {
            Expression error = (first * x.Ui) - x.Vi;
            return random.Next(5) switch
            {
                0 => error * error,
                1 => error * error / x.M,
                2 => 0.5 * (error * second * error),
                3 => Log(1 + Exp(-(error * x.Vi))),
                _ => x.Select(x.Graph.Less(error, x.Ui), second * error, error * x.Ui),
            };
        }
    }
}
