using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Symbolics.Tests.Simplification;

public class RuleTests
{
    public static IEnumerable<object[]> Numbers => Samples.All.Select((sample, i) => new object[] { sample.ToString(), i });

    [Theory, MemberData(nameof(Numbers))]
    public void Simplifies(string name, int number)
    {
        Sample sample = Samples.All.ElementAt(number);
        var variables = new Variables();
        ImmutableArray<Expression> frozen = sample.Frozen(variables);

        ImmutableArray<Expression> simple = Simplifier.Simplify([sample.Input(variables), .. sample.Others(variables)], frozen);

        Assert.Equal(sample.Output, simple[0].ToString());
        Assert.NotEmpty(name);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Each_sample_is_reached_by_its_rule(string name, int number)
    {
        Sample sample = Samples.All.ElementAt(number);
        var variables = new Variables();
        var used = new List<string>();

Simplifier.Simplify([sample.Input(variables), .. sample.Others(variables)], sample.Frozen(variables), (rule, _, _) => used.Add(rule.Name), default);

        Assert.True(used.Contains(sample.Rule), $"{name} used {string.Join(", ", used)}");
    }

    [Fact]
    public void Every_rule_has_a_sample()
        => Assert.Empty(RuleList.Ordered.Select(rule => rule.Name).Except(Samples.All.Select(sample => sample.Rule)));

    [Fact]
    public void Names_of_rules_are_unique()
        => Assert.Equal(RuleList.Ordered.Length, RuleList.Ordered.Select(rule => rule.Name).Distinct().Count());

    [Fact]
    public void Every_rule_states_its_law_and_its_condition_in_one_line()
        => Assert.All(RuleList.Ordered, rule =>
        {
            Assert.Contains("=", rule.Law);
            Assert.NotEmpty(rule.Condition);
            Assert.DoesNotContain('\n', rule.Law + rule.Condition);
        });
}
