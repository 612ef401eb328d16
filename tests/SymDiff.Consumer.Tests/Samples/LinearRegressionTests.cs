using System.Diagnostics;

namespace SymDiff.Consumer.Tests.Samples;

/// <summary>The sample prints the notebook's tables, digit for digit.</summary>
public class LinearRegressionTests
{
    private static readonly string s_folder = SampleProgram.Folder("LinearRegression");

    [Fact]
    public void Without_arguments_it_prints_all_stages_and_both_forms_of_stage_2() =>
        Assert.Equal([Expected(1), Expected(2), Expected(2), Expected(3), Expected(4)], Tables(Run()));

    [Fact] public void Stage_1() => Assert.Equal([Expected(1)], Tables(Run("1")));

    [Fact] public void Stage_2_in_both_forms() => Assert.Equal([Expected(2), Expected(2)], Tables(Run("2")));

    [Fact] public void Stage_3() => Assert.Equal([Expected(3)], Tables(Run("3")));

    [Fact] public void Stage_4() => Assert.Equal([Expected(4)], Tables(Run("4")));

    [Fact]
    public void Another_argument_is_refused()
    {
        using Process process = SampleProgram.Start("LinearRegression", "7");
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
        Assert.Equal("Name one stage, 1 to 4, or none to run them all.", error.Trim());
    }

    private static string Expected(int stage) => File.ReadAllText(Path.Combine(s_folder, $"stage{stage}.expected.txt")).ReplaceLineEndings("\n").TrimEnd();

    /// <summary>What stands below the headings.</summary>
    private static string[] Tables(string output) =>
        [.. output.ReplaceLineEndings("\n").Split("## ", StringSplitOptions.RemoveEmptyEntries).Select(section => section[(section.IndexOf('\n') + 1)..].TrimEnd())];

    private static string Run(params string[] arguments) => SampleProgram.Run("LinearRegression", arguments);
}
