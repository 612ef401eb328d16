using System.Numerics;
using System.Runtime.CompilerServices;

namespace SymDiff;

/// <summary>β·average + (1 − β)·value, as <c>torch.lerp</c> computes it: from the nearer end.</summary>
internal readonly struct MovingAverage<TLanes, T>(double beta)
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly bool startsFromAverage = 1 - beta < 0.5;
    private readonly TLanes weight = TLanes.Fill(1 - beta);
    private readonly TLanes rest = TLanes.Fill(1) - TLanes.Fill(1 - beta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Next(TLanes average, TLanes value)
        => startsFromAverage ? average + (weight * (value - average)) : value - ((value - average) * rest);
}
