using System;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Simplification;

/// <summary>A value for each node of a graph that goes on growing: an array by <see cref="Expression.Id"/>.</summary>
internal sealed class NodeTable<T>
{
    private T[] _values = new T[1024];

    public T? this[Expression node]
    {
        get => node.Id < _values.Length ? _values[node.Id] : default;
        set
        {
            if (node.Id >= _values.Length)
            {
                Array.Resize(ref _values, Math.Max(node.Id + 1, 2 * _values.Length));
            }

            _values[node.Id] = value!;
        }
    }
}
