#pragma warning disable SYMD0202, SYMD0206 // Steps are among the functions.

using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Functions;

/// <summary>The static functions of <c>float</c>.</summary>
internal static partial class FloatFunctions
{
    public static Case[] Cases =>
    [
        Case.Of(FloatSqrt, FloatSqrtGradient, FloatSqrtValueAndGradient),
        Case.Of(FloatCbrt, FloatCbrtGradient, FloatCbrtValueAndGradient),
        Case.Of(FloatExp, FloatExpGradient, FloatExpValueAndGradient),
        Case.Of(FloatLog, FloatLogGradient, FloatLogValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(FloatLog2, FloatLog2Gradient, FloatLog2ValueAndGradient),
        Case.Of(FloatLog10, FloatLog10Gradient, FloatLog10ValueAndGradient),
        Case.Of(FloatSin, FloatSinGradient, FloatSinValueAndGradient),
        Case.Of(FloatCos, FloatCosGradient, FloatCosValueAndGradient),
        Case.Of(FloatTan, FloatTanGradient, FloatTanValueAndGradient),
        Case.Of(FloatAsin, FloatAsinGradient, FloatAsinValueAndGradient),
        Case.Of(FloatAcos, FloatAcosGradient, FloatAcosValueAndGradient),
        Case.Of(FloatAtan, FloatAtanGradient, FloatAtanValueAndGradient),
        Case.Of(FloatSinh, FloatSinhGradient, FloatSinhValueAndGradient),
        Case.Of(FloatCosh, FloatCoshGradient, FloatCoshValueAndGradient),
        Case.Of(FloatTanh, FloatTanhGradient, FloatTanhValueAndGradient),
        Case.Of(FloatAsinh, FloatAsinhGradient, FloatAsinhValueAndGradient),
        Case.Of(FloatAcosh, FloatAcoshGradient, FloatAcoshValueAndGradient),
        Case.Of(FloatAtanh, FloatAtanhGradient, FloatAtanhValueAndGradient),
        Case.Of(FloatReciprocalEstimate, FloatReciprocalEstimateGradient, FloatReciprocalEstimateValueAndGradient).SmoothAt(),
        Case.Of(FloatReciprocalSqrtEstimate, FloatReciprocalSqrtEstimateGradient, FloatReciprocalSqrtEstimateValueAndGradient).SmoothAt(),
        Case.Of(FloatAbs, FloatAbsGradient, FloatAbsValueAndGradient),
        Case.Of(FloatFloor, FloatFloorGradient, FloatFloorValueAndGradient),
        Case.Of(FloatCeiling, FloatCeilingGradient, FloatCeilingValueAndGradient),
        Case.Of(FloatTruncate, FloatTruncateGradient, FloatTruncateValueAndGradient),
        Case.Of(FloatRound, FloatRoundGradient, FloatRoundValueAndGradient),
        Case.Of(FloatExp2, FloatExp2Gradient, FloatExp2ValueAndGradient),
        Case.Of(FloatExp10, FloatExp10Gradient, FloatExp10ValueAndGradient),
        Case.Of(FloatExpM1, FloatExpM1Gradient, FloatExpM1ValueAndGradient),
        Case.Of(FloatExp2M1, FloatExp2M1Gradient, FloatExp2M1ValueAndGradient),
        Case.Of(FloatExp10M1, FloatExp10M1Gradient, FloatExp10M1ValueAndGradient),
        Case.Of(FloatLogP1, FloatLogP1Gradient, FloatLogP1ValueAndGradient),
        Case.Of(FloatLog2P1, FloatLog2P1Gradient, FloatLog2P1ValueAndGradient),
        Case.Of(FloatLog10P1, FloatLog10P1Gradient, FloatLog10P1ValueAndGradient),
        Case.Of(FloatSinPi, FloatSinPiGradient, FloatSinPiValueAndGradient),
        Case.Of(FloatCosPi, FloatCosPiGradient, FloatCosPiValueAndGradient),
        Case.Of(FloatTanPi, FloatTanPiGradient, FloatTanPiValueAndGradient),
        Case.Of(FloatAsinPi, FloatAsinPiGradient, FloatAsinPiValueAndGradient),
        Case.Of(FloatAcosPi, FloatAcosPiGradient, FloatAcosPiValueAndGradient),
        Case.Of(FloatAtanPi, FloatAtanPiGradient, FloatAtanPiValueAndGradient),
        Case.Of(FloatDegreesToRadians, FloatDegreesToRadiansGradient, FloatDegreesToRadiansValueAndGradient),
        Case.Of(FloatRadiansToDegrees, FloatRadiansToDegreesGradient, FloatRadiansToDegreesValueAndGradient),
        Case.Of(FloatPow, FloatPowGradient, FloatPowValueAndGradient).SmoothAt([1.3, 2.4], [0.2, -1.7]),
        Case.Of(FloatAtan2, FloatAtan2Gradient, FloatAtan2ValueAndGradient),
        Case.Of(FloatMax, FloatMaxGradient, FloatMaxValueAndGradient),
        Case.Of(FloatMin, FloatMinGradient, FloatMinValueAndGradient),
        Case.Of(FloatCopySign, FloatCopySignGradient, FloatCopySignValueAndGradient),
        Case.Of(FloatMaxMagnitude, FloatMaxMagnitudeGradient, FloatMaxMagnitudeValueAndGradient),
        Case.Of(FloatMinMagnitude, FloatMinMagnitudeGradient, FloatMinMagnitudeValueAndGradient),
        Case.Of(FloatLogBase, FloatLogBaseGradient, FloatLogBaseValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(FloatHypot, FloatHypotGradient, FloatHypotValueAndGradient),
        Case.Of(FloatAtan2Pi, FloatAtan2PiGradient, FloatAtan2PiValueAndGradient),
        Case.Of(FloatMaxNumber, FloatMaxNumberGradient, FloatMaxNumberValueAndGradient),
        Case.Of(FloatMinNumber, FloatMinNumberGradient, FloatMinNumberValueAndGradient),
        Case.Of(FloatMaxNative, FloatMaxNativeGradient, FloatMaxNativeValueAndGradient),
        Case.Of(FloatMinNative, FloatMinNativeGradient, FloatMinNativeValueAndGradient),
        Case.Of(FloatMaxMagnitudeNumber, FloatMaxMagnitudeNumberGradient, FloatMaxMagnitudeNumberValueAndGradient),
        Case.Of(FloatMinMagnitudeNumber, FloatMinMagnitudeNumberGradient, FloatMinMagnitudeNumberValueAndGradient),
        Case.Of(FloatIeee754Remainder, FloatIeee754RemainderGradient, FloatIeee754RemainderValueAndGradient).SmoothAt([5.2, 3.1], [-7.1, 2.3]),
        Case.Of(FloatFusedMultiplyAdd, FloatFusedMultiplyAddGradient, FloatFusedMultiplyAddValueAndGradient),
        Case.Of(FloatClamp, FloatClampGradient, FloatClampValueAndGradient).SmoothAt([0.3, -1.1, 2.2], [-4.2, -1.1, 2.2], [5.1, -1.1, 2.2]),
        Case.Of(FloatMultiplyAddEstimate, FloatMultiplyAddEstimateGradient, FloatMultiplyAddEstimateValueAndGradient),
        Case.Of(FloatLerp, FloatLerpGradient, FloatLerpValueAndGradient),
        Case.Of(FloatClampNative, FloatClampNativeGradient, FloatClampNativeValueAndGradient).SmoothAt([0.3, -1.1, 2.2], [-4.2, -1.1, 2.2], [5.1, -1.1, 2.2]),
        Case.Of(FloatScaleB, FloatScaleBGradient, FloatScaleBValueAndGradient),
        Case.Of(FloatSineOfBoth, FloatSineOfBothGradient, FloatSineOfBothValueAndGradient),
        Case.Of(FloatCosineOfBoth, FloatCosineOfBothGradient, FloatCosineOfBothValueAndGradient),
        Case.Of(FloatRoundToDigits, FloatRoundToDigitsGradient, FloatRoundToDigitsValueAndGradient).SmoothAt(),
        Case.Of(FloatRoundDown, FloatRoundDownGradient, FloatRoundDownValueAndGradient),
        Case.Of(FloatRootN, FloatRootNGradient, FloatRootNValueAndGradient),
        Case.Of(FloatSineOfBothPi, FloatSineOfBothPiGradient, FloatSineOfBothPiValueAndGradient),
        Case.Of(FloatCosineOfBothPi, FloatCosineOfBothPiGradient, FloatCosineOfBothPiValueAndGradient),
        Case.Of(FloatCreateChecked, FloatCreateCheckedGradient, FloatCreateCheckedValueAndGradient),
    ];

    [Differentiable] private static float FloatSqrt(float x) => float.Sqrt(x);

    [Differentiable] private static float FloatCbrt(float x) => float.Cbrt(x);

    [Differentiable] private static float FloatExp(float x) => float.Exp(x);

    [Differentiable] private static float FloatLog(float x) => float.Log(x);

    [Differentiable] private static float FloatLog2(float x) => float.Log2(x);

    [Differentiable] private static float FloatLog10(float x) => float.Log10(x);

    [Differentiable] private static float FloatSin(float x) => float.Sin(x);

    [Differentiable] private static float FloatCos(float x) => float.Cos(x);

    [Differentiable] private static float FloatTan(float x) => float.Tan(x);

    [Differentiable] private static float FloatAsin(float x) => float.Asin(x);

    [Differentiable] private static float FloatAcos(float x) => float.Acos(x);

    [Differentiable] private static float FloatAtan(float x) => float.Atan(x);

    [Differentiable] private static float FloatSinh(float x) => float.Sinh(x);

    [Differentiable] private static float FloatCosh(float x) => float.Cosh(x);

    [Differentiable] private static float FloatTanh(float x) => float.Tanh(x);

    [Differentiable] private static float FloatAsinh(float x) => float.Asinh(x);

    [Differentiable] private static float FloatAcosh(float x) => float.Acosh(x);

    [Differentiable] private static float FloatAtanh(float x) => float.Atanh(x);

    [Differentiable] private static float FloatReciprocalEstimate(float x) => float.ReciprocalEstimate(x);

    [Differentiable] private static float FloatReciprocalSqrtEstimate(float x) => float.ReciprocalSqrtEstimate(x);

    [Differentiable] private static float FloatAbs(float x) => float.Abs(x);

    [Differentiable] private static float FloatFloor(float x) => float.Floor(x);

    [Differentiable] private static float FloatCeiling(float x) => float.Ceiling(x);

    [Differentiable] private static float FloatTruncate(float x) => float.Truncate(x);

    [Differentiable] private static float FloatRound(float x) => float.Round(x);

    [Differentiable] private static float FloatExp2(float x) => float.Exp2(x);

    [Differentiable] private static float FloatExp10(float x) => float.Exp10(x);

    [Differentiable] private static float FloatExpM1(float x) => float.ExpM1(x);

    [Differentiable] private static float FloatExp2M1(float x) => float.Exp2M1(x);

    [Differentiable] private static float FloatExp10M1(float x) => float.Exp10M1(x);

    [Differentiable] private static float FloatLogP1(float x) => float.LogP1(x);

    [Differentiable] private static float FloatLog2P1(float x) => float.Log2P1(x);

    [Differentiable] private static float FloatLog10P1(float x) => float.Log10P1(x);

    [Differentiable] private static float FloatSinPi(float x) => float.SinPi(x);

    [Differentiable] private static float FloatCosPi(float x) => float.CosPi(x);

    [Differentiable] private static float FloatTanPi(float x) => float.TanPi(x);

    [Differentiable] private static float FloatAsinPi(float x) => float.AsinPi(x);

    [Differentiable] private static float FloatAcosPi(float x) => float.AcosPi(x);

    [Differentiable] private static float FloatAtanPi(float x) => float.AtanPi(x);

    [Differentiable] private static float FloatDegreesToRadians(float x) => float.DegreesToRadians(x);

    [Differentiable] private static float FloatRadiansToDegrees(float x) => float.RadiansToDegrees(x);

    [Differentiable] private static float FloatPow(float x, float y) => float.Pow(x, y);

    [Differentiable] private static float FloatAtan2(float x, float y) => float.Atan2(x, y);

    [Differentiable] private static float FloatMax(float x, float y) => float.Max(x, y);

    [Differentiable] private static float FloatMin(float x, float y) => float.Min(x, y);

    [Differentiable] private static float FloatCopySign(float x, float y) => float.CopySign(x, y);

    [Differentiable] private static float FloatMaxMagnitude(float x, float y) => float.MaxMagnitude(x, y);

    [Differentiable] private static float FloatMinMagnitude(float x, float y) => float.MinMagnitude(x, y);

    [Differentiable] private static float FloatLogBase(float x, float y) => float.Log(x, y);

    [Differentiable] private static float FloatHypot(float x, float y) => float.Hypot(x, y);

    [Differentiable] private static float FloatAtan2Pi(float x, float y) => float.Atan2Pi(x, y);

    [Differentiable] private static float FloatMaxNumber(float x, float y) => float.MaxNumber(x, y);

    [Differentiable] private static float FloatMinNumber(float x, float y) => float.MinNumber(x, y);

    [Differentiable] private static float FloatMaxNative(float x, float y) => float.MaxNative(x, y);

    [Differentiable] private static float FloatMinNative(float x, float y) => float.MinNative(x, y);

    [Differentiable] private static float FloatMaxMagnitudeNumber(float x, float y) => float.MaxMagnitudeNumber(x, y);

    [Differentiable] private static float FloatMinMagnitudeNumber(float x, float y) => float.MinMagnitudeNumber(x, y);

    [Differentiable] private static float FloatIeee754Remainder(float x, float y) => float.Ieee754Remainder(x, y);

    [Differentiable] private static float FloatFusedMultiplyAdd(float x, float y, float z) => float.FusedMultiplyAdd(x, y, z);

    [Differentiable] private static float FloatClamp(float x, float y, float z) => float.Clamp(x, y, z);

    [Differentiable] private static float FloatMultiplyAddEstimate(float x, float y, float z) => float.MultiplyAddEstimate(x, y, z);

    [Differentiable] private static float FloatLerp(float x, float y, float z) => float.Lerp(x, y, z);

    [Differentiable] private static float FloatClampNative(float x, float y, float z) => float.ClampNative(x, y, z);

    [Differentiable] private static float FloatScaleB(float x) => float.ScaleB(x, 3);

    [Differentiable] private static float FloatSineOfBoth(float x) => float.SinCos(x).Sin;

    [Differentiable] private static float FloatCosineOfBoth(float x) => float.SinCos(x).Cos;

    [Differentiable] private static float FloatRoundToDigits(float x) => float.Round(x, 1);

    [Differentiable] private static float FloatRoundDown(float x) => float.Round(x, MidpointRounding.ToNegativeInfinity);

    [Differentiable] private static float FloatRootN(float x) => float.RootN(x, 3);

    [Differentiable] private static float FloatSineOfBothPi(float x) => float.SinCosPi(x).SinPi;

    [Differentiable] private static float FloatCosineOfBothPi(float x) => float.SinCosPi(x).CosPi;

    [Differentiable] private static float FloatCreateChecked(float x) => float.CreateChecked(x);
}
