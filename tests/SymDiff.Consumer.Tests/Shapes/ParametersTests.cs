using System.Numerics.Tensors;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes;

/// <summary>Parameters: chosen, optional, by reference, arrays of every kind as data.</summary>
public partial class ParametersTests
{
    private static readonly double[] s_x = [1, 2, 3, 4];
    private static readonly double[] s_y = [2, 4, 6.5, 8];
    private static readonly float[] s_floats = [1, 2];
    private static readonly Tensor<double> s_tensor = Tensor.Create(s_x);

    internal static Case[] Cases =>
    [
        Case.Of((double a, double c) => Chosen(a, 2, c), (a, c) => ChosenGradient(a, 2, c), (a, c) => ChosenValueAndGradient(a, 2, c)),
        Case.Of((double w) => Optional(w), w => OptionalGradient(w), w => OptionalValueAndGradient(w)),
        Case.Of((double w) => OfArrays(w, s_x, s_y), w => OfArraysGradient(w, s_x, s_y), w => OfArraysValueAndGradient(w, s_x, s_y)),
        Case.Of((double w) => OfSpans(w, s_x, s_y), w => OfSpansGradient(w, s_x, s_y), w => OfSpansValueAndGradient(w, s_x, s_y)),
        Case.Of((double w) => OfSpan(w, s_x), w => OfSpanGradient(w, s_x), w => OfSpanValueAndGradient(w, s_x)),
        Case.Of((double w) => OfTensor(w, s_tensor), w => OfTensorGradient(w, s_tensor), w => OfTensorValueAndGradient(w, s_tensor)),
        Case.Of((double w) => OfTensorFunctions(w, s_tensor), w => OfTensorFunctionsGradient(w, s_tensor), w => OfTensorFunctionsValueAndGradient(w, s_tensor)),
        Case.Of((double w) => OfParams(w, s_x), w => OfParamsGradient(w, s_x), w => OfParamsValueAndGradient(w, s_x)),
        Case.Of((double x) => x.Extended(2), x => x.ExtendedGradient(2), x => x.ExtendedValueAndGradient(2)),
        Case.Of((double x) => OfFlag(x, true), x => OfFlagGradient(x, true), x => OfFlagValueAndGradient(x, true)),
        Case.Of(
            (double w) => OfFloats((float)w, s_floats),
            w => OfFloatsGradient((float)w, s_floats),
            w => OfFloatsValueAndGradient((float)w, s_floats)).Within(1e-2),
    ];

    [Differentiable(nameof(c), nameof(a))] private static double Chosen(double a, double b, double c) => a * b * c;

    [Fact]
    public void Chosen_parameters_come_in_the_order_of_declaration()
    {
        (double a, double c) = ChosenGradient(2, 3, 5);
        Assert.Equal((15, 6), (a, c));
    }

    [Differentiable(nameof(w))] private static double Optional(double w, double scale = 2.5, int n = 3) => w * scale * n;
    [Fact] public void Optional_arguments_stay_optional() => Assert.Equal(7.5, OptionalGradient(1));
    [Fact] public void Named_arguments() => Assert.Equal(20, OptionalGradient(n: 4, w: 1, scale: 5));

    [Differentiable(nameof(w))]
    private static double OfArrays(double w, double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = w * x[i] - y[i];
            sum += error * error;
        }

        return sum / x.Length;
    }

    [Differentiable(nameof(w))]
    private static double OfSpans(double w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = w * x[i] - y[i];
            sum += error * error;
        }

        return sum / x.Length;
    }

    [Fact] public void Arrays_and_spans_agree() => Assert.Equal(OfArraysValueAndGradient(0.7, s_x, s_y), OfSpansValueAndGradient(0.7, s_x, s_y));
    [Fact] public void Nothing_to_average() => Assert.Equal((double.NaN, double.NaN), OfSpansValueAndGradient(1, [], []));
    [Fact] public void Longer_target_is_as_in_the_method() => Assert.Equal(OfSpans(1, [1, 2], [3, 4, 5]), OfSpansValueAndGradient(1, [1, 2], [3, 4, 5]).Value);
    [Fact] public void Shorter_array_throws_what_the_method_throws() => Assert.Throws<IndexOutOfRangeException>(() => OfArraysGradient(1, [1, 2, 3], [4, 5]));
    [Fact] public void Shorter_span_throws_what_the_method_throws() => Assert.Throws<IndexOutOfRangeException>(() => OfSpansGradient(1, [1, 2, 3], [4, 5]));
    [Fact] public void Null_throws_what_the_method_throws() => Assert.Throws<NullReferenceException>(() => OfArraysGradient(1, null!, [4, 5]));
    [Fact] public void NaN_in_the_data() => Assert.Equal((double.NaN, double.NaN), OfSpansValueAndGradient(1, [1, double.NaN], [2, 3]));
    [Fact] public void Infinity_in_the_data() => Assert.Equal((double.PositiveInfinity, double.PositiveInfinity), OfSpansValueAndGradient(1, [1, double.PositiveInfinity], [2, 3]));

    [Differentiable(nameof(w))]
    private static double OfSpan(double w, Span<double> x)
    {
        double sum = 0;
        foreach (double each in x)
        {
            sum += Math.Exp(-w * each);
        }

        return sum;
    }

    [Differentiable(nameof(w))] private static double OfTensor(double w, Tensor<double> x) => Tensor.Sum<double>(w * x * x);
    [Fact] public void Tensors() => Assert.Equal(30, OfTensorGradient(3, s_tensor));

    [Differentiable(nameof(w))]
    private static double OfTensorFunctions(double w, Tensor<double> x)
    {
        Tensor<double> wave = Tensor.Exp<double>(-w * x) * (x + w) / 3.0;
        return Tensor.Max<double>(wave) + Tensor.Average<double>(wave * wave) - Tensor.Min<double>(x - w);
    }

    [Fact] public void Null_tensor_throws_what_the_method_throws() => Assert.Equal(Outcome.Of(() => OfTensor(1, null!)).Exception, Outcome.Of(() => OfTensorGradient(1, null!)).Exception);

    [Differentiable(nameof(w))]
    private static double OfParams(double w, params double[] x)
    {
        double sum = 0;
        foreach (double each in x)
        {
            sum += w * each;
        }

        return sum;
    }

    [Fact] public void Params() => Assert.Equal(6, OfParamsGradient(5, 1, 2, 3));

    [Fact] public void Extension_method() => Assert.Equal(2 * 3 * 5, 3.0.ExtendedGradient(5));

    [Differentiable] private static double OfFlag(double x, bool squared) => squared ? x * x : x;
    [Fact] public void Flag() => Assert.Equal((6, 1), (OfFlagGradient(3, true), OfFlagGradient(3, false)));

    [Differentiable(nameof(w))]
    private static float OfFloats(float w, float[] x)
    {
        float sum = 0;
        foreach (float each in x)
        {
            sum += w * w * each;
        }

        return sum;
    }

    [Fact] public void Floats() => Assert.Equal(18f, OfFloatsGradient(3, [1, 2]));
}

/// <summary>An extension method.</summary>
internal static partial class Extensions
{
    [Differentiable(nameof(x))] public static double Extended(this double x, double scale) => x * x * scale;
}
