using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Lifting;

/// <summary>From C# to the intermediate representation.</summary>
public static class Frontend
{
    /// <summary>Lifts a marked method, with everything that it calls, to plain data; or to the problems that forbid it.</summary>
    public static LiftedMethod Lift(GeneratorAttributeSyntaxContext source, CancellationToken cancellation)
    {
        var method = (IMethodSymbol)source.TargetSymbol;
        var problems = new ProblemList();
        try
        {
            return new MethodLifting(method, source.TargetNode, source.SemanticModel, source.Attributes[0], problems, cancellation).Lift();
        }
        catch (InsufficientExecutionStackException)
        {
            problems.Add(Problems.TooDeep, DeclarationCheck.NameOf(source.TargetNode), method.Name);
        }
        catch (TooLargeException)
        {
            problems.Add(Problems.TooLarge, DeclarationCheck.NameOf(source.TargetNode), method.Name);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Add(Problems.Bug, DeclarationCheck.NameOf(source.TargetNode), method.ToDisplayString(), $"{exception.GetType().Name}: {exception.Message}");
        }

        return Nothing(method, problems.InSourceOrder(source.TargetNode.SyntaxTree));
    }

    /// <summary>A method that nothing is written for.</summary>
    internal static LiftedMethod Nothing(IMethodSymbol method, ImmutableArray<Problem> problems)
        => new(new MethodSignature(string.Empty, default, method.Name, string.Empty, false, false, false, false, default, default, default, string.Empty, string.Empty, default, default), null, default, DerivativeKinds.None, false, problems);
}
