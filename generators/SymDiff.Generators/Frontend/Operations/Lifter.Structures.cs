using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Structures, and classes that are plain data: their parts, read and assigned. A value of them is immutable here; who assigns a part of a variable assigns the variable.</summary>
internal sealed partial class Lifter
{
    private readonly Dictionary<ITypeSymbol, Structure?> _structures = new(SymbolEqualityComparer.Default);

    private Structure? StructureOf(ITypeSymbol? type)
    {
        if (type is null || _types.Resolve(type) is not INamedTypeSymbol named)
        {
            return null;
        }

        if (!_structures.TryGetValue(named, out Structure? structure))
        {
            INamedTypeSymbol source = _sources.WithTwin(named);
            structure = !SymbolEqualityComparer.Default.Equals(source, named) ? StructureOf(source)
                : Structure.Of(named, Twins.IsOne(named) ? named.ContainingAssembly : _sources.Compilation.Assembly);
            _structures.Add(named, structure);
        }

        return structure;
    }

    /// <summary>An argument, or state of the object, taken apart if it is a structure or a tuple: it can't change any more.</summary>
    private Value Held(string csharp, ITypeSymbol type)
    {
        type = _types.Resolve(type);
        DataType data = DataType.Of(type);
        return data.Kind switch
        {
            Model.ParameterKind.Scalar => new Scalar(_graph.External(CSharpText.Cast(type) is { } cast ? $"({cast}{csharp})" : csharp, data.ExpressionType)),
            Model.ParameterKind.Array or Model.ParameterKind.MultidimensionalArray or Model.ParameterKind.Span => new ArrayValue(_graph.External(csharp, data.ExpressionType)),
            _ when type is INamedTypeSymbol { IsTupleType: true } tuple
                => new AggregateValue([.. tuple.TupleElements.Select(element => Held($"{csharp}.{CSharpText.Identifier(element.Name)}", element.Type))]),
            _ when HeldElements(csharp, type) is { } elements => elements,
            _ when type.IsValueType && StructureOf(type) is { } structure
                => new AggregateValue([.. structure.Parts.Select(part => HeldPart(csharp, structure, part))]) { Structure = structure },
            _ => new ObjectValue(csharp, HasState: type is { IsValueType: true } && !IsNullable(type)),
        };
    }

    private Value HeldPart(string csharp, Structure structure, StructurePart part)
        => IsReadable(part)
            ? Held($"{csharp}.{CSharpText.Identifier(part.Access!.Name)}", part.Type)
            : new Unreadable($"{structure.Type.Name}.{part.Name}");

    private bool IsReadable(StructurePart part) => part.Access is { } member && IsAccessible(member) && member is not IPropertySymbol { GetMethod: null };

    /// <summary>The parameter of the marked method, as its body has it.</summary>
    public Value Argument(IParameterSymbol parameter) => Held(CSharpText.Identifier(parameter.Name), parameter.Type);

    /// <summary>A value of the type before anything is assigned to it; null if there is none.</summary>
    private Value? DefaultOf(ITypeSymbol type)
    {
        type = _types.Resolve(type);
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            Value?[] items = [.. tuple.TupleElements.Select(element => DefaultOf(element.Type))];
            return items.Contains(null) ? null : new AggregateValue([.. items!]);
        }

