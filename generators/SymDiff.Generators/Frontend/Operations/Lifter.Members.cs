using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.ModelClasses;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Fields and properties: state that the method reads, read again by the derivative when it is called.</summary>
internal sealed partial class Lifter
{
    public override Value VisitFieldReference(IFieldReferenceOperation operation, Unit argument)
    {
        if (operation.Field.ContainingType.IsTupleType && operation.Instance is { } tuple)
        {
            Value value = Visit(tuple);
            return value is AggregateValue items ? items.Items[IndexOf(operation.Field)] : value == Value.Refused ? value : RefuseType(tuple);
        }

        if (operation.Field.IsStatic && _sources.WithTwin(operation.Field) is IPropertySymbol { GetMethod: { } calculated })
        {
            return Inline(calculated, [], operation.Syntax.GetLocation());
        }

        return operation.Instance is { } instance && StructureOf(instance.Type) is not null ? MemberOf(operation, instance) : State(operation, operation.Field, operation.Instance);
    }

    public override Value VisitPropertyReference(IPropertyReferenceOperation operation, Unit argument)
    {
        IPropertySymbol property = operation.Property;
        if (ExtensionCall(operation, property.GetMethod, operation.Instance, operation.Arguments) is { } extended)
        {
            return extended;
        }

        if (operation.Instance is { } whole && StructureOf(whole.Type) is not null)
        {
            return MemberOf(operation, whole);
        }

        if (property.IsIndexer)
        {
            return Indexer(operation);
        }

        if (property.ContainingType.IsAnonymousType)
        {
            return Visit(operation.Instance) is AggregateValue items ? items.Items[property.ContainingType.GetMembers().OfType<IPropertySymbol>().TakeWhile(other => other.Name != property.Name).Count()] : Value.Refused;
        }

        if (operation.Instance is not (null or IInstanceReferenceOperation) && Visit(operation.Instance) == Value.Refused)
        {
            return Value.Refused;
        }

        if (operation.Instance is { } instance && LengthOf(operation, instance) is { } length)
        {
            return length;
        }

        if (ConstantOf(operation) is { } constant)
        {
            return constant;
        }

        if (KnownModels.ParameterMark(property.OriginalDefinition) is not null)
        {
            return Parameter(operation);
        }

        if (property.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
        {
            return Refuse(operation, Problems.OtherGenerator, $"{property.ContainingType.Name}.{property.Name}", UnresolvedNames.HasNoBody);
        }

        if (IsAutomatic(property))
        {
            return IsDecidedAtRunTime(property)
                ? Refuse(operation, Problems.VirtualCall, $"{property.ContainingType.Name}.{property.Name}")
                : State(operation, property, operation.Instance);
        }

        if (property.GetMethod is { } getter && _sources.BodyOf(getter.OriginalDefinition) is not null)
        {
            return IsDecidedAtRunTime(property)
                ? Refuse(operation, Problems.VirtualCall, $"{property.ContainingType.Name}.{property.Name}")
                : ReceiverOf(operation.Instance) is { } receiver
                    ? Inline(getter, [], operation.Syntax.GetLocation(), receiver)
                    : Refuse(operation.Instance!, Problems.OtherObject, Excerpt(operation.Instance!.Syntax));
        }

        // A size, say, of a model in a library. What else its properties calculate can't be seen.
        if (property.DeclaringSyntaxReferences.IsEmpty && !property.IsStatic && KnownModels.IsModel(property.ContainingType) && NumberOf(property.Type).IsInteger() && !IsDecidedAtRunTime(property))
        {
            return State(operation, property, operation.Instance);
        }

        return Refuse(operation, Problems.UnknownMethod, $"{property.ContainingType.Name}.{property.Name}");
    }

    private Value State(IOperation operation, ISymbol member, IOperation? instance)
    {
        DataType type = DataOf(operation.Type!);
        if (member.IsStatic)
        {
            return External(operation, member, $"{CSharpText.Type(_types.Resolve(member.ContainingType))}.{CSharpText.Identifier(member.Name)}", type);
        }

        Value owner = Visit(instance);
        if (owner is ObjectValue { HasState: true, CSharp: var path })
        {
            return External(operation, member, $"{path}.{CSharpText.Identifier(member.Name)}", type);
        }

        return owner == Value.Refused ? owner : Refuse(instance ?? operation, Problems.OtherObject, Excerpt((instance ?? operation).Syntax));
    }

    // State of the object like a field, only that nothing can stand in front of its name.
    private Value PrimaryConstructorParameter(IParameterReferenceOperation operation, INamedTypeSymbol type)
    {
        IParameterSymbol parameter = operation.Parameter;
        return _receiver is ObjectValue { CSharp: This } && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _method.ContainingType.OriginalDefinition)
            ? StateOf(operation, CSharpText.Identifier(parameter.Name), DataOf(parameter.Type))
            : Refuse(operation, Problems.Inaccessible, parameter.Name, _method.ContainingType.Name);
    }

