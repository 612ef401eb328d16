using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// Writes a graph for tests and debugging: one line for each shared node (<c>%3 = Multiply(w, %2)</c>), operands first, the root last.
/// Names and order depend on the structure only.
/// </summary>
public static class ExpressionPrinter
{
    public static string Print(Expression root) => Print([root]);

    public static string Print(IReadOnlyList<Expression> roots)
    {
        List<Expression> nodes = Traversal.Reachable(roots);
        var uses = new Dictionary<Expression, int>();
        foreach (Expression operand in nodes.SelectMany(node => node.Operands))
        {
            uses[operand] = uses.TryGetValue(operand, out int count) ? count + 1 : 1;
        }

        var text = new Dictionary<Expression, string>();
        var lines = new StringBuilder();
        int shared = 0;
        foreach (Expression node in nodes)
        {
            string written = Write(node, text);
            bool named = !node.Operands.IsEmpty && ((uses.TryGetValue(node, out int count) && count > 1) || written.Length > 200);
            if (named)
            {
                string name = "%" + (++shared).ToString(CultureInfo.InvariantCulture);
                lines.Append(name).Append(" = ").Append(written).Append('\n');
                written = name;
            }

            text[node] = written;
        }

        return lines.Append(string.Join("\n", roots.Select(root => text[root]))).ToString();
    }

    private static string Write(Expression node, Dictionary<Expression, string> text)
    {
        string List(IEnumerable<Expression> operands) => string.Join(", ", operands.Select(operand => text[operand]));
        return node switch
        {
            Constant { Scalar: ScalarType.Boolean } constant => constant.IsTrue ? "true" : "false",
            Constant { Scalar: ScalarType.Single } constant => ((float)constant.Number).ToString("R", CultureInfo.InvariantCulture) + "f",
            Constant { Scalar: ScalarType.Double } constant => constant.Number.ToString("R", CultureInfo.InvariantCulture) + "d",
            Constant constant => constant.Payload.ToString(CultureInfo.InvariantCulture),
            Symbol symbol => symbol.Name,
            Apply apply when ReferenceEquals(apply.Primitive, Primitives.Conversions.Convert) => $"{apply.Scalar}({List(apply.Operands)})",
            Apply apply => $"{apply.Primitive.Name}({List(apply.Operands)})",
            Select => $"Select({List(node.Operands)})",
            Reduce reduce => $"{reduce.Operator}({reduce.Index.Name} = {text[reduce.Lower]}..{text[reduce.Upper]}, from {text[reduce.Initial]}: {List(reduce.Terms)})",
            Scan scan => $"{(scan.IsDownward ? "ScanDown" : "Scan")}({scan.Index.Name} = {text[scan.Lower]}..{text[scan.Upper]}{(scan.While is Constant { IsTrue: true } ? "" : " while " + text[scan.While])}: {string.Join("; ", scan.Carried.Select((symbol, k) => $"{symbol.Name} from {text[scan.Initials[k]]} becomes {text[scan.Nexts[k]]}"))}{(scan.Stacked.IsEmpty ? "" : $", keeping {List(scan.Stacked)}")})",
            Trace trace => $"{text[trace.Scan]}.Kept{trace.Position.ToString(CultureInfo.InvariantCulture)}",
            Output output => $"{text[output.Scan]}.{output.Scan.Carried[output.Position].Name}",
            Build build => $"Build({string.Join(", ", build.Indices.Select((index, k) => $"{index.Name} < {text[build.Extents[k]]}"))}: {text[build.Body]})",
            Element element => $"{text[element.Array]}[{List(element.Indices)}]",
            Zeros zeros => $"Zeros({text[zeros.Shape]})",
            Scatter scatter => $"Scatter({text[scatter.Shape]}[{List(scatter.Indices)}]: {text[scatter.Value]})",
            Update update => $"Update({text[update.Array]}[{List(update.Indices)}]: {text[update.Value]})",
            Stored stored => $"Stored({text[stored.Array]})",
            Extent extent => $"Extent({text[extent.Array]}, {extent.Axis.ToString(CultureInfo.InvariantCulture)})",
            _ => node.GetType().Name,
        };
    }
}
