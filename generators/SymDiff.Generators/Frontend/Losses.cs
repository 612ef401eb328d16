using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>What a method is differentiated for: a parameter, or parameters of a model.</summary>
/// <param name="Name">What the source calls it.</param>
/// <param name="Place">Where something is said about it.</param>
/// <param name="Symbols">The numbers, and arrays of them.</param>
internal sealed record Subject(string Name, Location Place, ImmutableArray<Symbol> Symbols);

/// <summary>Legal code in which a derivative gets lost: what looked like it, of what really depends on the parameters.</summary>
internal static class Losses
{
    public static void Report(Lifter lifter, Expression value, ImmutableArray<Subject> subjects, IMethodSymbol method, ProblemList problems)
    {
        IReadOnlyList<Expression> nodes = lifter.Graph.Nodes;
        Activity active = Activity.Of(nodes, subjects.SelectMany(static subject => subject.Symbols));
        foreach (LossSuspicion suspicion in lifter.Suspicions)
        {
            if (suspicion.Values.Any(active.Contains))
            {
                problems.Add(suspicion.Problem, suspicion.Location, suspicion.Arguments);
            }
        }

        var reached = new HashSet<Expression>(Traversal.Reachable([value]));
        var stopped = new HashSet<Expression>(Traversal.Reachable([.. reached.Where(static node => node is Apply { Primitive: var primitive } && primitive == Specials.Stop)]));
        foreach (Subject subject in subjects)
        {
            if (!subject.Symbols.Any(IsRead))
            {
                Add(Problems.NoInfluence, subject);
            }
            else if (!subject.Symbols.Any(stopped.Contains) && !Activity.Of(nodes, subject.Symbols).Contains(value))
            {
                Add(Problems.OnlySteps, subject);
            }
        }

        // An array's length is none of the numbers that it's differentiated for.
        bool IsRead(Symbol parameter)
            => parameter.Type.IsArray ? reached.Any(node => node is Element element && ReferenceEquals(element.Array, parameter)) : reached.Contains(parameter);

        void Add(DiagnosticDescriptor problem, Subject subject) => problems.Add(problem, subject.Place, method.Name, subject.Name);
    }
}
