using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Truth values that only requirements use.</summary>
public static class Guards
{
    /// <summary>True, once the argument has been evaluated: it throws what that throws.</summary>
    public static readonly Primitive Evaluated = new()
    {
        Name = "Evaluated",
        Takes = [Operand.Scalar],
        ResultType = static _ => ScalarType.Boolean,
        Evaluate = static _ => 1,
        EvaluateInteger = static (_, _) => 1,
        Fold = static (graph, _, args) => args[0].MayThrow ? null : graph.True,
        CSharp = new("{0} is var _", Binding.Relational, Binding.Shift),
        Mathematics = Notation.Closed("{0} exists"),
    };

    /// <summary>Whether two arrays have the same extents.</summary>
    public static readonly Primitive SameShape = new()
    {
        Name = "SameShape",
        Takes = [Operand.Array, Operand.Array],
        ResultType = static _ => ScalarType.Boolean,
        Fold = static (graph, _, args) => ReferenceEquals(args[0], args[1]) ? graph.True : null,
        CSharp = Notation.Closed("global::SymDiff.Runtime.TensorShapes.Same({0}, {1})"),
        Mathematics = Notation.Closed("shape({0}) = shape({1})"),
        Cost = 4,
    };

    public static readonly ImmutableArray<Primitive> Rows = [Evaluated, SameShape];
}
