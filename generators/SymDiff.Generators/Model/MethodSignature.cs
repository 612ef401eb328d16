using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Model;

/// <summary>The declaration of a method, in C# text that compiles anywhere: every type is <c>global::</c>, every keyword identifier has its <c>@</c>.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ContainingTypes">From the outermost to the innermost.</param>
/// <param name="Name">Without <c>@</c>.</param>
/// <param name="Accessibility">As C# writes it, such as <c>private protected</c>; empty where none may be written.</param>
/// <param name="Hidden">The derivatives that a base type has a member like, so that <c>new</c> belongs in front.</param>
/// <param name="ReturnScalar">Type of the result, <see cref="ScalarType.Single"/> or <see cref="ScalarType.Double"/>.</param>
/// <param name="HintName">Name of the generated file: unique and stable.</param>
/// <param name="DocumentationId">For <c>cref</c>: the method as the compiler writes it there, with types in full.</param>
/// <param name="TakenNames">Names that a generated local must not take: members of the containing types that the body may mention, and type parameters.</param>
/// <param name="Attributes">Attributes that hold for a derivative too, such as <c>global::System.ObsoleteAttribute("…")</c>.</param>
public sealed record MethodSignature(
    string Namespace,
    EquatableArray<ContainingType> ContainingTypes,
    string Name,
    string Accessibility,
    bool IsStatic,
    bool IsExtension,
    bool IsReadOnly,
    bool IsInterfaceMember,
    EquatableArray<HiddenMember> Hidden,
    ScalarType ReturnScalar,
    EquatableArray<ParameterModel> Parameters,
    string HintName,
    string DocumentationId,
    EquatableArray<string> TakenNames,
    EquatableArray<string> Attributes)
{
    /// <summary>Parameters and fields, as generated code names them, that are arrays and are read as spans, to which null is an empty array.</summary>
    public EquatableArray<string> NullIsEmpty { get; init; }

    /// <summary>The parameters of models that the method reads.</summary>
    public EquatableArray<ModelParameter> ModelParameters { get; init; }
}

/// <param name="Name">Of a derivative.</param>
/// <param name="HasDestinations">Whether it's the overload that has some; else it's the one with the method's own parameters.</param>
public sealed record HiddenMember(string Name, bool HasDestinations);

/// <param name="Keyword">As C# writes it: <c>class</c>, <c>record struct</c>, <c>struct</c> (also of a <c>ref struct</c> and a <c>readonly struct</c>: one part says it for all), <c>interface</c>.</param>
/// <param name="Name">With <c>@</c> where needed and with type parameters: <c>Pair&lt;TFirst, TSecond&gt;</c>.</param>
public sealed record ContainingType(string Keyword, string Name);

/// <summary>What a parameter is to the compiler.</summary>
public enum ParameterKind
{
    /// <summary>A number or a truth value.</summary>
    Scalar,

    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><c>T[,]</c>, <c>T[,,]</c>, …</summary>
    MultidimensionalArray,

    /// <summary><c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>.</summary>
    Span,

    /// <summary><c>Tensor&lt;T&gt;</c>: to the function a flat array of its elements.</summary>
    Tensor,

    /// <summary><c>TensorSpan&lt;T&gt;</c> or <c>ReadOnlyTensorSpan&lt;T&gt;</c>: a tensor too, but it doesn't live on the heap.</summary>
    TensorSpan,

    /// <summary>Anything that the body doesn't calculate with: passed on to the method where it has to be called.</summary>
    Opaque,
}

/// <param name="Name">Without <c>@</c>.</param>
/// <param name="Type">C# text, with nullability.</param>
/// <param name="Modifiers">Such as <c>in</c>, <c>scoped</c>, <c>params</c>, with a space behind; empty if none.</param>
/// <param name="DefaultValue">C# text of an optional parameter's default; null if it isn't optional.</param>
public sealed record ParameterModel(string Name, string Type, string Modifiers, ParameterKind Kind, ScalarType Scalar, int Rank, string? DefaultValue)
{
    /// <summary>How generated code reads it, of a member of a model; null of an argument.</summary>
    public string? Path { get; init; }

    /// <summary>What it's made of, of a structure or tuple that is differentiated for; else null.</summary>
    public StructureModel? Structure { get; init; }

    /// <summary>Whether it's an array that lives on the heap, and so may what is returned for it.</summary>
    public bool IsOnHeap => Path is not null || Kind is ParameterKind.Array or ParameterKind.MultidimensionalArray or ParameterKind.Tensor;
}
