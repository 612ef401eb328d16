using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Leaves out of sequential loops the values that neither what follows reads nor a value that is read, and keeps of their steps only what is read.</summary>
internal static class LiveValues
{
    /// <summary>For every node that the roots need, what stands for it.</summary>
    public static Replacements Only(IEnumerable<Expression> roots, CancellationToken cancellation)
    {
        var walk = new Walk();
        walk.Visit(roots, cancellation);
        var result = new Replacements();
        foreach (Expression node in walk.HasLoops ? walk.Live.ToList() : [])
        {
            cancellation.ThrowIfCancellationRequested();
            result[node] = Replace(node, walk, result);
        }

        return result;
    }

    private static Expression Replace(Expression node, Walk walk, Replacements done) => node switch
    {
        Scan scan => Narrow(scan, walk.PositionsOf(scan), walk.KeptOf(scan), done),
        Trace trace => node.Graph.Trace((Scan)done[trace.Scan], walk.KeptOf(trace.Scan).IndexOf(trace.Position)),
        Output output => node.Graph.Output((Scan)done[output.Scan], walk.PositionsOf(output.Scan).IndexOf(output.Position)),
        _ => node.Graph.Replace(node, operand => done[operand]),
    };

    private static Scan Narrow(Scan scan, ImmutableArray<int> positions, ImmutableArray<int> kept, Replacements done) => scan.Graph.Scan(
        scan.Index,
        done[scan.Lower],
        done[scan.Upper],
        [.. positions.Select(position => scan.Carried[position])],
        [.. positions.Select(position => done[scan.Initials[position]])],
        [.. positions.Select(position => done[scan.Nexts[position]])],
        done[scan.While],
        [.. kept.Select(position => done[scan.Stacked[position]])],
        scan.IsDownward);

    /// <summary>From the roots to all that is read. A carried symbol may belong to several loops: a loop and its differentiated form.</summary>
    private sealed class Walk
    {
        private readonly Stack<Expression> _pending = new();
        private readonly Dictionary<Scan, SortedSet<int>> _positions = [];
        private readonly Dictionary<Scan, SortedSet<int>> _kept = [];

        public NodeSet Live { get; } = new();

        public bool HasLoops => _positions.Count > 0;

        public ImmutableArray<int> PositionsOf(Scan scan) => [.. _positions[scan]];

        public ImmutableArray<int> KeptOf(Scan scan) => _kept.TryGetValue(scan, out SortedSet<int>? kept) ? [.. kept] : [];

        public void Visit(IEnumerable<Expression> roots, CancellationToken cancellation)
        {
            Push([.. roots]);
            while (_pending.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Expression node = _pending.Pop();
                if (node is Output output)
                {
                    Read(output.Scan, output.Position);
                }

                if (node is Trace trace)
                {
                    Keep(trace.Scan, trace.Position);
                }

                if (!Live.Add(node))
                {
                    continue;
                }

                if (node is Symbol symbol)
                {
                    ReadWhereCarried(symbol);
                }
                else
                {
                    Push(node is Scan loop ? [loop.Lower, loop.Upper, loop.While] : node.Operands);
                }
            }
        }

        private void ReadWhereCarried(Symbol symbol)
        {
            foreach (Scan scan in _positions.Keys.Where(scan => scan.Carried.Contains(symbol)).ToList())
            {
                Read(scan, scan.Carried.IndexOf(symbol));
            }
        }

        private void Keep(Scan scan, int position)
        {
            Enter(scan);
            if (!_kept.TryGetValue(scan, out SortedSet<int>? kept))
            {
                _kept.Add(scan, kept = []);
            }

            if (kept.Add(position))
            {
                _pending.Push(scan.Stacked[position]);
            }
        }

        private void Read(Scan scan, int position)
        {
            if (Enter(scan).Add(position))
            {
                // The symbol is live with the value, so that the other loops that carry it agree on what they carry.
                Push([scan.Carried[position], scan.Initials[position], scan.Nexts[position]]);
            }
        }

        private SortedSet<int> Enter(Scan scan)
        {
            if (!_positions.TryGetValue(scan, out SortedSet<int>? positions))
            {
                _positions.Add(scan, positions = []);
                for (int i = 0; i < scan.Carried.Length; i++)
                {
                    if (Live.Contains(scan.Carried[i]))
                    {
                        Read(scan, i);
                    }
                }
            }

            return positions;
        }

        private void Push(ImmutableArray<Expression> nodes)
        {
            foreach (Expression node in nodes)
            {
                _pending.Push(node);
            }
        }
    }
}
