using System.Collections.Immutable;
using System.Reflection;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Tests;

namespace SymDiff.Generators.Tests.Primitives;

/// <summary>A function of .NET that has a derivative, and a method of a test program that does nothing but call it.</summary>
/// <param name="Name">The name of that method.</param>
/// <param name="Method">The function.</param>
/// <param name="Element">Which element of the tuple that the function returns; −1 if it returns a number.</param>
/// <param name="Reference">The function in the tables of references.</param>
internal sealed record DotNetFunction(string Name, MethodInfo Method, int Element, string Reference)
{
    private static readonly ImmutableArray<Type> Owners = [typeof(Math), typeof(MathF), typeof(double), typeof(float), typeof(SymDiff.Numerics.SpecialFunctions)];

    public static ImmutableArray<DotNetFunction> All { get; } =
    [
        .. Owners.SelectMany(owner => owner.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => !method.IsSpecialName && !method.IsGenericMethod)
            .SelectMany((method, ordinal) => Of(method, $"F{ordinal}_{method.DeclaringType!.Name}_{method.Name}")),
    ];

    public ScalarType Type => Method.GetParameters()[0].ParameterType == typeof(float) ? ScalarType.Single : ScalarType.Double;

    public string Source
    {
        get
        {
            System.Reflection.ParameterInfo[] parameters = Method.GetParameters();
            string declared = string.Join(", ", parameters.Select(parameter => $"{Keyword(parameter.ParameterType)} {parameter.Name}"));
            string call = $"{Keyword(Method.DeclaringType!)}.{Method.Name}({string.Join(", ", parameters.Select(parameter => parameter.Name))})";
            string body = Element < 0 ? $"=> {call};" : $$"""{ var (first, second) = {{call}}; return {{(Element == 0 ? "first" : "second")}}; }""";
            return $"[Differentiable] public static {Keyword(parameters[0].ParameterType)} {Name}({declared}) {body}";
        }
    }

    public IEnumerable<Reference> Points => Type == ScalarType.Single
        ? References.SinglePrimitives.Of(Reference).Concat(References.SingleSpecial.Of(Reference))
        : References.Primitives.Of(Reference).Concat(References.Special.Of(Reference));

    /// <summary>A point of the reference, in the types of the parameters.</summary>
    public object[] ArgumentsAt(Reference point)
        => [.. Method.GetParameters().Zip(point.Arguments, (parameter, argument)
            => Convert.ChangeType(argument.Number, parameter.ParameterType, System.Globalization.CultureInfo.InvariantCulture))];

    private static IEnumerable<DotNetFunction> Of(MethodInfo method, string name)
    {
        ImmutableArray<ScalarType> parameters = [.. method.GetParameters().Select(parameter => ScalarOf(parameter.ParameterType))];
        if (parameters.IsEmpty || !parameters[0].IsFloating() || parameters.Contains(ScalarType.None)
            || PrimitiveTable.Find(method.DeclaringType!.FullName!, method.Name, parameters, ScalarOf(method.ReturnType)) is not { } known)
        {
            return [];
        }

        var graph = new ExpressionGraph();
        ImmutableArray<Expression> results = known.Results([.. parameters.Select((type, i) => graph.Parameter($"x{i}", type))]);
        return results.OfType<Apply>()
            .Where(result => result.Scalar.IsFloating() && result.Primitive.Partial is not null)
            .Select((result, i) => new DotNetFunction(results.Length == 1 ? name : $"{name}{i}", method, results.Length == 1 ? -1 : i, ReferenceOf(result.Primitive.Name)));
    }

    private static string ReferenceOf(string primitive) => primitive switch
    {
        "ClampPropagating" => "Clamp",
        "SinCosPi.SinPi" => "SinPi",
        "SinCosPi.CosPi" => "CosPi",
        "Log1p" => "LogP1",
        "Expm1" => "ExpM1",
        _ => primitive,
    };

    private static ScalarType ScalarOf(Type type) => type == typeof(double) ? ScalarType.Double
        : type == typeof(float) ? ScalarType.Single
        : type == typeof(int) ? ScalarType.Int32 : ScalarType.None;

    private static string Keyword(Type type) => type == typeof(double) ? "double" : type == typeof(float) ? "float" : type == typeof(int) ? "int" : type.FullName!;
}
