#pragma warning disable SYMD0202, SYMD0206 // Steps are among the functions.

using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Functions;

/// <summary>The static functions of <c>double</c>.</summary>
internal static partial class DoubleFunctions
{
    public static Case[] Cases =>
    [
        Case.Of(DoubleSqrt, DoubleSqrtGradient, DoubleSqrtValueAndGradient),
        Case.Of(DoubleCbrt, DoubleCbrtGradient, DoubleCbrtValueAndGradient),
        Case.Of(DoubleExp, DoubleExpGradient, DoubleExpValueAndGradient),
        Case.Of(DoubleLog, DoubleLogGradient, DoubleLogValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(DoubleLog2, DoubleLog2Gradient, DoubleLog2ValueAndGradient),
        Case.Of(DoubleLog10, DoubleLog10Gradient, DoubleLog10ValueAndGradient),
        Case.Of(DoubleSin, DoubleSinGradient, DoubleSinValueAndGradient),
        Case.Of(DoubleCos, DoubleCosGradient, DoubleCosValueAndGradient),
        Case.Of(DoubleTan, DoubleTanGradient, DoubleTanValueAndGradient),
        Case.Of(DoubleAsin, DoubleAsinGradient, DoubleAsinValueAndGradient),
        Case.Of(DoubleAcos, DoubleAcosGradient, DoubleAcosValueAndGradient),
        Case.Of(DoubleAtan, DoubleAtanGradient, DoubleAtanValueAndGradient),
        Case.Of(DoubleSinh, DoubleSinhGradient, DoubleSinhValueAndGradient),
        Case.Of(DoubleCosh, DoubleCoshGradient, DoubleCoshValueAndGradient),
        Case.Of(DoubleTanh, DoubleTanhGradient, DoubleTanhValueAndGradient),
        Case.Of(DoubleAsinh, DoubleAsinhGradient, DoubleAsinhValueAndGradient),
        Case.Of(DoubleAcosh, DoubleAcoshGradient, DoubleAcoshValueAndGradient),
        Case.Of(DoubleAtanh, DoubleAtanhGradient, DoubleAtanhValueAndGradient),
        Case.Of(DoubleReciprocalEstimate, DoubleReciprocalEstimateGradient, DoubleReciprocalEstimateValueAndGradient).SmoothAt(),
        Case.Of(DoubleReciprocalSqrtEstimate, DoubleReciprocalSqrtEstimateGradient, DoubleReciprocalSqrtEstimateValueAndGradient).SmoothAt(),
        Case.Of(DoubleAbs, DoubleAbsGradient, DoubleAbsValueAndGradient),
        Case.Of(DoubleFloor, DoubleFloorGradient, DoubleFloorValueAndGradient),
        Case.Of(DoubleCeiling, DoubleCeilingGradient, DoubleCeilingValueAndGradient),
        Case.Of(DoubleTruncate, DoubleTruncateGradient, DoubleTruncateValueAndGradient),
        Case.Of(DoubleRound, DoubleRoundGradient, DoubleRoundValueAndGradient),
        Case.Of(DoubleExp2, DoubleExp2Gradient, DoubleExp2ValueAndGradient),
        Case.Of(DoubleExp10, DoubleExp10Gradient, DoubleExp10ValueAndGradient),
        Case.Of(DoubleExpM1, DoubleExpM1Gradient, DoubleExpM1ValueAndGradient),
        Case.Of(DoubleExp2M1, DoubleExp2M1Gradient, DoubleExp2M1ValueAndGradient),
        Case.Of(DoubleExp10M1, DoubleExp10M1Gradient, DoubleExp10M1ValueAndGradient),
        Case.Of(DoubleLogP1, DoubleLogP1Gradient, DoubleLogP1ValueAndGradient),
        Case.Of(DoubleLog2P1, DoubleLog2P1Gradient, DoubleLog2P1ValueAndGradient),
        Case.Of(DoubleLog10P1, DoubleLog10P1Gradient, DoubleLog10P1ValueAndGradient),
        Case.Of(DoubleSinPi, DoubleSinPiGradient, DoubleSinPiValueAndGradient),
        Case.Of(DoubleCosPi, DoubleCosPiGradient, DoubleCosPiValueAndGradient),
        Case.Of(DoubleTanPi, DoubleTanPiGradient, DoubleTanPiValueAndGradient),
        Case.Of(DoubleAsinPi, DoubleAsinPiGradient, DoubleAsinPiValueAndGradient),
        Case.Of(DoubleAcosPi, DoubleAcosPiGradient, DoubleAcosPiValueAndGradient),
        Case.Of(DoubleAtanPi, DoubleAtanPiGradient, DoubleAtanPiValueAndGradient),
        Case.Of(DoubleDegreesToRadians, DoubleDegreesToRadiansGradient, DoubleDegreesToRadiansValueAndGradient),
        Case.Of(DoubleRadiansToDegrees, DoubleRadiansToDegreesGradient, DoubleRadiansToDegreesValueAndGradient),
        Case.Of(DoublePow, DoublePowGradient, DoublePowValueAndGradient).SmoothAt([1.3, 2.4], [0.2, -1.7]),
        Case.Of(DoubleAtan2, DoubleAtan2Gradient, DoubleAtan2ValueAndGradient),
        Case.Of(DoubleMax, DoubleMaxGradient, DoubleMaxValueAndGradient),
        Case.Of(DoubleMin, DoubleMinGradient, DoubleMinValueAndGradient),
        Case.Of(DoubleCopySign, DoubleCopySignGradient, DoubleCopySignValueAndGradient),
        Case.Of(DoubleMaxMagnitude, DoubleMaxMagnitudeGradient, DoubleMaxMagnitudeValueAndGradient),
        Case.Of(DoubleMinMagnitude, DoubleMinMagnitudeGradient, DoubleMinMagnitudeValueAndGradient),
        Case.Of(DoubleLogBase, DoubleLogBaseGradient, DoubleLogBaseValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(DoubleHypot, DoubleHypotGradient, DoubleHypotValueAndGradient),
        Case.Of(DoubleAtan2Pi, DoubleAtan2PiGradient, DoubleAtan2PiValueAndGradient),
        Case.Of(DoubleMaxNumber, DoubleMaxNumberGradient, DoubleMaxNumberValueAndGradient),
        Case.Of(DoubleMinNumber, DoubleMinNumberGradient, DoubleMinNumberValueAndGradient),
        Case.Of(DoubleMaxNative, DoubleMaxNativeGradient, DoubleMaxNativeValueAndGradient),
        Case.Of(DoubleMinNative, DoubleMinNativeGradient, DoubleMinNativeValueAndGradient),
        Case.Of(DoubleMaxMagnitudeNumber, DoubleMaxMagnitudeNumberGradient, DoubleMaxMagnitudeNumberValueAndGradient),
        Case.Of(DoubleMinMagnitudeNumber, DoubleMinMagnitudeNumberGradient, DoubleMinMagnitudeNumberValueAndGradient),
        Case.Of(DoubleIeee754Remainder, DoubleIeee754RemainderGradient, DoubleIeee754RemainderValueAndGradient).SmoothAt([5.2, 3.1], [-7.1, 2.3]),
        Case.Of(DoubleFusedMultiplyAdd, DoubleFusedMultiplyAddGradient, DoubleFusedMultiplyAddValueAndGradient),
        Case.Of(DoubleClamp, DoubleClampGradient, DoubleClampValueAndGradient).SmoothAt([0.3, -1.1, 2.2], [-4.2, -1.1, 2.2], [5.1, -1.1, 2.2]),
        Case.Of(DoubleMultiplyAddEstimate, DoubleMultiplyAddEstimateGradient, DoubleMultiplyAddEstimateValueAndGradient),
        Case.Of(DoubleLerp, DoubleLerpGradient, DoubleLerpValueAndGradient),
        Case.Of(DoubleClampNative, DoubleClampNativeGradient, DoubleClampNativeValueAndGradient).SmoothAt([0.3, -1.1, 2.2], [-4.2, -1.1, 2.2], [5.1, -1.1, 2.2]),
        Case.Of(DoubleScaleB, DoubleScaleBGradient, DoubleScaleBValueAndGradient),
        Case.Of(DoubleSineOfBoth, DoubleSineOfBothGradient, DoubleSineOfBothValueAndGradient),
        Case.Of(DoubleCosineOfBoth, DoubleCosineOfBothGradient, DoubleCosineOfBothValueAndGradient),
        Case.Of(DoubleRoundToDigits, DoubleRoundToDigitsGradient, DoubleRoundToDigitsValueAndGradient).SmoothAt(),
        Case.Of(DoubleRoundDown, DoubleRoundDownGradient, DoubleRoundDownValueAndGradient),
        Case.Of(DoubleRootN, DoubleRootNGradient, DoubleRootNValueAndGradient),
        Case.Of(DoubleSineOfBothPi, DoubleSineOfBothPiGradient, DoubleSineOfBothPiValueAndGradient),
        Case.Of(DoubleCosineOfBothPi, DoubleCosineOfBothPiGradient, DoubleCosineOfBothPiValueAndGradient),
        Case.Of(DoubleCreateChecked, DoubleCreateCheckedGradient, DoubleCreateCheckedValueAndGradient),
    ];

    [Differentiable] private static double DoubleSqrt(double x) => double.Sqrt(x);

    [Differentiable] private static double DoubleCbrt(double x) => double.Cbrt(x);

    [Differentiable] private static double DoubleExp(double x) => double.Exp(x);

    [Differentiable] private static double DoubleLog(double x) => double.Log(x);

    [Differentiable] private static double DoubleLog2(double x) => double.Log2(x);

    [Differentiable] private static double DoubleLog10(double x) => double.Log10(x);

    [Differentiable] private static double DoubleSin(double x) => double.Sin(x);

    [Differentiable] private static double DoubleCos(double x) => double.Cos(x);

    [Differentiable] private static double DoubleTan(double x) => double.Tan(x);

    [Differentiable] private static double DoubleAsin(double x) => double.Asin(x);

    [Differentiable] private static double DoubleAcos(double x) => double.Acos(x);

    [Differentiable] private static double DoubleAtan(double x) => double.Atan(x);

    [Differentiable] private static double DoubleSinh(double x) => double.Sinh(x);

    [Differentiable] private static double DoubleCosh(double x) => double.Cosh(x);

    [Differentiable] private static double DoubleTanh(double x) => double.Tanh(x);

    [Differentiable] private static double DoubleAsinh(double x) => double.Asinh(x);

    [Differentiable] private static double DoubleAcosh(double x) => double.Acosh(x);

    [Differentiable] private static double DoubleAtanh(double x) => double.Atanh(x);

    [Differentiable] private static double DoubleReciprocalEstimate(double x) => double.ReciprocalEstimate(x);

    [Differentiable] private static double DoubleReciprocalSqrtEstimate(double x) => double.ReciprocalSqrtEstimate(x);

    [Differentiable] private static double DoubleAbs(double x) => double.Abs(x);

    [Differentiable] private static double DoubleFloor(double x) => double.Floor(x);

    [Differentiable] private static double DoubleCeiling(double x) => double.Ceiling(x);

    [Differentiable] private static double DoubleTruncate(double x) => double.Truncate(x);

    [Differentiable] private static double DoubleRound(double x) => double.Round(x);

    [Differentiable] private static double DoubleExp2(double x) => double.Exp2(x);

    [Differentiable] private static double DoubleExp10(double x) => double.Exp10(x);

    [Differentiable] private static double DoubleExpM1(double x) => double.ExpM1(x);

    [Differentiable] private static double DoubleExp2M1(double x) => double.Exp2M1(x);

    [Differentiable] private static double DoubleExp10M1(double x) => double.Exp10M1(x);

    [Differentiable] private static double DoubleLogP1(double x) => double.LogP1(x);

    [Differentiable] private static double DoubleLog2P1(double x) => double.Log2P1(x);

    [Differentiable] private static double DoubleLog10P1(double x) => double.Log10P1(x);

    [Differentiable] private static double DoubleSinPi(double x) => double.SinPi(x);

    [Differentiable] private static double DoubleCosPi(double x) => double.CosPi(x);

    [Differentiable] private static double DoubleTanPi(double x) => double.TanPi(x);

    [Differentiable] private static double DoubleAsinPi(double x) => double.AsinPi(x);

    [Differentiable] private static double DoubleAcosPi(double x) => double.AcosPi(x);

    [Differentiable] private static double DoubleAtanPi(double x) => double.AtanPi(x);

    [Differentiable] private static double DoubleDegreesToRadians(double x) => double.DegreesToRadians(x);

    [Differentiable] private static double DoubleRadiansToDegrees(double x) => double.RadiansToDegrees(x);

    [Differentiable] private static double DoublePow(double x, double y) => double.Pow(x, y);

    [Differentiable] private static double DoubleAtan2(double x, double y) => double.Atan2(x, y);

    [Differentiable] private static double DoubleMax(double x, double y) => double.Max(x, y);

    [Differentiable] private static double DoubleMin(double x, double y) => double.Min(x, y);

    [Differentiable] private static double DoubleCopySign(double x, double y) => double.CopySign(x, y);

    [Differentiable] private static double DoubleMaxMagnitude(double x, double y) => double.MaxMagnitude(x, y);

    [Differentiable] private static double DoubleMinMagnitude(double x, double y) => double.MinMagnitude(x, y);

    [Differentiable] private static double DoubleLogBase(double x, double y) => double.Log(x, y);

    [Differentiable] private static double DoubleHypot(double x, double y) => double.Hypot(x, y);

    [Differentiable] private static double DoubleAtan2Pi(double x, double y) => double.Atan2Pi(x, y);

    [Differentiable] private static double DoubleMaxNumber(double x, double y) => double.MaxNumber(x, y);

    [Differentiable] private static double DoubleMinNumber(double x, double y) => double.MinNumber(x, y);

    [Differentiable] private static double DoubleMaxNative(double x, double y) => double.MaxNative(x, y);

    [Differentiable] private static double DoubleMinNative(double x, double y) => double.MinNative(x, y);

    [Differentiable] private static double DoubleMaxMagnitudeNumber(double x, double y) => double.MaxMagnitudeNumber(x, y);

    [Differentiable] private static double DoubleMinMagnitudeNumber(double x, double y) => double.MinMagnitudeNumber(x, y);

    [Differentiable] private static double DoubleIeee754Remainder(double x, double y) => double.Ieee754Remainder(x, y);

    [Differentiable] private static double DoubleFusedMultiplyAdd(double x, double y, double z) => double.FusedMultiplyAdd(x, y, z);

    [Differentiable] private static double DoubleClamp(double x, double y, double z) => double.Clamp(x, y, z);

    [Differentiable] private static double DoubleMultiplyAddEstimate(double x, double y, double z) => double.MultiplyAddEstimate(x, y, z);

    [Differentiable] private static double DoubleLerp(double x, double y, double z) => double.Lerp(x, y, z);

    [Differentiable] private static double DoubleClampNative(double x, double y, double z) => double.ClampNative(x, y, z);

    [Differentiable] private static double DoubleScaleB(double x) => double.ScaleB(x, 3);

    [Differentiable] private static double DoubleSineOfBoth(double x) => double.SinCos(x).Sin;

    [Differentiable] private static double DoubleCosineOfBoth(double x) => double.SinCos(x).Cos;

    [Differentiable] private static double DoubleRoundToDigits(double x) => double.Round(x, 1);

    [Differentiable] private static double DoubleRoundDown(double x) => double.Round(x, MidpointRounding.ToNegativeInfinity);

    [Differentiable] private static double DoubleRootN(double x) => double.RootN(x, 3);

    [Differentiable] private static double DoubleSineOfBothPi(double x) => double.SinCosPi(x).SinPi;

    [Differentiable] private static double DoubleCosineOfBothPi(double x) => double.SinCosPi(x).CosPi;

    [Differentiable] private static double DoubleCreateChecked(double x) => double.CreateChecked(x);
}
