using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Checks.Tests;

/// <summary>Exactly the marked diagnostics are reported.</summary>
public sealed class ExpectedDiagnosticsTests
{
    private static readonly SampleGenerator Generator = new() { Refuses = "Bad" };

    [Theory]
    [InlineData("{|SYMD0042:Bad|}")]
    [InlineData("[|Bad|]")]
    public void Marked_and_reported(string name) => GeneratorRun.Of(Method(name), Generator);

    [Theory]
    [InlineData("Bad")]
    [InlineData("{|SYMD0043:Bad|}")]
    [InlineData("{|SYMD0042:[|Bad|]|}")]
    [InlineData("B{|SYMD0042:ad|}")]
    public void What_is_reported_otherwise_fails_with_a_text_to_paste(string name)
    {
        XunitException failure = Assert.Throws<XunitException>(() => GeneratorRun.Of(Method(name), Generator));

        Assert.Contains("SYMD0042: Something about Bad", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Method("{|SYMD0042:Bad|}"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_marked_and_not_reported_fails() => Assert.Throws<XunitException>(() => GeneratorRun.Of(Method("[|Good|]"), Generator));

    private static string Method(string name) => $"[Differentiable] static double {name}(double x) => x;";
}