        return NumberOf(type) is var scalar and not ScalarType.None ? new Scalar(Zero(scalar))
            : StructureOf(type) is { } structure ? Blank(structure)
            : null;
    }

    private AggregateValue Blank(Structure structure)
        => new([.. structure.Parts.Select(part => (part.Type.IsReferenceType ? Value.Null : DefaultOf(part.Type)) ?? Value.Ambiguous)]) { Structure = structure };

    /// <summary>A field or property of a structure or of plain data.</summary>
    private Value MemberOf(IMemberReferenceOperation operation, IOperation instance)
    {
        if (operation is IPropertyReferenceOperation { Property: var property, Arguments: var arguments })
        {
            if (property.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
            {
                return Refuse(operation, Problems.OtherGenerator, $"{property.ContainingType.Name}.{property.Name}", UnresolvedNames.HasNoBody);
            }

            if (IsDecidedAtRunTime(property) && instance.Type is { IsReferenceType: true })
            {
                return Refuse(operation, Problems.VirtualCall, $"{property.ContainingType.Name}.{property.Name}");
            }

            if (property.GetMethod is { } getter && _sources.BodyOf(getter.OriginalDefinition) is not null)
            {
                return CallOf(instance, getter, isVirtual: false, () => Arguments(arguments, property.Parameters.Length), operation);
            }
        }

        Value whole = instance.Type is { IsReferenceType: true } ? ObjectOf(instance) : Visit(instance);
        return whole switch
        {
            AggregateValue aggregate => PartOf(operation, aggregate, operation.Member) ?? Refuse(operation, Problems.UnknownMethod, $"{operation.Member.ContainingType.Name}.{operation.Member.Name}"),
            ObjectValue { HasState: true, CSharp: var path } when IsState(operation.Member) => External(operation, operation.Member, $"{path}.{CSharpText.Identifier(operation.Member.Name)}", DataOf(operation.Type!)),
            ObjectValue { HasState: true } => Refuse(operation, Problems.UnknownMethod, $"{operation.Member.ContainingType.Name}.{operation.Member.Name}"),
            _ when whole == Value.Refused => whole,
            _ when whole == Value.Unassigned => Known(operation, whole),
            _ => Refuse(instance, Problems.OtherObject, Excerpt(instance.Syntax)),
        };
    }

    private bool IsState(ISymbol member) => member is IFieldSymbol || (member is IPropertySymbol property && IsAutomatic(property));

    /// <summary>A part of a value; null if the member is none.</summary>
    private Value? PartOf(IOperation operation, AggregateValue aggregate, ISymbol member)
        => aggregate.Structure is { } structure && structure.PositionOf(_sources.WithTwin(member)) is { } position ? Known(operation, aggregate.Items[position]) : null;

    private Value Known(IOperation operation, Value part)
    {
        switch (part)
        {
            case Unreadable { Name: var name }:
                return Refuse(operation, Problems.Inaccessible, name, _method.ContainingType.Name);
            case ArrayValue array:
                return Current(array);
            case var unassigned when unassigned == Value.Unassigned:
                // An error, which the compiler reports.
                IsBroken = true;
                return Value.Refused;
            default:
                return part == Value.Ambiguous ? DefaultVisit(operation, default) : part;
        }
    }

    /// <summary>Assigns a field or a property of a variable, or of the object that is being made.</summary>
    /// <param name="indices">What stands between the brackets of an indexer.</param>
    private void AssignPart(IMemberReferenceOperation target, IOperation instance, Value value, params ImmutableArray<Value> indices)
    {
        bool isOwn = instance is IInstanceReferenceOperation;
        if (instance.Type is { IsReferenceType: true } && !(isOwn && ThisOf((IInstanceReferenceOperation)instance) is Reference { Variable: Receiver { IsWritable: true } }))
        {
            Refuse(target, Problems.SideEffect, Excerpt(target.Syntax));
            return;
        }

        if (target is IPropertyReferenceOperation { Property.SetMethod: { } setter } && _sources.BodyOf(setter.OriginalDefinition) is not null)
        {
            CallOf(instance, setter, isVirtual: setter.IsVirtual || setter.IsOverride, () => [.. indices, value], target);
            return;
        }

        Value whole = isOwn ? Whole((IInstanceReferenceOperation)instance) : WholeOf(instance);
        if (whole is AggregateValue { Structure: { } structure } aggregate && structure.PositionOf(_sources.WithTwin(target.Member)) is { } position)
        {
            Assign(instance, aggregate.With(position, value));
        }
        else if (whole != Value.Refused)
        {
            Refuse(target, Problems.SideEffect, Excerpt(target.Syntax));
        }
    }

    // Of a variable that has nothing yet, part after part is assigned.
    private Value WholeOf(IOperation variable)
        => VariableOf(variable) is { } key && _variables.Find(key) == Value.Unassigned && StructureOf(variable.Type) is { } structure
            ? new AggregateValue([.. structure.Parts.Select(static part => Value.Unassigned)]) { Structure = structure }
            : Visit(variable);

    private Value Whole(IInstanceReferenceOperation instance)
        => ThisOf(instance) is Reference { Variable: var variable } ? _variables.Find(variable) ?? Value.Refused : Visit(instance);
}
