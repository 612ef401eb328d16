using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>
/// Finds integer arithmetic that can overflow. Here it wraps around; in a project that compiles with <c>CheckForOverflowUnderflow</c> it
/// would throw, unless it stands in an <c>unchecked</c> block.
/// </summary>
internal static class IntegerOverflow
{
    /// <summary>No array is longer than <c>Array.MaxLength</c>, which is <c>int.MaxValue</c> less 56.</summary>
    private const int RoomAboveLengths = 56;

    /// <summary>Whether the operation itself (not its operands) can overflow.</summary>
    public static bool IsPossible(Expression node) => node is Apply apply && apply.Scalar.IsInteger() && (
        ReferenceEquals(apply.Primitive, Arithmetic.Add) || ReferenceEquals(apply.Primitive, Arithmetic.Subtract)
        || ReferenceEquals(apply.Primitive, Arithmetic.Multiply) || ReferenceEquals(apply.Primitive, Arithmetic.Negate)
        || (ReferenceEquals(apply.Primitive, Conversions.Convert) && !apply.Arguments[0].Scalar.ConvertsImplicitlyTo(apply.Scalar)));

    /// <summary>Whether anything in the program can overflow.</summary>
    public static bool IsPossible(Program program)
    {
        var search = new Search();
        return search.InStatements(program.Body) || program.Results.Any(result => search.In(result.Value));
    }

    private sealed class Search
    {
        private readonly Dictionary<Symbol, Loop> _loops = [];
        private readonly Dictionary<Symbol, ImmutableArray<Loop>> _counters = [];
        private readonly Stack<Expression> _pending = new();
        private ImmutableArray<Loop> _around = [];

        public bool InStatements(ImmutableArray<Statement> statements) => statements.Any(In);

        public bool In(Expression root)
        {
            _pending.Push(root);
            while (_pending.Count > 0)
            {
                Expression node = _pending.Pop();
                if (IsPossible(node) && !IsSmallOffset((Apply)node))
                {
                    return true;
                }

                foreach (Expression operand in node.Operands)
                {
                    _pending.Push(operand);
                }
            }

            return false;
        }

        private bool In(Statement statement)
        {
            switch (statement)
            {
                case Declare declare:
                    if (declare.Value is Constant { IsZero: true })
                    {
                        _counters[declare.Local] = _around;
                    }

                    return declare.Value is { } value && In(value);
                case Assign assign:
                    return In(assign.Value);
                case Accumulate accumulate:
                    return (accumulate.Local.Scalar.IsInteger() && !IsCount(accumulate)) || In(accumulate.Term);
                case Clear { Apart: (var start, var end) }:
                    return In(start) || In(end);
                case Clear or Release:
                    return false;
                case Reserve reserve:
                    return In(reserve.Position);
                case Allocate allocate:
                    return allocate.Extents.Length > 1 || allocate.Extents.Any(In);
                case Store store:
                    return store.Indices.Any(In) || In(store.Value);
                case Loop loop:
                    return InLoop(loop);
                case Blocks blocks:
                    // Neither the start nor the count of a block passes the end of all steps.
                    return In(blocks.Lower) || In(blocks.Upper) || In(blocks.Size) || InStatements(blocks.Body);
                case If choice:
                    return In(choice.Condition) || InStatements(choice.Then) || InStatements(choice.Else);
                case Require require:
                    return In(require.Condition);
                case Evaluate evaluate:
                    return In(evaluate.Value);
                case Leave leave:
                    return In(leave.Unless);
                default:
                    throw new InvalidOperationException($"{statement.GetType().Name} isn't a known statement.");
            }
        }

        private bool InLoop(Loop loop)
        {
            ImmutableArray<Loop> outside = _around;
            _around = outside.Add(loop);
            _loops[loop.Index] = loop;
            bool found = In(loop.Lower) || In(loop.Upper) || (loop.IsDownward && loop.Upper is not (Extent or Constant { Payload: > int.MinValue })) || InStatements(loop.Body);
            _around = outside;
            return found;
        }

        /// <summary>What starts at 0 and is counted up once for each step of one loop can't leave the range of the index.</summary>
        private bool IsCount(Accumulate accumulate)
            => accumulate.Operator == ReduceOperator.Sum && IsStep(accumulate.Term)
            && _counters.TryGetValue(accumulate.Local, out ImmutableArray<Loop> outside) && _counters.Remove(accumulate.Local)
            && _around.Length == outside.Length + 1 && _around[_around.Length - 1].Lower is Constant { Payload: >= 0 };

        private static bool IsStep(Expression term)
            => term is Constant { IsOne: true } or Select { WhenTrue: Constant { Payload: 0 or 1 }, WhenFalse: Constant { Payload: 0 or 1 } };

        /// <summary>A length, or the index of a loop over an array, plus or minus a little.</summary>
        private bool IsSmallOffset(Apply sum)
        {
            if (!ReferenceEquals(sum.Primitive, Arithmetic.Add) || sum.Scalar != ScalarType.Int32 || sum.Arguments is not [var start, Constant { Payload: var offset }])
            {
                return false;
            }

            return start switch
            {
                Extent => offset is > int.MinValue and <= RoomAboveLengths,
                Symbol symbol when _loops.TryGetValue(symbol, out Loop? loop) => offset switch
                {
                    < 0 => loop.Lower is Constant lower && lower.Payload + offset >= int.MinValue,
                    // The index stays below the upper end, which is an int.
                    1 => true,
                    _ => offset <= RoomAboveLengths && IsLength(loop.Upper),
                },
                _ => false,
            };
        }

        private static bool IsLength(Expression upper)
            => upper is Extent || (upper is Apply { Arguments: [Extent, Constant { Payload: <= 0 }] } shorter && ReferenceEquals(shorter.Primitive, Arithmetic.Add));
    }
}
