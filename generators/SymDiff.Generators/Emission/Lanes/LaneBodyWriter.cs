using System.Collections.Immutable;
using System.Globalization;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>Writes the body of a loop for as many steps as there are lanes. Both sides of a choice are calculated; each lane keeps what it would have chosen.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="names">What things are called in lanes.</param>
/// <param name="forms">How nodes are written in lanes.</param>
/// <param name="scalars">Writes what is the same in all steps.</param>
/// <param name="step">The first of the steps, as it is written; and what is added to it.</param>
/// <param name="block">Which totals are added to.</param>
/// <param name="counted">The name of the mask of the lanes that count; null: all of them.</param>
internal sealed class LaneBodyWriter(
    CodeWriter output, LaneNames names, LaneExpressionForms forms, CSharpExpressionWriter scalars, (string Text, int Offset) step, int block, string? counted)
{
    private readonly CSharpExpressionWriter _expressions = new(child => forms.Of(child, step));

    // Locals that no side of a choice has set yet: the first side sets all lanes.
    private readonly HashSet<Symbol> _unset = [];

    public void Write(ImmutableArray<Statement> statements) => Write(statements, chosen: null);

    /// <param name="statements">What to write.</param>
    /// <param name="chosen">The name of the mask of the lanes that come here; null: all of them.</param>
    private void Write(ImmutableArray<Statement> statements, string? chosen)
    {
        Dictionary<int, int> partners = CircularPair.Partners(statements);
        var written = new HashSet<int>();
        for (int i = 0; i < statements.Length; i++)
        {
            if (written.Contains(i))
            {
                continue;
            }

            switch (statements[i])
            {
                case Declare angle when partners.TryGetValue(i, out int position):
                    var partner = (Declare)statements[position];
                    WritePair(CircularPair.IsSine(angle) ? angle : partner, CircularPair.IsSine(angle) ? partner : angle);
                    written.Add(position);
                    break;
                case Declare { Value: null } declare:
                    WriteDeclaration(declare);
                    break;
                case Declare declare:
                    Line($"var {names[declare.Local]} = ", declare.Value!, ";");
                    break;
                case Assign assign:
                    Write(assign, chosen);
                    break;
                case Accumulate accumulate when accumulate.Local.Scalar.IsInteger():
                    WriteCount(accumulate, Both(chosen, counted));
                    break;
                case Accumulate accumulate:
                    Write(accumulate, Both(chosen, counted));
                    break;
                case Store store:
                    Write(store, Both(chosen, counted));
                    break;
                case If choice when !names.IsInLanes(choice.Condition):
                    WriteCommon(choice, chosen);
                    break;
                case If choice:
                    WriteChoice(choice, chosen);
                    break;
                default:
                    throw new InvalidOperationException($"{statements[i].GetType().Name} has no form for lanes.");
            }
        }
    }

    private void WritePair(Declare sine, Declare cosine)
        => Line($"var ({names[sine.Local]}, {names[cosine.Local]}) = {RuntimeNames.LaneFunctions}.SinCos(", sine.Value!.Operands[0], ");");

    private void WriteDeclaration(Declare declare)
    {
        if (!declare.StartsAsZero)
        {
            _unset.Add(declare.Local);
        }

        output.Line($"{forms.Type} {names[declare.Local]}{(declare.StartsAsZero ? $" = {forms.Type}.Zero" : string.Empty)};");
    }

    private void Write(Assign assign, string? chosen)
    {
        string name = names[assign.Local];
        if (chosen is null || _unset.Remove(assign.Local))
        {
            Line($"{name} = ", assign.Value, ";");
        }
        else
        {
            Line($"{name} = {LaneExpressionForms.Vector}.ConditionalSelect({chosen}, ", assign.Value, $", {name});");
        }
    }

    private void WriteCount(Accumulate count, string? mask)
    {
        string term = count.Term switch
        {
            Constant => mask?.Trim('(', ')') ?? string.Empty,
            Select { WhenTrue: Constant { IsOne: true } } select => And(_expressions.Write(select.Condition, Binding.BitAnd), mask),
            Select select => And(Piece.Join(_expressions.Pieces(new Child(select.Condition, Binding.BitAnd) { Negated = true })), mask),
            _ => throw new InvalidOperationException("counts nothing"),
        };
        string width = (512 / forms.Scalar.Bits()).ToString(CultureInfo.InvariantCulture);
        output.Line($"{names[count.Local]} += {(term.Length == 0 ? width : $"{RuntimeNames.LaneMask}.Count({term})")};");
    }

    private void Write(Accumulate accumulate, string? mask)
    {
        string total = names.Total(accumulate.Local, block);
        switch (accumulate.Operator)
        {
            case ReduceOperator.Sum:
                WriteSum(total, accumulate.Term, mask);
                break;
            case ReduceOperator.All:
                string term = _expressions.Write(accumulate.Term, Binding.BitOr);
                output.Line(mask is null ? $"{total} &= {term};" : $"{total} &= ~{mask} | {term};");
                break;
            default:
                string function = $"{LaneExpressionForms.Vector}.{accumulate.Operator}";
                Line($"{total} = {function}({total}, {(mask is null ? string.Empty : $"{LaneExpressionForms.Vector}.ConditionalSelect({mask}, ")}", accumulate.Term, mask is null ? ");" : $", {total}));");
                break;
        }
    }

    /// <summary>A product is added without being rounded first, where all lanes count. Lanes that don't count add nothing, not even a NaN.</summary>
    private void WriteSum(string total, Expression term, string? mask)
    {
        if (mask is not null)
        {
            Expression? subtracted = forms.Opposite(term);
            Line($"{total} {(subtracted is null ? "+=" : "-=")} {mask} & ", subtracted ?? term, ";", Binding.Unary);
        }
        else if (forms.Factors(term) is var (left, right))
        {
            output.Line($"{total} = {LaneExpressionForms.Vector}.FusedMultiplyAdd({_expressions.Write(left)}, {_expressions.Write(right)}, {total});");
        }
        else
        {
            Expression? subtracted = forms.Opposite(term);
            Line($"{total} {(subtracted is null ? "+=" : "-=")} ", subtracted ?? term, ";");
        }
    }

    private void Write(Store store, string? mask)
    {
        string place = forms.Position((Element)store.Array.Graph.Element(store.Array, store.Indices), step);
        string old = $"{RuntimeNames.LaneMemory}.Load(ref {place})";
        Expression? subtracted = forms.Opposite(store.Value);
        string sign = subtracted is null ? "+" : "-";

        // Sums start as 0.0 and never are −0.0, so that adding 0.0 changes nothing.
        string value = (store.IsAddition, mask) switch
        {
            (true, null) => $"{old} {sign} {_expressions.Write(subtracted ?? store.Value, Binding.Multiplicative)}",
            (true, _) => $"{old} {sign} ({mask} & {_expressions.Write(subtracted ?? store.Value, Binding.Unary)})",
            (false, null) => _expressions.Write(store.Value),
            (false, _) => $"{LaneExpressionForms.Vector}.ConditionalSelect({mask}, {_expressions.Write(store.Value)}, {old})",
        };
        output.Line($"{RuntimeNames.LaneMemory}.Store(ref {place}, {value});");
    }

    /// <summary>All steps go the same way.</summary>
    private void WriteCommon(If choice, string? chosen)
    {
        output.Open($"if ({scalars.Write(choice.Condition)})");
        Symbol[] unset = [.. _unset];
        Write(choice.Then, chosen);
        output.Close();
        if (choice.Else.IsEmpty)
        {
            return;
        }

        // What one side has set, the other one has to set too.
        _unset.UnionWith(unset);
        output.Open("else", continues: true);
        Write(choice.Else, chosen);
        output.Close();
    }

    private void WriteChoice(If choice, string? chosen)
    {
        string condition = choice.Condition is Symbol known && chosen is null ? names[known] : names.Mask(choice, holds: true);
        if (condition != _expressions.Write(choice.Condition))
        {
            Line($"var {condition} = {(chosen is null ? string.Empty : $"{chosen} & ")}", choice.Condition, ";", chosen is null ? Binding.Any : Binding.Equality);
        }

        Write(choice.Then, condition);
        if (!choice.Else.IsEmpty)
        {
            string opposite = names.Mask(choice, holds: false);
            output.Line($"var {opposite} = {(chosen is null ? $"~{condition}" : $"{LaneExpressionForms.Vector}.AndNot({chosen}, {condition})")};");
            Write(choice.Else, opposite);
        }
    }

    private void Line(string before, Expression value, string after, Binding required = Binding.Any)
    {
        List<Piece> pieces = _expressions.Pieces(value, required);
        output.Line(before + LineBreaker.Break(pieces, output.Column, output.Column + before.Length) + after);
    }

    private static string? Both(string? left, string? right) => left is null ? right : right is null ? left : $"({left} & {right})";

    private static string And(string left, string? right) => right is null ? left : $"{left} & {right}";
}
