using System.Collections.Immutable;
using System.Globalization;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Emission;

/// <summary>What a generated member returns: nothing, a number, an array, a structure, or a tuple of what has a name.</summary>
internal abstract record ResultShape
{
    /// <summary>The type, in C#.</summary>
    public abstract string Type { get; }

    public bool IsNothing => this is Nothing;

    /// <summary>The values for the places of the shape, which are taken from the front of the queue.</summary>
    public abstract List<Piece> Write(Queue<List<Piece>> values);

    /// <summary>What a member returns that has destinations for the arrays: the rest of the gradient, of one number a number, of several a tuple that is named after them.</summary>
    public static ResultShape Gradient(ImmutableArray<ParameterModel> parameters) => Named([.. parameters.Where(parameter => parameter.Rank == 0)], isMade: true);

    /// <summary>What a member returns that allocates: the whole gradient.</summary>
    public static ResultShape AllocatedGradient(ImmutableArray<ParameterModel> parameters) => Named(parameters, isMade: false);

    /// <summary>The value of a method, and its gradient.</summary>
    public static ResultShape ValueAndGradient(ScalarType value, ResultShape gradient)
        => gradient is Nothing ? new Scalar(value) : new Tuple([("Value", new Scalar(value)), ("Gradient", gradient)]);

    /// <param name="isMade">Whether structures are made of numbers; else they are passed on as they are.</param>
    private static ResultShape Named(ImmutableArray<ParameterModel> parameters, bool isMade)
    {
        if (parameters.Length < 2)
        {
            return parameters.IsEmpty ? new Nothing() : Part(parameters[0], isMade);
        }

        var names = new HashSet<string>(parameters.Select(parameter => parameter.Name));
        var parts = ImmutableArray.CreateBuilder<(string, ResultShape)>();
        for (int i = 0; i < parameters.Length; i++)
        {
            string name = parameters[i].Name;
            while (IsForbidden(name, i + 1) || (name != parameters[i].Name && !names.Add(name)))
            {
                name += "Gradient";
            }

            parts.Add((name, Part(parameters[i], isMade)));
        }

        return new Tuple(parts.ToImmutable());
    }

    private static ResultShape Part(ParameterModel parameter, bool isMade)
        => parameter.Structure is { } structure ? (isMade ? new Made(structure) : new Whole(structure.Type))
            : parameter.Rank == 0 ? new Scalar(parameter.Scalar) : new Whole(parameter.Type.TrimEnd('?'));

    // C# keeps these for the tuple itself (CS8125, CS8126); ItemN is allowed in its own place.
    private static bool IsForbidden(string name, int position)
        => name is "CompareTo" or "Deconstruct" or "Equals" or "GetHashCode" or "Rest" or "ToString"
        || (name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out int item)
            && item > 0 && item != position && name == "Item" + item.ToString(CultureInfo.InvariantCulture));

    private sealed record Nothing : ResultShape
    {
        public override string Type => "void";

        public override List<Piece> Write(Queue<List<Piece>> values) => [];
    }

    private sealed record Scalar(ScalarType Of) : ResultShape
    {
        public override string Type => Of.Keyword();

        public override List<Piece> Write(Queue<List<Piece>> values) => values.Dequeue();
    }

    /// <summary>An array or a tensor.</summary>
    private sealed record Whole(string Of) : ResultShape
    {
        public override string Type => Of;

        public override List<Piece> Write(Queue<List<Piece>> values) => values.Dequeue();
    }

    /// <summary>A structure, or a tuple that the source itself has.</summary>
    private sealed record Made(StructureModel Of) : ResultShape
    {
        public override string Type => Of.Type;

        public override List<Piece> Write(Queue<List<Piece>> values) => Write(Of, values);

        private static List<Piece> Write(StructureModel structure, Queue<List<Piece>> values)
        {
            (string open, string close) = structure.Form switch
            {
                StructureForm.Tuple => ("(", ")"),
                StructureForm.Constructor => ($"new {structure.Type}(", ")"),
                StructureForm.Initializer => ($"new {structure.Type} {{", " }"),
                _ => ($"default({structure.Type}) with {{", " }"),
            };
            List<Piece> pieces = [new Piece(open, IsBreak: false, Depth: 0), new Piece(close.Length > 1 ? " " : string.Empty, IsBreak: true, Depth: 0) { IsAllOrNone = true }];
            for (int i = 0; i < structure.Parts.Count; i++)
            {
                StructurePartModel part = structure.Parts[i];
                if (i > 0)
                {
                    pieces.Add(new Piece(",", IsBreak: false, Depth: 0));
                    pieces.Add(new Piece(" ", IsBreak: true, Depth: 0) { IsAllOrNone = true });
                }

                if (part.Name.Length > 0)
                {
                    pieces.Add(new Piece($"{part.Name} = ", IsBreak: false, Depth: 1));
                }

                pieces.AddRange((part.Inner is { } inner ? Write(inner, values)
                    : part.Path is not null ? values.Dequeue()
                    : [new Piece($"default({part.Type})", IsBreak: false, Depth: 0)]).Select(static piece => piece with { Depth = piece.Depth + 1 }));
            }

            pieces.Add(new Piece(close, IsBreak: false, Depth: 0));
            return pieces;
        }
    }

    private sealed record Tuple(ImmutableArray<(string Name, ResultShape Shape)> Parts) : ResultShape
    {
        public override string Type
            => "(" + string.Join(", ", Parts.Select(part => $"{part.Shape.Type} {Identifiers.Escape(part.Name)}")) + ")";

        public override List<Piece> Write(Queue<List<Piece>> values)
        {
            // On one line, or with a line for each part.
            List<Piece> pieces = [new Piece("(", IsBreak: false, Depth: 0), new Piece(string.Empty, IsBreak: true, Depth: 0) { IsAllOrNone = true }];
            for (int i = 0; i < Parts.Length; i++)
            {
                if (i > 0)
                {
                    pieces.Add(new Piece(",", IsBreak: false, Depth: 0));
                    pieces.Add(new Piece(" ", IsBreak: true, Depth: 0) { IsAllOrNone = true });
                }

                (string _, ResultShape shape) = Parts[i];
                pieces.AddRange(shape.Write(values).Select(piece => piece with { Depth = piece.Depth + 1 }));
            }

            pieces.Add(new Piece(")", IsBreak: false, Depth: 0));
            return pieces;
        }
    }
}
