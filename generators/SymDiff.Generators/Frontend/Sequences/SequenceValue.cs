using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What LINQ makes of arrays and ranges. Nothing of it has run yet: it does whenever its items are asked for, with what the variables hold then.</summary>
internal abstract record SequenceValue : Value;

/// <summary><c>Select</c>.</summary>
/// <param name="WithPosition">Whether the function takes the position as its second argument.</param>
internal sealed record Selected(Value Source, Value Function, bool WithPosition) : SequenceValue;

/// <summary><c>Where</c>.</summary>
internal sealed record Filtered(Value Source, Value Function, bool WithPosition) : SequenceValue;

/// <summary><c>TakeWhile</c>.</summary>
internal sealed record TakenWhile(Value Source, Value Function) : SequenceValue;

/// <summary><c>Zip</c>; without a function to tuples.</summary>
internal sealed record Zipped(Value First, Value Second, Value? Function) : SequenceValue;

/// <summary><c>Skip</c> and <c>Take</c>.</summary>
/// <param name="Start">How many are skipped.</param>
/// <param name="Count">How many are taken at most; null for all.</param>
internal sealed record Section(Value Source, Expression Start, Expression? Count) : SequenceValue;

/// <summary><c>Reverse</c>.</summary>
internal sealed record Reversed(Value Source) : SequenceValue;

/// <summary><c>Concat</c>, <c>Append</c>, <c>Prepend</c>.</summary>
internal sealed record Concatenated(Value First, Value Second) : SequenceValue;

/// <summary><c>SelectMany</c>.</summary>
/// <param name="Result">Of an outer item and an inner one; null for the inner one.</param>
internal sealed record Flattened(Value Source, Value Function, Value? Result) : SequenceValue;

/// <summary><c>Repeat</c>.</summary>
internal sealed record Repeated(Value Item, Expression Count) : SequenceValue;

/// <summary>A variable that the code doesn't show: what a loop over a sequence adds up.</summary>
internal sealed class Total(string name)
{
    public string Name => name;

    /// <summary>Whether it begins as −0.0, which changes no bit of what is added to it, and isn't itself what a loop around it adds up.</summary>
    public bool BeginsWithFirst { get; init; }
}
