using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Local variables and parameters: declared, read, by symbol, so that shadowing is no matter.</summary>
internal sealed partial class Lifter
{
    public override Value VisitLocalReference(ILocalReferenceOperation operation, Unit argument) => Read(operation, operation.Local);

    public override Value VisitParameterReference(IParameterReferenceOperation operation, Unit argument)
    {
        IParameterSymbol parameter = operation.Parameter;
        return parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor || !Structure.IsPrimary(constructor.OriginalDefinition) ? Read(operation, parameter)
            : _receiver is Reference { Variable: var variable } && _variables.Find(variable) is AggregateValue whole && PartOf(operation, whole, parameter) is { } captured ? captured
            : _variables.Find(parameter.OriginalDefinition) is not null ? Read(operation, parameter)
            : _receiver is Reference { Variable: var refused } && _variables.Find(refused) == Value.Refused ? Value.Refused
            : PrimaryConstructorParameter(operation, constructor.ContainingType);
    }

    public override Value VisitVariableDeclarationGroup(IVariableDeclarationGroupOperation operation, Unit argument) => Each(operation.Declarations);

    public override Value VisitVariableDeclaration(IVariableDeclarationOperation operation, Unit argument) => Each(operation.Declarators);

    public override Value VisitVariableDeclarator(IVariableDeclaratorOperation operation, Unit argument)
    {
        ILocalSymbol local = operation.Symbol;
        if (IsOtherName(local, (operation.Initializer ?? (operation.Parent as IVariableDeclarationOperation)?.Initializer)?.Value))
        {
            return Value.Nothing;
        }

        if (local.RefKind != RefKind.None)
        {
            Set(local, Value.Refused);
            return Refuse(operation, Problems.UnsupportedCode, $"'{Excerpt(operation.Syntax)}'", "use a variable that isn't a reference");
        }

        IVariableInitializerOperation? initializer = operation.Initializer ?? (operation.Parent as IVariableDeclarationOperation)?.Initializer;
        Set(local, initializer is null ? Value.Unassigned : Visit(initializer.Value));
        return Value.Nothing;
    }

    public override Value VisitDeclarationExpression(IDeclarationExpressionOperation operation, Unit argument) => Visit(operation.Expression);

    private Value Read(IOperation operation, ISymbol variable)
    {
        Value? value = _variables.Find(KeyOf(variable));
        if (value == Value.Unassigned)
        {
            // An error, which the compiler reports.
            IsBroken = true;
            return Value.Refused;
        }

        return value is null || value == Value.Ambiguous ? DefaultVisit(operation, default) : value is ArrayValue array ? Current(array) : value;
    }

    private void Set(ISymbol variable, Value value)
    {
        if (value is ArrayValue { Object: { Name: null } own } && variable is ILocalSymbol)
        {
            own.Name = variable.Name;
        }

        _variables.Set(KeyOf(variable), value);
        Name(value, variable.Name);
    }

    /// <summary>Remembers what the source calls a value.</summary>
    private void Name(Value value, string name)
    {
        Expression? node = value switch
        {
            Scalar scalar => scalar.Expression,
            ArrayValue { Object: null } array => array.Expression,
            TensorValue tensor => tensor.Elements,
            _ => null,
        };
        if (node is not null and not SymDiff.Symbolics.Expressions.Constant and not Symbol)
        {
            _names.Add((node, name));
        }
    }

    private Value Each(IEnumerable<IOperation> operations)
    {
        foreach (IOperation operation in operations)
        {
            Visit(operation);
        }

        return Value.Nothing;
    }
}
