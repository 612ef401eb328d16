using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SymDiff.Generators.Tests.Infrastructure.Incrementality;

/// <summary>A program, the generator's run over it, and further runs after edits.</summary>
/// <example><code>
/// EditScenario edited = EditScenario.Of("[Differentiable] static double F(double x) => x * x;").Edit(text => "// a comment\n" + text);
/// Assert.Equal([IncrementalStepRunReason.Unchanged], edited.Reasons[Stage.Lift]);
/// </code></example>
internal sealed record EditScenario(GeneratorRun Run)
{
    /// <summary>Why the steps ran, the last time.</summary>
    public StepReasons Reasons => StepReasons.Of(Run.Result);

    public ImmutableSortedDictionary<string, string> Files => Run.Files;

    public static EditScenario Of(TestSource source) => Of(source, Drivers.Generator());

    public static EditScenario Of(TestSource source, IIncrementalGenerator generator) => new(GeneratorRun.Of(source, generator));

    /// <summary>Runs again after a change in the text of a file, made as an editor makes it.</summary>
    public EditScenario Edit(Func<string, string> change, int file = 0)
    {
        SyntaxTree before = Run.Input.SyntaxTrees.Single(tree => tree.FilePath == $"Test{file}.cs");
        string text = before.ToString();
        string edited = change(text);
        return edited == text
            ? throw new ArgumentException("The edit changes nothing.", nameof(change))
            : Again(Run.Input.ReplaceSyntaxTree(before, before.WithChangedText(SourceText.From(edited))));
    }

    /// <summary>Runs again with one more file.</summary>
    public EditScenario Add(string text) =>
        Again(Run.Input.AddSyntaxTrees(Compilations.Tree(Run.Source, text, $"Added{Run.Input.SyntaxTrees.Length}.cs")));

    /// <summary>Runs again with another compilation, such as one with other options.</summary>
    public EditScenario Change(Func<CSharpCompilation, CSharpCompilation> change) => Again(change(Run.Input));

    private EditScenario Again(CSharpCompilation input) => new(Run.Again(input));
}
