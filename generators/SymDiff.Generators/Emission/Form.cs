using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>How a node is written: text with nodes in it, and how tightly the whole binds.</summary>
internal sealed class Form(Binding binding)
{
    public Binding Binding { get; } = binding;

    /// <summary>Whether what is in it stands inside <c>checked(…)</c> or <c>unchecked(…)</c>; null: in whatever the form itself stands.</summary>
    public bool? IsChecked { get; init; }

    public List<Part> Parts { get; } = [];

    public Form Add(string text)
    {
        Parts.Add(Part.Of(text));
        return this;
    }

    public Form Add(Expression node, Binding required) => Add(new Child(node, required));

    public Form Add(Child child)
    {
        Parts.Add(Part.Of(child));
        return this;
    }

    /// <summary>A space, or the end of a line if that gets too long.</summary>
    public Form Break()
    {
        Parts.Add(Part.Break);
        return this;
    }
}

/// <summary>A bit of text, or a node to be written in its place.</summary>
internal readonly record struct Part(string Text, Child? Child, bool IsBreak)
{
    public static readonly Part Break = new(" ", Child: null, IsBreak: true);

    public static Part Of(string text) => new(text, Child: null, IsBreak: false);

    public static Part Of(Child child) => new(string.Empty, child, IsBreak: false);
}

/// <summary>A node in a place of its parent's text.</summary>
/// <param name="Node">What is to be written.</param>
/// <param name="Required">How tightly it must bind to stand without parentheses.</param>
internal sealed record Child(Expression Node, Binding Required)
{
    /// <summary>The opposite of the truth value is written.</summary>
    public bool Negated { get; init; }

    /// <summary>The place is inside <c>checked(…)</c>.</summary>
    public bool IsChecked { get; init; }
}
