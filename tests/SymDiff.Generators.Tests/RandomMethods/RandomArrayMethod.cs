using System.Globalization;
using System.Text;

namespace SymDiff.Generators.Tests.RandomMethods;

/// <summary>
/// Writes a C# method at random that calculates with arrays of its own: <c>double NAME(double a, double[] x, int n)</c>. Its values stay moderate, so that finite
/// differences of it mean something, and no index is out of range.
/// </summary>
internal sealed class RandomArrayMethod
{
    private const string Any = "?";

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly List<string> numbers = ["a"];
    private readonly List<string> assignable = [];

    // Of each array: how its length is calculated (equal lengths are equal text), and which array it is, if it's another name.
    private readonly List<(string Name, string Length, bool IsSpan, string Object)> arrays = [];

    // Of each index: the length that it is below.
    private readonly List<(string Name, string Length)> indices = [];
    // Mostly, a loop writes only to arrays that it has made itself, and an element depends on no other of its array: much else is refused.
    private int firstOwn;
    private string? written;
    private int budget;
    private int names;

    // A gradient for an array isn't taken through a recurrence.
    private readonly bool hasRecurrences;

    private RandomArrayMethod(int seed, bool hasRecurrences) => (random, budget, this.hasRecurrences) = (new Random(seed), 3 + (seed % 8), hasRecurrences);

    /// <summary>What the methods call.</summary>
    public const string Helpers = """
        private static double[] Waves(ReadOnlySpan<double> from, double phase)
        {
            var waves = new double[from.Length];
            for (int i = 0; i < from.Length; i++)
            {
                waves[i] = Math.Sin(from[i] + phase);
            }

            return waves;
        }

        private static void Mix(ReadOnlySpan<double> from, Span<double> to, double weight)
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = weight * to[i] + (1 - weight) * Math.Tanh(from[i]);
            }
        }

        private static double Mean(ReadOnlySpan<double> values)
        {
            double sum = 0;
            foreach (double value in values)
            {
                sum += value;
            }

            return sum / (1 + values.Length);
        }

        """;

    /// <summary>The method; the same seed gives the same text.</summary>
    public static string Write(int seed, string name, bool isForArray)
    {
        var method = new RandomArrayMethod(seed, hasRecurrences: !isForArray);
        method.Body();
        return $$"""
            [Differentiable({{(isForArray ? "\"a\", \"x\"" : "\"a\"")}})]
            public static double {{name}}(double a, double[] x, int n)
            {
            {{method.text}}}

            """.ReplaceLineEndings("\n");
    }

    private void Body()
    {
        Line("    ", $"double s = {Atom()};");
        numbers.Add("s");
        assignable.Add("s");
        NewArray("    ");
        Fill("    ");
        while (budget > 0)
        {
            Statement("    ", depth: 0);
        }

        foreach ((string name, _, _, _) in arrays)
        {
            string index = Name("i");
            Line("    ", Pick(
                $"for (int {index} = 0; {index} < {name}.Length; {index}++) s += {name}[{index}] * ({index} + 1) / (1.0 + {name}.Length);",
                $"foreach (double e in {name}) s += e * e / (1 + {name}.Length);",
                $"s += Mean({name});",
                $"for (int {index} = {name}.Length - 1; {index} >= 0; {index}--) s += {name}[{index}] * {name}[{name}.Length - 1 - {index}] * 0.3;"));
        }

        // Elements that are read after all loops, not in one.
        string read = string.Empty;
        foreach ((string name, _, _, _) in arrays)
        {
            read += $" + ({name}.Length > 0 ? {name}[0] * {name}[{name}.Length / 2] : 0)";
        }

        Line("    ", $"return s{read};");
    }

