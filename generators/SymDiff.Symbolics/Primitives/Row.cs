using System;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The slope of a function of one argument x, of which y is the value, so that it can be used again.</summary>
internal delegate Expression? UnarySlope(Expression x, Expression y);

/// <summary>A partial derivative of a function of two arguments a and b, of which y is the value.</summary>
internal delegate Expression? BinarySlope(Expression a, Expression b, Expression y);

/// <summary>A partial derivative of a function of three arguments, of which y is the value.</summary>
internal delegate Expression? TernarySlope(Expression a, Expression b, Expression c, Expression y);

/// <summary>
/// The forms that most rows have: a function that .NET offers under its name on <c>Math</c>, <c>MathF</c>, <c>double</c> and <c>float</c>. What is
/// different about a row is said with <c>with</c>.
/// </summary>
internal static class Row
{
    public static Primitive Unary(string name, UnarySlope? slope, Func<double, double> evaluate, string mathematics, int cost = 10) => new Primitive
    {
        Name = name,
        Takes = [Operand.Real],
        Partial = slope is null ? null : (y, _) => slope(y.Arguments[0], y),
        Evaluate = args => evaluate(args[0]),
        CSharp = Call("{M}", name, 1),
        Mathematics = Notation.Closed(mathematics),
        Cost = cost,
    }.OnMathToo();

    public static Primitive Binary(
        string name, BinarySlope? slopeA, BinarySlope? slopeB, Func<double, double, double> evaluate, string mathematics, int cost = 10) => new Primitive
    {
        Name = name,
        Takes = [Operand.Real, Operand.Real],
        Partial = (y, k) => (k == 0 ? slopeA : slopeB)?.Invoke(y.Arguments[0], y.Arguments[1], y),
        Evaluate = args => evaluate(args[0], args[1]),
        CSharp = Call("{M}", name, 2),
        Mathematics = Notation.Closed(mathematics),
        Cost = cost,
    }.OnMathToo();

    public static Primitive Ternary(
        string name, TernarySlope? slopeA, TernarySlope? slopeB, TernarySlope? slopeC, Func<double, double, double, double> evaluate,
        string mathematics, int cost = 4) => new Primitive
    {
        Name = name,
        Takes = [Operand.Real, Operand.Real, Operand.Real],
        Partial = (y, k) => (k == 0 ? slopeA : k == 1 ? slopeB : slopeC)?.Invoke(y.Arguments[0], y.Arguments[1], y.Arguments[2], y),
        Evaluate = args => evaluate(args[0], args[1], args[2]),
        CSharp = Call("{M}", name, 3),
        Mathematics = Notation.Closed(mathematics),
        Cost = cost,
    }.OnMathToo();

    /// <summary>The function is a static method of <c>double</c> and <c>float</c> only.</summary>
    public static Primitive OnTypesOnly(this Primitive row) => row with
    {
        Methods = [$"Double.{row.Name}", $"Single.{row.Name}"],
        CSharp = Call("{A}", row.Name, row.Takes.Length),
    };

    /// <summary>The function has another name in .NET, the same on all types.</summary>
    public static Primitive Named(this Primitive row, string method) => row with
    {
        Methods = [.. row.Methods.Select(old => old.Replace("." + row.Name, "." + method))],
        CSharp = row.CSharp with { Text = row.CSharp.Text.Replace("." + row.Name + "(", "." + method + "(") },
    };

    public static Primitive Taking(this Primitive row, params ImmutableArray<Operand> operands) => row with { Takes = operands };

    /// <summary>Some arguments at which the value is finite have an infinite slope.</summary>
    public static Primitive Steep(this Primitive row) => row with { HasInfiniteSlope = static (_, _) => true };

    /// <summary>IEEE 754 fixes every bit of the result, in both precisions, so constants fold.</summary>
    public static Primitive Exact(this Primitive row) => row with
    {
        Fold = (graph, type, args) => args.All(static argument => argument is Constant { Scalar: ScalarType.Single or ScalarType.Double })
            && row.Evaluate!([.. args.Select(static argument => ((Constant)argument).Number)]) is var number
                ? type.Scalar == ScalarType.Boolean ? graph.Boolean(number != 0) : graph.Number(type.Scalar, number)
                : null,
    };

    /// <summary>.NET has the function for lanes too, under its name, and there it has the same bits.</summary>
    public static Primitive InLanes(this Primitive row) => row with
    {
        Lanes = Call("{V}", row.Name, row.Takes.Length),
        IsExactInLanes = true,
    };

    /// <summary>SymDiff has the function for lanes, to a few units in the last place.</summary>
    public static Primitive InLanesTo(this Primitive row, string method) => row with
    {
        Lanes = Call("global::SymDiff.Numerics", method, row.Takes.Length),
    };

    private static Primitive OnMathToo(this Primitive row) => row with
    {
        Methods = [$"Math.{row.Name}", $"MathF.{row.Name}", $"Double.{row.Name}", $"Single.{row.Name}"],
    };

    private static Notation Call(string type, string name, int arguments)
        => Notation.Closed($"{type}.{name}({string.Join(", ", Enumerable.Range(0, arguments).Select(static k => $"{{{k}}}"))})");
}
