using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// The statements of a loop's body in phases that can be loops of their own, one after the other: phases of inner loops, and between them phases without. A phase needs
/// nothing of a step but what that step calculated in earlier phases. What several statements write stays together, in one phase and in order, so that every sum is
/// taken in the order of the source; so does an array that is written with all that reads it.
/// </summary>
internal sealed class LoopPhases
{
    private const int MostPhases = 7;

    // What costs no more is calculated again in each phase, rather than kept.
    private const int CheapValue = 4;

    private readonly Loop _loop;
    private readonly HashSet<Symbol> _own;
    private readonly HashSet<Symbol> _stored;
    private readonly Dictionary<Symbol, Declare> _cheap = [];
    private readonly int[] _phases;
    private readonly Dictionary<Symbol, Symbol> _buffers = [];

    private LoopPhases(Loop loop)
    {
        _loop = loop;
        _own = [.. loop.Body.OfType<Declare>().Select(declare => declare.Local)];
        _stored = [.. Statements.Inside(loop.Body).OfType<Store>().Select(store => store.Array)];
        _phases = new int[loop.Body.Length];
    }

    /// <summary>The arrays that keep what goes from one phase to another; there once <see cref="Bodies"/> has been asked for.</summary>
    public ImmutableArray<Allocate> Buffers { get; private set; } = [];

    /// <summary>The phases of a loop; null if its steps can't be taken apart, or are one phase.</summary>
    public static LoopPhases? Of(Loop loop)
    {
        var phases = new LoopPhases(loop);
        return phases.IsAdmissible() && phases.Assign() ? phases : null;
    }

    /// <summary>The bodies of the phases, for the step <paramref name="start"/> plus the loop's index.</summary>
    /// <param name="start">The first step of a block.</param>
    /// <param name="size">The largest number of steps to a block.</param>
    public ImmutableArray<ImmutableArray<Statement>> Bodies(Symbol start, Expression size)
    {
        ExpressionGraph graph = start.Graph;
        int[] order = [.. Enumerable.Range(0, _phases.Length).Where(position => !IsCheap(position)).Select(position => _phases[position]).Distinct().OrderBy(phase => phase)];
        foreach (Symbol local in order.SelectMany(ReadFromEarlier).Distinct().OrderBy(local => local.Id))
        {
            _buffers.Add(local, graph.Local(local.Name + "Block", new ExpressionType(local.Scalar, 1)));
        }

        Buffers = [.. _buffers.Values.OrderBy(buffer => buffer.Id).Select(buffer => new Allocate(buffer, [size]))];
        return [.. order.Select(phase => Body(phase, start))];
    }

    private ImmutableArray<Statement> Body(int phase, Symbol start)
    {
        ExpressionGraph graph = start.Graph;
        ImmutableArray<Statement> own = In(phase);
        var read = new HashSet<Symbol>(own.SelectMany(Reads));
        foreach (Declare declare in _loop.Body.Reverse().OfType<Declare>().Where(declare => _cheap.ContainsKey(declare.Local) && read.Contains(declare.Local)))
        {
            read.UnionWith(Reads(declare));
        }

        ImmutableArray<Statement> statements =
        [
            .. _loop.Body.Where(statement => statement is Declare declare && _cheap.ContainsKey(declare.Local) && read.Contains(declare.Local)),
            .. own,
        ];
        Expression step = graph.Add(start, _loop.Index);
        statements = Statements.Map(statements, tree => Substitution.Replace(tree, [(_loop.Index, step)]), static local => local);
        return FreshLocals.In(
        [
            .. ReadFromEarlier(phase).OrderBy(local => local.Id).Select(local => new Declare(local, graph.Element(_buffers[local], [_loop.Index]))),
            .. statements,
            .. own.OfType<Declare>().Where(declare => _buffers.ContainsKey(declare.Local)).Select(declare => new Store(_buffers[declare.Local], [_loop.Index], declare.Local, IsAddition: false)),
        ]);
    }

    private ImmutableArray<Statement> In(int phase) => [.. _loop.Body.Where((_, position) => !IsCheap(position) && _phases[position] == phase)];

    private IEnumerable<Symbol> ReadFromEarlier(int phase)
    {
        ImmutableArray<Statement> own = In(phase);
        HashSet<Symbol> declared = [.. own.OfType<Declare>().Select(declare => declare.Local)];
        return own.SelectMany(Reads).Where(local => _own.Contains(local) && !_cheap.ContainsKey(local) && !declared.Contains(local)).Distinct();
    }

    private bool IsCheap(int position) => _loop.Body[position] is Declare declare && _cheap.ContainsKey(declare.Local);

