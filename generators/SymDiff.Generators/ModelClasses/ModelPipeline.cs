using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using System.Text;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Emission;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.ModelClasses;

/// <summary>Writes the other half of each class marked <c>[Model]</c>.</summary>
internal static class ModelPipeline
{
    public static void Register(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelClass> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownModels.ModelAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (source, cancellation) => ModelReader.Read(source, cancellation))
            .WithTrackingName(Stage.ReadModel);

        IncrementalValuesProvider<Problem> strays = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownModels.ParameterAttribute,
                static (node, _) => node is BasePropertyDeclarationSyntax,
                static (source, _) => StrayParameter.Find(source))
            .Where(static problem => problem is not null)
            .Select(static (problem, _) => problem!)
            .WithTrackingName(Stage.StrayParameters);

        IncrementalValuesProvider<GeneratedFile> files = models
            .Where(static model => model.Precision.Length > 0)
            .Select(static (model, _) => ModelWriter.Write(model with { Problems = default }))
            .WithTrackingName(Stage.WriteModel);

        IncrementalValuesProvider<Problem> problems = models
            .SelectMany(static (model, _) => model.Problems.Items)
            .WithTrackingName(Stage.ModelProblems);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));
        foreach (IncrementalValuesProvider<Problem> found in (IncrementalValuesProvider<Problem>[])[problems, strays])
        {
            context.RegisterSourceOutput(
                found.Combine(context.CompilationProvider),
                static (output, found) => output.ReportDiagnostic(Reporting.ToDiagnostic(found.Left, found.Right)));
        }
    }
}
