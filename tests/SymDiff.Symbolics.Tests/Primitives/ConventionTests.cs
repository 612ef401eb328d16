using System.Globalization;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>Kinks, jumps, poles and edges: what the table of conventions fixes.</summary>
public class ConventionTests
{
    public static TheoryData<string> Functions
        => [.. References.Conventions.Select(row => row.Function).Distinct().Where(function => Subject.All.Any(subject => subject.Reference == function))];

    [Theory, MemberData(nameof(Functions))]
    public void Value_and_derivatives_at_the_edges_are_the_agreed_ones(string function)
        => Assert.All(Subject.All.Where(subject => subject.Reference == function), subject =>
        {
            foreach (Reference reference in References.Conventions.Of(function))
            {
                // A derivative that isn't given stands for a constant argument.
                bool lastIsConstant = reference.First[^1].IsAbsent && !reference.Arguments[^1].IsInteger;
                Check(reference, new Sample(subject, reference.Arguments, ScalarType.Double, lastIsConstant));
                if (reference.Arguments.All(argument => argument.IsInteger || (float)argument.Number == argument.Number || double.IsNaN(argument.Number)))
                {
                    Check(reference, new Sample(subject, reference.Arguments, ScalarType.Single, lastIsConstant));
                }
            }
        });

    [Fact]
    public void Max_with_zero_is_the_rectifier()
    {
        Assert.Equal(0, SlopeBesideConstant("Max", 0, 0));
        Assert.Equal(0, SlopeBesideConstant("Min", 0, 0));
        Assert.Equal(1, SlopeBesideConstant("Max", 1e-300, 0));
        Assert.Equal(0, SlopeBesideConstant("Max", -1e-300, 0));
        Assert.Equal(double.NaN, SlopeBesideConstant("Max", double.NaN, 0));
        Assert.Equal(0.5, SlopeBesideConstant("Max", 2, 2));
    }

    [Theory, InlineData("Max"), InlineData("Min")]
    public void The_larger_of_a_number_and_itself_has_slope_one(string name)
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", ScalarType.Double);
        Expression both = graph.Apply(Symbolics.Primitives.PrimitiveTable.ByName(name), x, x);
        Assert.Equal(1, Interpreter.Evaluate(ReverseMode.Gradient(both, [x])[0], (x, 3.0)).Number);
        Assert.Equal(1, Interpreter.Evaluate(ForwardMode.Gradient(both, [x])[0], (x, 3.0)).Number);
    }

    private static double SlopeBesideConstant(string name, double x, double constant)
    {
        var sample = new Sample(Subject.ByName(name), [Argument(x), Argument(constant)], ScalarType.Double, lastIsConstant: true);
        return sample.Evaluate(sample.First(0));
    }

    private static Argument Argument(double number) => new(double.IsNaN(number) ? "nan" : number.ToString("E16", CultureInfo.InvariantCulture));

    private static void Check(Reference reference, Sample sample)
    {
        ScalarType type = sample.Expression.Operands[0].Scalar;
        if (reference.Value.IsException)
        {
            Assert.ThrowsAny<SystemException>(() => sample.Value);
            Assert.Equal(0, sample.Evaluate(((Apply)sample.Expression).Primitive.Requires((Apply)sample.Expression)));
        }
        else
        {
            Expect(reference, reference.Value, sample.Value, type, "value");
        }

        for (int i = 0; i < sample.Arguments.Length; i++)
        {
            if (!reference.Arguments[i].IsInteger && !reference.First[i].IsException)
            {
                Expect(reference, reference.First[i], sample.Evaluate(sample.First(i)), type, $"derivative by argument {i}");
            }
        }
    }

    // What isn't fixed has been evaluated, so it doesn't throw.
    private static void Expect(Reference reference, Expected expected, double actual, ScalarType type, string what)
        => Assert.True(
            expected.IsAnything || Accuracy.Error(actual, expected, type) <= 8,
            $"{reference} in {type} precision: {what} is {actual:R}, not {expected} ({reference.Source})");
}
