using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Lifting;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.ModelClasses;

/// <summary>Reads the declaration of a class marked <c>[Model]</c>: its parameters and its parts.</summary>
internal sealed class ModelReader
{
    /// <summary>The members that every model gets.</summary>
    public static readonly ImmutableArray<string> Written = ["Parameters", "ParameterCount", "ParameterLayout"];

    private readonly INamedTypeSymbol _type;
    private readonly Location _name;
    private readonly ProblemList _problems = new();
    private readonly ParameterReader _parameters;
    private readonly ImmutableArray<INamedTypeSymbol> _above;
    private readonly CancellationToken _cancellation;
    private ITypeSymbol? _precision;

    /// <summary>Whether a part has an error, so that it isn't written.</summary>
    private bool _isPartMissing;

    private ModelReader(INamedTypeSymbol type, Location name, ImmutableArray<INamedTypeSymbol> above, CancellationToken cancellation)
    {
        (_type, _name, _above, _cancellation) = (type, name, above.Add(type), cancellation);
        _parameters = new ParameterReader(type, _problems, cancellation);
    }

    public static ModelClass Read(GeneratorAttributeSyntaxContext source, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)source.TargetSymbol;
        Location name = source.TargetNode is BaseTypeDeclarationSyntax declaration ? declaration.Identifier.GetLocation() : type.Locations[0];
        try
        {
            return new ModelReader(type, name, above: [], cancellation).Read(source.TargetNode.SyntaxTree);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Problem bug = ProblemList.Single(Problems.Bug, name, type.ToDisplayString(), $"{exception.GetType().Name}: {exception.Message}");
            return new ModelClass(string.Empty, default, string.Empty, string.Empty, string.Empty, default, new[] { bug }.ToImmutableArray());
        }
    }

    /// <summary>Whether the rest of the model is written; of a model in a library it is there.</summary>
    public static bool IsSound(INamedTypeSymbol type, CancellationToken cancellation) => IsSound(type, above: [], cancellation);

    private static bool IsSound(ITypeSymbol type, ImmutableArray<INamedTypeSymbol> above, CancellationToken cancellation)
        => type.OriginalDefinition is not INamedTypeSymbol { DeclaringSyntaxReferences: [var declaration, ..] } model || !KnownModels.IsMarked(model) || above.Contains(model, SymbolEqualityComparer.Default)
            || new ModelReader(model, model.Locations[0], above, cancellation).Read(declaration.SyntaxTree).Precision.Length > 0;

    private ModelClass Read(SyntaxTree home)
    {
        CheckType();
        ModelMember[] members = [.. _type.GetMembers().SelectMany(Member)];
        if (_precision is null && !_problems.HasErrors && !_type.GetMembers().Any(HasUnknownType))
        {
            _problems.Add(Problems.NoModelParameters, _name, _type.Name);
        }

        bool isSound = _precision is not null && !_problems.HasErrors && !_isPartMissing;
        return new ModelClass(
            CSharpText.Namespace(_type.ContainingNamespace),
            isSound ? SignatureReader.Reopened(_type) : default(EquatableArray<ContainingType>),
            isSound ? CSharpText.Type(_precision!) : string.Empty,
            Unused("modelParameters"),
            HintNames.Of(_type, "Model"),
            isSound ? members.ToImmutableArray() : default(EquatableArray<ModelMember>),
            _problems.InSourceOrder(home));
    }

    private void CheckType()
    {
        for (INamedTypeSymbol? outer = _type; outer is not null; outer = outer.ContainingType)
        {
            if (!outer.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(_cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                _problems.Add(Problems.ModelNotPartial, _name, outer.Name, _type.Name);
            }
        }

        string? reason = _type switch
        {
            { IsRecord: true } => "copies of a record would share its parameters: make it a class",
            { IsStatic: true } => "a model is an object: drop 'static'",
            { IsFileLocal: true } => "generated code can't extend a file-local type: drop 'file'",
            { BaseType: { SpecialType: SpecialType.None } parent } when IsOrHasModels(parent) => $"'{parent.Name}' has parameters of its own: have it as a property instead of as a base class",
            _ => null,
        };
        if (reason is not null)
        {
            _problems.Add(Problems.NoModelClass, _name, _type.Name, reason);
        }

        foreach (string written in Written.Where(written => _type.GetMembers(written).Length > 0 || _type.Name == written))
        {
            _problems.Add(Problems.ModelMemberExists, _name, _type.Name, written);
        }
    }

    private IEnumerable<ModelMember> Member(ISymbol member)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (member is IPropertySymbol property && KnownModels.ParameterMark(property) is { } mark)
        {
            return _parameters.Read(property, mark) is { } parameter && HasPrecision(property, KnownModels.ElementOf(property.Type)) ? [parameter] : [];
        }

        return KnownModels.PartTypeOf(member) is { } type ? Part(member, type) : [];
    }

    private IEnumerable<ModelMember> Part(ISymbol member, ITypeSymbol type)
    {
        ITypeSymbol? item = KnownModels.IsModel(type) ? null : KnownModels.ItemOf(type);
        if (!KnownModels.IsModel(type) && item is null)
        {
            if (KnownModels.HasItems(type))
            {
                _problems.Add(Problems.ModelCollection, member.Locations[0], member.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }

            yield break;
        }

        if (member is IPropertySymbol { SetMethod.IsInitOnly: false } or IFieldSymbol { IsReadOnly: false })
        {
            _problems.Add(Problems.ReplaceablePart, member.Locations[0], member.Name, _type.Name, member is IFieldSymbol ? "make it 'readonly'" : "drop the setter");
        }

        // Of a model with an error of its own nothing is known, and that error is told.
        _isPartMissing |= !IsSound(item ?? type, _above, _cancellation);
        if (KnownModels.PrecisionOf(item ?? type) is { } precision && HasPrecision(member, precision))
        {
            yield return new ModelMember(
                item is not null ? ModelMemberKind.Parts : type.NullableAnnotation == NullableAnnotation.Annotated ? ModelMemberKind.OptionalPart : ModelMemberKind.Part,
                member.Name,
                item is null ? string.Empty : $"{NotNull(type)}, {NotNull(item)}",
                string.Empty,
                default,
                default);
        }
    }

    private bool HasPrecision(ISymbol member, ITypeSymbol precision)
    {
        _precision ??= precision;
        if (SymbolEqualityComparer.Default.Equals(_precision, precision))
        {
            return true;
        }

        _problems.Add(Problems.MixedPrecision, member.Locations[0], member.Name, precision.ToDisplayString(), _type.Name, _precision.ToDisplayString());
        return false;
    }

    private static bool IsOrHasModels(INamedTypeSymbol type)
        => KnownModels.IsModel(type) || type.GetMembers().Any(static member => KnownModels.ParameterMark(member) is not null || (KnownModels.PartTypeOf(member) is { } part && (KnownModels.IsModel(part) || KnownModels.HasItems(part))))
            || (type.BaseType is { SpecialType: SpecialType.None } parent && IsOrHasModels(parent));

    private static bool HasUnknownType(ISymbol member) => KnownModels.PartTypeOf(member) is { } type && (type is IErrorTypeSymbol || KnownModels.IsModel(type) || KnownModels.HasItems(type));

    private static string NotNull(ITypeSymbol type) => CSharpText.Type(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    private string Unused(string name) => _type.MemberNames.Contains(name) ? Unused(name + "_") : name;
}
