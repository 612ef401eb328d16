using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The .NET methods that are compositions of primitives, bit for bit, and have no row of their own.</summary>
internal static class Compositions
{
    /// <summary>The composition, or null if there is none for such parameters.</summary>
    public static KnownMethod? Find(string method, ImmutableArray<ScalarType> parameters, ScalarType result) => method switch
    {
        "Math.SinCos" or "MathF.SinCos" or "Double.SinCos" or "Single.SinCos" => Pair(Trigonometry.Sin, Trigonometry.Cos),
        "Double.SinCosPi" or "Single.SinCosPi" => Pair(Trigonometry.SinPiOfPair, Trigonometry.CosPiOfPair),
        "Double.CreateChecked" or "Double.CreateSaturating" or "Double.CreateTruncating" or "Convert.ToDouble" => Cast(parameters, ScalarType.Double),
        "Single.CreateChecked" or "Single.CreateSaturating" or "Single.CreateTruncating" or "Convert.ToSingle" => Cast(parameters, ScalarType.Single),
        "Double.ConvertToInteger" or "Single.ConvertToInteger" => Typed(Conversions.ConvertToInteger, result),
        "Double.ConvertToIntegerNative" or "Single.ConvertToIntegerNative" => Typed(Conversions.ConvertToIntegerNative, result),
        "Math.DivRem" when parameters.Length == 2 => Integer(parameters[0], static (a, b) => [a.Graph.Divide(a, b), a.Graph.Apply(Arithmetic.Remainder, a, b)]),
        "Math.BigMul" when parameters is [ScalarType.Int32, ScalarType.Int32] => Product(ScalarType.Int64),
        "Math.BigMul" when parameters is [ScalarType.UInt32, ScalarType.UInt32] => Product(ScalarType.UInt64),
        _ when method.StartsWith("Convert.To", StringComparison.Ordinal) && parameters.Length == 1
            && IntegerTypes.TryGetValue(method.Substring("Convert.To".Length), out ScalarType type)
            => RoundedConversion(parameters[0], type),
        _ => null,
    };

    private static readonly Dictionary<string, ScalarType> IntegerTypes = new()
    {
        ["SByte"] = ScalarType.SByte,
        ["Byte"] = ScalarType.Byte,
        ["Int16"] = ScalarType.Int16,
        ["UInt16"] = ScalarType.UInt16,
        ["Int32"] = ScalarType.Int32,
        ["UInt32"] = ScalarType.UInt32,
        ["Int64"] = ScalarType.Int64,
        ["UInt64"] = ScalarType.UInt64,
    };

    private static KnownMethod Pair(Primitive first, Primitive second)
        => new(null, arguments => [arguments[0].Graph.Apply(first, arguments), arguments[0].Graph.Apply(second, arguments)]);

    private static KnownMethod? Cast(ImmutableArray<ScalarType> parameters, ScalarType type)
        => parameters is [var from] && (from.IsFloating() || from.IsInteger()) ? new(null, arguments => [arguments[0].Graph.Convert(arguments[0], type)]) : null;

    private static KnownMethod? Typed(Primitive conversion, ScalarType result)
        => result.IsInteger() ? new(conversion, arguments => [arguments[0].Graph.Apply(conversion, result, arguments)]) : null;

    private static KnownMethod Product(ScalarType type)
        => new(null, arguments => [arguments[0].Graph.Multiply(arguments[0].Graph.Convert(arguments[0], type), arguments[1].Graph.Convert(arguments[1], type))]);

    // Of types narrower than int the operators work on int, as in C#.
    private static KnownMethod Integer(ScalarType type, Func<Expression, Expression, ImmutableArray<Expression>> operation) => new(null, arguments =>
    {
        ExpressionGraph graph = arguments[0].Graph;
        ScalarType wide = type.Bits() < 32 ? ScalarType.Int32 : type;
        ImmutableArray<Expression> results = operation(graph.Convert(arguments[0], wide), graph.Convert(arguments[1], wide));
        return [graph.Convert(results[0], type), graph.Convert(results[1], type)];
    });

    // Convert.ToInt32 and its like round half to even, and throw where the result doesn't fit.
    private static KnownMethod? RoundedConversion(ScalarType from, ScalarType type)
        => !from.IsFloating() && !from.IsInteger() ? null : new(null, arguments =>
        {
            ExpressionGraph graph = arguments[0].Graph;
            Expression number = from.IsFloating() ? Functions.Round(graph.Convert(arguments[0], ScalarType.Double)) : arguments[0];
            return [graph.Apply(CheckedArithmetic.Convert, type, number)];
        });
}
