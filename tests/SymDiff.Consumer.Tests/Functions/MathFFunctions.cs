#pragma warning disable SYMD0202, SYMD0206 // Steps are among the functions.

using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Functions;

/// <summary>The functions of <c>MathF</c>.</summary>
internal static partial class MathFFunctions
{
    public static Case[] Cases =>
    [
        Case.Of(MathFSqrt, MathFSqrtGradient, MathFSqrtValueAndGradient),
        Case.Of(MathFCbrt, MathFCbrtGradient, MathFCbrtValueAndGradient),
        Case.Of(MathFExp, MathFExpGradient, MathFExpValueAndGradient),
        Case.Of(MathFLog, MathFLogGradient, MathFLogValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(MathFLog2, MathFLog2Gradient, MathFLog2ValueAndGradient),
        Case.Of(MathFLog10, MathFLog10Gradient, MathFLog10ValueAndGradient),
        Case.Of(MathFSin, MathFSinGradient, MathFSinValueAndGradient),
        Case.Of(MathFCos, MathFCosGradient, MathFCosValueAndGradient),
        Case.Of(MathFTan, MathFTanGradient, MathFTanValueAndGradient),
        Case.Of(MathFAsin, MathFAsinGradient, MathFAsinValueAndGradient),
        Case.Of(MathFAcos, MathFAcosGradient, MathFAcosValueAndGradient),
        Case.Of(MathFAtan, MathFAtanGradient, MathFAtanValueAndGradient),
        Case.Of(MathFSinh, MathFSinhGradient, MathFSinhValueAndGradient),
        Case.Of(MathFCosh, MathFCoshGradient, MathFCoshValueAndGradient),
        Case.Of(MathFTanh, MathFTanhGradient, MathFTanhValueAndGradient),
        Case.Of(MathFAsinh, MathFAsinhGradient, MathFAsinhValueAndGradient),
        Case.Of(MathFAcosh, MathFAcoshGradient, MathFAcoshValueAndGradient),
        Case.Of(MathFAtanh, MathFAtanhGradient, MathFAtanhValueAndGradient),
        Case.Of(MathFReciprocalEstimate, MathFReciprocalEstimateGradient, MathFReciprocalEstimateValueAndGradient).SmoothAt(),
        Case.Of(MathFReciprocalSqrtEstimate, MathFReciprocalSqrtEstimateGradient, MathFReciprocalSqrtEstimateValueAndGradient).SmoothAt(),
        Case.Of(MathFAbs, MathFAbsGradient, MathFAbsValueAndGradient),
        Case.Of(MathFFloor, MathFFloorGradient, MathFFloorValueAndGradient),
        Case.Of(MathFCeiling, MathFCeilingGradient, MathFCeilingValueAndGradient),
        Case.Of(MathFTruncate, MathFTruncateGradient, MathFTruncateValueAndGradient),
        Case.Of(MathFRound, MathFRoundGradient, MathFRoundValueAndGradient),
        Case.Of(MathFPow, MathFPowGradient, MathFPowValueAndGradient).SmoothAt([1.3, 2.4], [0.2, -1.7]),
        Case.Of(MathFAtan2, MathFAtan2Gradient, MathFAtan2ValueAndGradient),
        Case.Of(MathFMax, MathFMaxGradient, MathFMaxValueAndGradient),
        Case.Of(MathFMin, MathFMinGradient, MathFMinValueAndGradient),
        Case.Of(MathFCopySign, MathFCopySignGradient, MathFCopySignValueAndGradient),
        Case.Of(MathFMaxMagnitude, MathFMaxMagnitudeGradient, MathFMaxMagnitudeValueAndGradient),
        Case.Of(MathFMinMagnitude, MathFMinMagnitudeGradient, MathFMinMagnitudeValueAndGradient),
        Case.Of(MathFLogBase, MathFLogBaseGradient, MathFLogBaseValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(MathFIEEERemainder, MathFIEEERemainderGradient, MathFIEEERemainderValueAndGradient).SmoothAt([5.2, 3.1], [-7.1, 2.3]),
        Case.Of(MathFFusedMultiplyAdd, MathFFusedMultiplyAddGradient, MathFFusedMultiplyAddValueAndGradient),
        Case.Of(MathFScaleB, MathFScaleBGradient, MathFScaleBValueAndGradient),
        Case.Of(MathFSineOfBoth, MathFSineOfBothGradient, MathFSineOfBothValueAndGradient),
        Case.Of(MathFCosineOfBoth, MathFCosineOfBothGradient, MathFCosineOfBothValueAndGradient),
        Case.Of(MathFRoundToDigits, MathFRoundToDigitsGradient, MathFRoundToDigitsValueAndGradient).SmoothAt(),
        Case.Of(MathFRoundDown, MathFRoundDownGradient, MathFRoundDownValueAndGradient),
    ];

    [Differentiable] private static float MathFSqrt(float x) => MathF.Sqrt(x);

    [Differentiable] private static float MathFCbrt(float x) => MathF.Cbrt(x);

    [Differentiable] private static float MathFExp(float x) => MathF.Exp(x);

    [Differentiable] private static float MathFLog(float x) => MathF.Log(x);

    [Differentiable] private static float MathFLog2(float x) => MathF.Log2(x);

    [Differentiable] private static float MathFLog10(float x) => MathF.Log10(x);

    [Differentiable] private static float MathFSin(float x) => MathF.Sin(x);

    [Differentiable] private static float MathFCos(float x) => MathF.Cos(x);

    [Differentiable] private static float MathFTan(float x) => MathF.Tan(x);

    [Differentiable] private static float MathFAsin(float x) => MathF.Asin(x);

    [Differentiable] private static float MathFAcos(float x) => MathF.Acos(x);

    [Differentiable] private static float MathFAtan(float x) => MathF.Atan(x);

    [Differentiable] private static float MathFSinh(float x) => MathF.Sinh(x);

    [Differentiable] private static float MathFCosh(float x) => MathF.Cosh(x);

    [Differentiable] private static float MathFTanh(float x) => MathF.Tanh(x);

    [Differentiable] private static float MathFAsinh(float x) => MathF.Asinh(x);

    [Differentiable] private static float MathFAcosh(float x) => MathF.Acosh(x);

    [Differentiable] private static float MathFAtanh(float x) => MathF.Atanh(x);

    [Differentiable] private static float MathFReciprocalEstimate(float x) => MathF.ReciprocalEstimate(x);

    [Differentiable] private static float MathFReciprocalSqrtEstimate(float x) => MathF.ReciprocalSqrtEstimate(x);

    [Differentiable] private static float MathFAbs(float x) => MathF.Abs(x);

    [Differentiable] private static float MathFFloor(float x) => MathF.Floor(x);

    [Differentiable] private static float MathFCeiling(float x) => MathF.Ceiling(x);

    [Differentiable] private static float MathFTruncate(float x) => MathF.Truncate(x);

    [Differentiable] private static float MathFRound(float x) => MathF.Round(x);

    [Differentiable] private static float MathFPow(float x, float y) => MathF.Pow(x, y);

    [Differentiable] private static float MathFAtan2(float x, float y) => MathF.Atan2(x, y);

    [Differentiable] private static float MathFMax(float x, float y) => MathF.Max(x, y);

    [Differentiable] private static float MathFMin(float x, float y) => MathF.Min(x, y);

    [Differentiable] private static float MathFCopySign(float x, float y) => MathF.CopySign(x, y);

    [Differentiable] private static float MathFMaxMagnitude(float x, float y) => MathF.MaxMagnitude(x, y);

    [Differentiable] private static float MathFMinMagnitude(float x, float y) => MathF.MinMagnitude(x, y);

    [Differentiable] private static float MathFLogBase(float x, float y) => MathF.Log(x, y);

    [Differentiable] private static float MathFIEEERemainder(float x, float y) => MathF.IEEERemainder(x, y);

    [Differentiable] private static float MathFFusedMultiplyAdd(float x, float y, float z) => MathF.FusedMultiplyAdd(x, y, z);

    [Differentiable] private static float MathFScaleB(float x) => MathF.ScaleB(x, 3);

    [Differentiable] private static float MathFSineOfBoth(float x) => MathF.SinCos(x).Sin;

    [Differentiable] private static float MathFCosineOfBoth(float x) => MathF.SinCos(x).Cos;

    [Differentiable] private static float MathFRoundToDigits(float x) => MathF.Round(x, 1);

    [Differentiable] private static float MathFRoundDown(float x) => MathF.Round(x, MidpointRounding.ToNegativeInfinity);
}
