using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What a loop counts by steps other than one, and between which bounds: at each trip, least ≤ value ≤ greatest.</summary>
internal sealed record LoopCounter(Affine Value, int Step, Expression Least, Expression Greatest);
