using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>
/// What is called what in a loop that runs in lanes. The locals of its body have the names that they have step by step; but both sides of a choice, which are blocks
/// there, are in one block here, so that of two locals with one name the second takes another.
/// </summary>
/// <param name="loop">The loop.</param>
/// <param name="lanes">How it runs.</param>
/// <param name="names">The names in the method.</param>
internal sealed class LaneNames(Loop loop, LaneForm lanes, NameAllocator names)
{
    private readonly string[] _starts = [.. lanes.Arrays.Select(array => names.Fresh(array.Array.Stem + "Start"))];
    private readonly Dictionary<Expression, string> _broadcasts = lanes.Broadcasts.ToDictionary(
        static node => node,
        node => names.Fresh((node is Symbol symbol ? symbol.Stem : node.Scalar == ScalarType.Boolean ? "condition" : "number") + "Lanes"));

    private readonly Dictionary<(Statement, bool), string> _masks = [];
    private readonly Dictionary<(Symbol, int), string> _totals = [];
    private readonly Dictionary<Symbol, string> _own = Own(loop, names);

    public string this[Symbol symbol] => _own.TryGetValue(symbol, out string? name) ? name : names[symbol];

    public string Index { get; } = names[loop.Index];

    /// <summary>What the loop's lower end is called, where the code has to mention it.</summary>
    public string Lower { get; set; } = string.Empty;

    public string Start(int array) => _starts[array];

    public string Broadcast(Expression node) => _broadcasts[node];

    /// <summary>Whether the value may differ between lanes.</summary>
    public bool IsInLanes(Expression node)
        => node is Symbol symbol ? ReferenceEquals(symbol, loop.Index) || _own.ContainsKey(symbol)
            : (node is Element element && lanes.Positions.ContainsKey(element)) || node.Operands.Any(IsInLanes);

    /// <summary>The name of a total in the registers that take each so many-th block of steps.</summary>
    public string Total(Symbol total, int block)
    {
        if (!_totals.TryGetValue((total, block), out string? name))
        {
            _totals.Add((total, block), name = names.Fresh(total.Name + "Lanes"));
        }

        return name;
    }

    /// <summary>The name of the mask of the lanes in which one side of a choice counts.</summary>
    public string Mask(Statement choice, bool holds)
    {
        if (!_masks.TryGetValue((choice, holds), out string? name))
        {
            _masks.Add((choice, holds), name = names.Fresh(holds ? "where" : "elsewhere"));
        }

        return name;
    }

    public string Fresh(string hint) => names.Fresh(hint);

    private static Dictionary<Symbol, string> Own(Loop loop, NameAllocator names)
    {
        var own = new Dictionary<Symbol, string>();
        var taken = new HashSet<string>();
        foreach (Declare declare in Statements.Inside(loop.Body).OfType<Declare>())
        {
            string name = names[declare.Local];
            own.Add(declare.Local, taken.Add(name) ? name : names.Fresh(declare.Local.Name));
        }

        return own;
    }
}
