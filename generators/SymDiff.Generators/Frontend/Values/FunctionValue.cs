using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>A delegate: what it calls.</summary>
/// <param name="Method">A lambda, a local function or a method.</param>
/// <param name="Lambda">The body of a lambda, which is found nowhere else.</param>
/// <param name="Receiver">The object that it is called of.</param>
/// <param name="Types">What the type parameters around it stand for.</param>
/// <param name="Runs">The runs of the methods around it, from the inside out: their variables are those that it reads and assigns.</param>
internal sealed record FunctionValue(IMethodSymbol Method, IBlockOperation? Lambda, Value Receiver, TypeArguments Types, ImmutableArray<int> Runs) : Value;

/// <summary>One of two delegates.</summary>
internal sealed record FunctionChoice(Expression Condition, Value WhenTrue, Value WhenFalse) : Value;

/// <summary>A variable that is handed to a method by reference: what it does to its parameter, it does to the variable.</summary>
/// <param name="Variable">What the variable is known by.</param>
internal sealed record Reference(object Variable) : Value;
