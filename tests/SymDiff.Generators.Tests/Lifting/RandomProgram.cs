using System.Globalization;
using System.Text;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>
/// Writes random methods over what can be lifted: branches, early returns, throws, loops of all forms, integers that count and index, local functions, tuples, switches.
/// A seed gives the same method each time.
/// </summary>
internal sealed class RandomProgram
{
    private const int Deepest = 3;

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly List<string> numbers = ["x", "y"];
    private readonly List<string> integers = ["n"];
    private readonly List<string> counters = [];
    private int names;
    private int loops;

    private RandomProgram(int seed) => random = new Random(seed);

    /// <summary>A method <c>F{seed}(double x, double y, int n, double[] a)</c>.</summary>
    public static string Method(int seed)
    {
        var program = new RandomProgram(seed);
        program.Body();
        return $"[Differentiable(\"x\", \"y\")] public static double F{seed.ToString(CultureInfo.InvariantCulture)}(double x, double y, int n, double[] a)\n{{\n{program.text}}}\n";
    }

    private void Body()
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Declare();
        }

        if (random.Next(3) == 0)
        {
            string captured = Pick(numbers);
            Line($"double Local(double t) {{ if (t > 1) return t * {captured}; {captured} = {captured} + t; return {captured} - {Number(1)}; }}");
            numbers.Add("Local(0.5)");
        }

        Statements(random.Next(3, 7), 0);
        Line($"return {Number(2)};");
    }

    private void Declare()
    {
        string name = "v" + names++;
        if (random.Next(3) == 0)
        {
            Line($"int {name} = {Integer(1)};");
            integers.Add(name);
        }
        else
        {
            Line($"double {name} = {Number(1)};");
            numbers.Add(name);
        }
    }

    private void Statements(int count, int depth)
    {
        (int knownNumbers, int knownIntegers) = (numbers.Count, integers.Count);
        for (int i = 0; i < count; i++)
        {
            Statement(depth);
        }

        numbers.RemoveRange(knownNumbers, numbers.Count - knownNumbers);
        integers.RemoveRange(knownIntegers, integers.Count - knownIntegers);
    }

    private void Statement(int depth)
    {
        switch (random.Next(depth < Deepest ? 16 : 8))
        {
            case 0:
                Declare();
                break;
            case 1 or 2:
                Line($"{Variable()} {Pick(["=", "+=", "-=", "*=", "+="])} {Number(2)};");
                break;
            case 3:
                Line($"{IntegerVariable()} {Pick(["=", "+=", "-=", "*="])} {Integer(1)};");
                break;
            case 4:
                Line($"{IntegerVariable()}{Pick(["++", "--"])};");
                break;
            case 5:
                Line($"({Variable()}, {Variable()}) = ({Number(1)}, {Number(1)});");
                break;
            case 6 when loops > 0:
                Line($"if ({Condition(1)}) continue;");
                break;
            case 6 or 7:
                Line($"if ({Condition(1)}) {(loops > 0 || random.Next(4) == 0 ? "throw new InvalidOperationException()" : $"return {Number(1)}")};");
                break;
            case 8 or 9 or 10:
                Line($"if ({Condition(2)})");
                Braces(random.Next(1, 4), depth);
                if (random.Next(2) == 0)
                {
                    Line("else");
                    Braces(random.Next(1, 4), depth);
                }

                break;
            case 11:
                Line($"switch ({Integer(1)})");
                Line("{");
                Line("case 0:");
                Statements(1, depth + 1);
                Line("break;");
                Line("case 1 or -1: case > 4:");
                Statements(2, depth + 1);
                Line("break;");
                if (random.Next(2) == 0)
                {
                    Line("default:");
                    Statements(1, depth + 1);
                    Line("break;");
                }

                Line("}");
                break;
            default:
                Loop(depth);
                break;
        }
    }

    private void Loop(int depth)
    {
        string name = "i" + names++;
        switch (random.Next(6))
        {
            case 0:
                Line($"foreach (double {name} in a)");
                numbers.Add(name);
                counters.Add(name);
                Inside();
                numbers.Remove(name);
                counters.Remove(name);
                return;
            case 1:
                Line($"for (int {name} = 0; {name} < a.Length; {name}++)");
                break;
            case 2:
                Line($"for (int {name} = a.Length - 1; {name} >= 0; {name}--)");
                break;
            case 3:
                Line($"for (int {name} = {random.Next(-2, 3)}; {name} {Pick(["<", "<="])} {random.Next(0, 6)}; {name} += {random.Next(1, 4)})");
                break;
            case 4:
                Line($"for (int {name} = {random.Next(0, 6)}; {name} {Pick([">", ">="])} {random.Next(-2, 3)}; {name} -= {random.Next(1, 4)})");
                break;
            default:
                Line($"foreach (int {name} in Enumerable.Range({random.Next(-2, 3)}, {random.Next(0, 5)}))");
                break;
        }

        integers.Add(name);
        counters.Add(name);
        Inside();
        integers.Remove(name);
        counters.Remove(name);

        void Inside()
        {
            loops++;
            Braces(random.Next(1, 4), depth);
            loops--;
        }
    }

    private void Braces(int count, int depth)
    {
        Line("{");
        Statements(count, depth + 1);
        Line("}");
    }

    private string Number(int depth)
    {
        if (depth == 0)
        {
            return random.Next(4) == 0 ? (random.Next(-30, 30) / 8.0).ToString("0.0##", CultureInfo.InvariantCulture) : Pick(numbers);
        }

        return random.Next(14) switch
        {
            0 => $"Math.Sin({Number(depth - 1)})",
            1 => $"Math.Sqrt(Math.Abs({Number(depth - 1)}))",
            2 => $"Math.{Pick(["Max", "Min"])}({Number(depth - 1)}, {Number(depth - 1)})",
            3 => $"({Condition(depth - 1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
            4 => Integer(depth - 1),
            5 => Index(depth - 1),
            6 => $"({Variable()} = {Number(depth - 1)})",
            7 => $"-({Number(depth - 1)})",
            8 => $"({Number(depth - 1)} / {Number(depth - 1)})",
            9 => $"({Integer(depth - 1)} switch {{ 0 => {Number(depth - 1)}, < 3 when {Condition(depth - 1)} => {Number(depth - 1)}, _ => {Number(depth - 1)} }})",
            _ => $"({Number(depth - 1)} {Pick(["+", "-", "*"])} {Number(depth - 1)})",
        };
    }

    // Now and then out of range.
    private string Index(int depth) => random.Next(5) switch
    {
        0 => $"a[{Integer(depth)}]",
        1 => "(a.Length > 0 ? a[^1] : 0)",
        2 when integers.Count > 1 => $"({integers[^1]} >= 0 && {integers[^1]} < a.Length ? a[{integers[^1]}] : {Number(0)})",
        3 when integers.Count > 1 => $"a[{integers[^1]}]",
        _ => $"a[(({Integer(depth)}) & 1023) % Math.Max(a.Length, 1)]",
    };

    private string Integer(int depth)
    {
        if (depth <= 0)
        {
            return random.Next(3) == 0 ? random.Next(-3, 7).ToString(CultureInfo.InvariantCulture) : Pick(integers);
        }

        return random.Next(7) switch
        {
            0 => $"({Integer(depth - 1)} / {Pick(["2", "3", Pick(integers)])})",
            1 => $"({Integer(depth - 1)} % 4)",
            2 => $"({Integer(depth - 1)} & 7)",
            3 => "a.Length",
            4 => $"{IntegerVariable()}++",
            _ => $"({Integer(depth - 1)} {Pick(["+", "-", "*"])} {Integer(depth - 1)})",
        };
    }

    private string Condition(int depth) => random.Next(depth > 0 ? 6 : 3) switch
    {
        0 or 1 => $"{Number(0)} {Pick(["<", ">", "<=", ">="])} {Number(depth - 1 < 0 ? 0 : depth - 1)}",
        2 => $"{Integer(0)} {Pick(["<", "==", "!=", ">="])} {Integer(0)}",
        3 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
        4 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
        _ => $"!({Condition(depth - 1)})",
    };

    private string Variable() => Pick([.. numbers.Where(name => !name.Contains('(', StringComparison.Ordinal) && !counters.Contains(name))]);

    private string IntegerVariable() => Pick([.. integers.Where(name => !counters.Contains(name))]);

    private string Pick(IReadOnlyList<string> choices) => choices[random.Next(choices.Count)];

    private void Line(string line) => text.Append(line).Append('\n');
}
