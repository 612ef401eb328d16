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
    // What costs more than this isn't written twice if the value costs next to nothing more: it would be the same code again to read, and for the compilers to go over.
    private const int MostCostTwice = 100;
    private const double NextToNothing = 0.02;

    public static GeneratedFile Write(LiftedMethod method, Target target, CancellationToken cancellation)
    {
        MethodSignature signature = method.Signature;
        Function original = (method.Body ?? throw new ArgumentException("has problems", nameof(method))).Restore();

        // Fused first, so that only what is left is read from elsewhere or kept; what a function is taken of is kept last, in the arrays that there are then.
        Function function = Arguments.Keep(KeptBetweenLoops.Keep(KnownElements.Read(ArrayFusion.Fuse(original, cancellation))));
        ImmutableArray<Input> subjects = Input.Of(method, function);
        ImmutableArray<ParameterModel> inputs = [.. subjects.Select(subject => subject.Declared)];
        ImmutableArray<(Symbol Symbol, ModelParameter? Parameter)> leaves = [.. subjects.SelectMany(subject => subject.Leaves)];
        ImmutableArray<Symbol> symbols = [.. leaves.Select(leaf => leaf.Symbol)];
        ImmutableArray<Symbol> named = [.. subjects.Select(subject => subject.Symbol)];

        // Both members calculate the same numbers, so the value is frozen for the one that doesn't return it, too.
        Expression value = function.Results[0].Value;
        ImmutableArray<Symbol> state = [.. Traversal.Reachable([value, .. function.Requirements]).OfType<Symbol>().Where(symbol => symbol.Role == SymbolRole.External)];
        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(function, symbols, cancellation), [value], cancellation);

        // Which arrays are worth keeping shows when all is there that reads them.
        ImmutableArray<Destination> destinations = Destination.Of(subjects, signature.Parameters, function.Graph);
        Function whole = ArrayFusion.Fuse(
            KeptBetweenLoops.Keep(function with
            {
                Names = DerivativeNames.Add(function.Names, value, symbols, gradient),
                Results = [new Result("Value", value), .. gradient.Select((part, k) => Part(part, leaves[k].Symbol, leaves[k].Parameter))],
            }),
            cancellation);
        ResultShape shape = ResultShape.Gradient(inputs);
        Documentation[] documentation = [Documentation.OfGradient(signature, function, named, symbols, gradient), Documentation.OfValueAndGradient(signature, function, named, symbols, gradient)];
        CalculatingMember both = Member("ValueAndGradient", ResultShape.ValueAndGradient(signature.ReturnScalar, shape), whole.Results, documentation[1]);
        GeneratedMember one = IsWorthWriting(whole.Results.RemoveAt(0), whole.Results)
            ? Member("Gradient", shape, whole.Results.RemoveAt(0), documentation[0])
            : new ForwardingMember(signature.Name + "Gradient", shape, Returning(Noting(both.Program, documentation[0])), both);
        return FileWriter.Write(signature, target, function.Parameters, state, [one, both, .. Allocating()]);

        // Of a model each parameter has a part of the destination; a number is written there when all is calculated.
        Result Part(Expression part, Symbol input, ModelParameter? parameter) => parameter is null
            ? new(input.SourceName, part, named.IndexOf(input) is var position and >= 0 ? destinations.FirstOrDefault(destination => destination.Array == inputs[position])?.Symbol : null)
            : new(parameter.Path, part, parameter.Rank == 0 ? null : destinations.SelectMany(destination => destination.Parts).First(known => known.Parameter == parameter).Symbol);

        CalculatingMember Member(string suffix, ResultShape shape, ImmutableArray<Result> results, Documentation documentation)
        {
            Program program = Scheduler.Schedule(whole with { Name = signature.Name + suffix, Results = results }, cancellation);
            if (target.HasLanes)
            {
                program = Vectorisation.Apply(program, mayReorderSums: !method.IsSequential);
            }

            return new CalculatingMember(signature.Name + suffix, shape, Returning(Noting(program, documentation)), program, destinations);
        }

        Documentation Noting(Program program, Documentation documentation)
            => (Vectorisation.RoundsOtherwise(program) ? documentation.ToRounding : documentation).With(LoopNotes.Of(program, value, gradient));

        Documentation Returning(Documentation documentation) => documentation.Returning([.. named.Where(symbol => !symbol.Type.IsArray)], named);

        // Where the caller's arrays live on the heap, what is returned may, too.
        IEnumerable<GeneratedMember> Allocating()
        {
            ResultShape allocated = ResultShape.AllocatedGradient(inputs);
            return destinations.IsEmpty || !destinations.All(destination => destination.Array.IsOnHeap)
                ? []
                :
                [
                    new AllocatingMember(one, allocated, Noting(((one as CalculatingMember) ?? both).Program, documentation[0]).Returning(named, named), inputs, Value: null),
                    new AllocatingMember(both, ResultShape.ValueAndGradient(signature.ReturnScalar, allocated), Noting(both.Program, documentation[1]).Returning(named, named), inputs, signature.ReturnScalar),
                ];
        }
    }

    private static bool IsWorthWriting(ImmutableArray<Result> gradient, ImmutableArray<Result> whole)
    {
        HashSet<Expression> needed = [.. Traversal.Reachable(gradient.Select(static result => result.Value))];
        Expression[] forTheValue = [.. Traversal.Reachable(whole.Select(static result => result.Value)).Where(node => !needed.Contains(node))];
        int cost = needed.Sum(Cost);
        return cost <= MostCostTwice || forTheValue.Any(static node => node is Reduce or Scan or Build or Stored or Zeros or Scatter) || forTheValue.Sum(Cost) > cost * NextToNothing;
    }

    private static int Cost(Expression node) => node is Apply apply ? apply.Cost : 1;
}
