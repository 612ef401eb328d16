using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Checks.Tests;

/// <summary>Each check that is made of every run fails for a generator that has the fault.</summary>
public sealed class RunCheckTests
{
    private const string Source = "[Differentiable] static double F(double x) => x;";

    [Fact]
    public void A_sound_generator_passes() =>
        Assert.Contains("FText", GeneratorRun.Of(Source, new SampleGenerator()).Text, StringComparison.Ordinal);

    [Fact]
    public void A_value_that_never_equals_the_last_one_is_found() =>
        Fails("Steps that ran again", new SampleGenerator { Lift = static _ => new Unequal() });

    [Fact]
    public void A_list_in_a_value_is_found() =>
        Fails("a collection that can change", new SampleGenerator { Lift = static source => new Holder(source.TargetSymbol.Name, new List<int>()) });

    [Fact]
    public void A_symbol_is_found() =>
        Fails("holds a ISymbol", new SampleGenerator { Lift = static source => new Holder(source.TargetSymbol.Name, source.TargetSymbol) });

    [Fact]
    public void A_syntax_node_deep_in_a_value_is_found() =>
        Fails("holds a SyntaxNode", new SampleGenerator
        {
            Lift = static source => new Holder(source.TargetSymbol.Name, ImmutableArray.Create(new Holder("", (MethodDeclarationSyntax)source.TargetNode))),
        });

    [Fact]
    public void A_warning_in_the_generated_text_is_found() =>
        Fails("CS0219", new SampleGenerator { Write = static name => $"internal static int {name}Text() {{ int unused = 1; return 2; }}" });

    [Fact]
    public void A_missing_documentation_comment_is_found() =>
        Fails("CS1591", new SampleGenerator { Write = static name => $"public static int {name}Text() => 1;" });

    [Fact]
    public void A_number_written_by_the_rules_of_the_machine_is_found() =>
        Fails("is another under", new SampleGenerator { Write = static name => $"internal const string {name}Text = \"{(-1).ToString(CultureInfo.CurrentCulture)}\";" });

    [Fact]
    public void An_error_in_the_text_of_the_test_itself_is_found()
    {
        const string Mistaken = "[Differentiable] static double F(double x) => y;";

        Assert.Contains("CS0103", Assert.Throws<XunitException>(() => GeneratorRun.Of(Mistaken, new SampleGenerator())).Message, StringComparison.Ordinal);
        GeneratorRun.Of(new TestSource(Mistaken) { MayHaveErrors = true }, new SampleGenerator());
    }

    private static void Fails(string message, SampleGenerator generator) =>
        Assert.Contains(message, Assert.Throws<XunitException>(() => GeneratorRun.Of(Source, generator)).Message, StringComparison.Ordinal);

    private sealed class Unequal
    {
        public override string ToString() => "F";
    }

    /// <summary>Equal by name alone, so that only the walk through its parts finds the fault.</summary>
    private sealed class Holder(string name, object part)
    {
        public object Part => part;

        public override bool Equals(object? other) => other is Holder;

        public override int GetHashCode() => 0;

        public override string ToString() => name;
    }
}
