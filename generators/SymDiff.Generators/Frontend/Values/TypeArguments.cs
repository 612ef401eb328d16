using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>What the type parameters of the method that is being run stand for. The body of a generic method is read once, as it is declared, and means another thing in each call.</summary>
internal sealed class TypeArguments
{
    public static readonly TypeArguments None = new(ImmutableArray<(ITypeParameterSymbol, ITypeSymbol)>.Empty);

    private readonly ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Type)> _types;

    private TypeArguments(ImmutableArray<(ITypeParameterSymbol, ITypeSymbol)> types) => _types = types;

    /// <summary>Those in a call.</summary>
    /// <param name="called">The method as it is called, with its type arguments and those of the types around it.</param>
    /// <param name="definition">The method as it is declared; it may come from another compilation than the call.</param>
    /// <param name="inherited">Those in force where a local function is declared; else <see cref="None"/>.</param>
    public TypeArguments In(IMethodSymbol called, IMethodSymbol definition, TypeArguments inherited)
    {
        ImmutableArray<(ITypeParameterSymbol, ITypeSymbol)>.Builder types = ImmutableArray.CreateBuilder<(ITypeParameterSymbol, ITypeSymbol)>();
        Add(called.TypeArguments, definition.TypeParameters);
        INamedTypeSymbol? declared = definition.ContainingType;
        for (INamedTypeSymbol? type = called.ContainingType; type is not null && declared is not null; (type, declared) = (type.ContainingType, declared.ContainingType))
        {
            Add(type.TypeArguments, declared.TypeParameters);
        }

        types.AddRange(inherited._types);
        return types.Count == 0 ? None : new TypeArguments(types.ToImmutable());

        void Add(ImmutableArray<ITypeSymbol> arguments, ImmutableArray<ITypeParameterSymbol> parameters)
        {
            for (int i = 0; i < parameters.Length && i < arguments.Length; i++)
            {
                types.Add((parameters[i], Resolve(arguments[i])));
            }
        }
    }

    /// <summary>The type with what is known in place of its type parameters.</summary>
    public ITypeSymbol Resolve(ITypeSymbol type)
    {
        if (_types.IsEmpty)
        {
            return type;
        }

        switch (type)
        {
            case ITypeParameterSymbol parameter:
                foreach ((ITypeParameterSymbol known, ITypeSymbol argument) in _types)
                {
                    if (SymbolEqualityComparer.Default.Equals(known, parameter))
                    {
                        return argument;
                    }
                }

                return type;
            case INamedTypeSymbol { IsGenericType: true, IsTupleType: false, IsUnboundGenericType: false } generic:
                INamedTypeSymbol definition = generic.ContainingType is { IsGenericType: true } outer
                    ? ((INamedTypeSymbol)Resolve(outer)).GetTypeMembers(generic.Name, generic.Arity)[0]
                    : generic.OriginalDefinition;
                return generic.Arity == 0 ? definition : definition.Construct([.. generic.TypeArguments.Select(Resolve)]);
            default:
                return type;
        }
    }
}
