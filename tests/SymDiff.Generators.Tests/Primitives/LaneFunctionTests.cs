using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Tests;

namespace SymDiff.Generators.Tests.Primitives;

/// <summary>
/// Each function in a loop over arrays, that of the value and of the derivatives: where it has a form for lanes, each lane yields what the same loop yields step by
/// step, at the points of the references and at those beyond what is ordinary, for loops of every length at every offset.
/// </summary>
public sealed class LaneFunctionTests : IClassFixture<LaneFunctionTests.Program>
{
    private const int Longest = 100;
    private const int Offsets = 3;

    // Seldom in loops; or, as the remainders, not to be had from a few operations.
    private static readonly string[] stepByStep =
    [
        "AcosPi", "AsinPi", "Atan2Pi", "AtanPi", "CosPi", "Exp10M1", "Exp2M1", "IEEERemainder", "Ieee754Remainder", "Log(x, base)", "Log10P1", "Log2P1",
        "ReciprocalEstimate", "ReciprocalSqrtEstimate", "SinPi", "TanPi",
    ];

    private readonly Program _program;

    public LaneFunctionTests(Program program) => _program = program;

    private delegate double OfDoubles(double[][] arguments, double[][] derivatives, int start, int length);

    private delegate float OfSingles(float[][] arguments, float[][] derivatives, int start, int length);

    public static TheoryData<string> Functions => [.. Loops.Select(function => function.Name)];

    private static DotNetFunction[] Loops { get; } =
        [.. DotNetFunction.All.Where(static function => function.Element < 0 && function.Method.GetParameters().All(parameter => parameter.ParameterType != typeof(int)))];

