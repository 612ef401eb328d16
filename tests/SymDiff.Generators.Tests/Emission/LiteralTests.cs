using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Emission;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Tests.Emission;

public class LiteralTests
{
    private readonly ExpressionGraph graph = new();

    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(2.0, "2.0")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1e20, "1e20")]
    [InlineData(-1.5e300, "-1.5e300")]
    [InlineData(123456789012345.0, "123456789012345.0")]
    [InlineData(double.MaxValue, "1.7976931348623157e308")]
    [InlineData(double.Epsilon, "4.94065645841247e-324")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void Doubles(double value, string text) => Assert.Equal(text, CSharpLiterals.Write(graph.Number(ScalarType.Double, value)).Text);

    [Theory]
    [InlineData(0f, "0f")]
    [InlineData(-0f, "-0f")]
    [InlineData(2f, "2f")]
    [InlineData(0.1f, "0.1f")]
    [InlineData(1f / 3, "0.33333334f")]
    [InlineData(16777216f, "16777216f")]
    [InlineData(1e20f, "1e20f")]
    [InlineData(float.MaxValue, "3.4028235e38f")]
    [InlineData(float.NaN, "float.NaN")]
    [InlineData(float.NegativeInfinity, "float.NegativeInfinity")]
    public void Floats(float value, string text) => Assert.Equal(text, CSharpLiterals.Write(graph.Number(ScalarType.Single, value)).Text);

    [Theory]
    [InlineData(ScalarType.Int32, -5, "-5")]
    [InlineData(ScalarType.Int32, int.MinValue, "int.MinValue")]
    [InlineData(ScalarType.Int64, 5, "5L")]
    [InlineData(ScalarType.Int64, long.MinValue, "long.MinValue")]
    [InlineData(ScalarType.UInt32, 5, "5u")]
    [InlineData(ScalarType.UInt64, -1, "18446744073709551615UL")]
    [InlineData(ScalarType.Byte, 5, "(byte)5")]
    [InlineData(ScalarType.SByte, -5, "(sbyte)-5")]
    [InlineData(ScalarType.Char, 65, "(char)65")]
    public void Integers(ScalarType type, long value, string text) => Assert.Equal(text, CSharpLiterals.Write(graph.Integer(type, value)).Text);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void The_culture_of_the_machine_is_not_seen(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture) { NumberFormat = { NegativeSign = "\u2212", NumberDecimalSeparator = "," } };
            Doubles(-2.5, "-2.5");
            Floats(0.1f, "0.1f");
            Integers(ScalarType.Int32, -5, "-5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_literal_means_the_same_bits_to_the_compiler()
    {
        var random = new Random(1);
        for (int trial = 0; trial < 2000; trial++)
        {
            double number = BitConverter.Int64BitsToDouble(random.NextInt64());
            float single = BitConverter.Int32BitsToSingle(random.Next());
            if (double.IsFinite(number))
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)Parse(graph.Number(ScalarType.Double, number))));
            }

            if (float.IsFinite(single))
            {
                Assert.Equal(BitConverter.SingleToInt32Bits(single), BitConverter.SingleToInt32Bits((float)Parse(graph.Number(ScalarType.Single, single))));
            }
        }
    }

    private static object Parse(Constant constant)
    {
        SyntaxToken token = SyntaxFactory.ParseExpression(CSharpLiterals.Write(constant).Text).GetLastToken();
        return token.Value!;
    }
}
