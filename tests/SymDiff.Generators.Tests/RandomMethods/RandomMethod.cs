using System.Globalization;
using System.Text;

namespace SymDiff.Generators.Tests.RandomMethods;

/// <summary>
/// Writes a C# method at random from the supported language: <c>double NAME(double a, double b, float c, double[] x, int n)</c>. Its values stay
/// moderate, so that finite differences of it mean something.
/// </summary>
internal sealed class RandomMethod
{
    private const string Parameters = "double a, double b, float c, double[] x, int n";

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly List<string> readable = ["a", "b", "c"];
    private readonly List<string> assignable = [];
    private readonly List<string> integers = ["n", "x.Length"];
    private readonly List<string> indices = [];
    private int budget;
    private int names;
    private int loops;

    private RandomMethod(int seed) => (random, budget) = (new Random(seed), 4 + (seed % 12));

    /// <summary>The method, differentiated for its numbers. The same seed gives the same text.</summary>
    public static string Write(int seed, string name)
    {
        var method = new RandomMethod(seed);
        method.Body("    ");
        return $$"""
            [Differentiable("a", "b", "c")]
            public static double {{name}}({{Parameters}})
            {
            {{method.text}}}

            """.ReplaceLineEndings("\n");
    }

    /// <summary>What the methods call.</summary>
    public const string Helpers = """
        private const double Half = 0.5;
        private static readonly double Third = 1.0 / 3;

        private static double Blend(double u, double v, double weight = Half) => weight * u + (1 - weight) * Math.Sin(v);

        private static double Soft(double u)
        {
            if (u > 3)
            {
                return u;
            }

            double e = Math.Exp(u);
            return Math.Log(1 + e);
        }

        private static float Single(float u, int k) => MathF.Cos(u) * k / 4;

        """;

    private void Body(string indent)
    {
        if (random.Next(5) == 0)
        {
            Line(indent, "if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));");
        }

        Declare(indent);
        while (budget > 0)
        {
            Statement(indent, depth: 0);
        }

        Line(indent, $"return {Sum()};");
    }

    private string Sum() => string.Join(" + ", assignable.TakeLast(3).Concat([Bounded(0)]));

    private void Statement(string indent, int depth)
    {
        budget--;
        switch (random.Next(depth < 3 ? 15 : 9))
        {
            case 0 or 1:
                Declare(indent);
                break;
            case 2:
                Line(indent, $"{Target()} = {Moderate()};");
                break;
            case 3:
                Line(indent, $"{Target()} {Pick("+=", "-=", "+=")} {Moderate()};");
                break;
            case 4:
                Line(indent, $"{Target()} {Pick("*=", "/=")} 1.5 + {Bounded(1)};");
                break;
            case 5:
                Line(indent, Pick($"{Target()}++;", $"--{Target()};", $"{Target()} = -{Target()};"));
                break;
            case 6:
                string first = Target();
                string second = Target();
                if (first != second)
                {
                    Line(indent, $"({first}, {second}) = ({second}, {Moderate()});");
                }

                break;
            case 7:
                string sine = Name();
                string cosine = Name();
                Line(indent, $"var ({sine}, {cosine}) = Math.SinCos({Expression(1)});");
                readable.AddRange([sine, cosine]);
                break;
            case 8:
                string changed = Target();
                Line(indent, $"{Target()} = {changed} + ({changed} = {Bounded(1)}) * {changed};");
                break;
            case 9 or 10:
                If(indent, depth);
                break;
            case 11 when loops == 0 && depth > 0:
                Line(indent, $"if ({Condition()}) return {Sum()};");
                break;
            case 11 when loops > 0:
                Line(indent, $"if ({Condition()}) continue;");
                break;
            default:
                if (loops < 2)
                {
                    Loop(indent, depth);
                }
                else
                {
                    Line(indent, $"{Target()} += {Bounded(1)};");
                }

                break;
        }
    }

    private void If(string indent, int depth)
    {
        Line(indent, $"if ({Condition()})");
        Block(indent, depth, random.Next(1, 3));
        if (random.Next(2) == 0)
        {
            Line(indent, "else");
            Block(indent, depth, random.Next(1, 3));
        }
    }

