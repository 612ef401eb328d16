using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Diagnostics;

/// <summary>SYMD01xx: code that can't be differentiated, in the marked method or in one that it calls.</summary>
public static partial class Problems
{
    public static readonly DiagnosticDescriptor UnsupportedCode = new(
        "SYMD0100", "Code can't be differentiated", "{0} can't be differentiated: {1}",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0100.md");

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "SYMD0101", "Type can't be differentiated", "'{0}' can't be calculated with in differentiated code: {1}",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0101.md");

    public static readonly DiagnosticDescriptor WhileLoop = new(
        "SYMD0102", "Loop without a known range", "'{0}' loops aren't supported in this version: write a 'for' loop over a range of integers",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0102.md");

    public static readonly DiagnosticDescriptor LeavesLoop = new(
        "SYMD0103", "Loop is left early", "'{0}' inside a loop isn't supported in this version: let the loop run to its end, with a condition around what it does",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0103.md");

    public static readonly DiagnosticDescriptor Goto = new(
        "SYMD0104", "Jump to a label", "'goto' isn't supported: use 'if', 'switch' and 'for'",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0104.md");

    public static readonly DiagnosticDescriptor LoopForm = new(
        "SYMD0105", "Number of trips isn't known before the loop", "The number of trips must be known before the loop begins: {0}",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0105.md");

    public static readonly DiagnosticDescriptor FloatingLoopVariable = new(
        "SYMD0106", "Loop variable isn't an integer", "A loop variable of type '{0}' isn't supported in this version: count with an 'int' and calculate '{1}' from it",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0106.md");

    public static readonly DiagnosticDescriptor ForEachOver = new(
        "SYMD0107", "Collection isn't supported", "'foreach' over '{0}' isn't supported in this version: use an array, a span or Enumerable.Range",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0107.md");

    public static readonly DiagnosticDescriptor UnknownMethod = new(
        "SYMD0108", "Method has no known derivative", "'{0}' has no known derivative, and its source isn't in this project: use functions of Math, or methods of your own",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0108.md");

    public static readonly DiagnosticDescriptor VirtualCall = new(
        "SYMD0109", "Call is decided at run time", "Which method '{0}' is, is decided at run time: call a method that isn't virtual, or seal it",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0109.md");

    public static readonly DiagnosticDescriptor Recursion = new(
        "SYMD0110", "Method calls itself", "'{0}' calls itself, which isn't supported in this version: write it as a loop",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0110.md");

    public static readonly DiagnosticDescriptor TooLarge = new(
        "SYMD0111", "Code is too large", "'{0}' is too large to be differentiated once all calls in it are expanded: make it smaller",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0111.md");

    public static readonly DiagnosticDescriptor TooDeep = new(
        "SYMD0112", "Code is nested too deeply", "'{0}' is nested too deeply to be differentiated: give parts of it names, as local variables",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0112.md");

    public static readonly DiagnosticDescriptor ArgumentByReference = new(
        "SYMD0113", "Argument is passed by reference", "Passing '{0}' with '{1}' isn't supported in this version: return the result instead",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0113.md");

    public static readonly DiagnosticDescriptor SideEffect = new(
        "SYMD0114", "Code has a side effect", "'{0}' outlives the call, and differentiated code may not change it: use a local variable",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0114.md");

    public static readonly DiagnosticDescriptor ElementWritten = new(
        "SYMD0115", "Array element is written", "Writing into '{0}' isn't supported in this version: write into an array that the method makes itself",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0115.md");

    public static readonly DiagnosticDescriptor GeneratedMember = new(
        "SYMD0116", "Derivative is used in differentiated code", "'{0}' is generated by SymDiff, whose output can't be differentiated again in this version: call it outside of methods marked [Differentiable]",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0116.md");

    public static readonly DiagnosticDescriptor Reinterpretation = new(
        "SYMD0117", "Number goes through its bits or text", "'{0}' goes through the bits or the text of a number, where no derivative follows: use arithmetic and functions of Math",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0117.md");

    public static readonly DiagnosticDescriptor Inaccessible = new(
        "SYMD0118", "State can't be reached", "'{0}' can't be reached from '{1}', where the derivative is written: make it internal or pass it as an argument",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0118.md");

    public static readonly DiagnosticDescriptor OtherObject = new(
        "SYMD0119", "State of another object", "The state of '{0}' isn't supported in this version: pass the numbers as arguments",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0119.md");

    public static readonly DiagnosticDescriptor OtherGenerator = new(
        "SYMD0121", "Code that SymDiff doesn't see", "'{0}' {1}: if another source generator writes it, SymDiff doesn't see it, so write it by hand, or call it elsewhere and pass its value",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0121.md");

    public static readonly DiagnosticDescriptor ArrayThroughLoop = new(
        "SYMD0122", "Gradient for an array through a recurrence", "This loop makes a product or a recurrence of what depends on '{0}', through which gradients for arrays aren't supported in this version: use sums, minima and maxima, or name other parameters in the attribute",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0122.md");

    public static readonly DiagnosticDescriptor ArrayInLoop = new(
        "SYMD0123", "Elements depend on each other", "What this loop stores in '{0}' isn't supported in this version: assign an element of its own in each trip, and read none of other trips",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0123.md");

    internal static ImmutableArray<DiagnosticDescriptor> Code =>
    [
        UnsupportedCode, UnsupportedType, WhileLoop, LeavesLoop, Goto, LoopForm, FloatingLoopVariable, ForEachOver, UnknownMethod, VirtualCall, Recursion,
        TooLarge, TooDeep, ArgumentByReference, SideEffect, ElementWritten, GeneratedMember, Reinterpretation, Inaccessible, OtherObject, OtherGenerator, ArrayThroughLoop, ArrayInLoop,
    ];
}
