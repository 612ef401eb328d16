using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>What a .NET method means: an application of a primitive, or a composition that has the same bits.</summary>
/// <param name="Primitive">The primitive that the method is; null if it is a composition.</param>
/// <param name="Results">From the arguments, in order of the parameters, to the result, or to the elements of the tuple that is the result.</param>
public sealed record KnownMethod(Primitive? Primitive, Func<ImmutableArray<Expression>, ImmutableArray<Expression>> Results)
{
    public static KnownMethod Of(Primitive primitive)
        => new(primitive, arguments => [arguments[0].Graph.Apply(primitive, arguments)]);
}
