using System.Collections.Immutable;
using System.Globalization;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>
/// Writes a loop that runs in lanes: step by step where there are too few steps to fill a register; else whole registers, several at a time,
/// and a last one over the last steps, of which those don't count that were taken before.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="names">What the locals and indices are called.</param>
/// <param name="scalars">Writes what is the same in all steps.</param>
/// <param name="loop">The loop.</param>
/// <param name="lanes">How it runs.</param>
internal sealed class LaneLoopWriter(CodeWriter output, NameAllocator names, CSharpExpressionWriter scalars, Loop loop, LaneForm lanes)
{
    private readonly LaneNames _names = new(loop, lanes, names);
    private readonly ImmutableArray<(Symbol Local, ReduceOperator Operator)> _totals =
        [.. Statements.Inside(loop.Body).OfType<Accumulate>().Where(static total => !total.Local.Scalar.IsInteger()).Select(static total => (total.Local, total.Operator)).Distinct()];

    private int Width => lanes.Width;

    private int? KnownSteps => loop is { Lower: Constant lower, Upper: Constant upper } ? (int)(upper.Payload - lower.Payload) : null;

    public void Write(Action stepByStep)
    {
        string upper = Named(loop.Upper, "end");
        string lower = Named(loop.Lower, "first");
        _names.Lower = lower;
        if (KnownSteps is { } steps && !lanes.Arrays.Any(static array => array.IsOptional))
        {
            if (steps < Width)
            {
                stepByStep();
                return;
            }

            output.Open();
        }
        else
        {
            output.Open($"if ({string.Join(" || ", Obstacles(lower, upper))})");
            stepByStep();
            output.Close();
            output.Open("else", continues: true);
        }

        WriteInLanes(lower, upper);
        output.Close();
    }

    private string Named(Expression bound, string hint)
    {
        if (bound is Constant or Symbol or Extent)
        {
            return scalars.Write(bound, Binding.Shift);
        }

        string name = names.Fresh(hint);
        output.Line($"int {name} = {scalars.Write(bound)};");
        return name;
    }

    private IEnumerable<string> Obstacles(string lower, string upper)
    {
        yield return loop.Lower is Constant from
            ? $"{upper} < {Text(from.Payload + Width)}"
            : $"(long){upper} - {lower} < {Text(Width)}";
        foreach (LaneArray array in lanes.Arrays.Where(static array => array.IsOptional))
        {
            yield return $"!{RuntimeNames.LaneMemory}.Covers({scalars.Write(array.Array)}.Length, {scalars.Write(array.Start!)}, {scalars.Write(array.Length!)})";
        }
    }

    private void WriteInLanes(string lower, string upper)
    {
        var forms = new LaneExpressionForms(lanes, _names, scalars);
        string index = _names.Index;
        WriteStart();
        WriteTotals(forms, block: 0);
        output.Line($"int {index} = {lower};");
        if (lanes.Unrolled > 1)
        {
            WriteSeveralRegisters(forms, upper);
        }

        if (lanes.Unrolled > 0)
        {
            output.Open($"for (; {index} <= {upper} - {Text(Width)}; {index} += {Text(Width)})");
            new LaneBodyWriter(output, _names, forms, scalars, (index, 0), block: 0, counted: null).Write(loop.Body);
            output.Close();
        }

        WriteRest(forms, upper);
        foreach ((Symbol total, ReduceOperator op) in _totals)
        {
            WriteTotal(total, op);
        }
    }

    private void WriteTotals(LaneExpressionForms forms, int block)
    {
        foreach ((Symbol total, ReduceOperator op) in _totals)
        {
            output.Line($"var {_names.Total(total, block)} = {Neutral(op, forms.Type, lanes.Type.Keyword())};");
        }
    }

    /// <summary>Several registers at a time, where there are so many steps: each with totals of its own, which are taken together in the end.</summary>
    private void WriteSeveralRegisters(LaneExpressionForms forms, string upper)
    {
        string index = _names.Index;
        int taken = Width * lanes.Unrolled;
        output.Open($"if ({index} <= {upper} - {Text(taken)})");
        for (int block = 1; block < lanes.Unrolled; block++)
        {
            WriteTotals(forms, block);
        }

        output.Open($"for (; {index} <= {upper} - {Text(taken)}; {index} += {Text(taken)})");
        for (int block = 0; block < lanes.Unrolled; block++)
        {
            output.Open();
            new LaneBodyWriter(output, _names, forms, scalars, (index, block * Width), block, counted: null).Write(loop.Body);
            output.Close();
        }

        output.Close();
        foreach ((Symbol total, ReduceOperator op) in _totals)
        {
            WriteJoined(total, op);
        }

        output.Close();
    }

