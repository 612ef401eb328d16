using System.Collections.Immutable;
using SymDiff.Generators.Lifting;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Emission;

/// <summary>One of the things that a method is differentiated for: an argument, which may be a structure of several numbers, a parameter of its model, or all parameters of a model.</summary>
/// <param name="Declared">How it's declared; of a model as if its parameters were an array.</param>
/// <param name="Symbol">What documentation calls it.</param>
/// <param name="Leaves">The symbols of the numbers and arrays that the function reads, each with what it is to a model if it's one of several.</param>
internal sealed record Input(ParameterModel Declared, Symbol Symbol, ImmutableArray<(Symbol Symbol, ModelParameter? Parameter)> Leaves)
{
    /// <summary>In the order of declaration, arguments first.</summary>
    public static ImmutableArray<Input> Of(LiftedMethod method, Function function) =>
    [
        .. method.WithRespectTo.Items.Select(position => OfArgument(method.Signature.Parameters[position], function)),
        .. method.Models.Items.Select(input => OfModel(input, method.Signature, function.Graph)),
    ];

    private static Input OfArgument(ParameterModel argument, Function function)
    {
        Symbol symbol = function.Parameters.Single(symbol => symbol.Name == argument.Name);
        return new Input(argument, symbol, argument.Structure is not { } structure ? [(symbol, null)]
            : [.. structure.Leaves.Select(leaf => (function.Graph.External(leaf.Path!, leaf.Scalar), (ModelParameter?)null))]);
    }

    private static Input OfModel(ModelInput input, MethodSignature signature, ExpressionGraph graph)
    {
        string path = input.IsModel ? input.Path + ".Parameters" : input.Path;
        string type = input.Scalar.Keyword();
        var declared = new ParameterModel(
            input.Name.Length > 0 ? input.Name : "Parameters", input.Rank == 0 ? type : type + "[]", string.Empty, input.Rank == 0 ? ParameterKind.Scalar : ParameterKind.Span, input.Scalar, input.Rank, null)
        {
            Path = path,
        };
        Symbol symbol = graph.External(path, new ExpressionType(input.Scalar, input.Rank));
        return new Input(
            declared,
            symbol,
            input.IsModel ? [.. signature.ModelParameters.Items.Where(parameter => parameter.IsIn(input.Path)).Select(parameter => (SymbolOf(parameter, graph), (ModelParameter?)parameter))] : [(symbol, null)]);
    }

    /// <summary>The symbol of a model's parameter.</summary>
    public static Symbol SymbolOf(ModelParameter parameter, ExpressionGraph graph) => graph.External(parameter.Path, new ExpressionType(parameter.Scalar, parameter.Rank));
}
