#pragma warning disable SYMD0202, SYMD0206 // Steps are among the functions.

using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Functions;

/// <summary>The functions of <c>Math</c>.</summary>
internal static partial class MathFunctions
{
    public static Case[] Cases =>
    [
        Case.Of(MathSqrt, MathSqrtGradient, MathSqrtValueAndGradient),
        Case.Of(MathCbrt, MathCbrtGradient, MathCbrtValueAndGradient),
        Case.Of(MathExp, MathExpGradient, MathExpValueAndGradient),
        Case.Of(MathLog, MathLogGradient, MathLogValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(MathLog2, MathLog2Gradient, MathLog2ValueAndGradient),
        Case.Of(MathLog10, MathLog10Gradient, MathLog10ValueAndGradient),
        Case.Of(MathSin, MathSinGradient, MathSinValueAndGradient),
        Case.Of(MathCos, MathCosGradient, MathCosValueAndGradient),
        Case.Of(MathTan, MathTanGradient, MathTanValueAndGradient),
        Case.Of(MathAsin, MathAsinGradient, MathAsinValueAndGradient),
        Case.Of(MathAcos, MathAcosGradient, MathAcosValueAndGradient),
        Case.Of(MathAtan, MathAtanGradient, MathAtanValueAndGradient),
        Case.Of(MathSinh, MathSinhGradient, MathSinhValueAndGradient),
        Case.Of(MathCosh, MathCoshGradient, MathCoshValueAndGradient),
        Case.Of(MathTanh, MathTanhGradient, MathTanhValueAndGradient),
        Case.Of(MathAsinh, MathAsinhGradient, MathAsinhValueAndGradient),
        Case.Of(MathAcosh, MathAcoshGradient, MathAcoshValueAndGradient),
        Case.Of(MathAtanh, MathAtanhGradient, MathAtanhValueAndGradient),
        Case.Of(MathReciprocalEstimate, MathReciprocalEstimateGradient, MathReciprocalEstimateValueAndGradient).SmoothAt(),
        Case.Of(MathReciprocalSqrtEstimate, MathReciprocalSqrtEstimateGradient, MathReciprocalSqrtEstimateValueAndGradient).SmoothAt(),
        Case.Of(MathAbs, MathAbsGradient, MathAbsValueAndGradient),
        Case.Of(MathFloor, MathFloorGradient, MathFloorValueAndGradient),
        Case.Of(MathCeiling, MathCeilingGradient, MathCeilingValueAndGradient),
        Case.Of(MathTruncate, MathTruncateGradient, MathTruncateValueAndGradient),
        Case.Of(MathRound, MathRoundGradient, MathRoundValueAndGradient),
        Case.Of(MathPow, MathPowGradient, MathPowValueAndGradient).SmoothAt([1.3, 2.4], [0.2, -1.7]),
        Case.Of(MathAtan2, MathAtan2Gradient, MathAtan2ValueAndGradient),
        Case.Of(MathMax, MathMaxGradient, MathMaxValueAndGradient),
        Case.Of(MathMin, MathMinGradient, MathMinValueAndGradient),
        Case.Of(MathCopySign, MathCopySignGradient, MathCopySignValueAndGradient),
        Case.Of(MathMaxMagnitude, MathMaxMagnitudeGradient, MathMaxMagnitudeValueAndGradient),
        Case.Of(MathMinMagnitude, MathMinMagnitudeGradient, MathMinMagnitudeValueAndGradient),
        Case.Of(MathLogBase, MathLogBaseGradient, MathLogBaseValueAndGradient).SmoothAt([1.3, 2.4], [0.2, 3.7]),
        Case.Of(MathIEEERemainder, MathIEEERemainderGradient, MathIEEERemainderValueAndGradient).SmoothAt([5.2, 3.1], [-7.1, 2.3]),
        Case.Of(MathFusedMultiplyAdd, MathFusedMultiplyAddGradient, MathFusedMultiplyAddValueAndGradient),
        Case.Of(MathClamp, MathClampGradient, MathClampValueAndGradient).SmoothAt([0.3, -1.1, 2.2], [-4.2, -1.1, 2.2], [5.1, -1.1, 2.2]),
        Case.Of(MathScaleB, MathScaleBGradient, MathScaleBValueAndGradient),
        Case.Of(MathSineOfBoth, MathSineOfBothGradient, MathSineOfBothValueAndGradient),
        Case.Of(MathCosineOfBoth, MathCosineOfBothGradient, MathCosineOfBothValueAndGradient),
        Case.Of(MathRoundToDigits, MathRoundToDigitsGradient, MathRoundToDigitsValueAndGradient).SmoothAt(),
        Case.Of(MathRoundDown, MathRoundDownGradient, MathRoundDownValueAndGradient),
    ];

    [Differentiable] private static double MathSqrt(double x) => Math.Sqrt(x);

    [Differentiable] private static double MathCbrt(double x) => Math.Cbrt(x);

    [Differentiable] private static double MathExp(double x) => Math.Exp(x);

    [Differentiable] private static double MathLog(double x) => Math.Log(x);

    [Differentiable] private static double MathLog2(double x) => Math.Log2(x);

    [Differentiable] private static double MathLog10(double x) => Math.Log10(x);

    [Differentiable] private static double MathSin(double x) => Math.Sin(x);

    [Differentiable] private static double MathCos(double x) => Math.Cos(x);

    [Differentiable] private static double MathTan(double x) => Math.Tan(x);

    [Differentiable] private static double MathAsin(double x) => Math.Asin(x);

    [Differentiable] private static double MathAcos(double x) => Math.Acos(x);

    [Differentiable] private static double MathAtan(double x) => Math.Atan(x);

    [Differentiable] private static double MathSinh(double x) => Math.Sinh(x);

    [Differentiable] private static double MathCosh(double x) => Math.Cosh(x);

    [Differentiable] private static double MathTanh(double x) => Math.Tanh(x);

    [Differentiable] private static double MathAsinh(double x) => Math.Asinh(x);

    [Differentiable] private static double MathAcosh(double x) => Math.Acosh(x);

    [Differentiable] private static double MathAtanh(double x) => Math.Atanh(x);

    [Differentiable] private static double MathReciprocalEstimate(double x) => Math.ReciprocalEstimate(x);

    [Differentiable] private static double MathReciprocalSqrtEstimate(double x) => Math.ReciprocalSqrtEstimate(x);

    [Differentiable] private static double MathAbs(double x) => Math.Abs(x);

    [Differentiable] private static double MathFloor(double x) => Math.Floor(x);

    [Differentiable] private static double MathCeiling(double x) => Math.Ceiling(x);

    [Differentiable] private static double MathTruncate(double x) => Math.Truncate(x);

    [Differentiable] private static double MathRound(double x) => Math.Round(x);

    [Differentiable] private static double MathPow(double x, double y) => Math.Pow(x, y);

    [Differentiable] private static double MathAtan2(double x, double y) => Math.Atan2(x, y);

    [Differentiable] private static double MathMax(double x, double y) => Math.Max(x, y);

    [Differentiable] private static double MathMin(double x, double y) => Math.Min(x, y);

    [Differentiable] private static double MathCopySign(double x, double y) => Math.CopySign(x, y);

    [Differentiable] private static double MathMaxMagnitude(double x, double y) => Math.MaxMagnitude(x, y);

    [Differentiable] private static double MathMinMagnitude(double x, double y) => Math.MinMagnitude(x, y);

    [Differentiable] private static double MathLogBase(double x, double y) => Math.Log(x, y);

    [Differentiable] private static double MathIEEERemainder(double x, double y) => Math.IEEERemainder(x, y);

    [Differentiable] private static double MathFusedMultiplyAdd(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z);

    [Differentiable] private static double MathClamp(double x, double y, double z) => Math.Clamp(x, y, z);

    [Differentiable] private static double MathScaleB(double x) => Math.ScaleB(x, 3);

    [Differentiable] private static double MathSineOfBoth(double x) => Math.SinCos(x).Sin;

    [Differentiable] private static double MathCosineOfBoth(double x) => Math.SinCos(x).Cos;

    [Differentiable] private static double MathRoundToDigits(double x) => Math.Round(x, 1);

    [Differentiable] private static double MathRoundDown(double x) => Math.Round(x, MidpointRounding.ToNegativeInfinity);
}
