using System.Reflection;
using System.Runtime.CompilerServices;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Tests;
using SymDiff.Symbolics.Tests.Primitives;

namespace SymDiff.Generators.Tests.Primitives;

/// <summary>
/// Each differentiable function of <c>Math</c>, <c>MathF</c>, <c>double</c> and <c>float</c>, from the call in a user's program to the numbers that the
/// generated code yields: found by the front end, written as C# that compiles without a warning, the value bit for bit, the derivatives as the references have them.
/// </summary>
public sealed class EveryFunctionTests : IClassFixture<EveryFunctionTests.Program>
{
    private readonly Program _program;

    public EveryFunctionTests(Program program) => _program = program;

    public static TheoryData<string> Functions => [.. DotNetFunction.All.Select(function => function.Name)];

    [Theory, MemberData(nameof(Functions))]
    public void Generated_code_has_the_value_of_the_function_and_its_derivatives(string name)
    {
        DotNetFunction function = DotNetFunction.All.Single(function => function.Name == name);
        (MethodInfo method, MethodInfo derivative) = (_program.Functions.GetMethod(name)!, _program.Functions.GetMethod($"{name}ValueAndGradient")!);
        int points = 0;
        foreach (Reference point in function.Points)
        {
            object[] arguments = function.ArgumentsAt(point);
            object value = method.Invoke(null, arguments)!;
            var both = (ITuple)derivative.Invoke(null, arguments)!;
            Assert.True(SameBits(value, both[0]!), $"{point}: {value} has become {both[0]}");

            double[] gradient = both[1] is ITuple several ? [.. Enumerable.Range(0, several.Length).Select(i => Convert.ToDouble(several[i]))] : [Convert.ToDouble(both[1])];
            Expected[] expected = [.. point.First.Where((_, k) => !point.Arguments[k].IsInteger)];
            Assert.Equal(expected.Length, gradient.Length);
            for (int k = 0; k < gradient.Length; k++)
            {
                points++;
                double error = Accuracy.Error(gradient[k], expected[k], function.Type);
                Assert.True(error <= Roundings(name, point), $"{point}: derivative {k} is {gradient[k]:R}, not {expected[k]}: {error:G3} units in the last place off");
            }
        }

        Assert.True(points > 0);
    }

    // .NET's roots are powers with a rounded exponent; its float functions round once more than those of double.
    // The rounding of x² is multiplied by x² in e^(−x²).
    private static double Roundings(string name, Reference point) => name.Contains("RootN", StringComparison.Ordinal) ? 64
        : name.Contains("_Erf", StringComparison.Ordinal) ? 8 + (point.Arguments[0].Number * point.Arguments[0].Number) : 8;

    private static bool SameBits(object left, object right) => (left, right) switch
    {
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        (float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b),
        _ => false,
    };

    /// <summary>One program with all of them: compiling is what takes the time.</summary>
    public sealed class Program : IDisposable
    {
        private readonly LoadedProgram _loaded = LoadedProgram.CompileAndLoad(string.Join('\n', DotNetFunction.All.Select(function => function.Source)));

        internal Type Functions => _loaded.Type("Functions");

        public void Dispose() => _loaded.Dispose();
    }
}
