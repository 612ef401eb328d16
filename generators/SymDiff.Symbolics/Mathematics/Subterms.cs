using System;
using System.Collections.Generic;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>Chooses the parts of formulas that get a name and a line of their own: what is large and occurs twice, and what makes a line too long.</summary>
internal sealed class Subterms
{
    // Rough lengths in characters.
    private const long LongEnoughToShare = 24;
    private const long LongEnoughWithAName = 17;
    private const long TooLongForALine = 120;

    private readonly HashSet<Expression> _chosen = [];

    public Subterms(IReadOnlyList<Expression> roots, Func<Expression, bool> isNamed)
    {
        List<Expression> nodes = Traversal.Reachable(roots);
        Dictionary<Expression, int> uses = CountUses(nodes, roots);
        var lengths = new Dictionary<Expression, long>();
        foreach (Expression node in nodes)
        {
            long length = OwnLength(node) + node.Operands.Sum(operand => lengths[operand]);
            bool isChosen = !roots.Contains(node) && node is Apply or Select or Reduce && !IsTransparent(node)
                && (length > TooLongForALine || (length > (isNamed(node) ? LongEnoughWithAName : LongEnoughToShare) && uses[node] > 1));
            if (isChosen)
            {
                _chosen.Add(node);
                length = 2;
            }

            lengths[node] = length;
        }
    }

    public bool IsChosen(Expression node) => _chosen.Contains(node);

    // A root counts once for itself: the derivative of a sum is often a part of another derivative.
    private static Dictionary<Expression, int> CountUses(List<Expression> nodes, IReadOnlyList<Expression> roots)
    {
        var uses = nodes.ToDictionary(node => node, node => roots.Contains(node) ? 1 : 0);
        foreach (Expression node in nodes)
        {
            // x² mentions x once.
            foreach (Expression operand in node.Operands.Distinct())
            {
                uses[operand] += IsTransparent(node) ? Math.Max(1, uses[node]) : 1;
            }
        }

        return uses;
    }

    private static long OwnLength(Expression node) => node switch
    {
        Constant => 3,
        Symbol symbol => symbol.Type.IsArray ? 1 : symbol.Name.Length,
        Element or Extent => 1,
        Select => 16,
        Reduce => 4,
        Output => 4,
        _ => 3,
    };

    private static bool IsTransparent(Expression node)
        => node is Apply apply && (Product.Invisible(apply) || ReferenceEquals(apply.Primitive, Arithmetic.Negate));
}
