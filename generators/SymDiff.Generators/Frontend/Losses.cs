using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Legal code in which a derivative gets lost: what looked like it, of what really depends on the parameters.</summary>
internal static class Losses
{
    public static void Report(Lifter lifter, Expression value, ImmutableArray<Symbol> withRespectTo, IMethodSymbol method, ProblemList problems)
    {
        IReadOnlyList<Expression> nodes = lifter.Graph.Nodes;
        Activity active = Activity.Of(nodes, withRespectTo);
        foreach (LossSuspicion suspicion in lifter.Suspicions)
        {
            if (suspicion.Values.Any(active.Contains))
            {
                problems.Add(suspicion.Problem, suspicion.Location, suspicion.Arguments);
            }
        }

        var reached = new HashSet<Expression>(Traversal.Reachable([value]));
        var stopped = new HashSet<Expression>(Traversal.Reachable([.. reached.Where(static node => node is Apply { Primitive: var primitive } && primitive == Specials.Stop)]));
        foreach (Symbol parameter in withRespectTo)
        {
            // An array's length is none of the numbers that it's differentiated for.
            bool isRead = parameter.Type.IsArray ? reached.Any(node => node is Element element && ReferenceEquals(element.Array, parameter)) : reached.Contains(parameter);
            if (!isRead)
            {
                Add(Problems.NoInfluence, parameter);
            }
            else if (!stopped.Contains(parameter) && !Activity.Of(nodes, [parameter]).Contains(value))
            {
                Add(Problems.OnlySteps, parameter);
            }
        }

        void Add(DiagnosticDescriptor problem, Symbol parameter)
            => problems.Add(problem, method.Parameters.First(declared => declared.Name == parameter.Name).Locations[0], method.Name, parameter.Name);
    }
}
