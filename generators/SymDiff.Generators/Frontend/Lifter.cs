using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// Runs a method's body on symbols instead of numbers: variables hold expressions of the arguments, both sides of a branch are run and merged, the body of a loop is run once.
/// One override per kind of operation; a kind that has none is refused, by construction.
/// </summary>
internal sealed partial class Lifter : OperationVisitor<Lifter.Unit, Value>
{
    /// <summary>Calls that expand into more than this are given up.</summary>
    private const int MostOperations = 5_000_000;

    private readonly ExpressionGraph _graph = new();
    private readonly Variables _variables = new();
    private readonly Flow _flow;
    private readonly Sources _sources;
    private readonly ProblemList _problems;
    private readonly IMethodSymbol _method;
    private readonly CancellationToken _cancellation;
    private readonly List<(Expression Node, string Name)> _names = [];
    private readonly List<LossSuspicion> _suspicions = [];
    private readonly List<(Expression Result, Location Place)> _loops = [];
    private readonly HashSet<Expression> _standIns = [];
    private int _operations;

    public Lifter(IMethodSymbol method, Sources sources, ProblemList problems, CancellationToken cancellation)
    {
        _flow = new Flow(_graph, _variables);
        (_method, _sources, _problems, _cancellation) = (method, sources, problems, cancellation);
    }

    /// <summary>The visitor needs an argument; there is nothing to pass.</summary>
    internal readonly record struct Unit;

    public ExpressionGraph Graph => _graph;

    public IEnumerable<Expression> Requirements => _flow.Requirements.Select(static requirement => requirement.Expression).Where(static condition => condition is not Constant { IsTrue: true }).Distinct();

    public ImmutableArray<(Expression Node, string Name)> Names => [.. _names];

    /// <summary>Where a derivative may be lost, if what stands there depends on what is differentiated for.</summary>
    public IReadOnlyList<LossSuspicion> Suspicions => _suspicions;

    /// <summary>What loops result in, and where they stand.</summary>
    public IReadOnlyList<(Expression Result, Location Place)> Loops => _loops;

    /// <summary>Whether the compiler reports an error in the code: then it isn't ours to say anything.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the method, once it has been run, has been seen to throw on all its ways.</summary>
    public bool AlwaysThrows => !_flow.IsReachable;

    /// <summary>Whether there is something in the expressions that stands in for what was refused.</summary>
    public bool HasStandIn(IEnumerable<Expression> expressions) => _standIns.Count > 0 && Traversal.Reachable(expressions).Any(_standIns.Contains);

    /// <summary>Runs the method on the values of its parameters.</summary>
    public Value Run(ImmutableArray<Value> arguments) => Inline(_method, arguments, _method.Locations[0]);

    public override Value Visit(IOperation? operation, Unit argument)
    {
        if (operation is null)
        {
            return Value.Nothing;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_operations % 64 == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        if (_operations > MostOperations)
        {
            throw new TooLargeException();
        }

        return operation.ConstantValue is { HasValue: true, Value: { } constant } && Constant(constant, operation.Type) is { } known
            ? Suspect(operation, known)
            : operation.Kind == OperationKind.None ? StackAllocated(operation) ?? DefaultVisit(operation, argument)
            : operation.Accept(this, argument) ?? DefaultVisit(operation, argument);
    }

    public override Value DefaultVisit(IOperation operation, Unit argument)
    {
        // Where the compiler has something to say, it says it.
        if (operation.Type is IErrorTypeSymbol || operation.Syntax.ContainsDiagnostics)
        {
            IsBroken = true;
            return Value.Refused;
        }

        return Refuse(operation, Problems.UnsupportedCode, $"'{Excerpt(operation.Syntax)}'", OperationAdvice.For(operation.Kind));
    }

    private Value Visit(IOperation? operation) => Visit(operation, default);

    private Value Refuse(IOperation operation, DiagnosticDescriptor problem, params ImmutableArray<string> arguments) => Refuse(operation.Syntax.GetLocation(), problem, arguments);

    private Value Refuse(Location location, DiagnosticDescriptor problem, params ImmutableArray<string> arguments)
    {
        _problems.Add(problem, _callOfLibrary ?? location, arguments);
        return Value.Refused;
    }

    private Value RefuseType(IOperation operation)
        => operation.Type is null or IErrorTypeSymbol
            ? DefaultVisit(operation, default)
            : Refuse(operation, Problems.UnsupportedType, operation.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), TypeAdvice.For(operation.Type));

    private Scalar? Constant(object value, ITypeSymbol? type)
    {
        ScalarType scalar = NumberOf(type);
        Expression? constant = value switch
        {
            bool truth => _graph.Boolean(truth),
            double number => _graph.Number(ScalarType.Double, number),
            float number => _graph.Number(ScalarType.Single, number),
            char letter => _graph.Integer(ScalarType.Char, letter),
            ulong number => _graph.Integer(scalar, unchecked((long)number)),
            sbyte or byte or short or ushort or int or uint or long => _graph.Integer(scalar, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
            _ => null,
        };
        return constant is null || scalar == ScalarType.None ? null : new Scalar(constant);
    }

    /// <summary>The operation's value as a number; where there is none, a stand-in, so that the rest is looked at all the same.</summary>
    private Expression ScalarOf(IOperation operation)
    {
        Value value = Visit(operation);
        if (value is Scalar scalar)
        {
            return scalar.Expression;
        }

        if (value != Value.Refused && value != Value.Nothing)
        {
            RefuseType(operation);
        }

        return StandIn(operation.Type);
    }

    private Symbol StandIn(ITypeSymbol? type) => StandIn(NumberOf(type) is var scalar and not ScalarType.None ? scalar : ScalarType.Double);

    private Symbol StandIn(ScalarType type)
    {
        Symbol standIn = _graph.Parameter("?", type);
        _standIns.Add(standIn);
        return standIn;
    }

    private static string Excerpt(SyntaxNode syntax)
    {
        const int Longest = 40;
        string text = syntax.ToString();
        int line = text.IndexOfAny(['\r', '\n']);
        string first = line < 0 ? text : text.Substring(0, line).TrimEnd();
        return first.Length < text.Length || first.Length > Longest ? first.Substring(0, Math.Min(first.Length, Longest)) + " …" : first;
    }
}
