namespace SymDiff.Generators.Tests.RandomMethods.Programs;

/// <summary>The expressions.</summary>
internal sealed partial class RandomProgram
{
    // In a loop nothing may grow from step to step.
    private string Moderate() => loops > 0 ? $"{Pick("0.5", "0.25", "0.8")} * {Bounded(0)}" : Expression(0);

    private string Bounded(int depth) => $"{Pick("Math.Sin", "Math.Cos", "Math.Tanh", "Math.Atan")}({Expression(depth + 1)})";

    private string Condition() => random.Next(7) switch
    {
        0 => $"{Expression(2)} < {Expression(2)} && {Number()} > -0.3",
        1 => $"(!({Number()} >= {Expression(2)}) || {integers.Any(random)} > 2)",
        2 => $"{integers.Any(random)} % 2 == {Pick("0", "1")}",
        3 => $"{Number()} * {Number()} > {Pick("0.3", "0.6")}",
        _ => $"{Expression(2)} {Pick("<", ">", "<=", ">=")} {Expression(2)}",
    };

    private string Expression(int depth) => random.Next(depth > 2 ? 6 : 26) switch
    {
        0 or 1 or 2 => Number(),
        3 => Pick("0.5", "1", "2.25", "-0.7", "0.1", "Math.PI"),
        4 => Element(depth),
        5 => isSingle ? Pick("c", "c * 0.5f", "MathF.Sin(c)", "(float)(c + 0.3)") : indices.Count > 0 ? Element(depth) : integers.Any(random),
        6 or 7 or 8 => $"({Expression(depth + 1)} {Pick("+", "-")} {Expression(depth + 1)})",
        9 or 10 => $"{Bounded(depth)} * {Number()}",
        11 => $"-{Number()} * {Number()} * {Number()}",
        12 => $"{Expression(depth + 1)} / (1 + {Number()} * {Number()} * 0.5)",
        13 => $"Math.Exp(-{Number()} * {Number()})",
        14 => $"Math.Exp({Bounded(depth)})",
        15 => $"Math.Sqrt(1 + Math.Pow({Number()}, 2))",
        16 => $"Math.Log(2 + {Bounded(depth)})",
        17 => $"Math.{Pick("Max", "Min")}({Expression(depth + 1)}, {Expression(depth + 1)})",
        18 => $"Math.Abs({Expression(depth + 1)})",
        19 => $"({Condition()} ? {Expression(depth + 1)} : {Expression(depth + 1)})",
        20 => $"Blend({Expression(depth + 1)}, {Expression(depth + 1)}, {Pick("0.25", "0.5", "a")})",
        21 => $"Soft({Expression(depth + 1)})",
        22 => hasLocalFunction ? $"Local({Expression(depth + 1)}, {Number()})" : $"Root({Number()})",
        23 => $"(({integers.Any(random)} % 3) switch {{ 0 => {Number()}, > 1 => {Expression(depth + 1)}, _ => {Bounded(depth)} }})",
        24 => $"Mean({arrays.Any(random)})",
        _ => $"Math.Pow(1.5 + {Bounded(depth)}, {Pick("3", "0.5", "-1", Bounded(depth))})",
    };

    private string Element(int depth)
    {
        if (indices.Count == 0)
        {
            string array = arrays.Any(random);
            return $"({array}.Length > 1 ? {array}[{Pick("0", "1", "^1")}] : {Pick("0.3", Number())})";
        }

        (string index, string of) = indices[random.Next(indices.Count)];
        string other = arrays.Any(random);
        return random.Next(7) switch
        {
            0 => $"({index} + 1 < {of}.Length ? {of}[{index} + 1] : {Pick("0.2", Number())})",
            1 => $"{of}[({index} + 1) % {of}.Length]",
            2 => $"{of}[{of}.Length - 1 - {index}]",
            3 => $"({index} < {other}.Length ? {other}[{index}] : {Number()})",
            _ => $"{of}[{index}]",
        };
    }
}
