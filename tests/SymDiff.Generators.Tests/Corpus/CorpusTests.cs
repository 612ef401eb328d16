using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>
/// Methods as their users write them, in the folder Methods. At each point that a method names, the value has the bits of the method's, and the gradient agrees with dual
/// numbers, by the same text, and with finite differences where these settle.
/// </summary>
public sealed class CorpusTests(CorpusTests.Programs programs) : IClassFixture<CorpusTests.Programs>
{
    public static TheoryData<string, string> Methods
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (CorpusFile file in CorpusFile.All("Methods"))
            {
                foreach (CorpusMethod method in file.Methods)
                {
                    data.Add(file.Name, method.Name);
                }
            }

            return data;
        }
    }

    [Fact] public void There_are_enough() => Assert.True(Methods.Count >= 150, $"only {Methods.Count}");

    [Theory, MemberData(nameof(Methods))]
    public void Gradient_agrees_with_dual_numbers_and_differences(string file, string name) => Check(programs[file, Summation.Lanes], name);

    [Theory, MemberData(nameof(Methods))]
    public void Value_has_all_bits_where_sums_are_in_order(string file, string name) => Check(programs[file, Summation.Sequential], name);

    private static void Check(CorpusProgram program, string name)
    {
        if (!program.IsDifferentiated(name))
        {
            throw new XunitException($"{name} is refused. Of its file:\n{string.Join('\n', program.Errors.Select(error => error.ToString()))}");
        }

        CorpusPoint[] points = [.. program.Points(name)];
        Assert.True(points.Length > 1, "There are too few points.");
        int differences = points.Sum(point => Agreement.Check(program, point, mayRunInLanes: program.Summation == Summation.Lanes));
        Assert.True(differences > 0, "Finite differences settle at no point.");
    }

    /// <summary>Each file is compiled once.</summary>
    public sealed class Programs : IDisposable
    {
        private readonly ConcurrentDictionary<(string File, Summation Summation), Lazy<CorpusProgram>> loaded = [];

        internal CorpusProgram this[string file, Summation summation] =>
            loaded.GetOrAdd((file, summation), static key => new Lazy<CorpusProgram>(() => new CorpusProgram(CorpusFile.Read("Methods", key.File).Text, key.Summation))).Value;

        public void Dispose()
        {
            foreach (Lazy<CorpusProgram> program in loaded.Values.Where(program => program.IsValueCreated))
            {
                program.Value.Dispose();
            }
        }
    }
}
