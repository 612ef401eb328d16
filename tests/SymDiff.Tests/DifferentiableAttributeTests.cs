namespace SymDiff.Tests;

/// <summary>What the attribute says when nothing is said.</summary>
public sealed class DifferentiableAttributeTests
{
    [Fact]
    public void Without_arguments_all_is_left_to_SymDiff()
    {
        var attribute = new DifferentiableAttribute();
        Assert.Empty(attribute.WithRespectTo);
        Assert.Equal(Derivatives.None, attribute.Emit);
        Assert.Equal(Summation.Lanes, attribute.Summation);
    }

    [Fact] public void Parameters_are_those_that_are_named() => Assert.Equal(["w", "b"], new DifferentiableAttribute("w", "b").WithRespectTo);

    [Fact]
    public void Every_kind_is_a_bit_of_its_own()
    {
        Derivatives[] kinds = [.. Enum.GetValues<Derivatives>().Where(kind => kind is not (Derivatives.None or Derivatives.All))];
        Assert.All(kinds, kind => Assert.True(int.IsPow2((int)kind)));
        Assert.Equal(Derivatives.All, kinds.Aggregate((all, kind) => all | kind));
    }
}
