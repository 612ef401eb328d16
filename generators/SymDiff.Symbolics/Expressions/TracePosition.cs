namespace SymDiff.Symbolics.Expressions;

/// <summary>Where in a <see cref="Trace"/> a step is found.</summary>
public static class TracePosition
{
    /// <summary>The number of steps before the one with the index.</summary>
    public static Expression Of(Scan scan, Expression index)
        => scan.Lower is Constant { IsZero: true } ? index : scan.Graph.Subtract(index, scan.Lower);
}
