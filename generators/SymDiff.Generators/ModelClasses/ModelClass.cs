using SymDiff.Generators.Model;

namespace SymDiff.Generators.ModelClasses;

/// <summary>A class marked <c>[Model]</c>, as plain equatable data.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ContainingTypes">From the outermost to the class itself.</param>
/// <param name="Precision">C# text of the type of the parameters; empty if there are problems that forbid generation.</param>
/// <param name="Storage">Name of the field that is written.</param>
/// <param name="HintName">Name of the generated file.</param>
/// <param name="Members">Parameters and parts, in the order of declaration.</param>
/// <param name="Problems">All that is wrong with it, in source order.</param>
internal sealed record ModelClass(
    string Namespace,
    EquatableArray<ContainingType> ContainingTypes,
    string Precision,
    string Storage,
    string HintName,
    EquatableArray<ModelMember> Members,
    EquatableArray<Problem> Problems);

internal enum ModelMemberKind
{
    /// <summary>A parameter that is a number.</summary>
    Number,

    /// <summary>A parameter that is several numbers.</summary>
    Numbers,

    /// <summary>A model.</summary>
    Part,

    /// <summary>A model that need not be there.</summary>
    OptionalPart,

    /// <summary>An array or list of models.</summary>
    Parts,
}

/// <param name="Name">Without <c>@</c>.</param>
/// <param name="Type">C# text; of several parts two types, that of the list and that of its items.</param>
/// <param name="Head">Of a parameter: the modifiers of its declaration.</param>
/// <param name="Accessors">Of a parameter: <c>get</c> and <c>set</c> or <c>init</c>, with their modifiers.</param>
/// <param name="Shape">Of several numbers: C# text of the sizes.</param>
internal sealed record ModelMember(ModelMemberKind Kind, string Name, string Type, string Head, EquatableArray<string> Accessors, EquatableArray<string> Shape);