    [Theory, MemberData(nameof(Functions))]
    public void At_every_point_in_every_lane(string name)
    {
        DotNetFunction function = Loops.Single(function => function.Name == name);
        foreach (Reference point in function.Points.Where(static point => !point.Value.IsException))
        {
            // A register and a part of one.
            double[][] arguments = [.. point.Arguments.Select(static argument => Enumerable.Repeat(argument.Number, 19).ToArray())];
            (double expected, double[][] derivatives) = Call(function, "InOrder", arguments, 0, 19);
            (double actual, double[][] laneDerivatives) = Call(function, "InLanes", arguments, 0, 19);
            AssertClose(expected, actual, function.Type, LosesDigits(function) ? 19 : 1, $"{point}: the value");
            for (int k = 0; k < derivatives.Length; k++)
            {
                for (int i = 0; i < 19; i++)
                {
                    AssertClose(derivatives[k][i], laneDerivatives[k][i], function.Type, 1, $"{point}: derivative {k} in step {i}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void For_every_length_at_every_offset(string name)
    {
        DotNetFunction function = Loops.Single(function => function.Name == name);
        double[][] points = [.. function.Points.Where(static point => IsOrdinary(point)).Select(static point => point.Arguments.Select(static argument => argument.Number).ToArray())];
        Assert.True(points.Length > 1, "no two ordinary points");
        double[][] arguments = [.. Enumerable.Range(0, points[0].Length).Select(k => Enumerable.Range(0, Longest + Offsets).Select(i => points[i % points.Length][k]).ToArray())];
        for (int length = 0; length <= Longest; length++)
        {
            for (int offset = 0; offset < Offsets; offset++)
            {
                (double expected, double[][] derivatives) = Call(function, "InOrder", arguments, offset, length);
                (double actual, double[][] laneDerivatives) = Call(function, "InLanes", arguments, offset, length);

                // Terms of both signs: the greatest is below a thousand.
                AssertClose(expected, actual, function.Type, 1000.0 * (length + 1), $"the sum of {length} from {offset}");
                for (int k = 0; k < derivatives.Length; k++)
                {
                    for (int i = 0; i < Longest + Offsets; i++)
                    {
                        AssertClose(derivatives[k][i], laneDerivatives[k][i], function.Type, 1, $"derivative {k} at {i}, in the loop of {length} from {offset}");
                    }
                }
            }
        }
    }

    // What isn't listed runs in lanes: a row that forgets its form for lanes shows here.
    [Fact]
    public void These_run_step_by_step()
    {
        string[] found = [.. Loops.Where(function => !_program.RunsInLanes(function)).Select(Title).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(stepByStep, found);
    }

    private static string Title(DotNetFunction function)
        => function.Method.Name == "Log" && function.Method.GetParameters().Length == 2 ? "Log(x, base)" : function.Method.Name;

    // .NET takes them as eˣ − 1 and log(1 + x).
    private static bool LosesDigits(DotNetFunction function) => function.Method.Name is "ExpM1" or "LogP1" && function.Method.DeclaringType!.IsPrimitive;

    private static bool IsOrdinary(Reference point)
        => IsSmall(point.Value) && point.First.All(IsSmall) && point.Arguments.All(static argument => double.IsFinite(argument.Number));

    private static bool IsSmall(Expected number) => number.IsNumber && Math.Abs(number.Double) < 1000;

    // Where nothing is written there stays a −7.
    private (double Value, double[][] Derivatives) Call(DotNetFunction function, string how, double[][] arguments, int start, int length)
    {
        string name = $"Functions.{function.Name}{how}";
        if (function.Type == ScalarType.Double)
        {
            double[][] derivatives = [.. arguments.Select(static argument => Enumerable.Repeat(-7.0, argument.Length).ToArray())];
            return (_program.Loaded.Method<OfDoubles>(name)(arguments, derivatives, start, length), derivatives);
        }

        float[][] singles = [.. arguments.Select(static argument => Array.ConvertAll(argument, static number => (float)number))];
        float[][] derivativesOfSingles = [.. arguments.Select(static argument => Enumerable.Repeat(-7f, argument.Length).ToArray())];
        float value = _program.Loaded.Method<OfSingles>(name)(singles, derivativesOfSingles, start, length);
        return (value, [.. derivativesOfSingles.Select(static derivative => Array.ConvertAll(derivative, static number => (double)number))]);
    }

    private static void AssertClose(double expected, double actual, ScalarType type, double scale, string what)
    {
        (double precision, double smallest, double largest) = type == ScalarType.Single ? (1e-5, 1e-42, float.MaxValue) : (1e-14, 1e-320, double.MaxValue);
        bool isClose = expected.Equals(actual) || Math.Abs(expected - actual) <= (precision * Math.Max(scale == 1 ? 0 : scale, Math.Abs(expected))) + smallest

            // One of the two is beyond the largest number by a rounding.
            || (Math.Sign(expected) == Math.Sign(actual) && Math.Abs(expected) > largest * 0.9999 && Math.Abs(actual) > largest * 0.9999);
        Assert.True(isClose, $"{what} is {expected:R} step by step, {actual:R} in lanes");
    }

    /// <summary>One program with all of them: compiling is what takes the time.</summary>
    public sealed class Program : IDisposable
    {
        internal LoadedProgram Loaded { get; } = LoadedProgram.CompileAndLoad(string.Join('\n', Loops.Select(Source)));

        public void Dispose() => Loaded.Dispose();

        internal bool RunsInLanes(DotNetFunction function)
        {
            string text = Loaded.Run.Files.Single(file => file.Key.Contains($"Functions.{function.Name}(", StringComparison.Ordinal)).Value;
            return text.IndexOf("LaneMemory.Load(", text.IndexOf($" {function.Name}ValueAndGradient(", StringComparison.Ordinal), StringComparison.Ordinal) >= 0;
        }

        private static string Source(DotNetFunction function)
        {
            string type = function.Type == ScalarType.Single ? "float" : "double";
            string[] parameters = [.. function.Method.GetParameters().Select(static (_, i) => $"x{i}")];
            string declared = string.Join(", ", parameters.Select(parameter => $"ReadOnlySpan<{type}> {parameter}"));
            string owner = function.Method.DeclaringType == typeof(double) ? "double" : function.Method.DeclaringType == typeof(float) ? "float" : function.Method.DeclaringType!.FullName!;
            string parts = string.Join(
                ", ", parameters.Select(static (_, i) => $"x[{i}].AsSpan(start, length)").Concat(parameters.Select(static (_, i) => $"derivatives[{i}].AsSpan(start, length)")));
            return $$"""
                [Differentiable] public static {{type}} {{function.Name}}({{declared}})
                {
                    {{type}} sum = 0;
                    for (int i = 0; i < x0.Length; i++) { sum += {{owner}}.{{function.Method.Name}}({{string.Join(", ", parameters.Select(static parameter => $"{parameter}[i]"))}}); }
                    return sum;
                }

                [Differentiable(Summation = Summation.Sequential)] public static {{type}} {{function.Name}}Sequential({{declared}}) => {{function.Name}}({{string.Join(", ", parameters)}});

                public static {{type}} {{function.Name}}InLanes({{type}}[][] x, {{type}}[][] derivatives, int start, int length) => {{function.Name}}ValueAndGradient({{parts}});

                public static {{type}} {{function.Name}}InOrder({{type}}[][] x, {{type}}[][] derivatives, int start, int length) => {{function.Name}}SequentialValueAndGradient({{parts}});
                """;
        }
    }
}
