using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Emission;
using SymDiff.Generators.Model;

namespace SymDiff.Generators;

/// <summary>A generated file, or why there is none.</summary>
internal sealed record Written(GeneratedFile? File, Problem? Problem)
{
    public static Written From(LiftedMethod method, Target target, CancellationToken cancellation)
    {
        try
        {
            return new Written(Derivatives.Write(method, target, cancellation), null);
        }
        catch (InsufficientExecutionStackException)
        {
            return Failed(Problems.TooDeep, method.Signature.Name);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(Problems.Bug, method.Signature.Name, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    public void AddTo(SourceProductionContext output)
    {
        if (File is { } file)
        {
            output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        }
        else if (Problem is { } problem)
        {
            output.ReportDiagnostic(Diagnostic.Create(ProblemTable.ById(problem.Id), Location.None, [.. problem.Arguments]));
        }
    }

    private static Written Failed(DiagnosticDescriptor problem, params System.Collections.Immutable.ImmutableArray<string> arguments)
        => new(null, new Problem(problem.Id, default, arguments));
}
