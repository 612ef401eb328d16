using System.Collections.Generic;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>How a loop takes several steps at once: a register holds what a local is in each of them. The body stays as it is.</summary>
/// <param name="Type">The type of all floating-point numbers in it.</param>
/// <param name="Unrolled">
/// How many registers full of steps one iteration takes, each with totals of its own. 0: one, and the body is written only once, so that the last steps, which don't
/// fill a register, are looked after in every iteration: that costs nothing beside a body full of functions, and leaves the compiler less to inline.
/// </param>
/// <param name="Arrays">The ranges of arrays that the loop runs through.</param>
/// <param name="Positions">Where in those ranges an element lies. That of a <see cref="Store"/> stands here as the element that it writes.</param>
/// <param name="Broadcasts">What is the same in all steps, and is put into all lanes before the first, constants apart; by <see cref="Expression.Id"/>.</param>
public sealed record LaneForm(
    ScalarType Type,
    int Unrolled,
    ImmutableArray<LaneArray> Arrays,
    IReadOnlyDictionary<Element, LanePosition> Positions,
    ImmutableArray<Expression> Broadcasts)
{
    /// <summary>How many steps there are to a register: of 512 bits, on every machine.</summary>
    public int Width => 512 / Type.Bits();
}

/// <summary>A range of an array, one element to a step but for neighbours at its ends.</summary>
/// <param name="Array">The array.</param>
/// <param name="Rows">The indices before the last one, which are the same in all steps.</param>
/// <param name="Start">The first element; null if the range is all of the array from the first element on, as is known beforehand.</param>
/// <param name="Length">How many elements.</param>
/// <param name="IsOptional">Whether the source might not read all of the range, so that it may not be there: then the loop can't run in lanes.</param>
public sealed record LaneArray(Symbol Array, ImmutableArray<Expression> Rows, Expression? Start, Expression? Length, bool IsOptional);

/// <summary>An element of a <see cref="LaneArray"/>: the step's index plus <paramref name="Shift"/>, counted from the array's start.</summary>
/// <param name="Array">Which of <see cref="LaneForm.Arrays"/>.</param>
/// <param name="Shift">What is added to the index.</param>
/// <param name="IsFromLower">Whether the index is counted from the loop's lower end.</param>
public readonly record struct LanePosition(int Array, int Shift, bool IsFromLower);
