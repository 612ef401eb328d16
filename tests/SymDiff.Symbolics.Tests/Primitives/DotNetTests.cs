using System.Collections.Immutable;
using System.Reflection;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>The table against the functions of the .NET that runs: none is forgotten, and each row is the method that it says it is.</summary>
public class DotNetTests
{
    private static readonly ImmutableArray<Type> Owners = [typeof(Math), typeof(MathF), typeof(double), typeof(float)];

    private static readonly Dictionary<Type, ScalarType> Scalars = new()
    {
        [typeof(sbyte)] = ScalarType.SByte,
        [typeof(byte)] = ScalarType.Byte,
        [typeof(short)] = ScalarType.Int16,
        [typeof(ushort)] = ScalarType.UInt16,
        [typeof(int)] = ScalarType.Int32,
        [typeof(uint)] = ScalarType.UInt32,
        [typeof(long)] = ScalarType.Int64,
        [typeof(ulong)] = ScalarType.UInt64,
        [typeof(float)] = ScalarType.Single,
        [typeof(double)] = ScalarType.Double,
        [typeof(MidpointRounding)] = ScalarType.None,
    };

    // Steps of one bit aren't arithmetic; text isn't numbers; a 128-bit product has no type here; out parameters and operators aren't calls of functions.
    private static readonly ImmutableArray<string> Refused = ["BitIncrement", "BitDecrement", "Parse", "TryParse"];

    public static TheoryData<string> Methods => [.. Owners.SelectMany(MethodsOf).Select(Describe)];

    [Theory, MemberData(nameof(Methods))]
    public void Each_function_of_DotNet_is_known_or_refused(string description)
    {
        MethodInfo method = Owners.SelectMany(MethodsOf).Single(method => Describe(method) == description);
        Assert.Equal(!Refused.Contains(method.Name), Find(method) is not null);
    }

