using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SymDiff.Consumer.Tests.Samples;

/// <summary>The sample learns to read, and keeps what it has learned.</summary>
public sealed partial class DigitClassifierTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Accuracy_plots_and_the_saved_model()
    {
        string output = SampleProgram.Run("DigitClassifier", _folder.FullName);

        double[] accuracies = [.. HeldOut().Matches(output).Select(static match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(2, accuracies.Length);
        Assert.InRange(accuracies[0], 97, 100);
        Assert.Equal(accuracies[0], accuracies[1]);
        Assert.True(new FileInfo(Path.Combine(_folder.FullName, "digits.safetensors")).Length > 4 * 9610);
        foreach (string name in (string[])["loss", "confusion"])
        {
            Assert.Equal([0x89, .. "PNG"u8], File.ReadAllBytes(Path.Combine(_folder.FullName, name + ".png"))[..4]);
            Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder.FullName, name + ".svg"), Encoding.UTF8), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"(?:held out|loaded again): ([0-9.]+) %")]
    private static partial Regex HeldOut();
}
