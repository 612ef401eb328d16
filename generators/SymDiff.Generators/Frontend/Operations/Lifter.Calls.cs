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

    private readonly List<(IMethodSymbol Method, int Run)> _callStack = [];

    /// <summary>While the source of the library is being run: the place in the program that called it.</summary>
    private Location? _callOfLibrary;

    public override Value VisitInvocation(IInvocationOperation operation, Unit argument)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (IsLeftOut(operation))
        {
            return Value.Nothing;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return DelegateCall(operation);
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            return Chained(operation);
        }

        if (ExtensionCall(operation, method, operation.Instance, operation.Arguments) is { } extended)
        {
            return extended;
        }

        if (operation.Instance is { } whole && method.MethodKind != MethodKind.LocalFunction && StructureOf(whole.Type) is not null && _sources.BodyOf(method.OriginalDefinition) is not null)
        {
            return CallOf(whole, method, operation.IsVirtual && whole.Type is { IsReferenceType: true }, () => Arguments(operation.Arguments, method.Parameters.Length), operation);
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

        if (CallProblem(operation, method, operation.IsVirtual) is { } refusal)
        {
            return refusal;
        }

        Value? receiver = ReceiverOf(operation.Instance);
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
            Value value = IsByReference(argument) ? ReferenceTo(argument) : Visit(argument.Value);
            if (argument.Parameter is { } parameter)
            {
                values[parameter.Ordinal] = value;
            }
        }

        return [.. values.Select(static value => value ?? Value.Refused)];
    }

    private Value? CallProblem(IOperation operation, IMethodSymbol method, bool isVirtual)
        => (method.IsStatic && (method.IsVirtual || method.IsAbstract)) || (isVirtual && !method.IsSealed && !method.ContainingType.IsSealed && method.ContainingType.TypeKind != TypeKind.Struct)
            ? Refuse(operation, Problems.VirtualCall, Describe(method))
            : null;

    /// <summary>Runs the body of a method where it is called.</summary>
    /// <param name="receiver">The object that it is called of, if that's another than before.</param>
    private Value Inline(IMethodSymbol called, ImmutableArray<Value> arguments, Location place, Value? receiver = null)
    {
        IMethodSymbol method = _sources.WithBody(called.OriginalDefinition);
        if (_sources.BodyOf(method) is not { } body)
        {
            return Refuse(place, Problems.UnknownMethod, Describe(method));
        }

        if (method.IsAsync || method.IsIterator)
        {
            return Refuse(place, Problems.AsyncOrIterator, Describe(method));
        }

        bool isLocal = method.MethodKind == MethodKind.LocalFunction;
        return Run(
            method,
            body is ILocalFunctionOperation function ? function.Body! : body,
            isLocal ? RegionKind.LocalFunction : RegionKind.Method,
            arguments,
            place,
            receiver ?? _receiver,
            _types.In(called, method, isLocal ? _types : TypeArguments.None));
    }

    private Value Run(IMethodSymbol method, IOperation body, RegionKind kind, ImmutableArray<Value> arguments, Location place, Value receiver, TypeArguments types)
    {
        if (_callStack.Any(call => SymbolEqualityComparer.Default.Equals(call.Method, method)))
        {
            return Refuse(place, Problems.Recursion, Describe(method));
        }

        if (_callStack.Count > DeepestCall)
        {
            throw new InsufficientExecutionStackException();
        }

        _callStack.Add((method, ++_runs));
        (Value caller, TypeArguments outer, Location? call) = (_receiver, _types, _callOfLibrary);
        (_receiver, _types) = (receiver, types);
        if (!Sources.IsOwn(place) && Sources.IsOwn(method.Locations[0]))
        {
            _callOfLibrary = place;
        }

        Value result = _flow.Within(kind, label: null, method, () =>
        {
            foreach (IParameterSymbol parameter in (method.PartialImplementationPart ?? method).Parameters)
            {
                if (arguments[parameter.Ordinal] is Reference { Variable: var variable })
                {
                    _aliases[parameter] = variable;
                }
                else
                {
                    _variables.Set(parameter, arguments[parameter.Ordinal]);
                }
            }

            Visit(body);
        });
        (_receiver, _types, _callOfLibrary) = (caller, outer, call);
        _callStack.RemoveAt(_callStack.Count - 1);
        return result;
    }

    private Value TableCall(IInvocationOperation operation, IMethodSymbol method)
    {
        if (RowOf(OwnerOf(operation), method) is null)
        {
            // Of a chain of such calls the first is told, and of what is passed to it only what is wrong by itself.
            Value[] passed = [.. operation.Arguments.Where(static argument => !IsByReference(argument)).Select(static argument => argument.Value).Where(static value => value is not IDelegateCreationOperation).Select(value => Visit(value))];
            return passed.Contains(Value.Refused) ? Value.Refused : Refuse(operation, Problems.UnknownMethod, Describe(method));
        }

        var arguments = new Value[method.Parameters.Length];
        foreach (IArgumentOperation argument in operation.Arguments)
        {
            arguments[argument.Parameter!.Ordinal] = new Scalar(ScalarOf(argument.Value));
        }

        return KnownCall(operation, method, OwnerOf(operation), [.. arguments])!;
    }

    /// <summary>A method that the table has a row for; null if it has none.</summary>
    private Value? KnownCall(IOperation operation, IMethodSymbol method, string owner, ImmutableArray<Value> values)
    {
        if (RowOf(owner, method) is not { } known)
        {
            return null;
        }

        ImmutableArray<Expression> arguments = [.. values.Select((value, i) => value is Scalar scalar ? scalar.Expression : StandIn(method.Parameters[i].Type))];
        ImmutableArray<Expression> results = known.Results(arguments);
        foreach (Expression result in results)
        {
            Required(result, arguments);
            SuspectSteps(operation, method, result, arguments);
        }

        return results.Length == 1 ? new Scalar(results[0]) : new AggregateValue([.. results.Select(static result => new Scalar(result))]);
    }

    private KnownMethod? RowOf(string owner, IMethodSymbol method)
    {
        ImmutableArray<ScalarType> types = [.. method.Parameters.Select(parameter => IsRoundingMode(parameter.Type) ? ScalarType.None : NumberOf(parameter.Type))];
        bool areScalars = method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In && (IsRoundingMode(parameter.Type) || NumberOf(parameter.Type) != ScalarType.None));
        return method.IsStatic && areScalars && !types.IsEmpty ? PrimitiveTable.Find(owner, method.Name, types, NumberOf(method.ReturnType)) : null;
    }

    private void SuspectSteps(IOperation operation, IMethodSymbol method, Expression result, ImmutableArray<Expression> arguments)
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

    private static string Describe(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.LocalFunction => method.Name,
        MethodKind.AnonymousFunction => "The lambda",
        _ => $"{method.ContainingType?.Name}.{method.Name}",
    };
}
