using System.Globalization;

namespace SymDiff.Generators.Emission;

/// <summary>A notation such as <c>{M}.Pow({0}, {1})</c>, taken apart for a number of arguments, with the places where a line may end.</summary>
internal sealed class NotationTemplate
{
    public enum ItemKind
    {
        Text,
        Argument,
        Type,
        ArgumentType,
        MathClass,
        Break,
    }

    public readonly record struct Item(ItemKind Kind, string Text = "", int Argument = -1);

    private readonly List<Item> _items = [];

    private NotationTemplate(bool isChecked) => IsChecked = isChecked;

    public IReadOnlyList<Item> Items => _items;

    /// <summary>Whether the arguments stand inside <c>checked(…)</c>.</summary>
    public bool IsChecked { get; }

    public static NotationTemplate Parse(string notation, int arguments)
    {
        var template = new NotationTemplate(notation.StartsWith("checked(", StringComparison.Ordinal));
        int position = 0;
        int lastArgument = -1;
        string separator = string.Empty;
        while (position < notation.Length)
        {
            int open = notation.IndexOf('{', position);
            int close = open < 0 ? -1 : notation.IndexOf('}', open);
            string text = notation.Substring(position, (open < 0 ? notation.Length : open) - position);
            if (open < 0)
            {
                // More arguments than the notation names: the last separator goes between them.
                for (lastArgument++; lastArgument < arguments && separator.Length > 0; lastArgument++)
                {
                    template.AddText(separator);
                    template._items.Add(new Item(ItemKind.Argument, Argument: lastArgument));
                }

                template.AddText(text);
                return template;
            }

            template.AddText(text);
            string placeholder = notation.Substring(open + 1, close - open - 1);
            if (placeholder is "T" or "A" or "M")
            {
                template._items.Add(new Item(placeholder == "T" ? ItemKind.Type : placeholder == "A" ? ItemKind.ArgumentType : ItemKind.MathClass));
            }
            else
            {
                separator = lastArgument >= 0 ? text : string.Empty;
                lastArgument = int.Parse(placeholder, NumberStyles.None, CultureInfo.InvariantCulture);
                template._items.Add(new Item(ItemKind.Argument, Argument: lastArgument));
            }

            position = close + 1;
        }

        for (lastArgument++; lastArgument < arguments && separator.Length > 0; lastArgument++)
        {
            template.AddText(separator);
            template._items.Add(new Item(ItemKind.Argument, Argument: lastArgument));
        }

        return template;
    }

    // Before an operator, after a comma.
    private void AddText(string text)
    {
        if (text.StartsWith(" ", StringComparison.Ordinal))
        {
            _items.Add(new Item(ItemKind.Break));
            text = text.Substring(1);
        }

        bool isComma = text.EndsWith(", ", StringComparison.Ordinal);
        if (text.Length > 0)
        {
            _items.Add(new Item(ItemKind.Text, isComma ? text.Substring(0, text.Length - 1) : text));
        }

        if (isComma)
        {
            _items.Add(new Item(ItemKind.Break));
        }
    }
}
