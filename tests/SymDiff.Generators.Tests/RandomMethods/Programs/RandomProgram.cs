using System.Collections.Immutable;
using System.Globalization;

namespace SymDiff.Generators.Tests.RandomMethods.Programs;

/// <summary>
/// Writes a method at random: loops of all kinds in each other, that carry values and are left early, arrays that are read with offsets and written, calls, local functions,
/// tuples, switches. Its values stay moderate, no index is out of range, and no loop runs for ever.
/// </summary>
internal sealed partial class RandomProgram
{
    private const int DeepestLoops = 3;

    private readonly Random random;
    private readonly bool isSingle;
    private readonly Names numbers = new("a", "b");
    private readonly Names targets = new();
    private readonly Names arrays = new("x", "y");
    private readonly Names own = new();
    private readonly List<(string Name, string Array)> indices = [];
    private readonly Names integers = new("n", "x.Length");
    private int budget;
    private int names;
    private int loops;
    private bool hasLocalFunction;

    private RandomProgram(int seed)
    {
        random = new Random(seed);
        budget = 4 + (seed % 14);
        isSingle = seed % 8 == 3;
    }

    /// <summary>What the methods call.</summary>
    public const string Helpers = """
        private static double Blend(double u, double v, double weight)
        {
            double left = weight * u;
            return left + (1 - weight) * Math.Sin(v);
        }

        private static double Soft(double u)
        {
            if (u > 3)
            {
                return u;
            }

            return Math.Log(1 + Math.Exp(u));
        }

        private static (double Sum, double Product) Both(double u, double v) => (u + v, u * v);

        private static double Mean(double[] values)
        {
            double sum = 0;
            foreach (double value in values)
            {
                sum += value;
            }

            return sum / (1 + values.Length);
        }

        private static double Root(double u)
        {
            double root = 1;
            for (int k = 0; k < 6; k++)
            {
                double next = 0.5 * (root + (1 + u * u) / root);
                if (Math.Abs(next - root) < 1e-9)
                {
                    break;
                }

                root = next;
            }

            return root;
        }

        """;

    /// <summary>The statements of the method of this seed.</summary>
    public static ImmutableArray<Statement> Statements(int seed)
    {
        var program = new RandomProgram(seed);
        return [.. program.Body()];
    }

    /// <summary>The method of these statements. What it is differentiated for depends on the seed.</summary>
    public static string Method(int seed, string name, IEnumerable<Statement> statements)
    {
        string differentiated = (seed % 5) switch
        {
            0 => "nameof(a)",
            1 => "nameof(a), nameof(b)",
            2 => "nameof(a), nameof(x)",
            3 => "nameof(x)",
            _ => "nameof(a), nameof(b), nameof(x), nameof(y)",
        };
        string single = seed % 8 == 3 ? ", float c" : "";
        return $"[Differentiable({differentiated})]\npublic static double {name}(double a, double b, double[] x, double[] y, int n{single})\n{{\n{Statement.Text(statements)}}}\n\n";
    }

    private IEnumerable<Statement> Body()
    {
        yield return Declare();
        if (random.Next(4) == 0)
        {
            hasLocalFunction = true;
            yield return new Statement("double Local(double u, double v)", [new Statement($"if (u > {Number()}) return u * v;"), new Statement("return Math.Sin(u + a * v);")]);
        }

        while (budget > 0)
        {
            yield return Next();
        }

        yield return new Statement($"return {Result()};");
    }

    // What has been calculated, of the arrays too.
    private string Result() => string.Join(" + ", targets.All.TakeLast(3).Concat(own.All.TakeLast(2).Select(array => $"Mean({array})")).Append(Bounded(0)));

    private Statement Next()
    {
        budget--;
        return random.Next(loops < DeepestLoops ? 24 : 15) switch
        {
            0 or 1 => Declare(),
            2 or 3 => new($"{Target()} = {Moderate()};"),
            4 or 5 => new($"{Target()} {Pick("+=", "-=")} {Moderate()};"),
            6 => new($"{Target()} *= 0.5 + 0.4 * {Bounded(1)};"),
            7 => Swap(),
            8 => own.Count > 0 ? Write() : NewArray(),
            9 => own.Count > 0 ? Write() : Declare(),
            10 => NewArray(),
            11 => new($"{Target()} = {Target()} + ({Target()} = {Bounded(1)}) * {Number()};"),
            12 => loops > 0 ? new($"if ({Condition()}) {Pick("break", "continue", "break")};") : new($"if ({Condition()}) return {Result()};"),
            13 => loops > 0 && random.Next(2) == 0 ? new($"if ({Condition()}) return {Result()};") : Declare(),
            14 or 15 or 16 => If(),
            17 => Switch(),
            18 => While(),
            19 => Do(),
            _ => For(),
        };
    }

    private Statement Declare()
    {
        string value = random.Next(4) == 0 ? "0" : Moderate();
        string name = Name("v");
        numbers.Add(name);
        targets.Add(name);
        return new($"double {name} = {value};");
    }

    private Statement Swap()
    {
        (string first, string second) = (Target(), Target());
        if (first == second)
        {
            return new($"{first} = -{first};");
        }

        return new(Pick(
            $"({first}, {second}) = ({second}, {Moderate()});",
            $"({first}, {second}) = Both({Bounded(1)}, {Bounded(1)});",
            $"({first}, {second}) = Math.SinCos({Expression(1)});"));
    }

