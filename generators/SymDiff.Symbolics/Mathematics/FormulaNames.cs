using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>What indices, lengths and named parts are called in a formula: the source's names where they'll do, else mathematicians' favourites.</summary>
internal sealed class FormulaNames
{
    private static readonly ImmutableArray<string> Indices = ["i", "j", "k", "l", "r", "s", "u", "v"];
    private static readonly ImmutableArray<string> Lengths = ["n", "m", "p", "q"];

    private readonly HashSet<string> _taken;
    private readonly Dictionary<Expression, string> _given = [];
    private readonly Dictionary<Symbol, string> _indices = [];
    private readonly Dictionary<Expression, string> _lengths = [];
    private readonly Dictionary<Expression, string> _parts = [];
    private readonly List<Extent> _lengthsInOrder = [];
    private int _numbered;

    public FormulaNames(Function function)
    {
        _taken = [.. function.Parameters.Select(parameter => parameter.Name)];
        foreach ((Expression node, string name) in function.Names)
        {
            if (!_given.ContainsKey(node))
            {
                _given.Add(node, name);
            }
        }
    }

    /// <summary>The lengths named so far.</summary>
    public IReadOnlyList<Extent> NamedLengths => _lengthsInOrder;

    /// <summary>Whether the source has a name for the node.</summary>
    public bool IsNamed(Expression node) => _given.ContainsKey(node);

    /// <summary>A parameter, a field, a value that a loop carries; the tangent of such a value is its derivative.</summary>
    public static string Symbol(Symbol symbol)
    {
        const string Of = "TangentOf_";
        const string Tangent = "Tangent";
        string name = symbol.SourceName;
        int of = name.IndexOf(Of, System.StringComparison.Ordinal);
        return symbol.Role != SymbolRole.Carried ? name
            : of > 0 ? $"∂{name.Substring(0, of)}/∂{name.Substring(of + Of.Length)}"
            : name.Length > Tangent.Length && name.EndsWith(Tangent, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Tangent.Length) + "′"
            : name;
    }

    /// <summary>A letter that also exists below the line.</summary>
    public string Index(Symbol index)
    {
        if (!_indices.TryGetValue(index, out string? letter))
        {
            bool isUsable = index.Name.Length == 1 && Scripts.Subscript(index.Name) is not null && !IsTaken(index.Name);
            letter = isUsable ? index.Name : Indices.FirstOrDefault(candidate => !IsTaken(candidate)) ?? index.Name;
            _indices.Add(index, letter);
        }

        return letter;

        bool IsTaken(string name) => _taken.Contains(name) || _indices.ContainsValue(name);
    }

    public string Length(Extent length)
    {
        if (!_lengths.TryGetValue(length, out string? letter))
        {
            letter = Lengths.FirstOrDefault(candidate => !_taken.Contains(candidate) && !_lengths.ContainsValue(candidate) && !_indices.ContainsValue(candidate)) ?? Definition(length);
            _lengths.Add(length, letter);
            if (letter != Definition(length))
            {
                _lengthsInOrder.Add(length);
            }
        }

        return letter;
    }

    /// <summary>The length as the source writes it.</summary>
    public static string Definition(Extent length)
    {
        string array = length.Array is Symbol symbol ? symbol.InElements is { Array: var whole } ? whole : Symbol(symbol) : "…";
        return length.Array.Type.Rank == 1 ? $"{array}.Length" : $"{array}.GetLength({length.Axis.ToString(CultureInfo.InvariantCulture)})";
    }

    /// <summary>The name of a part with a line of its own, with the indices that it depends on.</summary>
    public string Part(Expression node)
    {
        if (!_parts.TryGetValue(node, out string? name))
        {
            string indices = string.Concat(node.Free.Where(symbol => symbol.Role == SymbolRole.Index).Select(symbol => Scripts.Subscript(Index(symbol)) ?? $"[{Index(symbol)}]"));
            name = (Given(node) ?? "t" + Scripts.Subscript((++_numbered).ToString(CultureInfo.InvariantCulture))) + indices;
            _parts.Add(node, name);
        }

        return name;
    }

    private string? Given(Expression node) => _given.TryGetValue(node, out string? name) && _taken.Add(name) ? name : null;
}