    [Theory, MemberData(nameof(Methods))]
    public void What_a_method_means_is_what_it_does(string description)
    {
        MethodInfo method = Owners.SelectMany(MethodsOf).Single(method => Describe(method) == description);
        if (Find(method) is not { } known)
        {
            return;
        }

        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        foreach (object[] arguments in Points(method, parameters))
        {
            var graph = new ExpressionGraph();
            (Symbol Symbol, Value Value)[] environment = [.. arguments.Select((argument, i) => (graph.Parameter($"x{i}", ValueOf(argument).Type), ValueOf(argument)))];
            ImmutableArray<Expression> results = known.Results([.. environment.Select(pair => pair.Symbol)]);
            string call = $"{description} at {string.Join("; ", arguments)}";
            object? right = Invoke(method, arguments);
            if (right is null)
            {
                Assert.ThrowsAny<SystemException>(() => Interpreter.Evaluate(results[0], environment));
                continue;
            }

            object[] expected = right is System.Runtime.CompilerServices.ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]!)] : [right];
            Assert.Equal(expected.Length, results.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(ValueOf(expected[i]).Type, results[i].Type);
                AssertSame(ValueOf(expected[i]), Interpreter.Evaluate(results[i], environment), method, call);
            }
        }
    }

    [Fact]
    public void Each_row_is_a_method_that_exists()
        => Assert.All(PrimitiveTable.All.Except(Specials.Rows).SelectMany(row => row.Methods.Select(method => (row, method))), entry =>
        {
            string[] name = entry.method.Split('.');
            Type owner = Owners.Single(type => type.Name == name[0]);
            Assert.Contains(MethodsOf(owner), method => method.Name == name[1] && ReferenceEquals(Find(method)?.Primitive, entry.row));
        });

    [Theory]
    [InlineData("System.Math", "Sin", new[] { ScalarType.Int32 })]
    [InlineData("System.Math", "Sine", new[] { ScalarType.Double })]
    [InlineData("MyProgram.Math", "Sin", new[] { ScalarType.Double })]
    [InlineData("Math", "Sin", new[] { ScalarType.Double })]
    [InlineData("System.Math", "Sin", new[] { ScalarType.Double, ScalarType.Double })]
    [InlineData("System.Convert", "ToString", new[] { ScalarType.Double })]
    public void Other_methods_are_unknown(string type, string method, ScalarType[] parameters)
        => Assert.Null(PrimitiveTable.Find(type, method, [.. parameters]));

    [Theory, InlineData(2.5, 2), InlineData(3.5, 4), InlineData(-2.5, -2), InlineData(2147483647.49, 2147483647)]
    public void Convert_to_int_rounds_to_even(double x, int rounded)
    {
        Assert.Equal(rounded, Convert.ToInt32(x));
        (Symbol symbol, Expression converted) = ConvertToInt32();
        Assert.Equal(rounded, Interpreter.Evaluate(converted, (symbol, x)).Number);
    }

    [Theory, InlineData(2147483647.5), InlineData(-2147483648.6), InlineData(double.NaN), InlineData(1e300)]
    public void Convert_to_int_throws_where_the_result_does_not_fit(double x)
    {
        Assert.Throws<OverflowException>(() => Convert.ToInt32(x));
        (Symbol symbol, Expression converted) = ConvertToInt32();
        Assert.Throws<OverflowException>(() => Interpreter.Evaluate(converted, (symbol, x)));
    }

    private static (Symbol Symbol, Expression Expression) ConvertToInt32()
    {
        Symbol x = new ExpressionGraph().Parameter("x", ScalarType.Double);
        return (x, PrimitiveTable.Find("System.Convert", "ToInt32", [ScalarType.Double])!.Results([x])[0]);
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type owner)
        => owner.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => !method.IsSpecialName && !method.IsGenericMethod)
            .Where(method => method.GetParameters().All(parameter => Scalars.ContainsKey(parameter.ParameterType)) || Refused.Contains(method.Name))
            .Where(method => !method.ReturnType.Name.EndsWith("Int128", StringComparison.Ordinal));

    private static string Describe(MethodInfo method)
        => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType))})";

    private static KnownMethod? Find(MethodInfo method)
    {
        ScalarType[] parameters = [.. method.GetParameters().Select(parameter => Scalars.GetValueOrDefault(parameter.ParameterType))];
        return PrimitiveTable.Find(method.DeclaringType!.FullName!, method.Name, [.. parameters], Scalars.GetValueOrDefault(method.ReturnType));
    }

    private static object? Invoke(MethodInfo method, object[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static Value ValueOf(object number) => number switch
    {
        double x => x,
        float x => x,
        bool x => x,
        ulong x => x,
        MidpointRounding mode => (int)mode,
        _ => Value.Of(Scalars[number.GetType()], Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture)),
    };

    // Exact where the function is; else within what implementations differ by.
    private static void AssertSame(Value expected, Value actual, MethodInfo method, string call)
    {
        ScalarType type = expected.Type.Scalar;
        if (!type.IsFloating())
        {
            Assert.True(expected.Payload == actual.Payload, $"{call} is {expected}, not {actual}");
            return;
        }

        bool isEstimate = method.Name.StartsWith("Reciprocal", StringComparison.Ordinal);
        double roundings = method.Name == "RootN" ? 64 : 4;
        double relative = isEstimate ? 0.01 : roundings * (type == ScalarType.Single ? 1.2e-7 : 2.3e-16);

        // exp(x) − 1 and log(1 + x) is what .NET calculates there, with the cancellation that these functions are made to avoid.
        double size = method.Name.EndsWith("M1", StringComparison.Ordinal) || method.Name.EndsWith("P1", StringComparison.Ordinal) ? 1
            : isEstimate && type == ScalarType.Single ? 1e-35 : 16 * Accuracy.SmallestNormal(type);
        Assert.True(
            expected.Number.Equals(actual.Number) || Math.Abs(expected.Number - actual.Number) <= Math.Max(Math.Abs(expected.Number), size) * relative,
            $"{call} is {expected}, not {actual}");
    }

    [Fact]
    public void One_row_has_the_same_bits_on_all_types_that_offer_it()
    {
        var random = new Random(5);
        double[] edges = [0, -0.0, 1, -1, 2.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5e-324, 1e308];
        object Number(Type type) => type == typeof(int) ? random.Next(0, 6)
            : type == typeof(MidpointRounding) ? (MidpointRounding)random.Next(0, 5)
            : Convert.ChangeType(random.Next(5) == 0 ? edges[random.Next(edges.Length)]
                : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 9)), type, System.Globalization.CultureInfo.InvariantCulture);
        var groups = Owners.SelectMany(MethodsOf)
            .Where(method => method.GetParameters()[0].ParameterType is { } first && (first == typeof(double) || first == typeof(float)))
            .GroupBy(method => (Find(method)?.Primitive, method.GetParameters()[0].ParameterType));
        foreach (IGrouping<(Primitive? Primitive, Type Type), MethodInfo> group in groups.Where(group => group.Key.Primitive is not null && group.Count() > 1))
        {
            for (int i = 0; i < 300; i++)
            {
                object[] arguments = [.. group.First().GetParameters().Select(parameter => Number(parameter.ParameterType))];
                Assert.Single(group.Select(method => Invoke(method, arguments) is { } result ? ValueOf(result).Payload : (long?)null).Distinct());
            }
        }
    }

    private static IEnumerable<object[]> Points(MethodInfo method, Type[] parameters)
    {
        IEnumerable<object[]> points = [[]];
        foreach (Type parameter in parameters)
        {
            object[] samples = [.. Samples(parameter, isExponent: method.Name is "RootN" or "ScaleB", isThinned: parameters.Length > 2)];
            points = [.. points.SelectMany(point => samples.Select(sample => (object[])[.. point, sample]))];
        }

        return points;
    }

    private static IEnumerable<object> Samples(Type type, bool isExponent, bool isThinned)
    {
        double[] few = [0, -0.0, 0.3, -2.5, 1234.5678, 1e300, 1e-300, double.PositiveInfinity, double.NaN];
        double[] reals = isThinned ? few :
        [
            0, -0.0, 0.3, -0.3, 0.5, 1, -1, 1.5, 2.5, -2.5, 3, 8, -7.25, 1e-5, 1234.5678, -1e10, 1e300, 1e-300, 5e-324, 1e38,
            double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        ];
        long[] integers = isExponent ? [-3, -2, -1, 0, 1, 2, 3, 5] : [long.MinValue, int.MinValue, -128, -3, -1, 0, 1, 2, 7, 15, 127, 255, int.MaxValue, long.MaxValue];
        return type == typeof(double) ? reals.Cast<object>()
            : type == typeof(float) ? reals.Select(number => (object)(float)number)
            : type == typeof(MidpointRounding) ? Enum.GetValues<MidpointRounding>().Cast<object>().Append((MidpointRounding)7)
            : integers.Select(number => Integer(type, number)).Distinct();
    }

    private static object Integer(Type type, long number) => type == typeof(ulong) ? (ulong)number
        : Convert.ChangeType(Scalars[type].Wrap(number), type, System.Globalization.CultureInfo.InvariantCulture);
}
