using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Calls: looked up in the table of primitives, or run in place.</summary>
internal sealed partial class Lifter
{
    private const int DeepestCall = 200;

    private readonly List<IMethodSymbol> _callStack = [];

    /// <summary>While the source of the library is being run: the place in the program that called it.</summary>
    private Location? _callOfLibrary;

    public override Value VisitInvocation(IInvocationOperation operation, Unit argument)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (IsLeftOut(operation))
        {
            return Value.Nothing;
        }

        if (Guard(operation) is { } guard)
        {
            return guard;
        }

        if (Intrinsic(operation) is { } intrinsic)
        {
            return intrinsic;
        }

        if (operation.Instance is { } instance && method.MethodKind != MethodKind.LocalFunction && Visit(instance) == Value.Refused)
        {
            return Value.Refused;
        }

        if (Created(operation) is { } created)
        {
            return created;
        }

        if (IsReinterpretation(method))
        {
            return Refuse(operation, Problems.Reinterpretation, Describe(method));
        }

        if (_sources.BodyOf(method.OriginalDefinition) is null)
        {
            if (method.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
            {
                return Refuse(operation, Problems.OtherGenerator, Describe(method), UnresolvedNames.HasNoBody);
            }

            return TableCall(operation, method);
        }

        if (CallProblem(operation, method) is { } refusal)
        {
            return refusal;
        }

        ObjectValue? receiver = ReceiverOf(operation.Instance);
        if (receiver is null && method.MethodKind != MethodKind.LocalFunction)
        {
            return Refuse(operation.Instance!, Problems.OtherObject, Excerpt(operation.Instance!.Syntax));
        }

        ImmutableArray<Value> arguments = Arguments(operation.Arguments, method.Parameters.Length);
        return Inline(method, arguments, operation.Syntax.GetLocation(), receiver);
    }

    // In the order in which they stand in the source, whatever the order of the parameters.
    private ImmutableArray<Value> Arguments(ImmutableArray<IArgumentOperation> arguments, int count)
    {
        var values = new Value[count];
        foreach (IArgumentOperation argument in arguments)
        {
            Value value = Visit(argument.Value);
            if (argument.Parameter is { } parameter)
            {
                values[parameter.Ordinal] = value;
            }
        }

        return [.. values.Select(static value => value ?? Value.Refused)];
    }

    private Value? CallProblem(IInvocationOperation operation, IMethodSymbol method)
    {
        if (operation.Arguments.FirstOrDefault(static argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out) is { } byReference)
        {
            return Refuse(byReference, Problems.ArgumentByReference, Excerpt(byReference.Value.Syntax), byReference.Parameter!.RefKind == RefKind.Ref ? "ref" : "out");
        }

        if ((method.IsStatic && (method.IsVirtual || method.IsAbstract)) || operation.IsVirtual && !method.IsSealed && !method.ContainingType.IsSealed && method.ContainingType.TypeKind != TypeKind.Struct)
        {
            return Refuse(operation, Problems.VirtualCall, Describe(method));
        }

        return null;
    }

    /// <summary>Runs the body of a method where it is called.</summary>
    /// <param name="receiver">The object that it is called of, if that's another than before.</param>
    private Value Inline(IMethodSymbol called, ImmutableArray<Value> arguments, Location place, ObjectValue? receiver = null)
    {
        IMethodSymbol method = _sources.WithBody(called.OriginalDefinition);
        if (_callStack.Contains(method, SymbolEqualityComparer.Default))
        {
            return Refuse(place, Problems.Recursion, Describe(method));
        }

        if (_sources.BodyOf(method) is not { } body)
        {
            return Refuse(place, Problems.UnknownMethod, Describe(method));
        }

        if (method.IsAsync || method.IsIterator)
        {
            return Refuse(place, Problems.AsyncOrIterator, Describe(method));
        }

        if (_callStack.Count > DeepestCall)
        {
            throw new InsufficientExecutionStackException();
        }

        _callStack.Add(method);
        ObjectValue caller = _receiver;
        _receiver = receiver ?? caller;
        TypeArguments outer = _types;
        Location? call = _callOfLibrary;
        if (!Sources.IsOwn(place) && Sources.IsOwn(method.Locations[0]))
        {
            _callOfLibrary = place;
        }

        _types = outer.In(called, method, method.MethodKind == MethodKind.LocalFunction ? outer : TypeArguments.None);
        Value result = _flow.Within(method.MethodKind == MethodKind.LocalFunction ? RegionKind.LocalFunction : RegionKind.Method, label: null, () =>
        {
            foreach (IParameterSymbol parameter in (method.PartialImplementationPart ?? method).Parameters)
            {
                _variables.Set(parameter, arguments[parameter.Ordinal]);
            }

            Visit(body is ILocalFunctionOperation function ? function.Body : body);
        });
        _receiver = caller;
        _callOfLibrary = call;
        _types = outer;
        _callStack.RemoveAt(_callStack.Count - 1);
        return result;
    }

