using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>Writes a tree of expressions as C#, with no more parentheses than it needs. It decides nothing: what it is given, it writes down.</summary>
/// <param name="form">Finds the form of a node.</param>
internal sealed class CSharpExpressionWriter(Func<Child, Form> form)
{
    // What is still to be written: an explicit stack, because no expression is nested too deeply.
    private readonly Stack<(Part Part, int Depth)> _pending = new();

    /// <param name="name">What a symbol is called where the text will stand; of a tensor, what its elements in a row are called.</param>
    /// <param name="whole">What the tensor or array itself is called, if that's something else.</param>
    public CSharpExpressionWriter(Func<Symbol, string> name, Func<Symbol, string>? whole = null) : this(new ExpressionForms(name, whole ?? name).Of)
    {
    }

    /// <summary>The text on one line.</summary>
    public string Write(Expression expression, Binding required = Binding.Any) => Piece.Join(Pieces(expression, required));

    /// <summary>The text of a truth value's opposite.</summary>
    public string WriteNegated(Expression condition, Binding required = Binding.Any)
        => Piece.Join(Pieces(new Child(condition, required) { Negated = true }));

    /// <summary>The text in pieces, to be broken into lines.</summary>
    public List<Piece> Pieces(Expression expression, Binding required = Binding.Any) => Pieces(new Child(expression, required));

    public List<Piece> Pieces(Child root)
    {
        var pieces = new List<Piece>();
        _pending.Push((Part.Of(root), 0));
        while (_pending.Count > 0)
        {
            (Part part, int depth) = _pending.Pop();
            if (part.Child is not { } child)
            {
                pieces.Add(new Piece(part.Text, part.IsBreak, depth));
                continue;
            }

            Form parts = form(child);
            bool parenthesised = parts.Binding < child.Required;
            if (parenthesised)
            {
                _pending.Push((Part.Of(")"), depth));
            }

            bool isChecked = parts.IsChecked ?? child.IsChecked;
            for (int i = parts.Parts.Count - 1; i >= 0; i--)
            {
                Part inner = parts.Parts[i];
                _pending.Push((inner.Child is { } place && place.IsChecked != isChecked ? Part.Of(place with { IsChecked = isChecked }) : inner, depth + 1));
            }

            if (parenthesised)
            {
                _pending.Push((Part.Of("("), depth));
            }
        }

        return pieces;
    }
}
