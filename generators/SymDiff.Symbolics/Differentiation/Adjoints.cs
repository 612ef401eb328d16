using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>Which of the values that a loop carries have derivatives, given which are read after the loop, and whether they certainly are.</summary>
internal sealed class Adjoints
{
    private readonly HashSet<Symbol> _certain;

    public Adjoints(Scan scan, Activity activity, ImmutableArray<(int Position, bool IsCertain)> outputs)
    {
        HashSet<Symbol> read = [.. outputs.Select(output => scan.Carried[output.Position])];
        _certain = [.. outputs.Where(static output => output.IsCertain).Select(output => scan.Carried[output.Position])];
        int count;
        do
        {
            count = read.Count;
            read.UnionWith(Traversal.Reachable(NextsOf(read), node => node is Scan || activity.Contains(node)).OfType<Symbol>().Where(scan.Carried.Contains).ToList());
        }
        while (read.Count > count);

        // A derivative that is 0 because nothing has read the value yet, or because the step that reads it wasn't one of those taken, isn't to meet an infinite slope.
        do
        {
            count = _certain.Count;
            _certain.IntersectWith(Certainly.Evaluated(NextsOf(_certain)).OfType<Symbol>().ToList());
        }
        while (_certain.Count < count);

        Carried = [.. scan.Carried.Where(read.Contains)];

        IEnumerable<Expression> NextsOf(HashSet<Symbol> symbols) => scan.Carried.Select((symbol, k) => (symbol, k)).Where(pair => symbols.Contains(pair.symbol)).Select(pair => scan.Nexts[pair.k]);
    }

    /// <summary>In the order in which the loop carries them.</summary>
    public ImmutableArray<Symbol> Carried { get; }

    /// <summary>Whether the value is read in each step by something that is itself read.</summary>
    public bool AreCertain(Symbol carried) => _certain.Contains(carried);
}
