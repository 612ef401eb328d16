using System.Collections.Immutable;
using SymDiff.Generators.Emission;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Tests.Emission;

public class ResultShapeTests
{
    [Theory]
    [InlineData("double", "w:double")]
    [InlineData("(double w, float b)", "w:double", "b:float")]
    [InlineData("(double @in, double @class)", "in:double", "class:double")]
    [InlineData("(double Item1, double Item02, double ToStringGradient, double RestGradient)", "Item1:double", "Item02:double", "ToString:double", "Rest:double")]
    [InlineData("(double Item2Gradient, double item2, double Item, double Item0)", "Item2:double", "item2:double", "Item:double", "Item0:double")]
    [InlineData("(double RestGradient, double RestGradientGradient)", "RestGradient:double", "Rest:double")]
    public void A_gradient_is_named_after_its_parameters(string type, params string[] parameters)
        => Assert.Equal(type, ResultShape.Gradient([.. parameters.Select(Parameter)]).Type);

    [Fact]
    public void The_value_comes_first()
        => Assert.Equal("(float Value, (double w, double b) Gradient)", ResultShape.ValueAndGradient(ScalarType.Single, ResultShape.Gradient([Parameter("w:double"), Parameter("b:double")])).Type);

    private static ParameterModel Parameter(string declaration)
    {
        string[] parts = declaration.Split(':');
        ScalarType scalar = parts[1] == "double" ? ScalarType.Double : ScalarType.Single;
        return new ParameterModel(parts[0], parts[1], string.Empty, ParameterKind.Scalar, scalar, 0, null);
    }
}