    private Value TableCall(IInvocationOperation operation, IMethodSymbol method)
    {
        ImmutableArray<ScalarType> types = [.. method.Parameters.Select(parameter => IsRoundingMode(parameter.Type) ? ScalarType.None : NumberOf(parameter.Type))];
        bool areScalars = method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In && (IsRoundingMode(parameter.Type) || NumberOf(parameter.Type) != ScalarType.None));
        KnownMethod? known = method.IsStatic && areScalars && !types.IsEmpty
            ? PrimitiveTable.Find(OwnerOf(operation), method.Name, types, NumberOf(method.ReturnType))
            : null;
        if (known is null)
        {
            // Of a chain of such calls the first is told, and of what is passed to it only what is wrong by itself.
            Value[] passed = [.. operation.Arguments.Select(static argument => argument.Value).Where(static value => value is not IDelegateCreationOperation).Select(value => Visit(value))];
            return passed.Contains(Value.Refused) ? Value.Refused : Refuse(operation, Problems.UnknownMethod, Describe(method));
        }

        var scalars = new Expression[types.Length];
        foreach (IArgumentOperation argument in operation.Arguments)
        {
            scalars[argument.Parameter!.Ordinal] = ScalarOf(argument.Value);
        }

        ImmutableArray<Expression> arguments = [.. scalars];
        ImmutableArray<Expression> results = known.Results(arguments);
        foreach (Expression result in results)
        {
            Required(result, arguments);
            SuspectSteps(operation, method, result, arguments);
        }

        return results.Length == 1 ? new Scalar(results[0]) : new TupleValue([.. results.Select(static result => new Scalar(result))]);
    }

    private void SuspectSteps(IInvocationOperation operation, IMethodSymbol method, Expression result, ImmutableArray<Expression> arguments)
    {
        if (result is Apply apply && apply.Primitive.CutsDerivative(apply))
        {
            Suspect(Problems.StepFunction, operation.Syntax, arguments, Describe(method));
        }
    }

    private void Suspect(DiagnosticDescriptor problem, SyntaxNode place, ImmutableArray<Expression> values, params ImmutableArray<string> arguments)
    {
        // The library says in its documentation where it has kinks.
        if (_callOfLibrary is null && values.Any(static value => value.Scalar.IsFloating() && value is not SymDiff.Symbolics.Expressions.Constant))
        {
            _suspicions.Add(new LossSuspicion(problem, place.GetLocation(), values, arguments));
        }
    }

    private static bool IsRoundingMode(ITypeSymbol type) => type is { Name: "MidpointRounding", TypeKind: TypeKind.Enum };

    // T.Exp belongs to what T stands for, not to the interface that declares it.
    private string OwnerOf(IInvocationOperation operation)
        => operation.ConstrainedToType is { } type && _types.Resolve(type) is INamedTypeSymbol known ? TypeName(known) : TypeName(operation.TargetMethod.ContainingType);

    private static string TypeName(INamedTypeSymbol type) => DataType.IsSystem(type.ContainingNamespace) ? "System." + type.Name : type.ToDisplayString();

    private static string Describe(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction ? method.Name : $"{method.ContainingType?.Name}.{method.Name}";
}
