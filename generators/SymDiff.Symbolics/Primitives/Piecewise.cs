using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Functions with kinks and steps. At a kink the slope is PyTorch's choice.</summary>
public static class Piecewise
{
    public static readonly Primitive Truncate = new()
    {
        Name = "Truncate",
        Arity = 1,
        CutsDerivative = true,
        Evaluate = static args => Math.Truncate(args[0]),
        Methods = ["Math.Truncate", "MathF.Truncate", "Double.Truncate", "Single.Truncate"],
        CSharp = new("{M}.Truncate({0})", Binding.Primary, Binding.Any),
        Mathematics = new("trunc({0})", Binding.Primary, Binding.Any),
    };

    public static readonly ImmutableArray<Primitive> Rows = [Truncate];
}
