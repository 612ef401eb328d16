using System;
using System.Collections.Generic;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// A value for each node of a graph that goes on growing; default for a node that has been given none. A few are listed. More are kept by <see cref="Expression.Id"/>, in pages,
/// so that nothing is copied as the table grows, and that no array is so large that the garbage collector treats it as one that stays.
/// </summary>
internal sealed class NodeTable<T>
{
    private const int MostListed = 128;
    private const int PageBits = 9;
    private const int PageSize = 1 << PageBits;

    private Dictionary<Expression, T>? _listed = [];
    private T[]?[] _pages = [];

    public T? this[Expression node]
    {
        get => _listed is not null ? _listed.TryGetValue(node, out T? listed) ? listed : default
            : node.Id >> PageBits is var page && page < _pages.Length && _pages[page] is { } values ? values[node.Id & (PageSize - 1)]
            : default;
        set
        {
            if (_listed is null)
            {
                Place(node, value);
                return;
            }

            _listed[node] = value!;
            if (_listed.Count > MostListed)
            {
                foreach (KeyValuePair<Expression, T> pair in _listed)
                {
                    Place(pair.Key, pair.Value);
                }

                _listed = null;
            }
        }
    }

    public void Clear()
    {
        _listed = [];
        _pages = [];
    }

    private void Place(Expression node, T? value)
    {
        int page = node.Id >> PageBits;
        if (page >= _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(page + 1, Math.Max(16, 2 * _pages.Length)));
        }

        (_pages[page] ??= new T[PageSize])[node.Id & (PageSize - 1)] = value!;
    }
}
