using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>How the gradient with respect to a structure is made, which is such a structure.</summary>
internal sealed partial class Lifter
{
    /// <summary>Null if it can't be made from where the derivative is written.</summary>
    public StructureModel? GradientOf(IParameterSymbol parameter) => GradientOf(Argument(parameter), parameter.Type);

    private StructureModel? GradientOf(Value value, ITypeSymbol type)
    {
        if (value is not AggregateValue aggregate)
        {
            return null;
        }

        string text = CSharpText.Type(type);
        if (aggregate.Structure is not { } structure)
        {
            ImmutableArray<IFieldSymbol> elements = ((INamedTypeSymbol)type).TupleElements;
            StructurePartModel?[] items = [.. aggregate.Items.Zip(elements, (item, element) => PartModel(string.Empty, item, element.Type))];
            return items.Contains(null) ? null : new StructureModel(text, StructureForm.Tuple, items.ToImmutableArray()!);
        }

        int[] numbers = [.. Enumerable.Range(0, aggregate.Items.Length).Where(i => IsDifferentiated(aggregate.Items[i]))];
        if (numbers.All(i => IsSettable(structure.Parts[i])))
        {
            StructurePartModel?[] set = [.. numbers.Select(i => PartModel(CSharpText.Identifier(structure.Parts[i].Access!.Name), aggregate.Items[i], structure.Parts[i].Type))];
            bool isPlain = structure.Type.InstanceConstructors.All(static constructor => constructor.IsImplicitlyDeclared || !constructor.Parameters.IsEmpty)
                && !structure.Parts.Any(static part => part.Access is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true });
            return set.Contains(null) ? null : new StructureModel(text, isPlain ? StructureForm.Initializer : StructureForm.With, set.ToImmutableArray()!);
        }

        foreach (IMethodSymbol constructor in structure.Type.InstanceConstructors.Where(constructor => constructor.Parameters.Length >= numbers.Length && IsAccessible(constructor)).OrderBy(static constructor => constructor.Parameters.Length))
        {
            if (StoredBy(constructor, structure) is { } stored && numbers.All(stored.ContainsValue))
            {
                StructurePartModel?[] passed = [.. constructor.Parameters.Select(argument => stored.TryGetValue(argument.Ordinal, out int i) && numbers.Contains(i)
                    ? PartModel(string.Empty, aggregate.Items[i], structure.Parts[i].Type)
                    : new StructurePartModel(string.Empty, CSharpText.Type(argument.Type), ScalarType.None, null, null))];
                if (!passed.Contains(null))
                {
                    return new StructureModel(text, StructureForm.Constructor, passed.ToImmutableArray()!);
                }
            }
        }

        return null;
    }

    private StructurePartModel? PartModel(string name, Value value, ITypeSymbol type) => value switch
    {
        Scalar { Expression: Symbol symbol } when symbol.Scalar.IsFloating() => new StructurePartModel(name, CSharpText.Type(type), symbol.Scalar, symbol.Name, null),
        AggregateValue when IsDifferentiated(value) => GradientOf(value, type) is { } inner ? new StructurePartModel(name, CSharpText.Type(type), ScalarType.None, null, inner) : null,
        _ => new StructurePartModel(name, CSharpText.Type(type), ScalarType.None, null, null),
    };

    private static bool IsDifferentiated(Value value)
        => value is Scalar { Expression: { } number } ? number.Scalar.IsFloating() : value is AggregateValue aggregate && aggregate.Items.Any(IsDifferentiated);

    private bool IsSettable(StructurePart part) => part.Access switch
    {
        IFieldSymbol field => !field.IsReadOnly && IsAccessible(field),
        IPropertySymbol { SetMethod: { } setter } property => IsAccessible(property) && IsAccessible(setter) && _sources.BodyOf(setter.OriginalDefinition) is null,
        _ => false,
    };

    /// <summary>Which parameters of a constructor end up in which parts, as they are; null if it does anything else, such as to throw. It is run to see.</summary>
    private Dictionary<int, int>? StoredBy(IMethodSymbol constructor, Structure structure)
    {
        var problems = new ProblemList();
        var trial = new Lifter(_method, _sources, problems, _cancellation);
        ImmutableArray<Value> arguments = [.. constructor.Parameters.Select(parameter => trial.Held($"?{parameter.Name}", parameter.Type))];
        Value made = Value.Nothing;
        trial._flow.Within(RegionKind.Method, label: null, _method, () => made = trial.RunOn(
            trial.Blank(structure), structure.Type.Name, isWritable: true,
            reference =>
            {
                trial.Construct(constructor, structure, arguments, _sources.BodyOf(_method)!, reference);
                return Value.Nothing;
            }).After);
        if (problems.HasErrors || trial.IsBroken || trial.Requirements.Any() || made is not AggregateValue whole)
        {
            return null;
        }

        var stored = new Dictionary<int, int>();
        for (int argument = 0; argument < arguments.Length; argument++)
        {
            int part = whole.Items.IndexOf(arguments[argument]);
            if (part >= 0)
            {
                stored.Add(argument, part);
            }
        }

        return stored;
    }
}
