using System;
using System.Collections.Generic;

namespace SymDiff.Symbolics.Expressions;

/// <summary>A set of nodes of one graph: a bit for each node of the graph, once there are so many that this takes less room than to list them.</summary>
internal sealed class NodeSet
{
    private const int MostListed = 256;

    private HashSet<Expression>? _listed = [];
    private ulong[] _marks = [];
    private ExpressionGraph? _graph;

    public int Count { get; private set; }

    /// <returns>Whether it wasn't in the set before.</returns>
    public bool Add(Expression node)
    {
        if (_listed is null)
        {
            return Mark(node.Id);
        }

        if (!_listed.Add(node))
        {
            return false;
        }

        Count++;
        if (Count > MostListed)
        {
            Count = 0;
            _graph = node.Graph;
            foreach (Expression listed in _listed)
            {
                Mark(listed.Id);
            }

            _listed = null;
        }

        return true;
    }

    public bool Contains(Expression node)
        => _listed is not null ? _listed.Contains(node) : node.Id >> 6 < _marks.Length && (_marks[node.Id >> 6] & (1UL << (node.Id & 63))) != 0;

    /// <summary>All of them, operands before users.</summary>
    public List<Expression> ToList()
    {
        if (_listed is not null)
        {
            List<Expression> few = [.. _listed];
            few.Sort(static (left, right) => left.Id.CompareTo(right.Id));
            return few;
        }

        var nodes = new List<Expression>(Count);
        for (int word = 0; word < _marks.Length; word++)
        {
            ulong marks = _marks[word];
            for (int id = word << 6; marks != 0; id++, marks >>= 1)
            {
                if ((marks & 1) != 0)
                {
                    nodes.Add(_graph!.Nodes[id]);
                }
            }
        }

        return nodes;
    }

    private bool Mark(int id)
    {
        int word = id >> 6;
        if (word >= _marks.Length)
        {
            Array.Resize(ref _marks, Math.Max(word + 1, 2 * _marks.Length));
        }

        ulong mark = 1UL << (id & 63);
        if ((_marks[word] & mark) != 0)
        {
            return false;
        }

        _marks[word] |= mark;
        Count++;
        return true;
    }
}
