using global::Snapshots.Comparison;

namespace SymDiff.Generators.Tests.Infrastructure.Snapshots;

/// <summary>Who may accept an output.</summary>
public sealed class AcceptanceTests
{
    [Fact]
    public void Nobody_by_default() => Assert.False(Acceptance.Of(new VerifySettings(), Environment()));

    [Fact]
    public void A_person_who_asks_for_it() => Assert.True(Acceptance.Of(new VerifySettings(), Environment(Acceptance.Variable)));

    [Theory]
    [InlineData("CI")]
    [InlineData("GITHUB_ACTIONS")]
    public void No_build_server(string server) =>
        Assert.Throws<VerifyException>(() => Acceptance.Of(new VerifySettings(), Environment(Acceptance.Variable, server)));

    private static Func<string, string?> Environment(params string[] set) => name => set.Contains(name) ? "1" : null;
}
