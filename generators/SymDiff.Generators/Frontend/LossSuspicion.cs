using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>A place where a derivative is lost if one of the values has one.</summary>
internal sealed record LossSuspicion(DiagnosticDescriptor Problem, Location Location, ImmutableArray<Expression> Values, ImmutableArray<string> Arguments);
