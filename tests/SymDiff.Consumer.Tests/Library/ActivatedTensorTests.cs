using System.Globalization;
using System.Numerics.Tensors;
using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Library;

/// <summary>Activation functions of the library over tensors, called in differentiated methods: slopes against the published definitions, also at the kinks.</summary>
public sealed class ActivatedTensorTests
{
    private static readonly Tensor<double> s_x = Tensor.Create([0.5, -1.25, 2.0, 0.75, -0.25, 1.5], [2, 3]);
    private static readonly Tensor<double> s_y = Tensor.Create([1.5, -0.75, 1.0, 2.75, -1.25, 0.5], [2, 3]);

    private delegate double Derivative(Tensor<double> x, Span<double> gradient);

    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(
            (w, b) => ActivatedTensors.Network(w, b, s_x, s_y), (w, b) => ActivatedTensors.NetworkGradient(w, b, s_x, s_y), (w, b) => ActivatedTensors.NetworkValueAndGradient(w, b, s_x, s_y)),
        Case.Of(w => ActivatedTensors.Learned(w, s_x), w => ActivatedTensors.LearnedGradient(w, s_x), w => ActivatedTensors.LearnedValueAndGradient(w, s_x)),
    ];

    public static TheoryData<string> Functions => [.. Rows.Select(FunctionOf).Distinct()];

    private static IEnumerable<string[]> Rows => ((IEnumerable<object[]>)ActivationTests.Definitions).Select(static row => ((string)row[0]).Split('\t'));

    [Theory, MemberData(nameof(Functions))]
    public void Slopes_are_those_of_the_definition(string function)
    {
        string[][] rows = [.. Rows.Where(row => FunctionOf(row) == function)];
        double[] x = [.. rows.Select(static row => Number(row[2]))];
        double[] gradient = new double[x.Length];
        (Func<Tensor<double>, double> method, Derivative derivative) = Of(function);
        Tensor<double> tensor = Tensor.Create(x, [2, x.Length / 2]);
        Approximately.Equal(method(tensor), derivative(tensor, gradient), 1e-13);
        for (int i = 0; i < x.Length; i++)
        {
            double expected = Number(rows[i][4]);
            Assert.True(Approximately.AreEqual(expected, gradient[i], 1e-13), $"{function} at {x[i]:R}: {gradient[i]:R} instead of {expected:R}");
        }
    }

    [Fact]
    public void In_single_precision()
    {
        float[] x = [-3, -0.5f, 0, 0.25f, 4];
        float[] gradient = new float[5];
        Assert.Equal(ActivatedTensors.SingleGelu(Tensor.Create(x)), ActivatedTensors.SingleGeluValueAndGradient(Tensor.Create(x), gradient), 1e-6f);
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(Activated.SingleGeluGradient(x[i]), gradient[i], 1e-6f);
        }
    }

    [Fact]
    public void No_tensor_throws_what_the_function_throws()
    {
        Assert.Throws<NullReferenceException>(() => ActivatedTensors.Tanh(null!));
        Assert.Throws<NullReferenceException>(() => ActivatedTensors.TanhValueAndGradient(null!, []));
    }

    private static string FunctionOf(string[] row) => $"{row[0]} {row[1]}".TrimEnd();

    private static (Func<Tensor<double>, double> Method, Derivative Derivative) Of(string function) => function switch
    {
        "Relu" => (ActivatedTensors.Relu, ActivatedTensors.ReluValueAndGradient),
        "LeakyRelu" => (ActivatedTensors.LeakyRelu, ActivatedTensors.LeakyReluValueAndGradient),
        "LeakyRelu negativeSlope=0.3" => (ActivatedTensors.SteeperRelu, ActivatedTensors.SteeperReluValueAndGradient),
        "PRelu weight=0.25" => (ActivatedTensors.PRelu, ActivatedTensors.PReluValueAndGradient),
        "Relu6" => (ActivatedTensors.Relu6, ActivatedTensors.Relu6ValueAndGradient),
        "Elu" => (ActivatedTensors.Elu, ActivatedTensors.EluValueAndGradient),
        "Elu alpha=1.5" => (ActivatedTensors.WiderElu, ActivatedTensors.WiderEluValueAndGradient),
        "Celu" => (ActivatedTensors.Celu, ActivatedTensors.CeluValueAndGradient),
        "Celu alpha=1.5" => (ActivatedTensors.WiderCelu, ActivatedTensors.WiderCeluValueAndGradient),
        "Selu" => (ActivatedTensors.Selu, ActivatedTensors.SeluValueAndGradient),
        "Gelu" => (ActivatedTensors.Gelu, ActivatedTensors.GeluValueAndGradient),
        "GeluTanh" => (ActivatedTensors.GeluTanh, ActivatedTensors.GeluTanhValueAndGradient),
        "Silu" => (ActivatedTensors.Silu, ActivatedTensors.SiluValueAndGradient),
        "Mish" => (ActivatedTensors.Mish, ActivatedTensors.MishValueAndGradient),
        "Softplus" => (ActivatedTensors.Softplus, ActivatedTensors.SoftplusValueAndGradient),
        "Softplus beta=2.0;threshold=5.0" => (ActivatedTensors.SharpSoftplus, ActivatedTensors.SharpSoftplusValueAndGradient),
        "Softsign" => (ActivatedTensors.Softsign, ActivatedTensors.SoftsignValueAndGradient),
        "Tanh" => (ActivatedTensors.Tanh, ActivatedTensors.TanhValueAndGradient),
        "Sigmoid" => (ActivatedTensors.Sigmoid, ActivatedTensors.SigmoidValueAndGradient),
        "LogSigmoid" => (ActivatedTensors.LogSigmoid, ActivatedTensors.LogSigmoidValueAndGradient),
        "HardTanh" => (ActivatedTensors.HardTanh, ActivatedTensors.HardTanhValueAndGradient),
        "HardTanh min=-0.75;max=3.0" => (ActivatedTensors.WiderHardTanh, ActivatedTensors.WiderHardTanhValueAndGradient),
        "HardSigmoid" => (ActivatedTensors.HardSigmoid, ActivatedTensors.HardSigmoidValueAndGradient),
        "HardSwish" => (ActivatedTensors.HardSwish, ActivatedTensors.HardSwishValueAndGradient),
        _ => throw new InvalidOperationException($"Unknown function {function}."),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
