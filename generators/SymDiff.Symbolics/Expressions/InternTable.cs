namespace SymDiff.Symbolics.Expressions;

/// <summary>The nodes of a graph by their structure. The lists go through the nodes themselves, which takes half the memory of a dictionary.</summary>
internal sealed class InternTable
{
    private Expression?[] _lists = new Expression?[256];
    private int _count;

    /// <summary>The node that is equal to this one; null if there is none yet.</summary>
    public Expression? Find(Expression candidate, int hash)
    {
        for (Expression? node = _lists[hash & (_lists.Length - 1)]; node is not null; node = node.NextInTable)
        {
            if (node.HashInTable == hash && ShallowEquality.AreEqual(node, candidate))
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>Adds a node that has no equal.</summary>
    public void Add(Expression node, int hash)
    {
        if (_count == _lists.Length)
        {
            Grow();
        }

        _count++;
        node.HashInTable = hash;
        Link(node);
    }

    private void Grow()
    {
        Expression?[] before = _lists;
        _lists = new Expression?[2 * before.Length];
        foreach (Expression? first in before)
        {
            for (Expression? node = first, next; node is not null; node = next)
            {
                next = node.NextInTable;
                Link(node);
            }
        }
    }

    private void Link(Expression node)
    {
        ref Expression? first = ref _lists[node.HashInTable & (_lists.Length - 1)];
        node.NextInTable = first;
        first = node;
    }
}