    private bool IsAdmissible()
    {
        ImmutableArray<Statement> all = [.. Statements.Inside(_loop.Body)];
        HashSet<Symbol> declared = [.. all.OfType<Declare>().Select(declare => declare.Local), .. all.OfType<Blocks>().SelectMany(blocks => new[] { blocks.Start, blocks.Count })];
        HashSet<Symbol> totals = [.. all.OfType<Accumulate>().Select(accumulate => accumulate.Local).Where(total => !declared.Contains(total))];

        // A step must not look at what earlier steps have left.
        return all.All(statement => statement is Declare or Accumulate or Store or Loop or Blocks or If || (statement is Assign assign && declared.Contains(assign.Local)))
            && !all.SelectMany(static statement => Statements.Trees(statement)).SelectMany(Statements.Locals).Any(totals.Contains)
            && FindCheap();
    }

    private bool FindCheap()
    {
        var written = _loop.Body.SelectMany((statement, position) => Writes(statement).Select(symbol => (Symbol: symbol, Position: position))).ToLookup(entry => entry.Symbol, entry => entry.Position);
        foreach (Declare declare in _loop.Body.OfType<Declare>())
        {
            if (declare.Value is { } value && written[declare.Local].Distinct().Count() == 1 && Cost(value) <= CheapValue
                && Reads(declare).All(local => !_own.Contains(local) || _cheap.ContainsKey(local)) && !ArraysRead(declare).Any(_stored.Contains))
            {
                _cheap.Add(declare.Local, declare);
            }
        }

        return true;
    }

    /// <summary>Gives each statement its phase: odd ones have inner loops, even ones haven't.</summary>
    private bool Assign()
    {
        ImmutableArray<Statement> body = _loop.Body;
        int[] units = Units();
        var last = new Dictionary<Symbol, int>();
        for (int position = 0; position < body.Length; position++)
        {
            foreach (Symbol symbol in Writes(body[position]))
            {
                last[symbol] = position;
            }
        }

        // Units are known by the position of their first statement.
        var dependencies = new HashSet<(int Earlier, int Later)>();
        for (int position = 0; position < body.Length; position++)
        {
            foreach (Symbol local in IsCheap(position) ? [] : Reads(body[position]).Where(local => _own.Contains(local) && !_cheap.ContainsKey(local)).Distinct())
            {
                int writer = last[local];
                if (units[writer] == units[position])
                {
                    continue;
                }

                if (writer > position || !local.Scalar.IsFloating())
                {
                    return false;
                }

                dependencies.Add((units[writer], units[position]));
            }
        }

        HashSet<int> loops = [.. Enumerable.Range(0, body.Length).Where(position => Statements.Inside([body[position]]).Any(static statement => statement is Loop or Blocks)).Select(position => units[position])];
        Dictionary<int, int> phases = units.Distinct().ToDictionary(unit => unit, unit => loops.Contains(unit) ? 1 : 0);
        for (bool moved = true; moved;)
        {
            moved = false;
            foreach ((int earlier, int later) in dependencies)
            {
                int phase = phases[earlier] + (loops.Contains(earlier) == loops.Contains(later) ? 0 : 1);
                if (phase > MostPhases)
                {
                    return false;
                }

                moved |= phases[later] < phase;
                phases[later] = Math.Max(phases[later], phase);
            }
        }

        for (int position = 0; position < body.Length; position++)
        {
            _phases[position] = phases[units[position]];
        }

        return Enumerable.Range(0, body.Length).Where(position => !IsCheap(position)).Select(position => _phases[position]).Distinct().Count() > 1;
    }

    // Statements that write to the same, or read an array that is written, belong together.
    private int[] Units()
    {
        int[] units = [.. Enumerable.Range(0, _loop.Body.Length)];
        var first = new Dictionary<Symbol, int>();
        for (int position = 0; position < units.Length; position++)
        {
            foreach (Symbol symbol in IsCheap(position) ? [] : Writes(_loop.Body[position]).Concat(ArraysRead(_loop.Body[position]).Where(_stored.Contains)))
            {
                if (!first.TryGetValue(symbol, out int other))
                {
                    first.Add(symbol, position);
                    continue;
                }

                (int from, int to) = (units[position], units[other]);
                for (int i = 0; i < units.Length; i++)
                {
                    units[i] = units[i] == from ? to : units[i];
                }
            }
        }

        return units;
    }

    private static IEnumerable<Symbol> Writes(Statement statement) => Statements.Inside([statement]).Select(static inner => inner switch
    {
        Declare declare => declare.Local,
        Assign assign => assign.Local,
        Accumulate accumulate => accumulate.Local,
        Store store => store.Array,
        _ => null,
    }).OfType<Symbol>();

    private static IEnumerable<Symbol> Reads(Statement statement)
        => Statements.Inside([statement]).SelectMany(static inner => Statements.Trees(inner)).SelectMany(Statements.Locals);

    private static IEnumerable<Symbol> ArraysRead(Statement statement)
        => Traversal.Reachable([.. Statements.Inside([statement]).SelectMany(static inner => Statements.Trees(inner))]).OfType<Element>().Select(static element => element.Array).OfType<Symbol>();

    private static int Cost(Expression value)
        => Traversal.Reachable([value]).Sum(static node => node is Apply apply ? apply.Cost : 0);
}
