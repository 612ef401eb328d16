using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace SymDiff.Tests;

/// <summary>All activation functions, with all options, against the published definitions, computed elsewhere.</summary>
public sealed class ActivationReferenceTests
{
    private static readonly ImmutableArray<ImmutableDictionary<string, string>> s_rows = Table.Read("Activations.activations.tsv");

    public static TheoryData<string> Names => [.. s_rows.Select(row => row["activation"]).Distinct()];

    [Theory, MemberData(nameof(Names))]
    public void Values_are_those_of_the_definition(string name) => Assert.All(s_rows.Where(row => row["activation"] == name), row =>
    {
        var options = new Options(row["options"]);
        double x = double.Parse(row["x"], CultureInfo.InvariantCulture);
        double expected = double.Parse(row["value"], CultureInfo.InvariantCulture);
        AssertNear(expected, Call(name, x, options), x, 2.2e-16);
        AssertNear(expected, Call(name, (float)x, options), x, 1.2e-7);
    });

    [Theory, MemberData(nameof(Names))]
    public void NaN_stays_NaN(string name)
    {
        Assert.Equal(double.NaN, Call(name, double.NaN, new Options(string.Empty)));
        Assert.Equal(float.NaN, Call(name, float.NaN, new Options(string.Empty)));
    }

    [Fact]
    public void Every_activation_of_numbers_is_here()
        => Assert.Empty(typeof(Activations).GetMethods().Where(method => method.IsStatic && method.ReturnType.IsGenericMethodParameter).Select(method => method.Name).Except(s_rows.Select(row => row["activation"])));

    // Where PyTorch's formula multiplies x with what has been rounded near 1, the error is that of x.
    private static void AssertNear(double expected, double actual, double x, double epsilon)
        => Assert.True(Math.Abs(actual - expected) <= 4 * epsilon * Math.Max(Math.Abs(expected), Math.Abs(x) > 1e-5 ? Math.Min(Math.Abs(x), 8) : 0), $"{actual:R} instead of {expected:R} at {x:R}");

    private static T Call<T>(string name, T x, Options options)
        where T : unmanaged, IFloatingPointIeee754<T>
        => name switch
        {
            "Relu" => Activations.Relu(x),
            "LeakyRelu" => options.Text.Length == 0 ? Activations.LeakyRelu(x) : Activations.LeakyRelu(x, options.Number("negativeSlope", 0)),
            "PRelu" => Activations.PRelu(x, T.CreateChecked(options.Number("weight", 0))),
            "Relu6" => Activations.Relu6(x),
            "Elu" => options.Text.Length == 0 ? Activations.Elu(x) : Activations.Elu(x, options.Number("alpha", 0)),
            "Celu" => options.Text.Length == 0 ? Activations.Celu(x) : Activations.Celu(x, options.Number("alpha", 0)),
            "Selu" => Activations.Selu(x),
            "Gelu" => Activations.Gelu(x),
            "GeluTanh" => Activations.GeluTanh(x),
            "Silu" => Activations.Silu(x),
            "Mish" => Activations.Mish(x),
            "Softplus" => options.Text.Length == 0 ? Activations.Softplus(x) : Activations.Softplus(x, options.Number("beta", 0), options.Number("threshold", 0)),
            "Softsign" => Activations.Softsign(x),
            "Tanh" => Activations.Tanh(x),
            "Sigmoid" => Activations.Sigmoid(x),
            "LogSigmoid" => Activations.LogSigmoid(x),
            "HardTanh" => options.Text.Length == 0 ? Activations.HardTanh(x) : Activations.HardTanh(x, options.Number("min", 0), options.Number("max", 0)),
            "HardSigmoid" => Activations.HardSigmoid(x),
            "HardSwish" => Activations.HardSwish(x),
            _ => throw new InvalidOperationException($"Unknown activation {name}."),
        };
}
