using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary><c>new</c> of structures and plain data, with all that constructors and initializers do, and <c>with</c>.</summary>
internal sealed partial class Lifter
{
    public override Value VisitObjectCreation(IObjectCreationOperation operation, Unit argument)
    {
        if (operation.Constructor is not { } constructor || operation.Type is null || StructureOf(operation.Type) is not { } structure)
        {
            return DefaultVisit(operation, argument);
        }

        ImmutableArray<Value> arguments = Arguments(operation.Arguments, constructor.Parameters.Length);
        (_, Value created) = RunOn(Blank(structure), structure.Type.Name, isWritable: true, made =>
        {
            Construct(constructor, structure, arguments, operation, made);
            return Fill(made, operation.Initializer);
        });
        return created;
    }

    public override Value VisitWith(IWithOperation operation, Unit argument)
    {
        Value original = Visit(operation.Operand);
        if (original is AggregateValue { Structure: null } anonymous && operation.Type is { IsAnonymousType: true } type)
        {
            return Replaced(anonymous, type, operation.Initializer);
        }

        if (original is not AggregateValue { Structure: not null } || operation.CloneMethod is { } clone && HasOwnCopy(clone.ContainingType))
        {
            return original == Value.Refused ? original : DefaultVisit(operation, argument);
        }

        return RunOn(original, operation.Type!.Name, isWritable: true, made => Fill(made, operation.Initializer)).After;
    }

    private static bool HasOwnCopy(INamedTypeSymbol record)
        => record.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared && constructor.Parameters is [{ Type: var type }] && SymbolEqualityComparer.Default.Equals(type, record));

    private AggregateValue Replaced(AggregateValue value, ITypeSymbol type, IObjectOrCollectionInitializerOperation initializer)
    {
        string[] names = [.. type.GetMembers().OfType<IPropertySymbol>().Select(static property => property.Name)];
        foreach (ISimpleAssignmentOperation assignment in initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            value = value.With(Array.IndexOf(names, ((IPropertyReferenceOperation)assignment.Target).Property.Name), Visit(assignment.Value));
        }

        return value;
    }

    private Value Fill(Reference made, IObjectOrCollectionInitializerOperation? initializer)
    {
        Reference? outer = _filled;
        foreach (IOperation part in initializer?.Initializers ?? [])
        {
            if (part is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation instance } target } assignment)
            {
                // In the value, an initializer of its own would take the place of this one.
                Value value = Visit(assignment.Value);
                _filled = made;
                AssignPart(target, instance, value);
                _filled = outer;
            }
            else
            {
                DefaultVisit(part, default);
            }
        }

        return Value.Nothing;
    }

    private void Construct(IMethodSymbol constructor, Structure structure, ImmutableArray<Value> arguments, IOperation place, Reference made)
    {
        IMethodSymbol declared = constructor.OriginalDefinition;
        TypeArguments outer = _types;
        if (Structure.IsPrimary(declared))
        {
            _types = _types.In(constructor, declared, TypeArguments.None);
            ConstructPrimary(declared, structure, arguments, made);
        }
        else if (_sources.BodyOf(declared) is not null)
        {
            Inline(constructor, arguments, place.Syntax.GetLocation(), made);
        }
        else if (declared.IsImplicitlyDeclared && arguments.IsEmpty)
        {
            _types = _types.In(constructor, declared, TypeArguments.None);
            Initialize(structure, made);
        }
        else
        {
            DefaultVisit(place, default);
            _variables.Set(made.Variable, Value.Refused);
        }

        _types = outer;
    }

    private void ConstructPrimary(IMethodSymbol constructor, Structure structure, ImmutableArray<Value> arguments, Reference made)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            Value value = arguments[parameter.Ordinal];
            _variables.Set(parameter, value);
            if (structure.PositionOf(parameter) is { } captured)
            {
                SetPart(made, captured, value);
            }

            // A record has a property for each, unless it declares one of that name itself.
            if (structure.Type.IsRecord && structure.Parts.FirstOrDefault(part => part.Access is IPropertySymbol property && property.Name == parameter.Name
                && property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(_cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax) is { } positional)
            {
                SetPart(made, structure.PositionOf(positional.Member)!.Value, value);
            }
        }

        Initialize(structure, made);
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            _variables.Remove(parameter);
        }
    }

    // In the order of the source; what they say can't depend on the object.
    private void Initialize(Structure structure, Reference made)
    {
        (Value caller, Reference? filled) = (_receiver, _filled);
        (_receiver, _filled) = (made, null);
        for (int i = 0; i < structure.Parts.Length; i++)
        {
            if (structure.Parts[i].Access is { } member && _sources.InitializerOf(member.OriginalDefinition) is { } initializer)
            {
                SetPart(made, i, Visit(initializer.Value));
            }
        }

        (_receiver, _filled) = (caller, filled);
    }

    private void SetPart(Reference made, int position, Value value)
    {
        if (_variables.Find(made.Variable) is AggregateValue whole)
        {
            _variables.Set(made.Variable, whole.With(position, value));
        }
    }

    public override Value VisitConstructorBodyOperation(IConstructorBodyOperation operation, Unit argument)
    {
        if (_receiver is not Reference made || _variables.Find(made.Variable) is not AggregateValue { Structure: { } structure })
        {
            return DefaultVisit(operation, argument);
        }

        if (operation.Initializer is { } first && first.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault() is { TargetMethod: var chained }
            && SymbolEqualityComparer.Default.Equals(chained.ContainingType.OriginalDefinition, structure.Type.OriginalDefinition))
        {
            Visit(first);
        }
        else
        {
            Initialize(structure, made);
        }

        return Visit(operation.BlockBody ?? operation.ExpressionBody);
    }

    // : this(…)
    private Value Chained(IInvocationOperation operation)
    {
        ImmutableArray<Value> arguments = Arguments(operation.Arguments, operation.TargetMethod.Parameters.Length);
        if (_receiver is Reference made && _variables.Find(made.Variable) is AggregateValue { Structure: { } structure })
        {
            Construct(operation.TargetMethod, structure, arguments, operation, made);
        }

        return Value.Nothing;
    }
}
