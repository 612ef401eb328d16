using System.Globalization;

namespace SymDiff.Generators.Emission;

/// <summary>A notation such as <c>{M}.Pow({0}, {1})</c>, taken apart for a number of arguments, with the places where a line may end.</summary>
internal static class NotationTemplate
{
    public enum ItemKind
    {
        Text,
        Argument,
        Break,

        /// <summary><c>{M}</c></summary>
        MathClass,

        /// <summary><c>{A}</c></summary>
        ArgumentType,

        /// <summary><c>{T}</c></summary>
        Type,

        /// <summary><c>{N}</c></summary>
        TypeName,
    }

    public readonly record struct Item(ItemKind Kind, string Text = "", int Argument = -1);

    /// <param name="notation">The notation.</param>
    /// <param name="arguments">If there are more than the notation names, its last separator goes between them.</param>
    public static IReadOnlyList<Item> Parse(string notation, int arguments)
    {
        var items = new List<Item>();
        int last = -1;
        string separator = string.Empty;
        int position = 0;
        for (int open = notation.IndexOf('{'); open >= 0; open = notation.IndexOf('{', position))
        {
            int close = notation.IndexOf('}', open);
            string text = notation.Substring(position, open - position);
            AddText(items, text);
            string placeholder = notation.Substring(open + 1, close - open - 1);
            switch (placeholder)
            {
                case "M":
                    items.Add(new Item(ItemKind.MathClass));
                    break;
                case "A":
                    items.Add(new Item(ItemKind.ArgumentType));
                    break;
                case "T":
                    items.Add(new Item(ItemKind.Type));
                    break;
                case "N":
                    items.Add(new Item(ItemKind.TypeName));
                    break;
                default:
                    separator = last >= 0 ? text : string.Empty;
                    last = int.Parse(placeholder, NumberStyles.None, CultureInfo.InvariantCulture);
                    items.Add(new Item(ItemKind.Argument, Argument: last));
                    break;
            }

            position = close + 1;
        }

        for (last++; last < arguments && separator.Length > 0; last++)
        {
            AddText(items, separator);
            items.Add(new Item(ItemKind.Argument, Argument: last));
        }

        AddText(items, notation.Substring(position));
        return items;
    }

    // A line may end before an operator or after a comma.
    private static void AddText(List<Item> items, string text)
    {
        if (text.StartsWith(" ", StringComparison.Ordinal))
        {
            items.Add(new Item(ItemKind.Break));
            text = text.Substring(1);
        }

        bool isComma = text.EndsWith(", ", StringComparison.Ordinal);
        if (text.Length > 0)
        {
            items.Add(new Item(ItemKind.Text, isComma ? text.Substring(0, text.Length - 1) : text));
        }

        if (isComma)
        {
            items.Add(new Item(ItemKind.Break));
        }
    }
}
