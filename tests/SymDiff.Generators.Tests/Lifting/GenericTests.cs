using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Calls of generic methods: their bodies mean what the type arguments of the call make of them.</summary>
public sealed class GenericTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        using System;
        using System.Numerics;
        using SymDiff;

        public readonly struct Scaled<T>(T factor) where T : INumber<T>
        {
            public T Factor => factor;
            public static T Twice(T x) => x + x;
        }

        public static class Wide<TOuter>
        {
            public static class Inner<TInner>
            {
                public static int Count;
                public static double Value<T>() => Count;
            }
        }

        public static partial class Calls
        {
            [Differentiable] public static double Squared(double x) => Square(Square(x));
            [Differentiable] public static float InSingle(float x) => Square(x) / Square(x + 1);
            [Differentiable] public static double InBoth(double x) => Square((float)x) * Square(x);
            [Differentiable] public static double OfIntegers(double x, int n) => x * Square(n) * Square((long)n);
            [Differentiable] public static double Constants(double x) => AllConstants<double>() * x;
            [Differentiable] public static float SingleConstants(float x) => AllConstants<float>() * x;
            [Differentiable] public static double Extremes(double x) => x < Largest<double>() && x > Smallest<double>() ? x * Least<double>() : x;
            [Differentiable] public static double Mathematics(double x) => Functions(x);
            [Differentiable] public static float SingleMathematics(float x) => Functions(x);
            [Differentiable] public static double Comparisons(double x, double y) => Compare(x, y) + Compare(y, x) + Compare(x, x);
            [Differentiable] public static double Assignments(double x, int n) => Accumulate(x, n);
            [Differentiable] public static double Reused(double x) => Outer(x, (float)x);
            [Differentiable] public static double OfType(double x) => Scaled<double>.Twice(x) + Scaled<float>.Twice((float)x);
            [Differentiable] public static double Defaults(double x) => WithDefault(x) + WithDefault(x, x * x);
            [Differentiable] public static double LocalFunction(double x) => Within(x);
            [Differentiable] public static double Created(double x, int n) => Create<double>(n) * x + Create<float>(n) + double.CreateChecked(n) + float.CreateSaturating(x);
            [Differentiable] public static double IntegerDivision(double x, int n) => x * Quotient(7, n);
            [Differentiable] public static double StateOfType(double x) => x + Counts<int>();

            private static T Square<T>(T x) where T : INumber<T> => x * x;
            private static T AllConstants<T>() where T : IFloatingPointIeee754<T> => T.One + T.Zero + T.Pi + T.E + T.Tau + T.NegativeOne / (T.One + T.One) + T.CreateChecked(0.1) + T.AdditiveIdentity + T.MultiplicativeIdentity;
            private static T Largest<T>() where T : IMinMaxValue<T> => T.MaxValue;
            private static T Smallest<T>() where T : IMinMaxValue<T> => T.MinValue;
            private static T Least<T>() where T : IFloatingPointIeee754<T> => T.Epsilon;
            private static T Functions<T>(T x) where T : IFloatingPointIeee754<T>
            {
                (T sine, T cosine) = T.SinCos(x);
                return T.Exp(x) * T.Log(x + T.One) - T.Sqrt(T.Abs(x)) + T.Max(x, T.Zero) * T.Pow(x, T.CreateChecked(1.5)) + sine / cosine + T.Hypot(x, T.One) + T.Clamp(x, T.Zero, T.One);
            }

            private static T Compare<T>(T a, T b) where T : INumber<T> => a > b ? a : a >= b ? a * b : a == b ? T.One : a != b && a <= b && a < b ? -a : +b;
            private static T Accumulate<T>(T x, int n) where T : INumber<T>
            {
                T sum = T.Zero;
                for (int i = 0; i < n; i++)
                {
                    sum += x;
                    sum *= x;
                    sum -= T.One / x;
                }

                sum++;
                return sum % (x + T.One);
            }

            private static double Outer<T1, T2>(T1 x, T2 y) where T1 : INumber<T1> where T2 : INumber<T2> => Inner(y, x) * double.CreateChecked(Square(x));
            private static double Inner<T1, T2>(T1 x, T2 y) where T1 : INumber<T1> where T2 : INumber<T2> => double.CreateChecked(Square(x)) - double.CreateChecked(Square(y));
            private static T WithDefault<T>(T x, T y = default!) where T : INumber<T> => x * y + default(T)! + x;
            private static T Within<T>(T x) where T : INumber<T>
            {
                T k = x + T.One;
                return Times(x) + Pair(x, 2.0);

                T Times(T y) => k * y;
                T Pair<TOther>(T y, TOther z) where TOther : INumber<TOther> => y * T.CreateChecked(z);
            }

            private static double Counts<T>() => Wide<T>.Inner<string>.Count + Wide<string>.Inner<T>.Value<double>();
            private static T Create<T>(int n) where T : INumber<T> => T.CreateChecked(n) / T.CreateTruncating(4);
            private static T Quotient<T>(T a, T b) where T : INumber<T> => a / b;
        }
        """));

    [Theory]
    [InlineData("Squared", 1.5)]
    [InlineData("InSingle", 1.5f)]
    [InlineData("InBoth", 1.1)]
    [InlineData("OfIntegers", 1.1, 3)]
    [InlineData("OfIntegers", 1.1, 50000)]
    [InlineData("Constants", 1.1)]
    [InlineData("SingleConstants", 1.1f)]
    [InlineData("Extremes", 1.1)]
    [InlineData("Mathematics", 0.6)]
    [InlineData("SingleMathematics", 0.6f)]
    [InlineData("Comparisons", 2.0, 3.0)]
    [InlineData("Comparisons", 3.0, 2.0)]
    [InlineData("Comparisons", 3.0, double.NaN)]
    [InlineData("Assignments", 1.25, 3)]
    [InlineData("Reused", 1.1)]
    [InlineData("OfType", 1.1)]
    [InlineData("Defaults", 1.1)]
    [InlineData("LocalFunction", 1.1)]
    [InlineData("Created", 1.1, 7)]
    [InlineData("IntegerDivision", 1.1, 2)]
    [InlineData("IntegerDivision", 1.1, 0)]
    public void Agrees(string name, params object[] arguments) => Program.Compare(name, arguments);

    [Fact]
    public void State_of_a_generic_type_is_that_of_the_type_in_the_call()
        => Assert.Equal("Add(x, Add(Double(global::Wide<int>.Inner<string>.Count), Double(global::Wide<string>.Inner<int>.Count)))", Program.Result("StateOfType"));
}
