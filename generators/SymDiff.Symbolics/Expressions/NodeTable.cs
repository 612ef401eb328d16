using System;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// A value for each node of a graph that goes on growing, by <see cref="Expression.Id"/>. In pages, so that nothing is copied as it grows, and that no array is
/// so large that the garbage collector treats it as one that stays.
/// </summary>
internal sealed class NodeTable<T>
{
    private const int PageBits = 9;
    private const int PageSize = 1 << PageBits;

    private T[]?[] _pages = new T[]?[16];

    public T? this[Expression node]
    {
        get => node.Id >> PageBits is var page && page < _pages.Length && _pages[page] is { } values ? values[node.Id & (PageSize - 1)] : default;
        set
        {
            int page = node.Id >> PageBits;
            if (page >= _pages.Length)
            {
                Array.Resize(ref _pages, Math.Max(page + 1, 2 * _pages.Length));
            }

            (_pages[page] ??= new T[PageSize])[node.Id & (PageSize - 1)] = value!;
        }
    }
}
