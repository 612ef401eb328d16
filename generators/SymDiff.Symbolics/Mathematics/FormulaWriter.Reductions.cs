using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>Σ, Π, min and max over an index, and values that a loop carries.</summary>
internal sealed partial class FormulaWriter
{
    private Text OfReduce(Reduce reduce)
    {
        string range = Range(reduce);
        Text body = reduce.Terms.Length == 1
            ? Of(reduce.Terms[0])
            : new Text(string.Join(reduce.Operator == ReduceOperator.Sum ? " + " : ", ", reduce.Terms.Select(term => At(term, Binding.Multiplicative))), Binding.Additive);
        switch (reduce.Operator)
        {
            case ReduceOperator.Sum:
                // −Σ x rather than Σ −x
                var sum = new Text($"Σ{range} {(body with { IsNegative = false }).At(Binding.Multiplicative)}", Binding.Multiplicative, body.IsNegative);
                return reduce.Initial is Constant { IsZero: true } ? sum
                    : new Text($"{At(reduce.Initial, Binding.Additive)} {(sum.IsNegative ? "−" : "+")} {sum.Value}", Binding.Additive);
            case ReduceOperator.Product:
                var product = new Text($"Π{range} {body.At(Binding.Multiplicative)}", Binding.Multiplicative);
                return reduce.Initial is Constant { IsOne: true } ? product : new Text($"{At(reduce.Initial, Binding.Unary)} · {product.Value}", Binding.Multiplicative);
            case ReduceOperator.All:
                return new Text($"{body.At(Binding.Relational)} for all {range}", Binding.And);
            default:
                string name = reduce.Operator == ReduceOperator.Min ? "min" : "max";
                string over = $"{name}{range} {body.At(Binding.Multiplicative)}";
                return reduce.Initial is Constant constant && double.IsInfinity(constant.Number)
                    ? new Text(over, Binding.Multiplicative)
                    : new Text($"{name}({At(reduce.Initial, Binding.Any)}, {over})", Binding.Primary);
        }
    }

    /// <summary>Only the index where it runs over a whole array; else from where to where.</summary>
    private string Range(Reduce reduce)
    {
        string index = names.Index(reduce.Index);
        bool isWhole = reduce.Lower is Constant { IsZero: true } && reduce.Upper is Extent;
        return isWhole && Scripts.Subscript(index) is { } below ? below
            : $"({At(reduce.Lower, Binding.Shift)} ≤ {index} < {At(reduce.Upper, Binding.Shift)})";
    }

    private Text OfOutput(Output output)
    {
        Mention(output.Scan);
        return new Text(FormulaNames.Symbol(output.Scan.Carried[output.Position]) + "*", Binding.Primary);
    }

    /// <summary>How the values that a loop carries come about. A star marks the last of them.</summary>
    public string WriteLoop(Scan scan)
    {
        string last = string.Join(", ", scan.Carried.Select(symbol => FormulaNames.Symbol(symbol) + "*"));
        string starts = string.Join(", ", scan.Carried.Select((symbol, k) => $"{FormulaNames.Symbol(symbol)} = {At(scan.Initials[k], Binding.Any)}"));
        string steps = string.Join(", ", scan.Carried.Select((symbol, k) => $"{FormulaNames.Symbol(symbol)} ← {At(scan.Nexts[k], Binding.Any)}"));
        string range = scan.Upper is Constant { Payload: int.MaxValue } ? string.Empty : $" for {At(scan.Lower, Binding.Shift)} ≤ {names.Index(scan.Index)} < {At(scan.Upper, Binding.Shift)}";
        string condition = scan.While is Constant { IsTrue: true } ? string.Empty : $" while {At(scan.While, Binding.Any)}";
        return $"{last} after {steps}{range}{condition}, from {starts}";
    }
}
