using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

public static partial class Slopes
{
    /// <inheritdoc cref="Abs(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Abs(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Abs(x.GetLower()), Abs(x.GetUpper()));

        Vector512<double> slope = Vector512<double>.One | (x & Create(-0.0));
        slope = ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), Vector512<double>.Zero, slope);
        return ConditionalSelect(Vector512.Equals(x, x), slope, x);
    }

    /// <inheritdoc cref="Abs(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Abs(x.GetLower()), Abs(x.GetUpper()));

        Vector512<float> slope = Vector512<float>.One | (x & Create(-0.0f));
        slope = ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), Vector512<float>.Zero, slope);
        return ConditionalSelect(Vector512.Equals(x, x), slope, x);
    }

    /// <inheritdoc cref="Tanh(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x, Vector512<double> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Tanh(x.GetLower(), y.GetLower()), Tanh(x.GetUpper(), y.GetUpper()));

        // y isn't enough near ±1, and with x there is a slope of its own.
        return Lanes.TanhWithSlope(x).Slope;
    }

    /// <inheritdoc cref="Tanh(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x, Vector512<float> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Tanh(x.GetLower(), y.GetLower()), Tanh(x.GetUpper(), y.GetUpper()));

        // y isn't enough near ±1, and with x there is a slope of its own.
        return Lanes.TanhWithSlope(x).Slope;
    }

    /// <inheritdoc cref="Sigmoid(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> x, Vector512<double> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sigmoid(x.GetLower(), y.GetLower()), Sigmoid(x.GetUpper(), y.GetUpper()));

        return Lanes.SigmoidWithSlope(x).Slope;
    }

    /// <inheritdoc cref="Sigmoid(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x, Vector512<float> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sigmoid(x.GetLower(), y.GetLower()), Sigmoid(x.GetUpper(), y.GetUpper()));

        return Lanes.SigmoidWithSlope(x).Slope;
    }

    /// <inheritdoc cref="Pow(double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> exponent, Vector512<double> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Pow(x.GetLower(), exponent.GetLower(), y.GetLower()), Pow(x.GetUpper(), exponent.GetUpper(), y.GetUpper()));

        Vector512<double> magnitude = Vector512.Abs(y);
        Vector512<double> regular = GreaterThan(magnitude, Create(1e-290)) & LessThanOrEqual(magnitude, Create(double.MaxValue));
        Vector512<double> slope = exponent * (y / x);
        if (AndNot(Vector512<double>.AllBitsSet, regular) != Vector512<double>.Zero)
            slope = ConditionalSelect(regular, slope, exponent * Lanes.Pow(x, exponent - Vector512<double>.One));

        return ConditionalSelect(Vector512.Equals(exponent, Vector512<double>.Zero), Vector512<double>.Zero, slope);
    }

    /// <inheritdoc cref="Pow(double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> exponent, Vector512<float> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Pow(x.GetLower(), exponent.GetLower(), y.GetLower()), Pow(x.GetUpper(), exponent.GetUpper(), y.GetUpper()));

        Vector512<float> magnitude = Vector512.Abs(y);
        Vector512<float> regular = GreaterThan(magnitude, Create(1e-30f)) & LessThanOrEqual(magnitude, Create(float.MaxValue));
        Vector512<float> slope = exponent * (y / x);
        if (AndNot(Vector512<float>.AllBitsSet, regular) != Vector512<float>.Zero)
            slope = ConditionalSelect(regular, slope, exponent * Lanes.Pow(x, exponent - Vector512<float>.One));

        return ConditionalSelect(Vector512.Equals(exponent, Vector512<float>.Zero), Vector512<float>.Zero, slope);
    }
}
