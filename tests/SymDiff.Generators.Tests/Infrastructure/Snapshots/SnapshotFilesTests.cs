using System.Text;
using global::Snapshots.Comparison;

namespace SymDiff.Generators.Tests.Infrastructure.Snapshots;

/// <summary>The comparison itself: what isn't expected, to the byte, fails.</summary>
public sealed class SnapshotFilesTests : IDisposable
{
    private static readonly Target Output = new("A.g", "cs", "one\ntwo");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_output_fails_and_is_written_beside()
    {
        VerifyException failure = Assert.Throws<VerifyException>(() => Compare(Output));

        Assert.Contains("New:\n  - Received: T.M#A.g.received.cs\n    Verified: T.M#A.g.verified.cs", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["T.M#A.g.received.cs"], folder.Files);
    }

    [Fact]
    public void An_accepted_output_passes_from_then_on()
    {
        Accept(Output);
        Compare(Output);

        Assert.Equal(["T.M#A.g.verified.cs"], folder.Files);
    }

    [Fact]
    public void Files_have_a_byte_order_mark_and_no_newline_added()
    {
        Accept(Output);

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "one\ntwo"u8], File.ReadAllBytes(folder.File("T.M#A.g.verified.cs")));
    }

    [Fact]
    public void A_changed_output_fails_with_the_lines_that_differ()
    {
        Accept(Output);

        VerifyException failure = Assert.Throws<VerifyException>(() => Compare(Output with { Text = "one\nthree" }));

        Assert.Contains("NotEqual:\n  - Received: T.M#A.g.received.cs", failure.Message, StringComparison.Ordinal);
        Assert.Contains("  one\n- two\n+ three\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["T.M#A.g.received.cs", "T.M#A.g.verified.cs"], folder.Files);
    }

    [Theory]
    [InlineData("one\r\ntwo")]
    [InlineData("one\ntwo\n")]
    public void Ends_of_lines_count(string expected)
    {
        File.WriteAllText(folder.File("T.M#A.g.verified.cs"), expected, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Throws<VerifyException>(() => Compare(Output));
    }

    [Fact]
    public void A_missing_byte_order_mark_fails()
    {
        File.WriteAllText(folder.File("T.M#A.g.verified.cs"), Output.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        Assert.Throws<VerifyException>(() => Compare(Output));
    }

    [Fact]
    public void An_output_that_is_no_longer_produced_fails_until_accepted()
    {
        Accept(Output, Output with { Name = "B.g" });

        VerifyException failure = Assert.Throws<VerifyException>(() => Compare(Output));

        Assert.Contains("Delete:\n  - T.M#B.g.verified.cs", failure.Message, StringComparison.Ordinal);
        Accept(Output);
        Assert.Equal(["T.M#A.g.verified.cs"], folder.Files);
    }

    [Fact]
    public void Stale_received_files_go_when_the_output_is_right_again()
    {
        Accept(Output);
        Assert.Throws<VerifyException>(() => Compare(Output with { Text = "three" }));

        Compare(Output);

        Assert.Equal(["T.M#A.g.verified.cs"], folder.Files);
    }

    [Fact]
    public void Twins_are_numbered()
    {
        Accept(Output, Output);

        Assert.Equal(["T.M#A.g.00.verified.cs", "T.M#A.g.01.verified.cs"], folder.Files);
    }

    [Fact]
    public void Files_of_other_tests_are_left_alone()
    {
        File.WriteAllText(folder.File("T.Mother#A.g.verified.cs"), "");
        Accept(Output);
        Compare(Output);

        Assert.Equal(["T.M#A.g.verified.cs", "T.Mother#A.g.verified.cs"], folder.Files);
    }

    private void Compare(params Target[] targets) => Files(accept: false).Compare(targets);

    private void Accept(params Target[] targets) => Files(accept: true).Compare(targets);

    private SnapshotFiles Files(bool accept) => new(new SnapshotPath(folder.Path, "T.M", folder.Path, SolutionDirectory: null), accept);
}
