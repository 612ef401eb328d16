using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Writes a program for tests and debugging. The C# that users see is the back end's.</summary>
public static class ProgramPrinter
{
    public static string Print(Program program)
    {
        var text = new StringBuilder();
        Print(program.Body, "", text);
        foreach (Result result in program.Results)
        {
            text.Append("return ").Append(result.Name).Append(" = ").Append(Tree(result.Value)).Append('\n');
        }

        return text.ToString();
    }

    private static void Print(ImmutableArray<Statement> statements, string indent, StringBuilder text)
    {
        foreach (Statement statement in statements)
        {
            text.Append(indent).Append(statement switch
            {
                Declare { Value: null } declare => $"var {Name(declare.Local)}{(declare.StartsAsZero ? " = 0" : "")}",
                Declare declare => $"var {Name(declare.Local)} = {Tree(declare.Value!)}",
                Assign assign => $"{Name(assign.Local)} = {Tree(assign.Value)}",
                Accumulate accumulate => $"{Name(accumulate.Local)} {accumulate.Operator}= {Tree(accumulate.Term)}",
                Allocate allocate => $"allocate {Name(allocate.Array)}[{List(allocate.Extents)}]",
                Release release => $"release {Name(release.Array)}",
                Clear clear => $"clear {Array(clear.Array)}{(clear.Apart is (var start, var end) ? $" apart from {Tree(start)}..{Tree(end)}" : "")}",
                Store store => $"{Array(store.Array)}[{List(store.Indices)}] {(store.IsAddition ? "+=" : "=")} {Tree(store.Value)}",
                Blocks blocks => $"for {Name(blocks.Count)} from {Name(blocks.Start)} in {Tree(blocks.Lower)}..{Tree(blocks.Upper)} by {Tree(blocks.Size)}",
                Reserve reserve => $"reserve {Name(reserve.Array)}[{Tree(reserve.Position)}]",
                Loop loop => $"for {loop.Index.Name} in {Tree(loop.Lower)}..{Tree(loop.Upper)}{(loop.IsDownward ? " downwards" : "")}",
                Leave leave => $"leave unless {Tree(leave.Unless)}",
                If choice => $"if {Tree(choice.Condition)}",
                Require require => $"require {Tree(require.Condition)}",
                Evaluate evaluate => $"_ = {Tree(evaluate.Value)}",
                _ => statement.ToString(),
            }).Append('\n');
            if (((statement as Loop)?.Body ?? (statement as Blocks)?.Body) is { } body)
            {
                Print(body, indent + "  ", text);
            }
            else if (statement is If choice)
            {
                Print(choice.Then, indent + "  ", text);
                if (!choice.Else.IsEmpty)
                {
                    text.Append(indent).Append("else\n");
                    Print(choice.Else, indent + "  ", text);
                }
            }
        }
    }

    private static string Tree(Expression tree) => tree switch
    {
        Symbol { Role: SymbolRole.Local } local => Name(local),
        _ when tree.Operands.IsEmpty => ExpressionPrinter.Print(tree),
        Apply apply => $"{apply.Primitive.Name}{(ReferenceEquals(apply.Primitive, Primitives.Conversions.Convert) ? apply.Scalar.ToString() : "")}({List(apply.Operands)})",
        Element element => $"{Tree(element.Array)}[{List(element.Indices)}]",
        Extent extent => $"{Tree(extent.Array)}.Length{(extent.Axis == 0 ? "" : extent.Axis)}",
        _ => $"{tree.GetType().Name}({List(tree.Operands)})",
    };

    private static string List(IEnumerable<Expression> trees) => string.Join(", ", trees.Select(Tree));

    private static string Array(Symbol array) => array.Role == SymbolRole.Local ? Name(array) : array.Name;

    private static string Name(Symbol local) => $"{local.Name}.{local.Ordinal}";
}
