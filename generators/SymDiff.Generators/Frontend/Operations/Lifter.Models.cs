using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;
using SymDiff.Generators.ModelClasses;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Models: their parameters are numbers that may be differentiated for; their parts are objects whose methods run in place.</summary>
internal sealed partial class Lifter
{
    private const string This = "this";

    private readonly Dictionary<Symbol, ModelParameter> _modelParameters = [];
    private readonly HashSet<INamedTypeSymbol> _modelTypes = new(SymbolEqualityComparer.Default);

    /// <summary>The object that the method belongs to that is being run.</summary>
    private Value _receiver = new ObjectValue(This, HasState: true);

    /// <summary>The parameters of models that have been read.</summary>
    public IEnumerable<(Symbol Symbol, ModelParameter Parameter)> ModelParameters => _modelParameters.Select(static found => (found.Key, found.Value));

    /// <summary>The models whose parameters have been read.</summary>
    public IEnumerable<INamedTypeSymbol> ModelTypes => _modelTypes;

    private Value Parameter(IPropertyReferenceOperation operation)
    {
        IPropertySymbol property = operation.Property;
        Value instance = Visit(operation.Instance);
        if (instance == Value.Refused)
        {
            return instance;
        }

        // A model that others hold could be a part of this one as well, and its parameters would have two names.
        if (instance is not ObjectValue { HasState: true, CSharp: var owner } || !IsOfThis(owner))
        {
            return Refuse(operation.Instance ?? operation, Problems.OtherObject, Excerpt((operation.Instance ?? operation).Syntax));
        }

        if (!IsAccessible(property))
        {
            return Refuse(operation, Problems.Inaccessible, property.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), _method.ContainingType.Name);
        }

        DataType type = DataOf(operation.Type!);
        _modelTypes.Add(property.ContainingType);
        if (!type.Scalar.IsFloating())
        {
            return RefuseType(operation);
        }

        string path = $"{owner}.{CSharpText.Identifier(property.Name)}";
        Symbol symbol = _graph.External(path, type.ExpressionType);
        _modelParameters[symbol] = new ModelParameter(path, owner, KnownModels.PositionOf(property), type.Scalar, type.Rank);
        return type.Rank == 0 ? new Scalar(symbol) : new ArrayValue(symbol);
    }

    /// <summary>An element of an array or list of models.</summary>
    private Value? Part(IOperation operation, IOperation collection, IOperation index)
        => !KnownModels.IsModel(operation.Type) || !IsInObject(collection) || Visit(collection) is not ObjectValue { CSharp: var path } || !IsOfThis(path) ? null
            : index.ConstantValue is { HasValue: true, Value: int position and >= 0 } ? new ObjectValue($"{path}[{position.ToString(System.Globalization.CultureInfo.InvariantCulture)}]", HasState: true)
            : Refuse(operation, Problems.UnsupportedCode, $"'{Excerpt(operation.Syntax)}'", "name the models in an array or list by constant positions");

    /// <summary>The object that a method is called of; null if it's one whose state isn't known to be there.</summary>
    private Value? ReceiverOf(IOperation? instance) => instance switch
    {
        null => _receiver,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _receiver,
        _ => KnownModels.IsModel(instance.Type) && Visit(instance) is ObjectValue { HasState: true } model ? model : null,
    };

    /// <summary>
    /// Whether a model, or a collection of models, is a part where it is held, so that it is known to be there, and nowhere else: not if it is held in a structure, which may
    /// hold what is a part elsewhere, too; nor if it need not be there.
    /// </summary>
    private static bool IsInObject(IOperation held)
        => held is IMemberReferenceOperation { Member: { ContainingType.IsValueType: false } and (IFieldSymbol { NullableAnnotation: not NullableAnnotation.Annotated } or IPropertySymbol { NullableAnnotation: not NullableAnnotation.Annotated }) };

    private static bool IsOfThis(string path) => path == This || path.StartsWith(This + ".", StringComparison.Ordinal);

    // The source of the library is another compilation than the program, which sees what is public of it.
    private bool IsAccessible(ISymbol member)
    {
        if (!member.Locations.Any(Sources.IsOwn))
        {
            return _sources.Compilation.IsSymbolAccessibleWithin(member, _method.ContainingType);
        }

        for (ISymbol? symbol = member; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }
}
