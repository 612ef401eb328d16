using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>Looks at all expressions of a program.</summary>
internal static class ProgramWalk
{
    /// <summary>The arrays of which the program reads elements or lengths.</summary>
    public static HashSet<Symbol> ArraysRead(Program program)
    {
        var arrays = new HashSet<Symbol>();
        var pending = new Stack<Expression>(Expressions(program.Body).Concat(program.Results.Select(result => result.Value)));
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (node is Element { Array: Symbol elements })
            {
                arrays.Add(elements);
            }
            else if (node is Extent { Array: Symbol array })
            {
                arrays.Add(array);
            }

            foreach (Expression operand in node.Operands)
            {
                pending.Push(operand);
            }
        }

        return arrays;
    }

    /// <summary>The symbols that the program reads.</summary>
    public static HashSet<Symbol> Symbols(Program program)
    {
        var symbols = new HashSet<Symbol>();
        var pending = new Stack<Expression>(Expressions(program.Body).Concat(program.Results.Select(result => result.Value)));
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (node is Symbol symbol)
            {
                symbols.Add(symbol);
            }

            foreach (Expression operand in node.Operands)
            {
                pending.Push(operand);
            }
        }

        return symbols;
    }

    /// <summary>Whether the symbol stands in the expression.</summary>
    public static bool Mentions(Expression expression, Symbol symbol) => ReferenceEquals(expression, symbol) || expression.Operands.Any(operand => Mentions(operand, symbol));

    /// <summary>The expressions as they stand in the statements, in order.</summary>
    public static IEnumerable<Expression> Expressions(ImmutableArray<Statement> statements) => Statements.Inside(statements).SelectMany(static statement => Statements.Trees(statement));
}
