using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Diagnostics;

/// <summary>SYMD00xx: how the method is declared, and what its attribute asks for.</summary>
public static partial class Problems
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        "SYMD0001", "Type isn't partial", "'{0}' must be partial, so that the derivatives of '{1}' can be written beside it",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0001.md");

    public static readonly DiagnosticDescriptor FileLocalType = new(
        "SYMD0002", "Type is local to its file", "'{0}' is a file-local type, which generated code can't extend: drop 'file'",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0002.md");

    public static readonly DiagnosticDescriptor LocalFunction = new(
        "SYMD0003", "Local function is marked", "'{0}' is a local function, which has no place beside it for its derivatives: make it a method of a partial type",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0003.md");

    public static readonly DiagnosticDescriptor GenericMethod = new(
        "SYMD0004", "Method is generic", "'{0}' is generic, which isn't supported in this version: write it for 'double' or 'float'",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0004.md");

    public static readonly DiagnosticDescriptor ReturnsByReference = new(
        "SYMD0005", "Method returns by reference", "'{0}' returns a reference, which has no derivative: return the value",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0005.md");

    public static readonly DiagnosticDescriptor AsyncOrIterator = new(
        "SYMD0006", "Method is async or an iterator", "'{0}' is async or an iterator: move the calculation into a method that just returns the number",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0006.md");

    public static readonly DiagnosticDescriptor NothingToDifferentiate = new(
        "SYMD0007", "Nothing to differentiate for", "'{0}' has no parameter of type 'float' or 'double', or array of them, to differentiate for",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0007.md");

    public static readonly DiagnosticDescriptor UnknownParameter = new(
        "SYMD0008", "No such parameter", "'{0}' has no parameter named '{1}': name one with nameof",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0008.md");

    public static readonly DiagnosticDescriptor NoBody = new(
        "SYMD0009", "Method has no body", "'{0}' has no body here that could be differentiated: give it one",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0009.md");

    public static readonly DiagnosticDescriptor NotFloating = new(
        "SYMD0010", "Parameter isn't a floating-point number", "'{0}' is of type '{1}': only 'float', 'double', structures and tuples of them, and arrays of numbers can be differentiated for",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0010.md");

    public static readonly DiagnosticDescriptor CollectionParameter = new(
        "SYMD0011", "Gradient with respect to a collection", "Gradients with respect to '{0}', a '{1}', aren't supported in this version: pass the numbers as an array or a span, or name other parameters in the attribute",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0011.md");

    public static readonly DiagnosticDescriptor ResultType = new(
        "SYMD0012", "Result isn't a floating-point number", "'{0}' returns '{1}': a method that is differentiated returns 'float' or 'double'",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0012.md");

    public static readonly DiagnosticDescriptor SeveralResults = new(
        "SYMD0013", "Method has several results", "'{0}' has several results, and their derivatives aren't available yet, so nothing is written for it; methods that call it are differentiated all the same",
        Category, DiagnosticSeverity.Info, true, helpLinkUri: Pages + "SYMD0013.md");

    public static readonly DiagnosticDescriptor KindNotSupported = new(
        "SYMD0014", "Kind of derivative isn't supported", "'Derivatives.{0}' isn't supported in this version: ask for 'Derivatives.Gradient'",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0014.md");

    public static readonly DiagnosticDescriptor MemberExists = new(
        "SYMD0015", "Name of the derivative is taken", "'{0}' has a member '{1}' already, which is the name of a derivative of '{2}': rename one of them",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0015.md");

    public static readonly DiagnosticDescriptor ByReference = new(
        "SYMD0016", "Parameter is passed by reference", "'{0}' is a '{1}' parameter, which isn't supported in this version: pass it by value and return the result",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0016.md");

    public static readonly DiagnosticDescriptor NotMakeable = new(
        "SYMD0017", "Gradient can't be made", "The gradient with respect to '{0}' is a '{1}', which can't be made of its parts here: give it properties or fields that can be set, or a constructor that only stores its arguments",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0017.md");

    internal static ImmutableArray<DiagnosticDescriptor> Declarations =>
    [
        NotPartial, FileLocalType, LocalFunction, GenericMethod, ReturnsByReference, AsyncOrIterator, NothingToDifferentiate, UnknownParameter,
        NoBody, NotFloating, CollectionParameter, ResultType, SeveralResults, KindNotSupported, MemberExists, ByReference, NotMakeable,
    ];
}
