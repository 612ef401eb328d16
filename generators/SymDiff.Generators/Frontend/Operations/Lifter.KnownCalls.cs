using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Methods of the framework that aren't functions of numbers: lengths, guards, ranges.</summary>
internal sealed partial class Lifter
{
    private Value? Intrinsic(IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        switch (method.ContainingType?.Name)
        {
            case "Array" when method.Name == "GetLength" && operation.Arguments[0].Value.ConstantValue.Value is int axis && Visit(operation.Instance) is ArrayValue array && axis < array.Expression.Type.Rank && axis >= 0:
                return new Scalar(_graph.Extent(AsArray(operation.Instance!.Type, array).Expression, axis));
            case "Array" when method.Name is "GetUpperBound" or "GetLowerBound" && operation.Arguments[0].Value.ConstantValue.Value is int axis && Visit(operation.Instance) is ArrayValue array && axis < array.Expression.Type.Rank && axis >= 0:
                return new Scalar(method.Name == "GetLowerBound" ? _graph.Int(0) : _graph.Add(_graph.Extent(AsArray(operation.Instance!.Type, array).Expression, axis), _graph.Int(-1)));
            case "Enumerable" when SequenceCall(operation) is { } sequence:
                return sequence;
            case "MemoryExtensions" when method.Name == "AsSpan" && operation.Arguments.Length == 1 && Visit(operation.Arguments[0].Value) is ArrayValue whole:
                return AsSpan(operation.Arguments[0].Value.Type, whole);
            case "Gradients" when method.Name == "Stop" && method.ContainingType.ToDisplayString() == KnownNames.Gradients:
                int known = _suspicions.Count;
                Value stopped = Stopped(operation, Visit(operation.Arguments[0].Value));

                // What is lost in the argument is meant to be lost.
                _suspicions.RemoveRange(known, _suspicions.Count - known);
                return stopped;
            case "LinearLayer" when method.Name == "Rows" && method.Locations.Any(Sources.IsOwn):
                return LinearRows(operation);
            case "TensorElements" or "TensorShapes" when method.ContainingType.ContainingNamespace.ToDisplayString() == KnownNames.Runtime:
                return TensorAccess(operation);
            case "Tensor" when IsTensorMethod(method):
                return TensorCall(operation);
            case "TensorPrimitives" when DataType.IsTensorNamespace(method.ContainingNamespace):
                return SpanReduction(operation);
            case "Activations" when method.ContainingType.ToDisplayString() == KnownNames.Activations && OfEachElement(method) is { } ofNumber:
                return TensorActivation(operation, ofNumber);
            default:
                return SliceMethod(operation) ?? ArrayMethod(operation);
        }
    }

    /// <summary>The same value, a constant to derivatives.</summary>
    private Value Stopped(IOperation operation, Value value)
    {
        return value switch
        {
            Scalar { Expression: var number } => new Scalar(number.Scalar == ScalarType.Boolean ? number : _graph.Apply(Specials.Stop, [number])),
            AggregateValue tuple => new AggregateValue([.. tuple.Items.Select(item => Stopped(operation, item))]),

            // Not of the code's own arrays: what is written to one later, the same array under another name has to show.
            ArrayValue { Object: null, Expression: { Type.Rank: 1 } array } => new ArrayValue(Elements(array)),
            TensorValue tensor => tensor with { Elements = Elements(tensor.Elements) },
            _ => value == Value.Refused ? value : RefuseType(operation),
        };

        Expression Elements(Expression array)
        {
            Expression length = _graph.Extent(array, 0);
            Symbol index = _graph.Index("i", _graph.Int(0), length, _flow.Depth);
            return _graph.Build([index], [length], _graph.Apply(Specials.Stop, [_graph.Element(array, [index])]));
        }
    }

    // What Enumerable.Range itself asks for: a count that isn't negative, a last number that is an int.
    private RangeValue Range(Expression start, Expression count)
    {
        _flow.Require(_graph.LessOrEqual(_graph.Int(0), count));
        if (IntegerRange.Of(start).Upper + IntegerRange.Of(count).Upper - 1 > int.MaxValue)
        {
            Expression end = _graph.Add(_graph.Convert(start, ScalarType.Int64), _graph.Convert(count, ScalarType.Int64));

            // The one number more that the end of the loop is gets no room either: a loop up to it wouldn't run.
            _flow.Require(_graph.LessOrEqual(end, _graph.Integer(ScalarType.Int64, int.MaxValue)));
        }

        return new RangeValue(start, count);
    }

    /// <summary><c>ArgumentOutOfRangeException.ThrowIfNegative</c> and its like, of integers. (Of floating-point numbers they go by the sign bit and by <c>CompareTo</c>.)</summary>
    private Value? Guard(IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (method is { Name: "ThrowIfNull", ContainingType.Name: "ArgumentNullException" } && IsNull(Unconverted(operation.Arguments[0].Value)) is { } isNull)
        {
            _flow.Require(_graph.Not(isNull));
            return Value.Nothing;
        }

        if (method.ContainingType?.Name != "ArgumentOutOfRangeException" || !DataType.IsSystem(method.ContainingNamespace) || !method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
            || method.TypeArguments.Length != 1 || !NumberOf(method.TypeArguments[0]).IsInteger())
        {
            return null;
        }

        ScalarType type = NumberOf(method.TypeArguments[0]);
        Expression value = ScalarOf(operation.Arguments[0].Value);
        Expression other = method.Parameters.Length == 3 ? ScalarOf(operation.Arguments[1].Value) : _graph.Integer(type, 0);
        Expression? holds = method.Name switch
        {
            "ThrowIfNegative" => _graph.LessOrEqual(other, value),
            "ThrowIfNegativeOrZero" => _graph.Less(other, value),
            "ThrowIfZero" or "ThrowIfEqual" => _graph.NotEqual(value, other),
            "ThrowIfNotEqual" => _graph.Equal(value, other),
            "ThrowIfGreaterThan" => _graph.LessOrEqual(value, other),
            "ThrowIfGreaterThanOrEqual" => _graph.Less(value, other),
            "ThrowIfLessThan" => _graph.LessOrEqual(other, value),
            "ThrowIfLessThanOrEqual" => _graph.Less(other, value),
            _ => null,
        };
        if (holds is null)
        {
            return null;
        }

        _flow.Require(holds);
        return Value.Nothing;
    }

    private Value Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return Visit(operation);
    }

    /// <summary>Whether the call isn't made: of <c>Debug.Assert</c>, and of other methods that are left out unless a symbol is defined.</summary>
    private static bool IsLeftOut(IInvocationOperation operation)
    {
        // Only a method without a result can be left out.
        if (!operation.TargetMethod.ReturnsVoid)
        {
            return false;
        }

        string?[] symbols = [.. operation.TargetMethod.GetAttributes()
            .Where(static attribute => attribute.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" })
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)];
        if (symbols.Length == 0 || AssignedVariables.Of(operation.Arguments).Length > 0)
        {
            return false;
        }

        return operation.TargetMethod is { Name: "Assert", ContainingType.Name: "Debug" or "Trace" } || !symbols.Any(operation.Syntax.SyntaxTree.Options.PreprocessorSymbolNames.Contains);
    }

    private static bool IsReinterpretation(IMethodSymbol method) => method.ContainingType?.Name switch
    {
        "BitConverter" or "Unsafe" or "MemoryMarshal" => true,
        "Double" or "Single" or "Math" or "MathF" or "Convert" => method.Name is "BitIncrement" or "BitDecrement" or "Parse" or "TryParse" or "TryFormat",
        _ => false,
    } || method.Name == "ToString";
}
