using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>System.Numerics.Tensors: element by element, without temporaries.</summary>
public sealed class TensorTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        [Differentiable] public static Tensor<float> Forward(float w, Tensor<float> x) => w * x;
        private static float Loss(Tensor<float> y, Tensor<float> yPred) { var e = yPred - y; return Tensor.Average<float>(e * e); }
        [Differentiable(nameof(w))] public static float Objective(float w, Tensor<float> x, Tensor<float> y) => Loss(y, Forward(w, x));

        [Differentiable(nameof(w))] public static double Operators(double w, Tensor<double> x) => Tensor.Sum<double>(-x + w * x - x / w + (2 - x) * (x - 1));
        [Differentiable(nameof(w))] public static double Methods(double w, Tensor<double> x, Tensor<double> y) => Tensor.Sum<double>(Tensor.Add<double>(Tensor.Exp<double>(Tensor.Negate<double>(x)), Tensor.Pow<double>(Tensor.Subtract<double>(x, y), w)));
        [Differentiable(nameof(w))] public static double Reductions(double w, ReadOnlyTensorSpan<double> x, TensorSpan<double> y) => Tensor.Dot<double>(x, y) * w + Tensor.Norm<double>(x) + Tensor.Product<double>(y) + Tensor.Distance<double>(x, y) + Tensor.Max<double>(x) + Tensor.Min<double>(y);
        [Differentiable(nameof(w))] public static double Length(double w, Tensor<double> x) => w / x.FlattenedLength;
        [Differentiable(nameof(w))] public static double Elements(double w, Tensor<double> x) { double s = 0; foreach (double v in w * x) s += v; return s; }
        [Differentiable(nameof(w))] public static double Branches(double w, Tensor<double> x, bool b) { Tensor<double> e = x * w; if (b) e = e + 1; return Tensor.Sum<double>(e); }
        """));

    [Theory]
    [InlineData("Objective", "Divide(Sum(i = 0..%1, from 0f: Multiply(%2, %2)), Single(%1))")]
    [InlineData("Operators", "Multiply(Add(2d, %2), Add(%1, -1d))))")]
    [InlineData("Methods", "Sum(i = 0..Extent(x, 0), from 0d: Add(Exp(Negate(%1)), Pow(Add(%1, Negate(y[i])), w)))")]
    [InlineData("Length", "Divide(w, Double(Int64(Extent(x, 0))))")]
    [InlineData("Elements", "Sum(i = 0..Extent(x, 0), from 0d: Multiply(w, x[i]))")]
    [InlineData("Branches", "Sum(i = 0..Extent(x, 0), from 0d: Select(b, Add(%1, 1d), %1))")]
    public void Becomes(string name, string expected) => Assert.EndsWith(expected, Program.Result(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Objective", "SameShape(x, y)")]
    [InlineData("Methods", "SameShape(x, y)")]
    [InlineData("Reductions", "SameShape(x, y)\nLess(0, Extent(x, 0))\nLess(0, Extent(y, 0))")]
    [InlineData("Elements", "")]
    public void Shapes_that_meet_are_required_to_be_the_same(string name, string expected) => Assert.Equal(expected, Program.Requirements(name));

    [Fact]
    public void A_tensor_as_a_result_is_lifted_for_others_only()
    {
        Assert.Null(Program.Method("Forward").Body);
        Assert.Equal("SYMD0013", Assert.Single(Program.Method("Forward").Problems).Id);
    }
}
