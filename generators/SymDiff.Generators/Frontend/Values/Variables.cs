using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>What a variable has become since a mark.</summary>
/// <param name="Variable">A symbol of the program, a <see cref="LocalArray"/>, which stands for what the array holds, or a <see cref="Receiver"/>.</param>
internal readonly record struct Change(object Variable, Value Value);

/// <summary>
/// What the variables hold at the point that the lifting has reached. A branch is lifted by way of a log that takes its assignments back, so that its cost is
/// that of what it assigns, not of all that there is.
/// </summary>
internal sealed class Variables
{
    private readonly Dictionary<object, Value> _values = new(VariableComparer.Instance);
    private readonly List<(object Variable, Value? Before)> _log = [];

    private bool _hasObjects;

    public int Mark => _log.Count;

    /// <summary>The arrays that the code has made so far and not left behind.</summary>
    public IEnumerable<LocalArray> Arrays => _hasObjects ? [.. _values.Keys.OfType<LocalArray>().OrderBy(static array => array.Number)] : [];

    /// <summary>The structures and objects whose methods are being run.</summary>
    public IEnumerable<Receiver> Receivers => _hasObjects ? [.. _values.Keys.OfType<Receiver>().OrderBy(static receiver => receiver.Number)] : [];

    public Value? Find(object variable) => _values.TryGetValue(variable, out Value? value) ? value : null;

    public void Set(object variable, Value value)
    {
        _hasObjects |= variable is LocalArray or Receiver;
        _log.Add((variable, Find(variable)));
        _values[variable] = value;
    }

    public void Remove(object variable)
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
        var seen = new HashSet<object>(VariableComparer.Instance);
        ImmutableArray<Change>.Builder changes = ImmutableArray.CreateBuilder<Change>();
        for (int i = mark; i < _log.Count; i++)
        {
            object variable = _log[i].Variable;
            if (seen.Add(variable) && _values.TryGetValue(variable, out Value? value))
            {
                changes.Add(new Change(variable, value));
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>What arrays, structures and objects have come to hold since the mark.</summary>
    public ImmutableArray<Change> ArraysSince(int mark) => _hasObjects ? Since(mark).RemoveAll(static change => change.Variable is ISymbol) : [];

    /// <summary>Takes all back since the mark, and tells what it was.</summary>
    public ImmutableArray<Change> Undo(int mark)
    {
        ImmutableArray<Change> changes = Since(mark);
        for (int i = _log.Count - 1; i >= mark; i--)
        {
            (object variable, Value? before) = _log[i];
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

/// <summary>Symbols are compared as Roslyn does, everything else by identity.</summary>
internal sealed class VariableComparer : IEqualityComparer<object>
{
    public static readonly VariableComparer Instance = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y)
        => x is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, y as ISymbol) : ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object variable)
        => variable is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(variable);
}
