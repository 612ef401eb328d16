namespace SymDiff.Symbolics.Expressions;

/// <summary>Equality of two nodes whose operands are already interned: same kind, same payload, the very same operands.</summary>
internal static class ShallowEquality
{
    public static bool AreEqual(Expression left, Expression right)
    {
        if (left.GetType() != right.GetType() || left.Type != right.Type
            || left.Operands.Length != right.Operands.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Operands.Length; i++)
        {
            if (!ReferenceEquals(left.Operands[i], right.Operands[i]))
            {
                return false;
            }
        }

        return (left, right) switch
        {
            (Constant a, Constant b) => a.Payload == b.Payload,
            (Symbol a, Symbol b) => a.Ordinal == b.Ordinal,
            (Apply a, Apply b) => ReferenceEquals(a.Primitive, b.Primitive),
            (Reduce a, Reduce b) => a.Operator == b.Operator && ReferenceEquals(a.Index, b.Index),
            (Scan a, Scan b) => ReferenceEquals(a.Index, b.Index) && SameSymbols(a.Carried, b.Carried) && a.IsDownward == b.IsDownward,
            (Trace a, Trace b) => a.Position == b.Position,
            (Output a, Output b) => a.Position == b.Position,
            (Build a, Build b) => SameSymbols(a.Indices, b.Indices),
            (Extent a, Extent b) => a.Axis == b.Axis,
            (Stored a, Stored b) => a.IsEager == b.IsEager,
            _ => true,
        };
    }

    public static int HashOf(Expression node)
    {
        unchecked
        {
            // Ranks of operands are near each other: with a small multiplier a + 1, b − 31 would be a, b.
            const int Multiplier = -1640531527;
            int hash = ((int)node.Type.Scalar << 4) ^ node.Type.Rank;
            foreach (Expression operand in node.Operands)
            {
                hash = (hash + operand.Id) * Multiplier;
            }

            hash += node switch
            {
                Constant constant => constant.Payload.GetHashCode(),
                Symbol symbol => symbol.Ordinal,
                Apply apply => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(apply.Primitive),
                Reduce reduce => ((int)reduce.Operator * 31) + reduce.Index.Id,
                Scan scan => scan.Index.Id,
                Output output => output.Position,
                Trace trace => ~trace.Position,
                Build build => build.Indices[0].Id,
                Extent extent => extent.Axis,
                Select => 1,
                Element => 2,
                _ => 3,
            };

            // Numbers differ in their upper bits, and the table looks at the lower ones.
            hash *= Multiplier;
            return hash ^ (int)((uint)hash >> 15);
        }
    }

    private static bool SameSymbols(System.Collections.Immutable.ImmutableArray<Symbol> left, System.Collections.Immutable.ImmutableArray<Symbol> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!ReferenceEquals(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