    private void Loop(string indent, int depth)
    {
        string index = Name("i");
        string? item = null;
        bool forwards = false;
        switch (random.Next(6))
        {
            case 0 or 1:
                Line(indent, $"for (int {index} = 0; {index} < x.Length; {index}++)");
                forwards = true;
                break;
            case 2:
                Line(indent, $"for (int {index} = 1; {index} <= n; {index} += {Pick("1", "2", "3")})");
                break;
            case 3:
                Line(indent, $"for (int {index} = n; {index} > {Pick("0", "1", "-2")}; {index}--)");
                break;
            case 4:
                Line(indent, $"for (int {index} = x.Length - 1; {index} >= 0; {index}--)");
                forwards = true;
                break;
            default:
                item = Name("e");
                Line(indent, $"foreach (double {item} in x)");
                break;
        }

        loops++;
        if (item is null)
        {
            integers.Add(index);
        }
        else
        {
            readable.Add(item);
        }

        if (forwards)
        {
            indices.Add(index);
        }

        Block(indent, depth, random.Next(1, 4));
        integers.Remove(index);
        indices.Remove(index);
        if (item is not null)
        {
            readable.Remove(item);
        }

        loops--;
    }

    private void Block(string indent, int depth, int statements)
    {
        (int read, int assigned) = (readable.Count, assignable.Count);
        Line(indent, "{");
        for (int i = 0; i < statements; i++)
        {
            Statement(indent + "    ", depth + 1);
        }

        Line(indent, "}");
        readable.RemoveRange(read, readable.Count - read);
        assignable.RemoveRange(assigned, assignable.Count - assigned);
    }

    private void Declare(string indent)
    {
        string name = Name();
        Line(indent, $"double {name} = {(random.Next(3) == 0 ? "0" : Moderate())};");
        readable.Add(name);
        assignable.Add(name);
    }

    // In a loop nothing may grow from step to step.
    private string Moderate() => loops > 0 ? Bounded(0) : Expression(0);

    private string Bounded(int depth) => $"{Pick("Math.Sin", "Math.Cos", "Math.Tanh")}({Expression(depth + 1)})";

    private string Condition() => random.Next(6) switch
    {
        0 => $"{Expression(2)} < {Expression(2)} && {Variable()} > -0.3",
        1 => $"!({Variable()} >= {Expression(2)}) || {Integer()} > 2",
        2 => $"{Integer()} % 2 == {Pick("0", "1")}",
        _ => $"{Expression(2)} {Pick("<", ">", "<=", ">=")} {Expression(2)}",
    };

    private string Expression(int depth) => random.Next(depth > 2 ? 5 : 24) switch
    {
        0 or 1 or 2 => Variable(),
        3 => Pick("0.5", "1", "2.25", "-0.7", "1.5f", "Half", "Third", "Math.PI"),
        4 => indices.Count > 0 ? $"x[{indices[random.Next(indices.Count)]}]" : $"{Integer()}",
        5 or 6 or 7 => $"({Expression(depth + 1)} {Pick("+", "-")} {Expression(depth + 1)})",
        8 or 9 => $"{Bounded(depth)} * {Atom(depth)}",
        10 => $"{Expression(depth + 1)} / (1 + {Variable()} * {Variable()} * {Pick("0.5", "0.25")} + Math.Abs({Variable()}))",
        11 => $"Math.Exp({Bounded(depth)})",
        12 => $"Math.Sqrt(1 + Math.Pow({Atom(depth)}, 2))",
        13 => $"Math.Log(2 + {Bounded(depth)})",
        14 => $"Math.{Pick("Max", "Min")}({Expression(depth + 1)}, {Expression(depth + 1)})",
        15 => $"Math.Abs({Expression(depth + 1)})",
        16 => $"({Condition()} ? {Expression(depth + 1)} : {Expression(depth + 1)})",
        17 => $"({Variable()} > 0.1 ? Math.Log({Variable()} * {Variable()} + 0.2) : {Expression(depth + 1)})",
        18 => $"Blend({Expression(depth + 1)}, {Expression(depth + 1)}{Pick("", ", weight: 0.25")})",
        19 => $"Soft({Expression(depth + 1)})",

        // Only c is rounded to float: finite differences of a staircase say nothing.
        20 => $"Single(c, {Integer()})",
        21 => $"(float)(c {Pick("+", "*", "-")} {Pick("0.3", "1.7f", "2")})",
        22 => $"(n switch {{ 0 => {Atom(depth)}, > 2 => {Expression(depth + 1)}, _ => {Bounded(depth)} }})",
        _ => $"Math.Pow(1.5 + {Bounded(depth)}, {Pick("3", "0.5", "-1", Bounded(depth))})",
    };

    private string Atom(int depth) => random.Next(2) == 0 ? Variable() : $"({Expression(depth + 1)})";

    private string Variable() => readable[Math.Max(random.Next(readable.Count), random.Next(readable.Count))];

    private string Target() => assignable[random.Next(assignable.Count)];

    private string Integer() => integers[random.Next(integers.Count)];

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private string Name(string stem = "v") => stem + (names++).ToString(CultureInfo.InvariantCulture);

    private void Line(string indent, string line) => text.Append(indent).Append(line).Append('\n');
}
