using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SymDiff.Generators.Model;
using SymDiff.Generators.Tests.Infrastructure;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using Xunit.Sdk;
using Value = SymDiff.Symbolics.Evaluation.Value;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>A program whose marked methods have been lifted, and which is loaded too, so that what was lifted can be compared with what runs.</summary>
internal sealed class LiftedProgram
{
    private readonly LoadedProgram program;
    private readonly ImmutableDictionary<string, LiftedMethod> methods;
    private readonly ImmutableHashSet<string> inLanes;

    private LiftedProgram(TestSource source)
    {
        GeneratorRun run = GeneratorRun.Unchecked(source, Drivers.Generator());
        program = LoadedProgram.Of(run);
        methods = run.Result.TrackedSteps[Stage.Lift]
            .SelectMany(static step => step.Outputs)
            .Select(static output => (LiftedMethod)output.Value)
            .ToImmutableDictionary(static method => method.Signature.Name);
        inLanes = [.. methods.Keys.Where(name => run.Files.Any(file => file.Key.Contains($".{name}(", StringComparison.Ordinal) && file.Value.Contains("LaneTotals.Sum", StringComparison.Ordinal)))];
    }

    public IEnumerable<string> Names => methods.Keys.Order(StringComparer.Ordinal);

    public static LiftedProgram Of(TestSource source) => new(source);

    public LiftedMethod Method(string name) => methods[name];

    public Function Function(string name)
        => Method(name).Body?.Restore() ?? throw new XunitException($"{name} wasn't lifted: {string.Join(", ", Method(name).Problems.Items)}");

    /// <summary>What the method calculates, as text.</summary>
    public string Result(string name) => ExpressionPrinter.Print(Function(name).Results[0].Value);

    /// <summary>What must hold for it to run to its end, one line for each requirement.</summary>
    public string Requirements(string name) => string.Join('\n', Function(name).Requirements.Select(ExpressionPrinter.Print));

    /// <summary>
    /// The method, its lifted form and what is generated from that return the same bits (where sums are taken in lanes, the same to rounding); or the method throws, a requirement isn't met, and what is generated throws too.
    /// </summary>
    public void Compare(string name, params object[] arguments)
    {
        Function function = Function(name);
        ImmutableArray<Value> values = [.. arguments.Select(ValueOf)];
        bool runs = function.Requirements.All(requirement => Evaluate(function, requirement, values) is { IsTrue: true });
        object? expected = Call(name, arguments);
        object? generated = Call(name + "ValueAndGradient", arguments);
        if (expected is null || !runs)
        {
            Assert.True(expected is not null || generated is null, $"{name}({Describe(arguments)}) throws, and what is generated from it doesn't");
            Assert.True(expected is null == !runs, $"{name}({Describe(arguments)}) {(expected is null ? "throws, and no requirement says so" : $"is {expected}, and a requirement isn't met:\n{Requirements(name)}")}");
            return;
        }

        Value actual = Evaluate(function, function.Results[0].Value, values)!;
        Assert.True(ValueOf(expected).Payload == actual.Payload || (double.IsNaN(actual.Number) && double.IsNaN(ValueOf(expected).Number)), $"{name}({Describe(arguments)}) is {expected}, lifted {actual}:\n{Result(name)}");
        object? value = (generated as ITuple)?[0];
        if (inLanes.Contains(name) && !Equals(expected, value))
        {
            Assert.Equal(Convert.ToDouble(expected), Convert.ToDouble(value), 1e-5 * (1 + Math.Abs(Convert.ToDouble(expected))));
        }
        else
        {
            Assert.Equal(expected, value);
        }
    }

    // An exception in a requirement is one of the source's: it reads what isn't there.
    private static Value? Evaluate(Function function, Expression expression, ImmutableArray<Value> arguments)
    {
        try
        {
            return Interpreter.Evaluate(function with { Results = [new Result(string.Empty, WithoutNull(expression))] }, arguments)[0];
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArithmeticException)
        {
            return null;
        }
    }

    // The arguments here are all there.
    private static Expression WithoutNull(Expression expression) => Substitution.Replace(
        expression,
        [.. Traversal.Reachable([expression]).OfType<Symbol>().Where(static symbol => symbol.Role == SymbolRole.External && symbol.Name.EndsWith(" is null)", StringComparison.Ordinal)).Select(static symbol => (symbol, symbol.Graph.False))]);

    private object? Call(string name, object[] arguments)
    {
        try
        {
            return program.Call(name, arguments);
        }
        catch (Exception exception) when (exception is not XunitException)
        {
            return null;
        }
    }

    private static Value ValueOf(object value) => value switch
    {
        double number => number,
        float number => number,
        int number => number,
        long number => number,
        bool truth => truth,
        byte number => Value.Of(ScalarType.Byte, (long)number),
        short number => Value.Of(ScalarType.Int16, (long)number),
        char letter => Value.Of(ScalarType.Char, (long)letter),
        uint number => number,
        ulong number => number,
        double[] numbers => numbers,
        float[] numbers => numbers,
        int[] numbers => numbers,
        double[,] numbers => numbers,
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };

    private static string Describe(object[] arguments) => string.Join(", ", arguments.Select(static argument => argument is Array items ? $"[{string.Join(", ", items.Cast<object>())}]" : argument));
}
