using System.Globalization;
using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Library;

/// <summary>Activation functions of the library, called in differentiated methods: slopes against the published definitions, also at the kinks.</summary>
public sealed class ActivationTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(Activated.Relu, Activated.ReluGradient, Activated.ReluValueAndGradient),
        Case.Of(Activated.LeakyRelu, Activated.LeakyReluGradient, Activated.LeakyReluValueAndGradient),
        Case.Of(Activated.SteeperRelu, Activated.SteeperReluGradient, Activated.SteeperReluValueAndGradient),
        Case.Of(Activated.PRelu, Activated.PReluGradient, Activated.PReluValueAndGradient),
        Case.Of(Activated.Relu6, Activated.Relu6Gradient, Activated.Relu6ValueAndGradient),
        Case.Of(Activated.Elu, Activated.EluGradient, Activated.EluValueAndGradient),
        Case.Of(Activated.WiderElu, Activated.WiderEluGradient, Activated.WiderEluValueAndGradient),
        Case.Of(Activated.Celu, Activated.CeluGradient, Activated.CeluValueAndGradient),
        Case.Of(Activated.WiderCelu, Activated.WiderCeluGradient, Activated.WiderCeluValueAndGradient),
        Case.Of(Activated.Selu, Activated.SeluGradient, Activated.SeluValueAndGradient),
        Case.Of(Activated.Gelu, Activated.GeluGradient, Activated.GeluValueAndGradient),
        Case.Of(Activated.GeluTanh, Activated.GeluTanhGradient, Activated.GeluTanhValueAndGradient),
        Case.Of(Activated.Silu, Activated.SiluGradient, Activated.SiluValueAndGradient),
        Case.Of(Activated.Mish, Activated.MishGradient, Activated.MishValueAndGradient),
        Case.Of(Activated.Softplus, Activated.SoftplusGradient, Activated.SoftplusValueAndGradient),
        Case.Of(Activated.SharpSoftplus, Activated.SharpSoftplusGradient, Activated.SharpSoftplusValueAndGradient),
        Case.Of(Activated.Softsign, Activated.SoftsignGradient, Activated.SoftsignValueAndGradient),
        Case.Of(Activated.Tanh, Activated.TanhGradient, Activated.TanhValueAndGradient),
        Case.Of(Activated.Sigmoid, Activated.SigmoidGradient, Activated.SigmoidValueAndGradient),
        Case.Of(Activated.LogSigmoid, Activated.LogSigmoidGradient, Activated.LogSigmoidValueAndGradient),
        Case.Of(Activated.HardTanh, Activated.HardTanhGradient, Activated.HardTanhValueAndGradient),
        Case.Of(Activated.WiderHardTanh, Activated.WiderHardTanhGradient, Activated.WiderHardTanhValueAndGradient),
        Case.Of(Activated.HardSigmoid, Activated.HardSigmoidGradient, Activated.HardSigmoidValueAndGradient),
        Case.Of(Activated.HardSwish, Activated.HardSwishGradient, Activated.HardSwishValueAndGradient),
        Case.Of(Activated.SingleGelu, Activated.SingleGeluGradient, Activated.SingleGeluValueAndGradient),
        Case.Of(Activated.SingleMish, Activated.SingleMishGradient, Activated.SingleMishValueAndGradient),
        Case.Of(Activated.SingleElu, Activated.SingleEluGradient, Activated.SingleEluValueAndGradient),
        Case.Of(Activated.Network, Activated.NetworkGradient, Activated.NetworkValueAndGradient),
    ];

    public static TheoryData<string> Definitions
    {
        get
        {
            using var stream = new StreamReader(typeof(ActivationTests).Assembly.GetManifestResourceStream("activations.tsv")!);
            return [.. stream.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        }
    }

    [Theory, MemberData(nameof(Definitions))]
    public void Slopes_are_those_of_the_definition(string reference)
    {
        string[] cells = reference.Split('\t');
        double x = Number(cells[2]);
        Assert.True(Approximately.AreEqual(Number(cells[4]), Slope($"{cells[0]} {cells[1]}".TrimEnd(), x), 1e-13), $"{reference}: {Slope($"{cells[0]} {cells[1]}".TrimEnd(), x):R}");
    }

    [Fact]
    public void The_weight_of_PRelu_is_differentiated_for()
    {
        Assert.Equal((0.5, -2), Activated.PReluGradient(-2, 0.5));
        Assert.Equal((1, 0), Activated.PReluGradient(2, 0.5));
    }

    private static double Slope(string function, double x) => function switch
    {
        "Relu" => Activated.ReluGradient(x),
        "LeakyRelu" => Activated.LeakyReluGradient(x),
        "LeakyRelu negativeSlope=0.3" => Activated.SteeperReluGradient(x),
        "PRelu weight=0.25" => Activated.PReluGradient(x, 0.25).x,
        "Relu6" => Activated.Relu6Gradient(x),
        "Elu" => Activated.EluGradient(x),
        "Elu alpha=1.5" => Activated.WiderEluGradient(x),
        "Celu" => Activated.CeluGradient(x),
        "Celu alpha=1.5" => Activated.WiderCeluGradient(x),
        "Selu" => Activated.SeluGradient(x),
        "Gelu" => Activated.GeluGradient(x),
        "GeluTanh" => Activated.GeluTanhGradient(x),
        "Silu" => Activated.SiluGradient(x),
        "Mish" => Activated.MishGradient(x),
        "Softplus" => Activated.SoftplusGradient(x),
        "Softplus beta=2.0;threshold=5.0" => Activated.SharpSoftplusGradient(x),
        "Softsign" => Activated.SoftsignGradient(x),
        "Tanh" => Activated.TanhGradient(x),
        "Sigmoid" => Activated.SigmoidGradient(x),
        "LogSigmoid" => Activated.LogSigmoidGradient(x),
        "HardTanh" => Activated.HardTanhGradient(x),
        "HardTanh min=-0.75;max=3.0" => Activated.WiderHardTanhGradient(x),
        "HardSigmoid" => Activated.HardSigmoidGradient(x),
        "HardSwish" => Activated.HardSwishGradient(x),
        _ => throw new InvalidOperationException($"Unknown function {function}."),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
