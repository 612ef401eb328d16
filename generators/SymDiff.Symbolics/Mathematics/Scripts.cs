using System;
using System.Linq;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>Unicode's small letters above and below the line, as far as there are any.</summary>
internal static class Scripts
{
    private const string Subscripted = "0123456789+−()aehijklmnoprstuvx";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private const string Superscripted = "0123456789+−()abcdefghijklmnoprstuvwxyz";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

    /// <summary>The text below the line; null if a character has no such form.</summary>
    public static string? Subscript(string text) => Translate(text, Subscripted, Subscripts);

    /// <summary>The text above the line; null if a character has no such form.</summary>
    public static string? Superscript(string text) => Translate(text, Superscripted, Superscripts);

    private static string? Translate(string text, string from, string to)
    {
        string compact = text.Replace(" ", string.Empty);
        return compact.All(character => from.IndexOf(character) >= 0) ? string.Concat(compact.Select(character => to[from.IndexOf(character)])) : null;
    }
}