    private Statement NewArray()
    {
        string name = Name("h");
        string index = Name("i");
        string length = Pick("n", "x.Length", "3", "y.Length + 1");
        string made = Pick($"[{Moderate()}, {Moderate()}, a]", $"[.. x, {Moderate()}]", "(double[])x.Clone()", $"new double[{length}]", $"new double[{length}]");
        arrays.Add(name);
        own.Add(name);
        if (!made.StartsWith("new", StringComparison.Ordinal) || random.Next(5) == 0)
        {
            return new($"double[] {name} = {made};");
        }

        // In one statement, so that shrinking keeps both or none.
        indices.Add((index, name));
        string element = Bounded(1);
        indices.RemoveAt(indices.Count - 1);
        return new($"double[] {name} = {made}; for (int {index} = 0; {index} < {name}.Length; {index}++) {name}[{index}] = {element};");
    }

    private Statement Write()
    {
        (string Name, string Array)[] inside = [.. indices.Where(index => own.All.Contains(index.Array))];
        if (inside.Length == 0)
        {
            string whole = own.Any(random);
            return random.Next(3) == 0
                ? new($"if ({whole}.Length > 1) {whole}[{Pick("0", "1", "^1")}] {Pick("=", "+=", "=")} {Bounded(1)};")
                : Over(whole, _ => [Write()]);
        }

        (string index, string array) = inside[random.Next(inside.Length)];
        string assign = Pick("=", "+=", "-=", "=");
        return random.Next(8) == 0
            ? new($"if ({index} > 0) {array}[{index}] = 0.5 * {array}[{index} - 1] + {Bounded(1)};")
            : new($"{array}[{index}] {assign} {Bounded(1)};");
    }

    private Statement Over(string array, Func<string, IEnumerable<Statement>> body)
    {
        string index = Name("i");
        string head = Pick(
            $"for (int {index} = 0; {index} < {array}.Length; {index}++)",
            $"for (int {index} = 0; {index} < {array}.Length; {index}++)",
            $"for (int {index} = {array}.Length - 1; {index} >= 0; {index}--)",
            $"for (int {index} = 1; {index} < {array}.Length; {index} += 2)");
        indices.Add((index, array));
        integers.Add(index);
        loops++;
        Statement loop = new(head, [.. Scoped(() => [.. body(index)])]);
        loops--;
        integers.Remove(index);
        indices.Remove((index, array));
        return loop;
    }

    private Statement If()
    {
        string head = $"if ({Condition()})";
        ImmutableArray<Statement> then = Block();
        if (random.Next(2) == 0)
        {
            return new(head, then);
        }

        return new(head, then, $"else {{ {Target()} {Pick("=", "+=")} {Moderate()}; }}");
    }

    private Statement Switch()
    {
        string subject = integers.Any(random);
        List<Statement> cases = [];
        int count = random.Next(1, 4);
        for (int i = 0; i < count; i++)
        {
            cases.Add(new($"case {i}:", Block(), "break;"));
        }

        cases.Add(new("default:", Block(), "break;"));
        return new($"switch ({subject} % 4)", [.. cases]);
    }

    private Statement While()
    {
        string count = Name("k");
        string head = $"int {count} = 0; while ({count}++ < {Pick("3", "5", "n")} && {Condition()})";
        loops++;
        Statement loop = new(head, Block());
        loops--;
        return loop;
    }

    private Statement Do()
    {
        string count = Name("k");
        loops++;
        Statement loop = new($"int {count} = 0; do", Block(), $"while (++{count} < {Pick("3", "4", "n")} && {Condition()});");
        loops--;
        return loop;
    }

    private Statement For()
    {
        switch (random.Next(6))
        {
            case 0 or 1:
                return Over(arrays.Any(random), _ => Block());
            case 2:
                string item = Name("e");
                string head = $"foreach (double {item} in {arrays.Any(random)})";
                numbers.Add(item);
                loops++;
                Statement each = new(head, Block());
                loops--;
                numbers.Remove(item);
                return each;
            case 3:
                string t = Name("t");
                numbers.Add(t);
                loops++;
                Statement time = new($"for (double {t} = 0; {t} < 1; {t} += 0.3)", Block());
                loops--;
                numbers.Remove(t);
                return time;
            default:
                string index = Name("i");
                string counted = Pick(
                    $"for (int {index} = 0; {index} < n; {index}++)",
                    $"for (int {index} = 1; {index} <= n; {index} += 2)",
                    $"for (int {index} = n; {index} > 0; {index}--)",
                    $"for (int {index} = 0; {index} < 4; {index}++)",
                    $"for (int {index} = {integers.Any(random)}; {index} < 4; {index}++)");
                integers.Add(index);
                loops++;
                Statement loop = new(counted, Block());
                loops--;
                integers.Remove(index);
                return loop;
        }
    }

    private ImmutableArray<Statement> Block() => Scoped(() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Next())]);

    // What is declared inside can't be read behind.
    private ImmutableArray<Statement> Scoped(Func<ImmutableArray<Statement>> make)
    {
        (int a, int b, int c, int d) = (numbers.Count, targets.Count, arrays.Count, own.Count);
        ImmutableArray<Statement> statements = make();
        numbers.Cut(a);
        targets.Cut(b);
        arrays.Cut(c);
        own.Cut(d);
        return statements;
    }

    private string Name(string stem) => stem + (names++).ToString(CultureInfo.InvariantCulture);

    private string Target() => targets.Any(random);

    private string Number() => numbers.Any(random);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    /// <summary>The names that are known, the last ones most often chosen.</summary>
    private sealed class Names(params string[] first)
    {
        private readonly List<string> names = [.. first];

        public int Count => names.Count;

        public IReadOnlyList<string> All => names;

        public void Add(string name) => names.Add(name);

        public void Remove(string name) => names.Remove(name);

        public void Cut(int count) => names.RemoveRange(count, names.Count - count);

        public string Any(Random random) => names[Math.Max(random.Next(names.Count), random.Next(names.Count))];
    }
}
