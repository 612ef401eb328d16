using System.Linq.Expressions;
using System.Reflection;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>Calls by reflection, in which arrays stand for spans, since a span can't be an object.</summary>
internal static class SpanCall
{
    public static bool Accepts(MethodInfo method, object?[] arguments)
    {
        System.Reflection.ParameterInfo[] parameters = method.GetParameters();
        return parameters.Length == arguments.Length && parameters.Zip(arguments, Accepts).All(accepts => accepts);
    }

    public static object? Invoke(MethodInfo method, object?[] arguments)
    {
        IEnumerable<Expression> passed = method.GetParameters().Zip(arguments, (parameter, argument) => Pass(parameter.ParameterType, argument));
        Expression call = Expression.Call(method, passed);
        return method.ReturnType == typeof(void)
            ? Expression.Lambda<Func<object?>>(Expression.Block(call, Expression.Constant(null))).Compile()()
            : Expression.Lambda<Func<object?>>(Expression.Convert(call, typeof(object))).Compile()();
    }

    private static bool Accepts(System.Reflection.ParameterInfo parameter, object? argument)
    {
        Type type = parameter.ParameterType;
        return argument is null ? !type.IsValueType : type.IsInstanceOfType(argument) || SpanOf(type) is { } element && argument.GetType() == element.MakeArrayType();
    }

    private static Expression Pass(Type type, object? argument) => SpanOf(type) is { } element
        ? Expression.New(type.GetConstructor([element.MakeArrayType()])!, Expression.Constant(argument, element.MakeArrayType()))
        : Expression.Constant(argument, type);

    private static Type? SpanOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Span<>) || definition == typeof(ReadOnlySpan<>))
            ? type.GetGenericArguments()[0]
            : null;
}
