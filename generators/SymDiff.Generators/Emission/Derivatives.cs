using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Fusion;
using SymDiff.Symbolics.Scheduling;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Generators.Emission;

/// <summary>From a lifted method to the file with its derivatives: differentiate, simplify, schedule, write.</summary>
public static class Derivatives
{
    public static GeneratedFile Write(LiftedMethod method, Target target, CancellationToken cancellation)
    {
        MethodSignature signature = method.Signature;
        Function original = (method.Body ?? throw new ArgumentException("has problems", nameof(method))).Restore();
        Function function = Arguments.Keep(ArrayFusion.Fuse(original, cancellation));
        ImmutableArray<ParameterModel> inputs = [.. method.WithRespectTo.Items.Select(position => signature.Parameters[position])];
        ImmutableArray<Symbol> symbols = [.. inputs.Select(input => function.Parameters.Single(symbol => symbol.Name == input.Name))];

        // Both members calculate the same numbers, so the value is frozen for the one that doesn't return it, too.
        Expression value = function.Results[0].Value;
        ImmutableArray<Symbol> state = [.. Traversal.Reachable([value, .. function.Requirements]).OfType<Symbol>().Where(symbol => symbol.Role == SymbolRole.External)];
        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(function, symbols, cancellation), [value], cancellation);

        // Which arrays are worth keeping shows when all is there that reads them.
        ImmutableArray<Destination> destinations = Destination.Of(inputs, signature.Parameters, function.Graph);
        Function named = ArrayFusion.Fuse(
            function with
            {
                Names = DerivativeNames.Add(function.Names, value, symbols, gradient),
                Results = [new Result("Value", value), .. gradient.Select((part, k) => Part(part, inputs[k]))],
            },
            cancellation);
        ResultShape shape = ResultShape.Gradient(inputs);
        Documentation[] documentation = [Documentation.OfGradient(signature, function, symbols, gradient), Documentation.OfValueAndGradient(signature, function, symbols, gradient)];
        CalculatingMember[] members =
        [
            Member("Gradient", shape, named.Results.RemoveAt(0), documentation[0]),
            Member("ValueAndGradient", ResultShape.ValueAndGradient(signature.ReturnScalar, shape), named.Results, documentation[1]),
        ];
        return FileWriter.Write(signature, target, function.Parameters, state, [.. members, .. Allocating()]);

        Result Part(Expression part, ParameterModel input)
            => new(input.Name, part, destinations.FirstOrDefault(destination => destination.Array == input)?.Symbol);

        CalculatingMember Member(string suffix, ResultShape shape, ImmutableArray<Result> results, Documentation documentation)
        {
            Program program = Scheduler.Schedule(named with { Name = signature.Name + suffix, Results = results }, cancellation);
            if (target.HasLanes)
            {
                program = Vectorisation.Apply(program, mayReorderSums: !method.IsSequential);
            }

            documentation = Vectorisation.ReordersSums(program) ? documentation.ToRounding : documentation;
            return new CalculatingMember(signature.Name + suffix, shape, documentation.Returning([.. symbols.Where(symbol => !symbol.Type.IsArray)], symbols), program, destinations);
        }

        // Where the caller's arrays live on the heap, what is returned may, too.
        IEnumerable<GeneratedMember> Allocating()
        {
            ResultShape whole = ResultShape.AllocatedGradient(inputs);
            return destinations.IsEmpty || !destinations.All(destination => destination.Array.IsOnHeap)
                ? []
                :
                [
                    new AllocatingMember(members[0], whole, documentation[0].Returning(symbols, symbols), inputs, Value: null),
                    new AllocatingMember(members[1], ResultShape.ValueAndGradient(signature.ReturnScalar, whole), (Vectorisation.ReordersSums(members[1].Program) ? documentation[1].ToRounding : documentation[1]).Returning(symbols, symbols), inputs, signature.ReturnScalar),
                ];
        }
    }
}
