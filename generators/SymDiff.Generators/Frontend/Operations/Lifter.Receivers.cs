using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What methods, accessors and constructors of structures and plain classes run on: a variable, which they may change, or a copy of a value.</summary>
internal sealed partial class Lifter
{
    /// <summary>Objects that have been seen not to be null.</summary>
    private readonly HashSet<string> _seen = [];

    private int _receivers;

    /// <summary>What an object initializer or <c>with</c> is filling in.</summary>
    private Reference? _filled;

    public override Value VisitInstanceReference(IInstanceReferenceOperation operation, Unit argument)
    {
        Value receiver = ThisOf(operation);
        if (receiver is ObjectValue { CSharp: var path })
        {
            return operation.Type is { IsValueType: true } type && StructureOf(type) is not null ? Held(path, type) : receiver;
        }

        if (receiver is not Reference { Variable: var variable } || _variables.Find(variable) is not { } value)
        {
            return DefaultVisit(operation, default);
        }

        // An object that isn't finished may not be had by others: they would see what is assigned to it later.
        return variable is Receiver { IsWritable: true } && operation.Type is { IsReferenceType: true } && operation.Parent is not IMemberReferenceOperation and not IInvocationOperation
            ? DefaultVisit(operation, default)
            : value;
    }

    private Value ThisOf(IInstanceReferenceOperation operation)
        => operation.ReferenceKind switch
        {
            InstanceReferenceKind.ImplicitReceiver => _filled ?? Value.Refused,
            InstanceReferenceKind.PatternInput => _matched ?? Value.Refused,
            _ => _receiver,
        };

    /// <summary>Calls a method of a structure or of plain data.</summary>
    /// <param name="arguments">Evaluates them; after the variable is known, and before it is read.</param>
    private Value CallOf(IOperation instance, IMethodSymbol method, bool isVirtual, Func<ImmutableArray<Value>> arguments, IOperation place)
    {
        if (CallProblem(place, method, isVirtual) is { } refusal)
        {
            return refusal;
        }

        Location location = place.Syntax.GetLocation();
        bool isClass = instance.Type is { IsReferenceType: true };
        if (instance is IInstanceReferenceOperation own && ThisOf(own) is var receiver && (isClass || receiver is ObjectValue || method.IsReadOnly || IsChangeable(own)))
        {
            return receiver == Value.Refused ? receiver : Inline(method, arguments(), location, receiver);
        }

        if (!isClass && !method.IsReadOnly && IsChangeable(instance) && VariableOf(instance) is { } variable)
        {
            // Nothing is left behind of a variable's own name.
            Read(instance, instance is ILocalReferenceOperation { Local: var local } ? local : ((IParameterReferenceOperation)instance).Parameter);
            _flow.HasFunctions = true;
            return Inline(method, arguments(), location, new Reference(variable));
        }

        // A part of a variable is a variable too; of everything else C# makes a copy.
        bool isPart = !isClass && !method.IsReadOnly && IsChangeable(instance);
        ImmutableArray<Value> passed = isPart ? arguments() : [];
        Value value = isClass ? ObjectOf(instance) : Visit(instance);
        passed = isPart ? passed : arguments();
        if (value is ObjectValue)
        {
            return Inline(method, passed, location, value);
        }

        if (value is not AggregateValue { Structure: not null })
        {
            return value == Value.Refused ? value : Refuse(instance, Problems.OtherObject, Excerpt(instance.Syntax));
        }

        (Value result, Value after) = RunOn(value, ReceiverName(instance), isWritable: !isClass, reference => Inline(method, passed, location, reference));
        if (isPart && !ReferenceEquals(after, value))
        {
            // By a reference or a delegate the variable could have been read in between.
            if (passed.Add(value).Any(MayReachVariables))
            {
                Refuse(place, Problems.SideEffect, Excerpt(instance.Syntax));
            }
            else
            {
                Assign(instance, after);
            }
        }

        return result;
    }

    private static bool MayReachVariables(Value value)
        => value is Reference or FunctionValue or FunctionChoice or SequenceValue || (value is AggregateValue { Items: var items } && items.Any(MayReachVariables));

    private (Value Result, Value After) RunOn(Value value, string name, bool isWritable, Func<Reference, Value> run)
    {
        var receiver = new Receiver(name, ++_receivers, isWritable);
        _variables.Set(receiver, value);
        Value result = run(new Reference(receiver));
        Value after = _variables.Find(receiver) ?? Value.Refused;
        _variables.Remove(receiver);
        return (result, after);
    }

    /// <summary>An object whose state can be read from here on: where it is null, the method throws.</summary>
    private Value ObjectOf(IOperation instance)
    {
        Value value = Visit(instance);
        if (value is not ObjectValue { HasState: false, CSharp: var path } || StructureOf(instance.Type) is null)
        {
            return value;
        }

        // Only what is read on every way to here may be tested first.
        if (_flow.Depth > 0 || !_flow.IsCertain)
        {
            if (!_seen.Contains(path))
            {
                return Refuse(instance, Problems.OtherObject, Excerpt(instance.Syntax));
            }
        }
        else if (_seen.Add(path))
        {
            _flow.Require(_graph.Not(_graph.External($"({path} is null)", ScalarType.Boolean)));
        }

        return new ObjectValue(path, HasState: true);
    }

    /// <summary>Whether it is a variable that may be assigned here, so that a method called of it changes it and not a copy.</summary>
    private bool IsChangeable(IOperation place) => place switch
    {
        ILocalReferenceOperation { Local: var local } => local is { IsForEach: false, IsUsing: false, RefKind: not RefKind.In },
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,
        IInstanceReferenceOperation => IsMaking || !Running.IsReadOnly,
        IFieldReferenceOperation { Field: var field, Instance: var whole }
            => (!field.IsReadOnly || (whole is IInstanceReferenceOperation && IsMaking)) && (whole is not { Type.IsValueType: true } || IsChangeable(whole)),
        IArrayElementReferenceOperation => true,
        _ => false,
    };

    private IMethodSymbol Running => _callStack[_callStack.Count - 1].Method;

    // What is readonly may be assigned there.
    private bool IsMaking => Running is { MethodKind: MethodKind.Constructor } or { IsInitOnly: true };

    private static string ReceiverName(IOperation instance) => instance switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => instance.Type?.Name ?? This,
    };
}
