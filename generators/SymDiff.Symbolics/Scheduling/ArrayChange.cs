using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What one step does to an array that a loop carries: one element assigned or added to, or all of them.</summary>
/// <param name="Conditions">When, from the outermost condition in.</param>
/// <param name="Index">Which element; null for all.</param>
/// <param name="Value">What it becomes; of all elements, the array that they are taken from.</param>
/// <param name="IsAddition">Whether that is added to what is there.</param>
internal sealed record ArrayChange(ImmutableArray<(Expression Condition, bool Holds)> Conditions, Expression? Index, Expression Value, bool IsAddition)
{
    /// <summary>What has to be evaluated before the array is changed.</summary>
    public IEnumerable<Expression> Values => Index is null ? [Value] : [Index, Value];

    /// <summary>The array and those that it is made of by changes, the first one first.</summary>
    public static ImmutableArray<Expression> Versions(Expression array)
    {
        var seen = new NodeSet();
        var pending = new Stack<Expression>([array]);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (seen.Add(node))
            {
                foreach (Expression before in Before(node))
                {
                    pending.Push(before);
                }
            }
        }

        return [.. seen.ToList()];
    }

    /// <summary>The arrays that the array is made of by changes, in loops too.</summary>
    public static HashSet<Expression> Origins(Expression array)
    {
        var seen = new HashSet<Expression>();
        var origins = new HashSet<Expression>();
        var pending = new Stack<Expression>([array]);
        while (pending.Count > 0)
        {
            foreach (Expression version in Versions(pending.Pop()))
            {
                if (seen.Add(version) && version is Output output)
                {
                    pending.Push(output.Scan.Initials[output.Position]);
                }
                else if (version is Symbol or Stored)
                {
                    origins.Add(version);
                }
            }
        }

        return origins;
    }

    /// <summary>What makes the array of the one that it is to begin with, in order. Everything is read before anything is changed.</summary>
    public static ImmutableArray<ArrayChange> Of(Expression array, Expression? start)
    {
        var changes = new List<ArrayChange>();
        Add(array, start, [], changes);
        return [.. changes];
    }

    private static ImmutableArray<Expression> Before(Expression node) => node switch
    {
        Update update => [update.Array],
        Apply sum => [sum.Arguments[0]],
        Select select => [select.WhenTrue, select.WhenFalse],
        _ => [],
    };

    // From the array back to one that is at hand, then forwards.
    private static void Add(Expression array, Expression? start, ImmutableArray<(Expression, bool)> conditions, List<ArrayChange> changes)
    {
        var way = new Stack<Expression>();
        for (Expression? node = array; node is not null && !ReferenceEquals(node, start); node = node is Select select ? Common(select) : Before(node) is [var before] ? before : null)
        {
            way.Push(node);
        }

        foreach (Expression node in way)
        {
            switch (node)
            {
                case Update update:
                    changes.Add(new ArrayChange(conditions, update.Indices[0], update.Value, IsAddition: false));
                    break;
                case Apply sum:
                    foreach (Expression term in sum.Arguments.Skip(1))
                    {
                        Add(term, conditions, changes);
                    }

                    break;
                case Select select:
                    Expression? common = Common(select) ?? start;
                    Add(select.WhenTrue, common, conditions.Add((select.Condition, true)), changes);
                    Add(select.WhenFalse, common, conditions.Add((select.Condition, false)), changes);
                    break;
                default:
                    changes.Add(new ArrayChange(conditions, null, node, IsAddition: false));
                    break;
            }
        }
    }

    private static void Add(Expression term, ImmutableArray<(Expression, bool)> conditions, List<ArrayChange> changes)
    {
        switch (term)
        {
            case Zeros:
                break;
            case Scatter scatter:
                changes.Add(new ArrayChange(conditions, scatter.Indices[0], scatter.Value, IsAddition: true));
                break;
            case Apply sum:
                foreach (Expression part in sum.Arguments)
                {
                    Add(part, conditions, changes);
                }

                break;
            case Select select:
                Add(select.WhenTrue, conditions.Add((select.Condition, true)), changes);
                Add(select.WhenFalse, conditions.Add((select.Condition, false)), changes);
                break;
            default:
                changes.Add(new ArrayChange(conditions, null, term, IsAddition: true));
                break;
        }
    }

    /// <summary>The array that both sides change, as far along as it is the same; null if there is none.</summary>
    private static Expression? Common(Select select)
    {
        HashSet<Expression> left = [.. Line(select.WhenTrue)];
        return Line(select.WhenFalse).FirstOrDefault(left.Contains);
    }

    private static IEnumerable<Expression> Line(Expression array)
    {
        for (Expression? node = array; node is not null; node = node is Select select ? Common(select) : Before(node) is [var before] ? before : null)
        {
            yield return node;
        }
    }
}
