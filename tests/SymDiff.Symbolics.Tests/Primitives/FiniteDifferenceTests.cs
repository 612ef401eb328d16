using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>A second opinion on each derivative in the table, which owes nothing to the tables of references but the points.</summary>
public class FiniteDifferenceTests
{
    public static TheoryData<string> Rows => [.. Subject.All.Where(subject => subject.IsDifferentiable && Points(subject).Any()).Select(subject => subject.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void Derivatives_agree_with_finite_differences(string row)
    {
        Subject subject = Subject.ByName(row);
        var compared = new HashSet<int>();
        foreach (Reference point in Points(subject))
        {
            var sample = new Sample(subject, point.Arguments, ScalarType.Double, lastIsConstant: false);
            for (int k = 0; k < sample.Arguments.Length; k++)
            {
                double at = point.Arguments[k].Number;
                if (point.Arguments[k].IsInteger)
                {
                    continue;
                }

                // Where the differences don't settle, a kink, a jump or the end of the domain is near; and they can't see what is lost in the rounding of the values.
                (double difference, double error) = FiniteDifferences.Of(x => sample.ValueAt(k, x), at, step: 1e-3 * Math.Max(Math.Abs(at), 1e-3));
                double noise = error + (1e-11 * Math.Abs(sample.Value / at));
                if (noise <= 1e-7 * Math.Abs(difference) || difference == 0)
                {
                    compared.Add(k);
                    double slope = sample.Evaluate(sample.First(k));
                    Assert.True(
                        Math.Abs(slope - difference) <= (1e-6 * Math.Abs(difference)) + noise + double.Epsilon,
                        $"{point}: derivative by argument {k} is {slope:R}, by differences {difference:R} ± {error:G3}");
                }
            }
        }

        int[] arguments = [.. Points(subject).First().Arguments.Select((argument, k) => argument.IsInteger ? -1 : k).Where(k => k >= 0)];
        Assert.Equal(arguments, compared.Order());
    }

    private static IEnumerable<Reference> Points(Subject subject)
        => References.Primitives.Of(subject.Reference).Concat(References.Special.Of(subject.Reference))
            .Where(point => point.Arguments.All(argument => argument.IsInteger || Math.Abs(argument.Number) is > 1e-6 and < 1e3));
}