    private void Statement(string indent, int depth)
    {
        budget--;
        switch (random.Next(depth < 2 ? 16 : 10))
        {
            case 0:
                NewArray(indent);
                break;
            case 1 or 2 or 3:
                Fill(indent);
                break;
            case 4:
                Line(indent, $"s {Pick("+=", "-=")} {Bounded()};");
                break;
            case 5 when HasTarget:
                Whole(indent);
                break;
            case 6 when arrays.Count > 0:
                (string name, string length, bool isSpan, string own) = arrays[random.Next(arrays.Count)];
                string alias = Name("g");
                if (length is "3" or "x.Length + 1" && random.Next(2) == 0)
                {
                    string part = length == "3" ? "2" : "x.Length";
                    Line(indent, $"Span<double> {alias} = {name}{(isSpan ? Pick("[1..]", ".Slice(1)", $".Slice(0, {part})", "[..^1]") : Pick(".AsSpan(1)", $".AsSpan(0, {part})", ".AsSpan()[1..]", ".AsSpan(1..)"))};");
                    arrays.Add((alias, part, true, own));
                    break;
                }

                bool isView = isSpan || random.Next(2) == 0;
                Line(indent, $"{(isView ? "Span<double>" : "double[]")} {alias} = {name};");
                arrays.Add((alias, length, isView, own));
                break;
            case 7 when HasTarget:
                (string one, _, _, _) = Target();
                string at = Pick("0", "1", $"{one}.Length - 1", $"{one}.Length / 2", "2");
                Line(indent, $"if ({one}.Length > {(at.Length == 1 ? at : "0")}) {one}[{at}] {Pick("=", "+=", "=", "-=")} {Bounded()};");
                break;
            case 8 when indices.Count > 0 && HasTarget:
                Element(indent);
                break;
            case 9:
                (string, string) term = Header(indent, Any);
                Line(indent + "    ", $"s += {Bounded()} * 0.25;");
                indices.Remove(term);
                break;
            case 10 or 11:
                Line(indent, $"if ({Condition()})");
                Block(indent, depth);
                if (random.Next(2) == 0)
                {
                    Line(indent, "else");
                    Block(indent, depth);
                }

                break;
            default:
                (string, string) trip = Header(indent, Any);
                int before = firstOwn;
                firstOwn = arrays.Count;
                Block(indent, depth);
                firstOwn = before;
                indices.Remove(trip);
                break;
        }
    }

    private void Block(string indent, int depth)
    {
        (int read, int made) = (numbers.Count, arrays.Count);
        Line(indent, "{");
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Statement(indent + "    ", depth + 1);
        }

