using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Numeric conversions, with the meaning of an unchecked C# cast.</summary>
public static class Conversions
{
    /// <summary>The cast to the type of the node. Between floating types it is the identity to a differentiator; to an integer it cuts the derivative.</summary>
    public static readonly Primitive Convert = new()
    {
        Name = "Convert",
        Arity = 1,
        Partial = static (conversion, _) => conversion.Scalar.IsFloating() && conversion.Arguments[0].Scalar.IsFloating() ? conversion.Like(1) : null,
        Fold = static (graph, type, args) => args[0] switch
        {
            var same when same.Scalar == type.Scalar => same,
            Constant constant when constant.Scalar.IsFloating() && type.Scalar.IsFloating() => graph.Number(type.Scalar, constant.Number),
            Constant constant when constant.Scalar.IsInteger() && type.Scalar.IsInteger() => graph.Integer(type.Scalar, constant.Payload),

            // (float)long rounds once; by way of double it would round twice.
            Constant constant when constant.Scalar is ScalarType.Int32 or ScalarType.UInt32 or ScalarType.Int16 or ScalarType.UInt16 or ScalarType.SByte or ScalarType.Byte or ScalarType.Char
                => graph.Number(type.Scalar, constant.Payload),

            // float → double → float is exact.
            Apply { Scalar: ScalarType.Double } inner when type.Scalar == ScalarType.Single && ReferenceEquals(inner.Primitive, Convert) && inner.Arguments[0].Scalar == ScalarType.Single
                => inner.Arguments[0],
            _ => null,
        },
        CSharp = new("({T}){0}", Binding.Unary, Binding.Unary),
        Mathematics = new("{0}", Binding.Primary, Binding.Any),
    };

    public static readonly ImmutableArray<Primitive> Rows = [Convert];
}
