using System.Collections.Immutable;
using System.Globalization;

namespace SymDiff.Tests;

/// <summary>Options in a table, as in <c>momentum=0.9;nesterov=true</c>. What is left out has the default of the constructor that is called.</summary>
internal sealed record Options(string Text)
{
    private readonly ImmutableDictionary<string, string> values = Text.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(option => option.Split('='))
        .ToImmutableDictionary(option => option[0], option => option[1]);

    public double Number(string name, double otherwise) => values.TryGetValue(name, out string? text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public long Integer(string name, long otherwise) => values.TryGetValue(name, out string? text) ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public bool Flag(string name) => values.TryGetValue(name, out string? text) && bool.Parse(text);

    public string Word(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    public long[] Integers(string name) => [.. values[name].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
}
