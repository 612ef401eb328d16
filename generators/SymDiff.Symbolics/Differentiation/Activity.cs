using System.Collections.Generic;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>Which nodes vary with the inputs, so far as derivatives see it: steps and integers cut.</summary>
public sealed class Activity
{
    private readonly NodeSet _active;

    private Activity(NodeSet active) => _active = active;

    /// <param name="nodes">Operands before users.</param>
    /// <param name="inputs">What is varied.</param>
    public static Activity Of(IReadOnlyList<Expression> nodes, IEnumerable<Expression> inputs)
    {
        var active = new NodeSet();
        foreach (Expression input in inputs)
        {
            active.Add(input);
        }

        // A carried value is active if any step makes it so, and the steps are seen before the scan that holds them together: repeat until nothing changes.
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (Expression node in nodes)
            {
                if (node is Scan scan)
                {
                    for (int k = 0; k < scan.Carried.Length; k++)
                    {
                        changed |= (active.Contains(scan.Initials[k]) || active.Contains(scan.Nexts[k]))
                            && scan.Carried[k].Scalar.IsFloating() && active.Add(scan.Carried[k]);
                    }
                }
                else if (node.Scalar.IsFloating() && Varies(node, active))
                {
                    active.Add(node);
                }
            }
        }

        return new Activity(active);
    }

    public bool Contains(Expression node) => _active.Contains(node);

    private static bool Varies(Expression node, NodeSet active) => node switch
    {
        Apply apply => apply.Primitive.Partial is not null && AnyOf(apply.Operands, active),
        Select select => active.Contains(select.WhenTrue) || active.Contains(select.WhenFalse),
        Reduce reduce => active.Contains(reduce.Initial) || AnyOf(reduce.Terms, active),
        Output output => active.Contains(output.Scan.Carried[output.Position]),
        Trace trace => active.Contains(trace.Scan.Stacked[trace.Position]),
        Element element => active.Contains(element.Array),
        Update update => active.Contains(update.Array) || active.Contains(update.Value),
        Build build => active.Contains(build.Body),
        Stored stored => active.Contains(stored.Array),
        _ => false,
    };

    private static bool AnyOf(ImmutableArray<Expression> nodes, NodeSet active)
    {
        foreach (Expression node in nodes)
        {
            if (active.Contains(node))
            {
                return true;
            }
        }

        return false;
    }
}
