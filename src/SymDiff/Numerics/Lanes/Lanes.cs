using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SymDiff.Numerics;

/// <summary>
/// Elementary functions of all lanes of a vector at once, to be inlined into loops: nothing is called, and nothing leaves the registers. Generated code uses
/// these; there is no need to use them by hand.
/// </summary>
/// <remarks>
/// <para>
/// Errors are in units in the last place (ulp) of the result, measured against references of more than 60 bits; polynomials are minimax polynomials of the
/// functions. Every result is the same bit for bit on every machine, in every lane and in vectors of every width: the functions consist of IEEE operations, each
/// rounded once, of the fused multiply-add, and of operations on bits. NaN gives NaN; zeros keep their sign where the function is odd; arguments and results may
/// be subnormal.
/// </para>
/// <para>
/// A loop should use the widest vectors that the machine has (<see cref="Vector512.IsHardwareAccelerated"/>, else <see cref="Vector256"/>): wider ones are right
/// too, by halves, but more than a few of them in one loop are beyond what the compiler inlines.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
}
