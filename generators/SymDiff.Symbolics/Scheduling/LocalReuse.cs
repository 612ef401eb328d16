using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Lets a local take the place of one that isn't read any more. That makes code harder to read, so it's done only where there are so many locals that
/// C# would refuse them: a method can't have more than 65,534.
/// </summary>
internal sealed class LocalReuse
{
    private const int MostLocals = 30_000;

    private readonly Dictionary<Symbol, Symbol> _variables = [];
    private readonly Dictionary<ExpressionType, Stack<Symbol>> _unused = [];

    public static Program Where(Program program, int mostLocals = MostLocals)
        => program.Body.Count(statement => statement is Declare) > mostLocals ? new LocalReuse().Rewrite(program) : program;

    private Program Rewrite(Program program)
    {
        ILookup<int, Symbol> dying = LastReads(program);
        var body = ImmutableArray.CreateBuilder<Statement>();
        for (int i = 0; i < program.Body.Length; i++)
        {
            Statement statement = program.Body[i];
            Statement inPlace = Rewrite(statement);

            // x = f(y) reads y before it writes x, which may be the same variable then; what is written in several steps can't be.
            if (statement is Declare { Value: not null } declare)
            {
                Release(dying[i].Where(local => !ReferenceEquals(local, declare.Local)));
                body.Add(Place(declare.Local, ((Declare)inPlace).Value!));
                Release(dying[i].Where(local => ReferenceEquals(local, declare.Local)));
            }
            else
            {
                body.Add(inPlace);
                Release(dying[i]);
            }
        }

        return new Program(body.ToImmutable(), [.. program.Results.Select(result => result with { Value = Rewrite(result.Value) })]);
    }

    private static ILookup<int, Symbol> LastReads(Program program)
    {
        var declared = new HashSet<Symbol>(program.Body.OfType<Declare>().Select(declare => declare.Local));
        var last = new Dictionary<Symbol, int>();
        for (int i = 0; i < program.Body.Length; i++)
        {
            foreach (Symbol local in Statements.Mentioned(program.Body[i]).Where(declared.Contains))
            {
                last[local] = i;
            }
        }

        foreach (Symbol local in program.Results.SelectMany(result => Statements.Locals(result.Value)))
        {
            last.Remove(local);
        }

        return last.ToLookup(pair => pair.Value, pair => pair.Key);
    }

    private void Release(IEnumerable<Symbol> locals)
    {
        foreach (Symbol local in locals.OrderBy(local => local.Id))
        {
            if (!_unused.TryGetValue(local.Type, out Stack<Symbol>? unused))
            {
                _unused.Add(local.Type, unused = new());
            }

            unused.Push(Variable(local));
        }
    }

    private Statement Place(Symbol local, Expression value)
    {
        if (!_unused.TryGetValue(local.Type, out Stack<Symbol>? unused) || unused.Count == 0)
        {
            return new Declare(local, value);
        }

        _variables[local] = unused.Pop();
        return new Assign(_variables[local], value);
    }

    private Symbol Variable(Symbol local) => _variables.TryGetValue(local, out Symbol? variable) ? variable : local;

    private Statement Rewrite(Statement statement) => Statements.Map(statement, Rewrite, Variable);

    private Expression Rewrite(Expression tree) => Substitution.Replace(
        tree,
        [.. Statements.Locals(tree).Where(_variables.ContainsKey).Select(local => (local, (Expression)_variables[local]))]);
}
