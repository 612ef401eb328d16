using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>Each row of the table against values and derivatives to forty digits, in both precisions, with its last argument variable and constant.</summary>
public class ReferenceTests
{
    public static TheoryData<string, ScalarType> Rows
    {
        get
        {
            var data = new TheoryData<string, ScalarType>();
            foreach (Subject subject in Subject.All.Where(subject => References.Primitives.Of(subject.Reference).Concat(References.Special.Of(subject.Reference)).Any()))
            {
                data.Add(subject.Name, ScalarType.Double);
                data.Add(subject.Name, ScalarType.Single);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Value_is_that_of_the_reference(string row, ScalarType type)
        => ForEachPoint(row, type, (reference, sample) =>
        {
            // .NET multiplies by π first.
            if (row is not ("DegreesToRadians" or "RadiansToDegrees") || Math.Abs(reference.Arguments[0].Number) < Accuracy.Largest(type) / 256)
            {
                Expect(reference.Value, sample.Value, type, RoundingsOf(row), $"{reference}");
            }
        });

    [Theory, MemberData(nameof(Rows))]
    public void First_derivatives_are_those_of_the_reference(string row, ScalarType type)
        => ForEachPoint(row, type, (reference, sample) =>
        {
            for (int i = 0; i < sample.Arguments.Length; i++)
            {
                if (reference.First[i].IsNumber)
                {
                    Expect(reference.First[i], sample.Evaluate(sample.First(i)), type, RoundingsOf(row) + Amplified(row, reference), $"{reference}: derivative by argument {i}");
                }
            }
        });

    // Relative to the largest of the second derivatives at the point: differences of almost equal terms are in their nature.
    [Theory, MemberData(nameof(Rows))]
    public void Second_derivatives_are_those_of_the_reference_in_both_modes(string row, ScalarType type)
        => ForEachPoint(row, type, (reference, sample) =>
        {
            if (!reference.Arguments.All(argument => IsModerate(argument.Number, type)))
            {
                return;
            }

            double scale = reference.Second.Where(second => second.IsNumber).Select(second => Math.Abs(Accuracy.Rounded(second, type))).Where(double.IsFinite).Append(0).Max();
            for (int i = 0; i < sample.Arguments.Length; i++)
            {
                if (reference.First[i].IsNumber && sample.First(i) is { Scalar: ScalarType.Single or ScalarType.Double } first)
                {
                    ExpectSecond(row, reference, sample, i, ForwardMode.Gradient(first, sample.Arguments), type, scale, "forward");
                    ExpectSecond(row, reference, sample, i, ReverseMode.Gradient(first, sample.Arguments), type, scale, "reverse");
                }
            }
        });

    private static void ExpectSecond(string row, Reference reference, Sample sample, int i, ImmutableArray<Expression> gradient, ScalarType type, double scale, string mode)
    {
        for (int j = 0; j < sample.Arguments.Length; j++)
        {
            Expected expected = reference.Second[(i * reference.Arguments.Length) + j];
            if (expected.IsNumber)
            {
                Expect(expected, sample.Evaluate(gradient[j]), type, 64 + Amplified(row, reference), $"{reference}: second derivative {i}{j}, {mode}", scale);
            }
        }
    }

    private static void ForEachPoint(string row, ScalarType type, Action<Reference, Sample> check)
    {
        Subject subject = Subject.ByName(row);
        Reference[] points = type == ScalarType.Single
            ? [.. References.SinglePrimitives.Of(subject.Reference), .. References.SingleSpecial.Of(subject.Reference)]
            : [.. References.Primitives.Of(subject.Reference), .. References.Special.Of(subject.Reference)];
        Assert.NotEmpty(points);
        foreach (Reference point in points)
        {
            check(point, new Sample(subject, point.Arguments, type, lastIsConstant: false));
            if (point.Arguments.Length > 1)
            {
                check(point, new Sample(subject, point.Arguments, type, lastIsConstant: true));
            }
        }
    }

    private static void Expect(Expected expected, double actual, ScalarType type, double roundings, string where, double scale = 0)
    {
        double error = Accuracy.Error(actual, expected, type, scale);
        Assert.True(error <= roundings, $"{where} is {actual:R}, not {expected}: {error:G3} units in the last place off");
    }

    // A root is a power with the rounded exponent 1/n, in .NET too: the logarithm of the argument multiplies the error.
    private static double RoundingsOf(string row) => row == "RootN" ? 64 : 8;

    // The rounding of x² is multiplied by x² in e^(−x²).
    private static double Amplified(string row, Reference reference) => row is "Erf" or "Erfc" ? reference.Arguments[0].Number * reference.Arguments[0].Number : 0;

    // Where products of three factors neither overflow nor become subnormal.
    private static bool IsModerate(double number, ScalarType type)
    {
        double magnitude = Math.Abs(number);
        return magnitude == 0 || (type == ScalarType.Single ? magnitude is > 1e-8 and < 1e8 : magnitude is > 1e-90 and < 1e90);
    }
}
