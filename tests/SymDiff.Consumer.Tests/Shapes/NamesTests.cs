using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes;

/// <summary>Overloads, keywords as names, names that tuples forbid, names that generated code may want.</summary>
public partial class NamesTests
{
    internal static Case[] Cases =>
    [
        Case.Of((double x) => Overloaded(x), x => OverloadedGradient(x), x => OverloadedValueAndGradient(x)),
        Case.Of((float x) => Overloaded(x), x => OverloadedGradient(x), x => OverloadedValueAndGradient(x), "Overloaded(float)"),
        Case.Of((double x, double y) => Overloaded(x, y), (x, y) => OverloadedGradient(x, y), (x, y) => OverloadedValueAndGradient(x, y)),
        Case.Of((double x) => Overloaded(3, x), x => OverloadedGradient(3, x), x => OverloadedValueAndGradient(3, x), "Overloaded(int, double)"),
        Case.Of(@while.@double, @while.doubleGradient, @while.doubleValueAndGradient),
        Case.Of(ForbiddenInTuples, ForbiddenInTuplesGradient, ForbiddenInTuplesValueAndGradient),
        Case.Of(Ünïcode, ÜnïcodeGradient, ÜnïcodeValueAndGradient),
        Case.Of(HidesTypes, HidesTypesGradient, HidesTypesValueAndGradient),
        Case.Of(NamedLikeItsMembers, NamedLikeItsMembersGradient, NamedLikeItsMembersValueAndGradient),
    ];

    [Differentiable] private static double Overloaded(double x) => x * x;

    [Differentiable] private static float Overloaded(float x) => x * x * x;

    [Differentiable] private static double Overloaded(double x, double y) => x * y;

    [Differentiable] private static double Overloaded(int n, double x) => n * x;

    [Fact] public void Overload_of_double() => Assert.Equal(6.0, OverloadedGradient(3.0));
    [Fact] public void Overload_of_float() => Assert.Equal(27f, OverloadedGradient(3f));
    [Fact] public void Overload_of_two() => Assert.Equal((4, 3), OverloadedGradient(3.0, 4.0));
    [Fact] public void Overload_with_an_integer() => Assert.Equal(7.0, OverloadedGradient(7, 3.0));

    [Fact] public void Keywords() => Assert.Equal((4, 3), @while.doubleGradient(3, 4));

    [Fact] public void Names_of_the_keywords_stay() => Assert.Equal(4, @while.doubleGradient(@in: 3, @params: 4).@in);

    [Differentiable] private static double ForbiddenInTuples(double Item2, double Rest, double ToString) => Item2 * Rest * ToString;

    [Fact]
    public void Names_that_a_tuple_forbids_get_a_suffix()
    {
        var gradient = ForbiddenInTuplesGradient(2, 3, 4);
        Assert.Equal((12, 8, 6), gradient);
        Assert.Equal(12, gradient.Item2Gradient);
        Assert.Equal(8, gradient.RestGradient);
        Assert.Equal(6, gradient.ToStringGradient);
    }

    [Differentiable] private static double Ünïcode(double α, double β) => Math.Sin(α) * β;

    [Fact] public void Letters_beyond_ASCII() => Assert.Equal((2, 0), ÜnïcodeGradient(0, 2));

    // Parameters named like what generated code mentions.
    [Differentiable] private static double HidesTypes(double Math, double System, double global) => double.Sin(Math) * System + global;

    [Fact] public void Parameters_named_like_types() => Assert.Equal((2, 0, 1), HidesTypesGradient(0, 2, 3));

    [Differentiable] private static double NamedLikeItsMembers(double NamedLikeItsMembers, double NamedLikeItsMembersGradient) => NamedLikeItsMembers * NamedLikeItsMembersGradient;

    [Fact] public void Parameters_named_like_the_methods() => Assert.Equal((3, 2), NamedLikeItsMembersGradient(2, 3));
}

/// <summary>Keywords everywhere.</summary>
internal static partial class @while
{
    [Differentiable] public static double @double(double @in, double @params) => @in * @params;
}
