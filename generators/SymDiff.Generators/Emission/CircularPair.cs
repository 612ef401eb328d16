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
    /// <summary>The declaration, further down among these, of the other of the two.</summary>
    public static Declare? Partner(ImmutableArray<Statement> statements, int position)
    {
        if (statements[position] is not Declare { Value: Apply value } || Other(value.Primitive) is not { } other)
        {
            return null;
        }

        // Past declarations only: they can't change the angle.
        for (int i = position + 1; i < statements.Length && statements[i] is Declare declare; i++)
        {
            if (declare.Value is Apply candidate && ReferenceEquals(candidate.Primitive, other) && ReferenceEquals(candidate.Arguments[0], value.Arguments[0]))
            {
                return declare;
            }
        }

        return null;
    }

    public static bool IsSine(Declare declare) => declare.Value is Apply value && ReferenceEquals(value.Primitive, Trigonometry.Sin);

    private static Primitive? Other(Primitive primitive)
        => ReferenceEquals(primitive, Trigonometry.Sin) ? Trigonometry.Cos : ReferenceEquals(primitive, Trigonometry.Cos) ? Trigonometry.Sin : null;
}
