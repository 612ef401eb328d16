using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>What a variable has become since a mark.</summary>
internal readonly record struct Change(ISymbol Variable, Value Value);

/// <summary>
/// What the variables hold at the point that the lifting has reached. A branch is lifted by way of a log that takes its assignments back, so that its cost is
/// that of what it assigns, not of all that there is.
/// </summary>
internal sealed class Variables
{
    private readonly Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Variable, Value? Before)> _log = [];

    public int Mark => _log.Count;

    public Value? Find(ISymbol variable) => _values.TryGetValue(variable, out Value? value) ? value : null;

    public void Set(ISymbol variable, Value value)
    {
        _log.Add((variable, Find(variable)));
        _values[variable] = value;
    }

    public void Remove(ISymbol variable)
    {
        if (Find(variable) is { } before)
        {
            _log.Add((variable, before));
            _values.Remove(variable);
        }
    }

    /// <summary>What has changed since the mark, in the order of the first changes.</summary>
    public ImmutableArray<Change> Since(int mark)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        ImmutableArray<Change>.Builder changes = ImmutableArray.CreateBuilder<Change>();
        for (int i = mark; i < _log.Count; i++)
        {
            ISymbol variable = _log[i].Variable;
            if (seen.Add(variable) && _values.TryGetValue(variable, out Value? value))
            {
                changes.Add(new Change(variable, value));
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>Takes all back since the mark, and tells what it was.</summary>
    public ImmutableArray<Change> Undo(int mark)
    {
        ImmutableArray<Change> changes = Since(mark);
        for (int i = _log.Count - 1; i >= mark; i--)
        {
            (ISymbol variable, Value? before) = _log[i];
            if (before is null)
            {
                _values.Remove(variable);
            }
            else
            {
                _values[variable] = before;
            }
        }

        _log.RemoveRange(mark, _log.Count - mark);
        return changes;
    }
}
