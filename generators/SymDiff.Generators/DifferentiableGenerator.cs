using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Emission;
using SymDiff.Generators.Lifting;
using SymDiff.Generators.Model;
using SymDiff.Generators.ModelClasses;

namespace SymDiff.Generators;

/// <summary>Writes, beside each method marked <c>[Differentiable]</c>, the methods that compute its derivatives; and the other half of each class marked <c>[Model]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DifferentiableGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LiftedMethod> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.DifferentiableAttribute,
                static (node, _) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax,
                static (source, cancellation) => Frontend.Lift(source, cancellation))
            .WithTrackingName(Stage.Lift);

        IncrementalValueProvider<Target> target = context.CompilationProvider
            .Select(static (compilation, _) => Target.Of(compilation))
            .WithTrackingName(Stage.Target);

        // Without the problems, which say where in the file they are: an edit elsewhere moves them, and must not have the code written again.
        IncrementalValuesProvider<Written> files = methods
            .Where(static method => method.Body is not null)
            .Select(static (method, _) => method with { Problems = default })
            .WithTrackingName(Stage.Function)
            .Combine(target)
            .Select(static (input, cancellation) => Written.From(input.Left, input.Right, cancellation))
            .WithTrackingName(Stage.Write);

        // A problem of a method that several others call is told once.
        IncrementalValuesProvider<Problem> problems = methods
            .Where(static method => !method.Problems.IsEmpty)
            .Select(static (method, _) => method.Problems)
            .Collect()
            .SelectMany(static (all, _) => all.SelectMany(static problems => problems.Items).Distinct())
            .WithTrackingName(Stage.Problems);

        context.RegisterSourceOutput(files, static (output, written) => written.AddTo(output));
        context.RegisterSourceOutput(
            problems.Combine(context.CompilationProvider),
            static (output, found) => output.ReportDiagnostic(Reporting.ToDiagnostic(found.Left, found.Right)));
        ModelPipeline.Register(context);
    }
}
