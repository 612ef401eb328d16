using System.Collections.Generic;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Where in a block a value is needed: under which conditions, from the block's root inwards. Equal conditions give the same region, even
/// if they are written as several <c>if</c> statements.
/// </summary>
internal sealed class Region
{
    private readonly Dictionary<(Expression Condition, bool Holds), Region> _children = [];

    private readonly Region? _around;

    private Region(Region? parent, Region? around, Expression? condition, bool holds)
        => (Parent, _around, Condition, Holds, Depth) = (parent, around, condition, holds, parent is null ? 0 : parent.Depth + 1);

    public Region? Parent { get; }

    public Expression? Condition { get; }

    public bool Holds { get; }

    public int Depth { get; }

    /// <param name="around">The region of the outer block in which this block's loop stands.</param>
    public static Region Root(Region? around) => new(null, around, null, holds: true);

    public Region Child(Expression condition, bool holds)
    {
        if (!_children.TryGetValue((condition, holds), out Region? child))
        {
            _children.Add((condition, holds), child = new Region(this, null, condition, holds));
        }

        return child;
    }

    /// <summary>Whether the condition is known to hold, or known not to, in here.</summary>
    public bool? Knows(Expression condition)
    {
        for (Region? region = this; region is not null; region = region.Parent ?? region._around)
        {
            if (ReferenceEquals(region.Condition, condition))
            {
                return region.Holds;
            }
        }

        return null;
    }

    public bool IsInside(Region other)
    {
        Region region = this;
        while (region.Depth > other.Depth)
        {
            region = region.Parent!;
        }

        return ReferenceEquals(region, other);
    }

    /// <summary>The innermost region around both.</summary>
    public static Region Common(Region left, Region right)
    {
        while (!ReferenceEquals(left, right))
        {
            if (left.Depth >= right.Depth)
            {
                left = left.Parent!;
            }
            else
            {
                right = right.Parent!;
            }
        }

        return left;
    }
}
