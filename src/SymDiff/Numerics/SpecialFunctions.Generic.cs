#if NET
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SymDiff.Numerics;

/// <content>For generic mathematics: in single precision what is calculated in double precision, rounded.</content>
public static partial class SpecialFunctions
{
    /// <inheritdoc cref="Erf(double)"/>
    /// <typeparam name="T">Type of the number: <see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erf<T>(T x)
        where T : IFloatingPointIeee754<T>
        => T.CreateChecked(ErrorFunction.Of(double.CreateChecked(x)));

    /// <inheritdoc cref="Erfc(double)"/>
    /// <typeparam name="T">Type of the number: <see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erfc<T>(T x)
        where T : IFloatingPointIeee754<T>
        => T.CreateChecked(ErrorFunction.Complement(double.CreateChecked(x)));

    /// <inheritdoc cref="Sigmoid(double)"/>
    /// <typeparam name="T">Type of the number: <see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sigmoid<T>(T x)
        where T : IFloatingPointIeee754<T>
        => T.CreateChecked(Logistics.Sigmoid(double.CreateChecked(x)));

    /// <inheritdoc cref="Softplus(double)"/>
    /// <typeparam name="T">Type of the number: <see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Softplus<T>(T x)
        where T : IFloatingPointIeee754<T>
        => T.CreateChecked(Logistics.Softplus(double.CreateChecked(x)));

    /// <inheritdoc cref="LogP1(double)"/>
    /// <typeparam name="T">Type of the number: <see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogP1<T>(T x)
        where T : IFloatingPointIeee754<T>
        => T.CreateChecked(Logistics.LogP1(double.CreateChecked(x)));

    /// <inheritdoc cref="ExpM1(double)"/>
    /// <typeparam name="T">Type of the number: <see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1<T>(T x)
        where T : IFloatingPointIeee754<T>
        => T.CreateChecked(Logistics.ExpM1(double.CreateChecked(x)));
}
#endif
