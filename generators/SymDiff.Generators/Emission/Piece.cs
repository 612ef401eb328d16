using System.Text;

namespace SymDiff.Generators.Emission;

/// <summary>A bit of an expression's text; where <see cref="IsBreak"/>, a space (or nothing) at which the line may be broken instead.</summary>
/// <param name="Depth">How deeply nested the operator or call is that the break belongs to: the shallowest are taken first.</param>
internal readonly record struct Piece(string Text, bool IsBreak, int Depth)
{
    /// <summary>If the line is broken here, it is broken at all breaks of the same depth.</summary>
    public bool IsAllOrNone { get; init; }

    public static string Join(IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (Piece piece in pieces)
        {
            text.Append(piece.Text);
        }

        return text.ToString();
    }
}
