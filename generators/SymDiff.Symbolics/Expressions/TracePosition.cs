namespace SymDiff.Symbolics.Expressions;

/// <summary>Where in a <see cref="Trace"/> a step is found.</summary>
public static class TracePosition
{
    /// <summary>The number of steps before the one with the index.</summary>
    public static Expression Of(Scan scan, Expression index) => Of(scan.Lower, index);

    /// <summary>The same of a loop that starts at the lower index.</summary>
    public static Expression Of(Expression lower, Expression index) => lower is Constant { IsZero: true } ? index : lower.Graph.Subtract(index, lower);
}