        Line(indent, "}");
        numbers.RemoveRange(read, numbers.Count - read);
        arrays.RemoveRange(made, arrays.Count - made);
    }

    private void NewArray(string indent)
    {
        string name = Name("h");
        bool isOfOther = arrays.Count > 0 && random.Next(4) == 0;
        (string other, string size, _, _) = arrays.Count > 0 ? arrays[random.Next(arrays.Count)] : default;
        string length = isOfOther ? size : Pick("x.Length", "n", "3", "x.Length + 1", "x.Length");
        bool isStack = indices.Count == 0 && random.Next(5) == 0;
        (string code, bool isSpan) = random.Next(6) switch
        {
            _ when isOfOther => ($"double[] {name} = {Pick($"{other}.ToArray()", $"Waves({other}, {Atom()})", $"[.. {other}]")};", false),
            0 when length == "3" => ($"double[] {name} = [{Bounded()}, {Atom()}, {Bounded()}];", false),
            1 when length == "3" => ($"double[] {name} = {{ {Bounded()}, {Atom()}, {Bounded()} }};", false),
            2 when length == "x.Length" => ($"double[] {name} = [.. x];", false),
            3 when length == "x.Length" => ($"double[] {name} = Waves(x, {Atom()});", false),
            4 when length == "x.Length + 1" => ($"double[] {name} = [{Atom()}, .. x];", false),
            _ when isStack => ($"Span<double> {name} = stackalloc double[{length}];", true),
            _ => ($"double[] {name} = new double[{length}];", false),
        };
        Line(indent, code);
        arrays.Add((name, length, isSpan, name));
    }

    private void Fill(string indent)
    {
        if (!HasTarget)
        {
            return;
        }

        (string name, string length, _, string own) = Target();
        written = random.Next(12) == 0 ? null : own;
        if (random.Next(5) == 0)
        {
            // Adding up in an outer loop.
            (string, string) outer = Header(indent, Any);
            (string Name, string) inner = Header(indent + "    ", length);
            Line(indent + "        ", $"{name}[{inner.Name}] {Pick("+=", "-=", "+=", "=")} {Bounded()} * 0.2;");
            indices.Remove(outer);
            indices.Remove(inner);
            written = null;
            return;
        }

        (string Name, string) index = Header(indent, length);
        Line(indent, "{");
        for (int writes = random.Next(3) == 0 ? 2 : 1; writes > 0; writes--)
        {
            Element(indent + "    ", name, index.Name);
        }

        written = null;

        if (random.Next(4) == 0)
        {
            Line(indent + "    ", $"s += {name}[{index.Name}] * 0.2;");
        }

        Line(indent, "}");
        indices.Remove(index);
    }

    private void Element(string indent)
    {
        (string index, string length) = indices[random.Next(indices.Count)];
        if (arrays.Skip(firstOwn).Where(array => array.Length == length).ToArray() is { Length: > 0 } fitting)
        {
            (string name, _, _, written) = fitting[random.Next(fitting.Length)];
            Element(indent, name, index);
            written = null;
        }
    }

    private void Element(string indent, string array, string index)
    {
        string place = Pick($"{array}[{index}]", $"{array}[{index}]", $"{array}[{index}]", $"{array}[{index}]", $"{array}[{array}.Length - 1 - {index}]");
        Line(indent, random.Next(6) switch
        {
            0 => $"if ({Condition()}) {place} = {Bounded()};",
            1 => $"{place} {Pick("+=", "-=")} {Bounded()};",
            2 => $"{place} = Math.Tanh({place} * {Atom()} + {Atom()});",
            3 => $"{place} *= 0.5 + 0.4 * {Bounded()};",
            4 => $"if ({index} % 2 == {Pick("0", "1")}) {place} = {Bounded()}; else {place} = {place} * 0.5 + {Atom()} * 0.1;",
            _ => $"{place} = {Bounded()};",
        });
    }

    private void Whole(string indent)
    {
        (string name, string length, bool isSpan, _) = Target();
        (string other, string size, bool isOtherSpan, _) = arrays[random.Next(arrays.Count)];
        Line(indent, random.Next(4) switch
        {
            0 => isSpan ? $"{name}.Fill({Bounded()});" : $"Array.Fill({name}, {Bounded()});",
            1 when size == length => $"Mix({other}, {name}, {Pick("0.5", "0.25")});",
            2 when length == "x.Length" => $"Mix(x, {name}, 0.3);",
            3 when size == length && other != name => isSpan || isOtherSpan ? $"{other}{(isOtherSpan ? string.Empty : ".AsSpan()")}.CopyTo({name});" : $"Array.Copy({other}, {name}, {name}.Length);",
            _ => $"s += Mean({name});",
        });
    }

    /// <summary>The head of a loop with an index below the length.</summary>
    private (string Index, string Length) Header(string indent, string length)
    {
        string index = Name("i");
        string bound = length == Any ? Pick("x.Length", "n", "3") : length;
        Line(indent, random.Next(6) switch
        {
            0 => $"for (int {index} = {bound} - 1; {index} >= 0; {index}--)",
            1 => $"for (int {index} = 1; {index} < {bound}; {index}++)",
            2 => $"for (int {index} = 0; {index} < {bound} - 1; {index}++)",
            _ => $"for (int {index} = 0; {index} < {bound}; {index}++)",
        });
        indices.Add((index, bound));
        return (index, bound);
    }

    private string Bounded() => $"{Pick("Math.Sin", "Math.Tanh", "Math.Cos")}({Expression(0)})";

    private string Expression(int depth) => random.Next(depth > 2 ? 2 : 8) switch
    {
        0 or 1 => Atom(),
        2 or 3 => $"({Expression(depth + 1)} {Pick("+", "-")} {Expression(depth + 1)})",
        4 or 5 => $"{Atom()} * {Atom()}",
        6 => $"({Condition()} ? {Expression(depth + 1)} : {Expression(depth + 1)})",
        _ => $"Math.Exp(0.3 * {Bounded()})",
    };

    private string Atom()
    {
        if (indices.Count > 0 && random.Next(3) > 0)
        {
            (string index, string length) = indices[Math.Max(random.Next(indices.Count), random.Next(indices.Count))];
            string[] fitting = [.. arrays.Where(array => array.Length == length && array.Object != written).Select(array => array.Name), .. length == "x.Length" ? (string[])["x"] : []];
            if (fitting.Length > 0)
            {
                string array = fitting[random.Next(fitting.Length)];
                return random.Next(8) switch
                {
                    0 => $"({index} > 0 ? {array}[{index} - 1] : {Number()})",
                    1 => $"{array}[{array}.Length - 1 - {index}]",
                    2 => $"{array}[({index} + 1) % {array}.Length]",
                    3 => $"({index} + 1 < {array}.Length ? {array}[{index} + 1] : {Number()})",
                    _ => $"{array}[{index}]",
                };
            }
        }

        return arrays.Count > 0 && random.Next(5) == 0 && arrays[random.Next(arrays.Count)] is var (one, _, _, own) && own != written ? $"({one}.Length > 1 ? {one}[{Pick("1", "0", "^1")}] : {Number()})" : Number();
    }

    private string Number() => random.Next(3) == 0 ? Pick("0.5", "1.25", "-0.7") : indices.Count > 0 && !hasRecurrences ? "a" : numbers[random.Next(numbers.Count)];

    private string Condition() => random.Next(4) switch
    {
        0 when indices.Count > 0 => $"{indices[^1].Name} % 2 == 0",
        1 => $"n > {Pick("2", "3")}",
        _ => $"{Number()} {Pick("<", ">")} {Pick("0.1", "0.6", "-0.4")}",
    };

    private bool HasTarget => arrays.Count > firstOwn;

    private (string Name, string Length, bool IsSpan, string Object) Target() => arrays[random.Next(random.Next(12) == 0 ? 0 : firstOwn, arrays.Count)];

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private string Name(string stem) => stem + (names++).ToString(CultureInfo.InvariantCulture);

    private void Line(string indent, string line) => text.Append(indent).Append(line).Append('\n');
}
