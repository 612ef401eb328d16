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
        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(function, symbols, cancellation), [value], cancellation);

        // Which arrays are worth keeping shows when all is there that reads them.
        ResultShape shape = ResultShape.Gradient(inputs);
        Function named = ArrayFusion.Fuse(
            function with
            {
                Names = DerivativeNames.Add(function.Names, value, symbols, gradient),
                Results = [new Result("Value", value), .. gradient.Select((part, k) => new Result(inputs[k].Name, part))],
            },
            cancellation);
        ImmutableArray<Result> parts = named.Results.RemoveAt(0);
        GeneratedMember[] members =
        [
            Member("Gradient", shape, parts, Documentation.OfGradient(signature, function, symbols, gradient)),
            Member("ValueAndGradient", ResultShape.ValueAndGradient(signature.ReturnScalar, shape), named.Results,
                Documentation.OfValueAndGradient(signature, function, symbols, gradient)),
        ];
        return FileWriter.Write(signature, target, function.Parameters, members);

        GeneratedMember Member(string suffix, ResultShape shape, ImmutableArray<Result> results, Documentation documentation)
        {
            Program program = Scheduler.Schedule(named with { Name = signature.Name + suffix, Results = results }, cancellation);
            return new GeneratedMember(signature.Name + suffix, shape, program, documentation);
        }
    }
}