    private Value External(IOperation operation, ISymbol member, string csharp, DataType type)
    {
        // The field behind a property has no name that could be written.
        if (member is IFieldSymbol { IsImplicitlyDeclared: true } || !IsAccessible(member))
        {
            return InitialValue(member) ?? Refuse(operation, Problems.Inaccessible, member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), _method.ContainingType.Name);
        }

        return StateOf(operation, csharp, type);
    }

    // What can't be read from where the derivative stands may still be known: a constant that nothing changes.
    private Value? InitialValue(ISymbol member)
        => member is IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null } && !IsAssignedByConstructor(member)
            && _sources.InitializerOf(member)?.Value.ConstantValue is { HasValue: true, Value: { } value }
            ? Constant(value, _sources.InitializerOf(member)!.Value.Type)
            : null;

    private bool IsAssignedByConstructor(ISymbol member)
        => member.ContainingType.StaticConstructors.Any(constructor => constructor.DeclaringSyntaxReferences.Any(
            reference => reference.GetSyntax(_cancellation).DescendantTokens().Any(token => token.ValueText == member.Name)));

    private Value StateOf(IOperation operation, string csharp, DataType type)
    {
        return type.Kind switch
        {
            Model.ParameterKind.Scalar => new Scalar(_graph.External(CSharpText.Cast(operation.Type!) is { } cast ? $"({cast}{csharp})" : csharp, type.ExpressionType)),
            Model.ParameterKind.Array or Model.ParameterKind.MultidimensionalArray or Model.ParameterKind.Span => new ArrayValue(_graph.External(csharp, type.ExpressionType)),

            Model.ParameterKind.Tensor or Model.ParameterKind.TensorSpan => RefuseType(operation),

            _ when operation.Type is { IsValueType: true, IsTupleType: true } || (operation.Type is { IsValueType: true } && StructureOf(operation.Type) is not null) => Held(csharp, operation.Type),

            _ when HeldElements(csharp, operation.Type!) is { } elements => elements,

            // A part of this model is there, or the method throws at once. A structure within this object is there as long as the object is.
            _ => new ObjectValue(csharp, HasState: (IsOfThis(csharp) && KnownModels.IsModel(operation.Type) && IsInObject(operation)) || operation.Type is { IsValueType: true, IsTupleType: false } && !IsNullable(operation.Type)),
        };
    }

    private static bool IsDecidedAtRunTime(IPropertySymbol property)
        => property.IsAbstract || ((property.IsVirtual || property.IsOverride) && !property.IsSealed && !property.ContainingType.IsSealed);

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private bool IsAutomatic(IPropertySymbol property)
        => (property.GetMethod is not { } getter || _sources.BodyOf(getter.OriginalDefinition) is null) && property.OriginalDefinition.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));

    private Value? LengthOf(IPropertyReferenceOperation operation, IOperation instance)
    {
        if (instance.Type is null || DataOf(instance.Type).Rank == 0)
        {
            return ElementOf(instance.Type) is { IsValueType: true } && Visit(instance) is StructureArray structures ? LengthOf(operation, structures) : null;
        }

        string name = operation.Property.Name;
        Value value = Visit(instance);
        switch (value is ArrayValue read ? AsArray(instance.Type, read) : value)
        {
            case ArrayValue { Expression: var array } when name is "Length" or "LongLength":
                Expression length = Enumerable.Range(0, array.Type.Rank).Select(axis => _graph.Extent(array, axis)).Aggregate((product, extent) => _graph.Multiply(product, extent));
                return new Scalar(_graph.Convert(length, NumberOf(operation.Type)));
            case ArrayValue { Expression: var array } when name == "Rank":
                return new Scalar(_graph.Int(array.Type.Rank));
            case ArrayValue { Expression: var array } when name == "IsEmpty":
                return new Scalar(_graph.Equal(_graph.Extent(array, 0), _graph.Int(0)));
            case TensorValue tensor when name == "FlattenedLength":
                return new Scalar(_graph.Convert(_graph.Extent(tensor.Elements, 0), ScalarType.Int64));
            case TensorValue tensor when name == "IsEmpty":
                return new Scalar(_graph.Equal(_graph.Extent(tensor.Elements, 0), _graph.Int(0)));
            case var refused when refused == Value.Refused:
                return refused;
            default:
                return Refuse(operation, Problems.UnknownMethod, $"{operation.Property.ContainingType.Name}.{name}");
        }
    }
}
