using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>
/// Gives every local and index of a program a name: that of the source, with a number behind it where another name in scope is the same.
/// Numbers go in the order of the text, so that a change further down renames nothing above it.
/// </summary>
internal sealed class NameAllocator
{
    private const string Fallback = "t";

    private readonly Dictionary<Symbol, string> _names = [];
    private readonly HashSet<string> _taken;

    private NameAllocator(IEnumerable<string> taken) => _taken = [.. taken];

    /// <param name="program">Whose locals and indices are to be named.</param>
    /// <param name="given">Names of the symbols from outside, in C# text.</param>
    /// <param name="taken">Names that mean something else already, without <c>@</c>.</param>
    public static NameAllocator For(Program program, IEnumerable<(Symbol Symbol, string Name)> given, IEnumerable<string> taken)
    {
        var names = new NameAllocator(taken);
        foreach ((Symbol symbol, string name) in given)
        {
            names._names[symbol] = name;
            names._taken.Add(name.TrimStart('@'));
        }

        // Indices first: i is to stay i, whatever else the source calls i.
        names.NameIndices(program.Body);
        names._taken.UnionWith(names._names.Values.Select(name => name.TrimStart('@')));
        names.NameLocals(program.Body, new Scope(null));
        return names;
    }

    public string this[Symbol symbol]
        => _names.TryGetValue(symbol, out string? name) ? name
        : symbol.Role == SymbolRole.External ? symbol.Name
        : throw new InvalidOperationException($"Nothing declares {symbol.Name}.");

    /// <summary>A name that nothing else has, wherever it stands.</summary>
    public string Fresh(string hint)
    {
        string name = Unique(hint, candidate => _taken.Contains(candidate) || _names.ContainsValue(candidate));
        _taken.Add(name);
        return Identifiers.Escape(name);
    }

    /// <summary>What a value is assigned to that nobody wants: <c>_</c>, or a variable where that is the name of something.</summary>
    public string Discard(ScalarType type) => _taken.Contains("_") ? $"{type.Keyword()} {Fresh("unused")}" : "_";

    // A symbol may head several loops, some of them deeper inside than others: its name must do in all of them.
    private void NameIndices(ImmutableArray<Statement> body)
    {
        var nested = new List<(Symbol Index, ImmutableArray<Symbol> Enclosing)>();
        CollectLoops(body, [], nested);
        ILookup<Symbol, Symbol> conflicts = nested
            .SelectMany(loop => loop.Enclosing.SelectMany(outer => new[] { (One: loop.Index, Other: outer), (One: outer, Other: loop.Index) }))
            .ToLookup(pair => pair.One, pair => pair.Other);
        foreach (Symbol index in nested.Select(loop => loop.Index).Distinct())
        {
            string[] avoided = [.. conflicts[index].Where(_names.ContainsKey).Select(other => _names[other].TrimStart('@'))];
            _names[index] = Identifiers.Escape(Unique(index.Name, candidate => _taken.Contains(candidate) || avoided.Contains(candidate)));
        }
    }

    private static void CollectLoops(ImmutableArray<Statement> statements, ImmutableArray<Symbol> enclosing, List<(Symbol Index, ImmutableArray<Symbol> Enclosing)> found)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Loop loop:
                    found.Add((loop.Index, enclosing));
                    CollectLoops(loop.Body, enclosing.Add(loop.Index), found);
                    break;
                case Blocks blocks:
                    CollectLoops(blocks.Body, enclosing, found);
                    break;
                case If choice:
                    CollectLoops(choice.Then, enclosing, found);
                    CollectLoops(choice.Else, enclosing, found);
                    break;
            }
        }
    }

    private void NameLocals(ImmutableArray<Statement> statements, Scope scope)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Declare declare:
                    Name(declare.Local, scope);
                    break;
                case Allocate { IsDeclared: false } allocate:
                    Name(allocate.Array, scope);
                    break;
                case Loop loop:
                    NameBlock(loop.Body, scope);
                    break;
                case Blocks blocks:
                    Name(blocks.Start, scope);
                    Name(blocks.Count, scope);
                    NameBlock(blocks.Body, scope);
                    break;
                case If choice:
                    NameBlock(choice.Then, scope);
                    NameBlock(choice.Else, scope);
                    break;
            }
        }
    }

    private void Name(Symbol local, Scope scope)
    {
        string name = Unique(local.Name, candidate => _taken.Contains(candidate) || scope.Conflicts(candidate), scope.Numbers);
        _names[local] = Identifiers.Escape(name);
        scope.Declare(name);
    }

    private void NameBlock(ImmutableArray<Statement> statements, Scope parent)
    {
        var scope = new Scope(parent);
        NameLocals(statements, scope);
        scope.Close();
    }

    private static string Unique(string hint, Func<string, bool> isTaken, Numbers? numbers = null)
    {
        string stem = Identifier(hint);
        string separator = char.IsDigit(stem[stem.Length - 1]) ? "_" : string.Empty;
        int number = numbers?.After(stem) ?? 1;
        string name = Name();
        while (isTaken(name))
        {
            number++;
            name = Name();
        }

        numbers?.Use(stem, number);
        return name;

        string Name() => number == 1 ? stem : stem + separator + number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Identifier(string hint)
    {
        if (SyntaxFacts.IsValidIdentifier(hint) && hint != "_")
        {
            return hint;
        }

        var name = new StringBuilder();
        foreach (char character in hint)
        {
            if (name.Length == 0 ? SyntaxFacts.IsIdentifierStartCharacter(character) : SyntaxFacts.IsIdentifierPartCharacter(character))
            {
                name.Append(character);
            }
        }

        return name.Length == 0 || name.ToString() == "_" ? Fallback : name.ToString();
    }

    /// <summary>A block. C# lets blocks side by side use a name twice, but not a block and one inside it, in whatever order.</summary>
    private sealed class Scope(Scope? parent)
    {
        private readonly HashSet<string> _here = [];
        private readonly HashSet<string> _inside = [];

        public Numbers Numbers { get; } = new(parent?.Numbers);

        public void Declare(string name) => _here.Add(name);

        public bool Conflicts(string name)
        {
            if (_inside.Contains(name))
            {
                return true;
            }

            for (Scope? scope = this; scope is not null; scope = scope.Parent)
            {
                if (scope._here.Contains(name))
                {
                    return true;
                }
            }

            return false;
        }

        public void Close()
        {
            if (Parent is not null)
            {
                Parent._inside.UnionWith(_here);
                Parent._inside.UnionWith(_inside);
            }
        }

        private Scope? Parent { get; } = parent;
    }

    /// <summary>The numbers that each name has had in a block and around it, so that a thousand sums aren't counted a thousand times.</summary>
    private sealed class Numbers(Numbers? outer)
    {
        private readonly Dictionary<string, int> _last = [];

        public int After(string stem)
        {
            int last = 0;
            for (Numbers? numbers = this; numbers is not null; numbers = numbers.Outer)
            {
                last = Math.Max(last, numbers._last.TryGetValue(stem, out int here) ? here : 0);
            }

            return last + 1;
        }

        public void Use(string stem, int number) => _last[stem] = number;

        private Numbers? Outer { get; } = outer;
    }
}
