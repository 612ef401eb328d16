using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Diagnostics;

/// <summary>SYMD02xx: legal code in which a derivative is lost; and SYMD9999.</summary>
public static partial class Problems
{
    public static readonly DiagnosticDescriptor ConvertedToInteger = new(
        "SYMD0201", "Conversion to an integer cuts the derivative", "The conversion to '{0}' cuts the derivative: what follows from it has derivative 0",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: Pages + "SYMD0201.md");

    public static readonly DiagnosticDescriptor StepFunction = new(
        "SYMD0202", "Function is constant between steps", "'{0}' is constant between steps, so its derivative is 0",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: Pages + "SYMD0202.md");

    public static readonly DiagnosticDescriptor IntegerDivision = new(
        "SYMD0203", "Integer division in a floating-point formula", "'{0}' divides integers, which cuts off the fraction, before it is converted to '{1}': convert an operand first if that isn't meant",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: Pages + "SYMD0203.md");

    public static readonly DiagnosticDescriptor EqualityTest = new(
        "SYMD0204", "Differentiated value is tested for equality", "The derivative is that of the branch taken, which at the one point where this equality holds is rarely that of the function",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: Pages + "SYMD0204.md");

    public static readonly DiagnosticDescriptor NoInfluence = new(
        "SYMD0205", "Result doesn't depend on the parameter", "The result of '{0}' doesn't depend on '{1}', so its derivative is 0",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: Pages + "SYMD0205.md");

    public static readonly DiagnosticDescriptor OnlySteps = new(
        "SYMD0206", "Result depends on the parameter in steps only", "The result of '{0}' depends on '{1}' in steps only (comparisons, rounding), so its derivative is 0",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: Pages + "SYMD0206.md");

    public static readonly DiagnosticDescriptor TripsDepend = new(
        "SYMD0207", "Number of trips depends on a differentiated value", "How often this loop runs depends on what is differentiated: the derivative is that of the trips that it makes, and lags behind where it runs until something has converged",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: Pages + "SYMD0207.md");

    public static readonly DiagnosticDescriptor Bug = new(
        "SYMD9999", "SymDiff failed", "SymDiff failed at '{0}', which is a bug in SymDiff ({1}): please report it with the method's source",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD9999.md");

    internal static ImmutableArray<DiagnosticDescriptor> LostDerivatives =>
        [ConvertedToInteger, StepFunction, IntegerDivision, EqualityTest, NoInfluence, OnlySteps, TripsDepend];
}
