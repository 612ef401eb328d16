using System.Collections.Immutable;

namespace SymDiff.Generators.Lifting;

/// <summary>Where several ways meet: what each variable holds then.</summary>
internal static class Joining
{
    /// <summary>The variables hold what they held before the ways parted; of the ways, the first whose condition is true is taken, or else the last.</summary>
    public static void Join(Variables variables, IReadOnlyList<Exit> ways)
    {
        if (ways.Count == 1)
        {
            foreach (Change change in ways[0].Changes)
            {
                variables.Set(change.Variable, change.Value);
            }

            return;
        }

        Dictionary<object, Value>[] changes = [.. ways.Select(static way => ByVariable(way.Changes))];
        var done = new HashSet<object>(VariableComparer.Instance);
        foreach (object variable in ways.SelectMany(static way => way.Changes).Select(static change => change.Variable))
        {
            if (done.Add(variable) && Value(variable) is { } value)
            {
                variables.Set(variable, value);
            }
        }

        // From the last way backwards, so that an earlier one wins: c₁ ? a : c₂ ? b : … end. A variable that is new is read only where it has been assigned.
        Value? Value(object variable)
        {
            Value? before = variables.Find(variable);
            Value? value = null;
            for (int i = ways.Count - 1; i >= 0; i--)
            {
                Value? here = changes[i].TryGetValue(variable, out Value? changed) ? changed : before;
                value = value is null || here is null ? value ?? here : Merging.Merge(ways[i].Condition, here, value);
            }

            return value;
        }
    }

    private static Dictionary<object, Value> ByVariable(ImmutableArray<Change> changes)
    {
        var values = new Dictionary<object, Value>(VariableComparer.Instance);
        foreach (Change change in changes)
        {
            values[change.Variable] = change.Value;
        }

        return values;
    }
}