    private void WriteStart()
    {
        for (int i = 0; i < lanes.Arrays.Length; i++)
        {
            LaneArray array = lanes.Arrays[i];
            IEnumerable<string> arguments = array.Rows.Prepend(array.Array).Append(array.Start).Append(array.Length).OfType<Expression>().Select(argument => scalars.Write(argument));
            string type = lanes.Type.Keyword();
            output.Line($"ref {type} {_names.Start(i)} = ref {RuntimeNames.LaneMemory}.Start<{type}>({string.Join(", ", arguments)});");
        }

        foreach (Expression broadcast in lanes.Broadcasts)
        {
            string value = scalars.Write(broadcast);
            output.Line(broadcast.Scalar == ScalarType.Boolean
                ? $"var {_names.Broadcast(broadcast)} = {RuntimeNames.LaneMask}.All<{lanes.Type.Keyword()}>({value});"
                : $"var {_names.Broadcast(broadcast)} = {LaneExpressionForms.Vector}.Create({value});");
        }
    }

    private void WriteRest(LaneExpressionForms forms, string upper)
    {
        string index = _names.Index;
        string counted = _names.Fresh("counted");
        bool isOne = lanes.Unrolled > 0;
        string start = isOne ? index : _names.Fresh("start");
        output.Open($"{(isOne ? "if" : "while")} ({index} < {upper})");
        if (isOne)
        {
            output.Line($"var {counted} = {RuntimeNames.LaneMask}.{forms.Plural}From({index} - ({upper} - {Text(Width)}));");
            output.Line($"{index} = {upper} - {Text(Width)};");
        }
        else
        {
            output.Line($"int {start} = global::System.Math.Min({index}, {upper} - {Text(Width)});");
            output.Line($"var {counted} = {RuntimeNames.LaneMask}.{forms.Plural}From({index} - {start});");
        }

        new LaneBodyWriter(output, _names, forms, scalars, (start, 0), block: 0, counted).Write(loop.Body);
        if (!isOne)
        {
            output.Line($"{index} = {start} + {Text(Width)};");
        }

        output.Close();
    }

    private static string Neutral(ReduceOperator op, string type, string keyword) => op switch
    {
        ReduceOperator.Sum => $"{type}.Zero",
        ReduceOperator.Max => $"{LaneExpressionForms.Vector}.Create({keyword}.NegativeInfinity)",
        ReduceOperator.Min => $"{LaneExpressionForms.Vector}.Create({keyword}.PositiveInfinity)",
        _ => $"{type}.AllBitsSet",
    };

    /// <summary>The totals of all blocks in those of the first, in pairs: (0 + 1) + (2 + 3).</summary>
    private void WriteJoined(Symbol total, ReduceOperator op)
    {
        for (int apart = 1; apart < lanes.Unrolled; apart *= 2)
        {
            for (int block = 0; block + apart < lanes.Unrolled; block += 2 * apart)
            {
                (string into, string from) = (_names.Total(total, block), _names.Total(total, block + apart));
                output.Line(op switch
                {
                    ReduceOperator.Sum => $"{into} += {from};",
                    ReduceOperator.All => $"{into} &= {from};",
                    _ => $"{into} = {LaneExpressionForms.Vector}.{op}({into}, {from});",
                });
            }
        }
    }

    private void WriteTotal(Symbol total, ReduceOperator op)
    {
        string name = names[total];
        string all = $"{RuntimeNames.LaneTotals}.{op}({_names.Total(total, 0)})";
        string math = total.Scalar == ScalarType.Single ? "global::System.MathF" : "global::System.Math";
        output.Line(op switch
        {
            ReduceOperator.Sum => $"{name} += {all};",
            ReduceOperator.All => $"{name} &= {all};",
            _ => $"{name} = {math}.{op}({name}, {all});",
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
