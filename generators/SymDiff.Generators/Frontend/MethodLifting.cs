using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;
using SymDiff.Generators.ModelClasses;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>The lifting of one marked method: its declaration, its body, and what is lost on the way.</summary>
internal sealed class MethodLifting(
    IMethodSymbol method, SyntaxNode declaration, SemanticModel model, AttributeData attribute, ProblemList problems, CancellationToken cancellation)
{
    private ImmutableArray<string> _nullIsEmpty = [];
    private ImmutableArray<ModelParameter> _modelParameters = [];
    private ImmutableArray<(int Position, StructureModel Structure)> _structures = [];

    public LiftedMethod Lift()
    {
        Request request = Request.Read(attribute, cancellation);
        if (ModelInputs.IsOfModel(method) && !ModelReader.IsSound(method.ContainingType, cancellation))
        {
            // What is wrong with the model is told, and what would be written here needs the rest of it.
            return Frontend.Nothing(method, []);
        }

        if (!request.IsKnown && attribute.ApplicationSyntaxReference is { } unknown)
        {
            ReportUnresolved(((AttributeSyntax)unknown.GetSyntax(cancellation)).ArgumentList?.Arguments ?? []);
            return Frontend.Nothing(method, problems.InSourceOrder(declaration.SyntaxTree));
        }

        if (method.ReturnType is IErrorTypeSymbol || method.Parameters.Any(static parameter => parameter.Type is IErrorTypeSymbol))
        {
            ReportUnresolved(declaration is MethodDeclarationSyntax { ReturnType: var type, ParameterList: var parameters } ? [type, parameters] : []);
            return Frontend.Nothing(method, problems.InSourceOrder(declaration.SyntaxTree));
        }

        DeclarationCheck.Check(method, declaration, request, problems);
        ImmutableArray<ModelInput> models = HasSeveralResults ? [] : ModelInputs.Of(method, [.. request.WithRespectTo.Select(static named => named.Name)]);
        ImmutableArray<int> withRespectTo = method.MethodKind == MethodKind.LocalFunction || HasSeveralResults ? [] : Differentiated.Choose(method, declaration, request, models, problems);
        DeclarationCheck.CheckNames(method, declaration, withRespectTo, models, problems);
        if (problems.HasErrors && attribute.ApplicationSyntaxReference is { } written && model.GetDiagnostics(written.Span, cancellation).Any(static found => found.Severity == DiagnosticSeverity.Error))
        {
            // Whatever is wrong with a name in the attribute, the compiler has said it.
            return Frontend.Nothing(method, []);
        }

        FlatFunction? body = LiftBody(withRespectTo, models, nullIsEmpty: []);
        return new LiftedMethod(
            SignatureReader.Read(method, withRespectTo, models, _structures) with { NullIsEmpty = _nullIsEmpty, ModelParameters = _modelParameters },
            problems.HasErrors ? null : body,
            withRespectTo,
            request.Emit == DerivativeKinds.None ? DerivativeKinds.Gradient : request.Emit,
            request.IsSequential,
            problems.InSourceOrder(declaration.SyntaxTree))
        {
            Models = models,
        };
    }

    private FlatFunction? LiftBody(ImmutableArray<int> withRespectTo, ImmutableArray<ModelInput> models, ImmutableArray<string> nullIsEmpty)
    {
        var sources = new Sources(model, cancellation);
        if (sources.BodyOf(method) is null || method.IsAsync || method.IsIterator || method.MethodKind == MethodKind.LocalFunction)
        {
            return null;
        }

        var lifter = new Lifter(method, sources, problems, cancellation) { NullIsEmpty = nullIsEmpty };
        ImmutableArray<Symbol> parameters = [.. method.Parameters.Select(parameter => lifter.Graph.Parameter(parameter.Name, DataType.Of(parameter.Type).ExpressionType))];
        Value result = lifter.Run([.. method.Parameters.Zip(parameters, (parameter, symbol) => Argument(parameter, symbol) ?? lifter.Argument(parameter))]);
        if (lifter.IsBroken)
        {
            // The compiler has its say first.
            problems.KeepOnly(Problems.GeneratedMember, Problems.OtherGenerator);
            ReportUnresolved(sources.Read);
            return null;
        }

        if (lifter.ReadsBothWays)
        {
            return LiftBody(withRespectTo, models, lifter.ReadAsSpans);
        }

        _nullIsEmpty = lifter.ReadAsSpans;
        _structures = [.. withRespectTo.Where(position => DataType.Of(method.Parameters[position].Type).Kind == ParameterKind.Opaque).Select(position => (position, Made(method.Parameters[position], lifter))).Where(static found => found.Item2 is not null)!];
        if (!CheckResult(result, lifter) || problems.HasErrors)
        {
            return null;
        }

        Expression value = ((Scalar)result).Expression;
        if (lifter.HasStandIn([value, .. lifter.Requirements]))
        {
            throw new InvalidOperationException("something was refused without a word");
        }

        // Of a model with an error of its own there is nothing that could be read; that error is told.
        if (lifter.ModelTypes.Any(type => !ModelReader.IsSound(type, cancellation)))
        {
            return null;
        }

        (Symbol Symbol, ModelParameter Parameter)[] read = [.. lifter.ModelParameters.OrderBy(static found => found.Symbol.Id)];
        _modelParameters = [.. read.Select(static found => found.Parameter)];
        ImmutableArray<Subject> subjects =
        [
            .. withRespectTo.Select(position => new Subject(method.Parameters[position].Name, method.Parameters[position].Locations[0], SymbolsOf(position))),
            .. models.Select(input => new Subject(
                input.Name.Length > 0 ? input.Name : "Parameters",
                DeclarationCheck.NameOf(declaration),
                [.. read.Where(found => input.IsModel ? found.Parameter.IsIn(input.Path) : found.Parameter.Path == input.Path).Select(static found => found.Symbol)])),
        ];
        Losses.Report(lifter, value, subjects, method, problems);
        return FlatFunction.From(new Function(method.Name, lifter.Graph, parameters, [new Result(method.Name, value)])
        {
            Requirements = [.. lifter.Requirements],
            Names = lifter.Names,
        });

        ImmutableArray<Symbol> SymbolsOf(int position) => _structures.FirstOrDefault(found => found.Position == position).Structure is { } structure
            ? [.. structure.Leaves.Select(leaf => lifter.Graph.External(leaf.Path!, leaf.Scalar))]
            : [parameters[position]];
    }

    private StructureModel? Made(IParameterSymbol parameter, Lifter lifter)
    {
        StructureModel? gradient = lifter.GradientOf(parameter);
        if (gradient is null)
        {
            problems.Add(Problems.NotMakeable, parameter.Locations[0], parameter.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        return gradient;
    }

    private void ReportUnresolved(IEnumerable<SyntaxNode> code)
    {
        foreach (SyntaxNode node in code)
        {
            UnresolvedNames.Report(node, node.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(node.SyntaxTree), problems, cancellation);
        }
    }

    private static Value? Argument(IParameterSymbol parameter, Symbol symbol) => DataType.Of(parameter.Type).Kind switch
    {
        ParameterKind.Scalar when CSharpText.Cast(parameter.Type) is { } cast => new Scalar(symbol.Graph.External($"({cast}{CSharpText.Identifier(parameter.Name)})", symbol.Type)),
        ParameterKind.Scalar => new Scalar(symbol),
        ParameterKind.Array or ParameterKind.MultidimensionalArray or ParameterKind.Span => new ArrayValue(symbol),
        ParameterKind.Tensor or ParameterKind.TensorSpan => new TensorValue(symbol, symbol),
        _ => null,
    };

    /// <summary>An array or a tuple of floating-point numbers.</summary>
    private bool HasSeveralResults
        => DataType.Of(method.ReturnType) is { Rank: > 0 } array ? array.Scalar.IsFloating()
            : method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(static element => DataType.ScalarOf(element.Type).IsFloating());

    // Several results are legal: others may call the method, and be differentiated.
    private bool CheckResult(Value result, Lifter lifter)
    {
        if (DataType.ScalarOf(method.ReturnType).IsFloating())
        {
            if (!problems.HasErrors && lifter.AlwaysThrows)
            {
                problems.Add(Problems.UnsupportedCode, DeclarationCheck.NameOf(declaration), $"'{method.Name}'", "it never returns a number");
            }

            return result is Scalar;
        }

        problems.Add(
            HasSeveralResults ? Problems.SeveralResults : Problems.ResultType,
            DeclarationCheck.NameOf(declaration),
            HasSeveralResults ? [method.Name] : [method.Name, method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)]);
        return false;
    }
}
