using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What reads which array in a block and in the loops in it, so that a loop may change an array where it is if nothing else wants it as it was.</summary>
internal sealed class RowUses
{
    private readonly HashSet<Expression> _results;
    private readonly Dictionary<Expression, List<Expression>> _users = [];

    // By what is carried: a loop and the same loop that keeps what its derivative reads are one in the program, and so is the row that they leave.
    private readonly Dictionary<Symbol, List<Expression>> _left = [];

    /// <param name="values">All that the block evaluates.</param>
    /// <param name="results">The arrays that the loop around leaves for its next step.</param>
    public RowUses(IEnumerable<Expression> values, ImmutableArray<Expression> results)
    {
        _results = [.. results];
        foreach (Expression node in Traversal.Reachable(values.Concat(results)))
        {
            if (node is Output { Type.IsArray: true } output)
            {
                Symbol carried = output.Scan.Carried[output.Position];
                if (!_left.TryGetValue(carried, out List<Expression>? left))
                {
                    _left.Add(carried, left = []);
                }

                left.Add(output);
            }

            for (int i = 0; i < node.Operands.Length; i++)
            {
                // Shapes stay as they are.
                if (node.Operands[i] is { Type.IsArray: true } array && !(i == 0 && node is Extent or Zeros or Scatter))
                {
                    if (!_users.TryGetValue(array, out List<Expression>? users))
                    {
                        _users.Add(array, users = []);
                    }

                    users.Add(node);
                }
            }
        }
    }

    /// <summary>Whether nothing reads the array but these loops, as what they start to change.</summary>
    /// <param name="loops">The loops, which are one in the program.</param>
    /// <param name="carried">The changed array in them.</param>
    /// <param name="initial">What it starts as.</param>
    /// <param name="start">The array that this is made of by changes.</param>
    public bool IsOnlyFor(ImmutableArray<Expression> loops, Symbol carried, Expression initial, Expression start)
    {
        ImmutableArray<Expression> versions = ArrayChange.Versions(initial);
        foreach (Expression version in versions)
        {
            // Of several that it may be made of, the others stay as they are.
            if (!ReferenceEquals(version, start) && version is not (Update or Select or Apply))
            {
                continue;
            }

            if (version is Output output && _left.TryGetValue(output.Scan.Carried[output.Position], out List<Expression>? left)
                && left.Exists(same => !ReferenceEquals(same, version) && (_results.Contains(same) || _users.ContainsKey(same))))
            {
                return false;
            }

            if (_results.Contains(version) || (_users.TryGetValue(version, out List<Expression>? users) && !users.TrueForAll(user => IsStart(user, version) || versions.Contains(user))))
            {
                return false;
            }
        }

        return true;

        bool IsStart(Expression user, Expression version)
            => user is Scan scan && loops.Contains(scan) && scan.Carried.IndexOf(carried) is >= 0 and var position && ReferenceEquals(scan.Initials[position], version)
                && scan.Operands.Count(operand => ReferenceEquals(operand, version)) == 1;
    }
}
