using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>
/// The sine and the cosine of one angle, which <c>Math.SinCos</c> calculates for little more than the price of one of them. Both are bit for bit those of
/// <c>Math.Sin</c> and <c>Math.Cos</c>: they come from the same routines of the C library.
/// </summary>
internal static class CircularPair
{
    /// <summary>For declarations of one of the two, by position: where the other is declared further down.</summary>
    public static Dictionary<int, int> Partners(ImmutableArray<Statement> statements)
    {
        var partners = new Dictionary<int, int>();
        var below = new Dictionary<(Primitive, Expression), int>();
        for (int i = statements.Length - 1; i >= 0; i--)
        {
            if (statements[i] is not Declare declare)
            {
                // Past declarations only: they can't change the angle.
                below.Clear();
            }
            else if (declare.Value is Apply value && Other(value.Primitive) is { } other)
            {
                if (below.TryGetValue((other, value.Arguments[0]), out int partner))
                {
                    partners.Add(i, partner);
                }

                below[(value.Primitive, value.Arguments[0])] = i;
            }
        }

        return partners;
    }

    public static bool IsSine(Declare declare) => declare.Value is Apply value && ReferenceEquals(value.Primitive, Trigonometry.Sin);

    private static Primitive? Other(Primitive primitive)
        => ReferenceEquals(primitive, Trigonometry.Sin) ? Trigonometry.Cos : ReferenceEquals(primitive, Trigonometry.Cos) ? Trigonometry.Sin : null;
}
