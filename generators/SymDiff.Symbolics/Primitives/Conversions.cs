using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Numeric conversions to the type of the node, which never throw.</summary>
public static class Conversions
{
    /// <summary>An unchecked C# cast. Between floating types it is the identity to a differentiator; to an integer it cuts the derivative.</summary>
    public static readonly Primitive Convert = Row("Convert", "({T}){0}") with
    {
        Partial = static (conversion, _) => conversion.Like(1),
        Fold = static (graph, type, args) => args[0] switch
        {
            var same when same.Scalar == type.Scalar => same,
            Constant constant when constant.Scalar.IsFloating() && type.Scalar.IsFloating() => graph.Number(type.Scalar, constant.Number),
            Constant constant when constant.Scalar.IsInteger() && type.Scalar.IsInteger() => graph.Integer(type.Scalar, constant.Payload),

            // (float)long rounds once; by way of double it would round twice.
            Constant constant when constant.Scalar.IsInteger() && (constant.Scalar.Bits() <= 32 || type.Scalar == ScalarType.Double)
                => graph.Number(type.Scalar, constant.Number),

            // What doesn't fit differs between versions of .NET.
            Constant constant when constant.Scalar.IsFloating() && type.Scalar.IsInteger() && Conversion.Fits(constant.Number, type.Scalar)
                => graph.Integer(type.Scalar, Conversion.ToInteger(constant.Number, type.Scalar)),

            // float → double → float is exact.
            Apply { Scalar: ScalarType.Double } inner when type.Scalar == ScalarType.Single && ReferenceEquals(inner.Primitive, Convert)
                && inner.Arguments[0].Scalar == ScalarType.Single
                => inner.Arguments[0],
            _ => null,
        },
        CSharp = new("({T}){0}", Binding.Unary, Binding.Unary),
        Mathematics = new("{0}", Binding.Primary, Binding.Primary),
    };

    /// <summary><c>double.ConvertToInteger</c>: what a cast is since .NET 9, on every version.</summary>
    public static readonly Primitive ConvertToInteger = Row("ConvertToInteger", "{A}.ConvertToInteger<{T}>({0})");

    /// <summary>The same; what doesn't fit is the machine's choice.</summary>
    public static readonly Primitive ConvertToIntegerNative = Row("ConvertToIntegerNative", "{A}.ConvertToIntegerNative<{T}>({0})");

    public static readonly ImmutableArray<Primitive> Rows = [Convert, ConvertToInteger, ConvertToIntegerNative];

    private static Primitive Row(string name, string csharp) => new()
    {
        Name = name,
        Takes = [Operand.Number],
        CutsDerivative = static conversion => conversion.Arguments[0].Scalar.IsFloating() && conversion.Scalar.IsInteger(),
        CSharp = Notation.Closed(csharp),
        Mathematics = Notation.Closed("int({0})"),
    };
}
