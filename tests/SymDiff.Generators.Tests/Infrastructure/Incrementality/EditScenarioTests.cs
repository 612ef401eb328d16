using Microsoft.CodeAnalysis;
using SymDiff.Generators.Tests.Infrastructure.Checks.Tests;

namespace SymDiff.Generators.Tests.Infrastructure.Incrementality;

/// <summary>The reasons after an edit tell what ran again.</summary>
public sealed class EditScenarioTests
{
    private static readonly EditScenario Start = EditScenario.Of("[Differentiable] static double F(double x) => x;", new SampleGenerator());

    [Fact]
    public void An_unrelated_file() => Assert.Equal([IncrementalStepRunReason.Cached], Start.Add("class Unrelated;").Reasons["Write"]);

    [Fact]
    public void An_edit_beside()
    {
        EditScenario edited = Start.Edit(text => "// a comment\n" + text);

        Assert.Equal([IncrementalStepRunReason.Unchanged], edited.Reasons["Lift"]);
        Assert.Equal([IncrementalStepRunReason.Cached], edited.Reasons["Write"]);
    }

    [Fact]
    public void A_rename()
    {
        EditScenario edited = Start.Edit(text => text.Replace("F(", "G(", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Modified], edited.Reasons["Write"]);
        Assert.Equal(["G.g.cs"], edited.Files.Keys);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_a_mistake() => Assert.Throws<ArgumentException>(() => Start.Edit(text => text));
}
