using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>Writes the statements of a program, one line each as far as they fit.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="names">What the locals and indices are called.</param>
/// <param name="expressions">Writes what stands in the statements.</param>
/// <param name="originalCall">The call of the method that is differentiated, with the same arguments.</param>
internal sealed class StatementWriter(CodeWriter output, NameAllocator names, CSharpExpressionWriter expressions, string originalCall)
{
    // Arrays of intermediate values up to this size are on the stack. Larger ones aren't worth the time that clearing the stack takes.
    private const int MostBytesOnStack = 1024;

    private readonly Dictionary<Symbol, string> _scratch = [];
    private int _loops;

    // So many conditions one after the other are tested in one if.
    private const int MostConditions = 3;

    /// <returns>Whether control can reach what follows.</returns>
    public bool Write(ImmutableArray<Statement> statements)
    {
        Dictionary<int, int> partners = CircularPair.Partners(statements);
        var written = new HashSet<int>();
        for (int i = 0; i < statements.Length; i++)
        {
            if (written.Contains(i))
            {
                continue;
            }

            if (partners.TryGetValue(i, out int position))
            {
                (var angle, var partner) = ((Declare)statements[i], (Declare)statements[position]);
                Write(CircularPair.IsSine(angle) ? angle : partner, CircularPair.IsSine(angle) ? partner : angle);
                written.Add(position);
                continue;
            }

            int end = i;
            while (end < statements.Length && statements[end] is Require require && !IsEvaluated(require) && end - i < MostConditions)
            {
                end++;
            }

            bool continues = end > i ? WriteRequirements(statements.Slice(i, end - i)) : Write(statements[i]);
            if (!continues)
            {
                // What follows would be unreachable, which the compiler warns of.
                return false;
            }

            i = Math.Max(i, end - 1);
        }

        return true;
    }

    private void Write(Declare sine, Declare cosine)
    {
        (string type, string math) = sine.Local.Scalar == ScalarType.Single ? ("float", "MathF") : ("double", "Math");
        Line($"({type} {names[sine.Local]}, {type} {names[cosine.Local]}) = global::System.{math}.SinCos(", sine.Value!.Operands[0], ");");
    }

    /// <summary>A statement around an expression, broken into lines if it's long.</summary>
    public void Line(string before, IReadOnlyList<Piece> pieces, string after)
        => output.Line(before + LineBreaker.Break(pieces, output.Column, output.Column + before.Length) + after);

    private void Line(string before, Expression value, string after) => Line(before, expressions.Pieces(value), after);

    /// <summary><c>target += value;</c>, <c>target -= …;</c> or <c>target = value;</c></summary>
    private void Line(string target, bool isAddition, Expression value)
    {
        Expression? subtracted = isAddition ? Negations.OfNumber(value) : null;
        Line($"{target} {(subtracted is not null ? "-=" : isAddition ? "+=" : "=")} ", OperandTypes.WithoutNeedlessCast(subtracted ?? value), ";");
    }

    private bool Write(Statement statement)
    {
        switch (statement)
        {
            case Declare { Local.Type.IsArray: true } declare:
                WriteScratch(declare.Local, "default");
                return true;
            case Declare { Value: null } declare:
                string start = declare.StartsAsZero ? " = " + expressions.Write(Zero(declare.Local)) : string.Empty;
                output.Line($"{declare.Local.Scalar.Keyword()} {names[declare.Local]}{start};");
                return true;
            case Declare declare:
                Line($"{declare.Local.Scalar.Keyword()} {names[declare.Local]} = ", OperandTypes.WithoutNeedlessCast(declare.Value!), ";");
                return true;
            case Assign assign:
                Line(names[assign.Local], isAddition: false, assign.Value);
                return true;
            case Accumulate accumulate:
                Write(accumulate.Local, accumulate.Operator, accumulate.Term);
                return true;
            case Allocate allocate:
                Write(allocate);
                return true;
            case Release release:
                output.Line($"{_scratch[release.Array]}.Return();");
                return true;
            case Reserve reserve:
                string kept = names[reserve.Array];
                string position = expressions.Write(reserve.Position, Binding.Relational);
                WriteBlock("if (", [new Piece($"{position} >= {kept}.Length", IsBreak: false, Depth: 0)], () => output.Line($"{kept} = {_scratch[reserve.Array]}.Grow();"));
                return true;
            case Clear clear:
                output.Line(clear.Apart is (var first, var last)
                    ? $"{RuntimeNames.Destination}.ClearApart({names[clear.Array]}, {expressions.Write(first)}, {expressions.Write(last)});"
                    : $"{names[clear.Array]}.Clear();");
                return true;
            case Store store:
                Line($"{names[store.Array]}[{string.Join(", ", store.Indices.Select(index => expressions.Write(index)))}]", store.IsAddition, store.Value);
                return true;
            case Loop loop:
                Write(loop);
                return true;
            case Blocks blocks:
                Write(blocks);
                return true;
            case If choice:
                return Write(choice);
            case Leave leave:
                WriteBlock("if (", expressions.Pieces(new Child(leave.Unless, Binding.Any) { Negated = true }), () => output.Line("break;"));
                return true;
            case Evaluate evaluate:
                Discard(evaluate.Value);
                return true;
            case Require { Condition: Apply evaluated }:
                Discard(evaluated.Arguments[0]);
                return true;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} isn't a known statement.");
        }
    }

    // Only evaluated for the exception that it may throw, which is that of the source.
    private void Discard(Expression value) => Line($"{names.Discard(value.Scalar)} = ", value, ";");

    private static bool IsEvaluated(Require require) => require.Condition is Apply apply && ReferenceEquals(apply.Primitive, Guards.Evaluated);

    private void Write(Symbol local, ReduceOperator op, Expression term)
    {
        if (term is Select choice && IsNeutral(op, choice.WhenFalse))
        {
            WriteBlock("if (", expressions.Pieces(choice.Condition), () => Write(local, op, choice.WhenTrue));
            return;
        }

        if (term is Select opposite && IsNeutral(op, opposite.WhenTrue))
        {
            WriteBlock("if (", expressions.Pieces(new Child(opposite.Condition, Binding.Any) { Negated = true }), () => Write(local, op, opposite.WhenFalse));
            return;
        }

        string name = names[local];
        switch (op)
        {
            case ReduceOperator.Sum when local.Scalar.IsInteger() && term is Constant { IsOne: true }:
                output.Line($"{name}++;");
                break;
            case ReduceOperator.Sum:
                Line(name, isAddition: true, term);
                break;
            case ReduceOperator.Product:
                Line($"{name} *= ", term, ";");
                break;
            case ReduceOperator.All:
                Line($"{name} &= ", term, ";");
                break;
            default:
                string math = local.Scalar == ScalarType.Single ? "MathF" : "Math";
                Line($"{name} = global::System.{math}.{(op == ReduceOperator.Min ? "Min" : "Max")}({name}, ", term, ");");
                break;
        }
    }

    // Adding −0.0 (not 0.0) changes nothing, whatever it is added to.
    private static bool IsNeutral(ReduceOperator op, Expression term) => term is Constant constant && op switch
    {
        ReduceOperator.Sum => constant.IsZero && (constant.Payload != 0) == constant.Scalar.IsFloating(),
        ReduceOperator.Product => constant.IsOne,
        ReduceOperator.All => constant.IsTrue,
        _ => false,
    };

    private void Write(Allocate allocate)
    {
        string type = allocate.Array.Scalar.Keyword();
        Expression? length = allocate.Extents.IsEmpty ? null : allocate.Array.Graph.Multiply(allocate.Extents);
        int most = MostBytesOnStack * 8 / Math.Max(8, allocate.Array.Scalar.Bits());
        int onStack = length is Constant { Payload: >= 0 } known ? (int)Math.Min(known.Payload, most) : most;

        // In a loop the stack would grow with each step, and what is declared outside of a branch can't hold what is on the stack inside of it.
        string small = _loops == 0 && !allocate.IsDeclared ? $"stackalloc {type}[{onStack}]" : "default";
        string start = $"new {RuntimeNames.Scratch}<{type}>({small}, ";
        string size = length is null ? small == "default" ? "0" : onStack.ToString(System.Globalization.CultureInfo.InvariantCulture) : expressions.Write(length);
        if (allocate.IsDeclared)
        {
            output.Line($"{_scratch[allocate.Array]} = {start}{size});");
            output.Line($"{names[allocate.Array]} = {_scratch[allocate.Array]}.Span;");
        }
        else
        {
            WriteScratch(allocate.Array, $"{start}{size})");
        }
    }

    private void WriteScratch(Symbol array, string start)
    {
        string type = array.Scalar.Keyword();
        string scratch = names.Fresh(array.Name + "Scratch");
        _scratch.Add(array, scratch);
        output.Line(start == "default" ? $"{RuntimeNames.Scratch}<{type}> {scratch} = default;" : $"var {scratch} = {start};");
        output.Line($"global::System.Span<{type}> {names[array]} = {scratch}.Span;");
    }

    private void Write(Loop loop)
    {
        if (loop.Contraction is { } contraction)
        {
            Write(contraction);
        }
        else if (loop.Lanes is { } lanes)
        {
            new LaneLoopWriter(output, names, expressions, loop, lanes).Write(() => WriteStepByStep(loop));
        }
        else
        {
            WriteStepByStep(loop);
        }
    }

    private void Write(Contraction contraction)
    {
        IEnumerable<Expression> arguments = contraction.Kind switch
        {
            ContractionKind.OuterProduct => [contraction.Target.Array, contraction.Target.Start, contraction.Target.Stride, .. Vector(contraction.Left), .. Vector(contraction.Right)],
            _ => [.. Vector(contraction.Target), contraction.Left.Array, contraction.Left.Start, contraction.Left.Stride, .. Vector(contraction.Right)],
        };
        List<Piece> pieces = [];
        foreach (Expression argument in arguments.Append(contraction.Rows).Append(contraction.Columns))
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new Piece(",", IsBreak: false, Depth: 0));
                pieces.Add(new Piece(" ", IsBreak: true, Depth: 0));
            }

            pieces.AddRange(expressions.Pieces(argument).Select(static piece => piece with { Depth = piece.Depth + 1 }));
        }

        Line($"{RuntimeNames.Contractions}.{contraction.Kind}(", pieces, contraction.IsSubtracted ? ", isSubtracted: true);" : ");");

        static IEnumerable<Expression> Vector(ArrayWalk walk) => [walk.Array, walk.Start];
    }

    private void Write(Blocks blocks)
    {
        (string start, string count, string upper) = (names[blocks.Start], names[blocks.Count], expressions.Write(blocks.Upper, Binding.Shift));
        _loops++;
        output.Open($"for (int {start} = {expressions.Write(blocks.Lower)}, {count}; {start} < {upper}; {start} += {count})");
        output.Line($"{count} = global::System.Math.Min({expressions.Write(blocks.Size)}, {expressions.Write(blocks.Upper, Binding.Additive)} - {start});");
        Write(blocks.Body);
        output.Close();
        _loops--;
    }

    private void WriteStepByStep(Loop loop)
    {
        string index = names[loop.Index];
        Leave? condition = loop.Body is [Leave first, ..] ? first : null;
        ImmutableArray<Statement> body = condition is null ? loop.Body : loop.Body.RemoveAt(0);
        _loops++;
        if (loop.IsDownward)
        {
            // One less than the end, which is folded where it is a number.
            Expression last = loop.Upper.Graph.Add(loop.Upper, loop.Upper.Like(-1));
            WriteBlock($"for (int {index} = {expressions.Write(last)}; {index} >= ", expressions.Pieces(loop.Lower, Binding.Shift), () => Write(body), $"; {index}--)");
        }
        else if (condition is not null && loop.Upper is Constant { Payload: int.MaxValue } && !ProgramWalk.Expressions(loop.Body).Any(expression => ProgramWalk.Mentions(expression, loop.Index)))
        {
            // The source counts no steps.
            WriteBlock("while (", expressions.Pieces(condition.Unless), () => Write(body));
        }
        else
        {
            IReadOnlyList<Piece> end = expressions.Pieces(loop.Upper, Binding.Shift);
            List<Piece> head = condition is null ? [.. end]
                : [.. end, new Piece(" ", IsBreak: true, Depth: 0), new Piece("&& ", IsBreak: false, Depth: 0), .. expressions.Pieces(new Child(condition.Unless, Binding.And))];
            WriteBlock($"for (int {index} = {expressions.Write(loop.Lower)}; {index} < ", head, () => Write(body), $"; {index}++)");
        }

        _loops--;
    }

    /// <returns>Whether control can reach what follows.</returns>
    private bool Write(If choice)
    {
        if (choice.Then.IsEmpty && choice.Else.IsEmpty)
        {
            return true;
        }

        bool continues = false;
        bool isFirst = true;
        while (true)
        {
            bool negated = choice.Then.IsEmpty;
            ImmutableArray<Statement> first = negated ? choice.Else : choice.Then;
            ImmutableArray<Statement> second = negated ? choice.Then : choice.Else;
            WriteBlock(
                isFirst ? "if (" : "else if (",
                expressions.Pieces(new Child(choice.Condition, Binding.Any) { Negated = negated }),
                () => continues |= Write(first),
                continuesBlock: !isFirst);
            switch (second)
            {
                case []:
                    return true;
                case [If { Then: not [] } next]:
                    // A chain of else if, however long, is no deeper than one.
                    choice = next;
                    isFirst = false;
                    continue;
                default:
                    output.Open("else", continues: true);
                    continues |= Write(second);
                    output.Close();
                    return continues;
            }
        }
    }

    /// <returns>Whether control can reach what follows.</returns>
    private bool WriteRequirements(ImmutableArray<Statement> requirements)
    {
        ImmutableArray<Expression> conditions = [.. requirements.Cast<Require>().Select(require => require.Condition).Where(condition => condition is not Constant { IsTrue: true })];
        if (conditions.IsEmpty)
        {
            return true;
        }

        if (conditions.Any(condition => condition is Constant))
        {
            output.Line($"throw {RuntimeNames.RequirementNotMet}({originalCall});");
            return false;
        }

        var pieces = new List<Piece>();
        Binding required = conditions.Length > 1 ? Binding.Or : Binding.Any;
        for (int i = 0; i < conditions.Length; i++)
        {
            if (i > 0)
            {
                pieces.Add(new Piece(" ", IsBreak: true, Depth: 0));
                pieces.Add(new Piece("|| ", IsBreak: false, Depth: 0));
            }

            pieces.AddRange(expressions.Pieces(new Child(conditions[i], required) { Negated = true }).Select(piece => piece with { Depth = piece.Depth + 1 }));
        }

        WriteBlock("if (", pieces, () => output.Line($"throw {RuntimeNames.RequirementNotMet}({originalCall});"));
        return true;
    }

    private void WriteBlock(string before, IReadOnlyList<Piece> head, Action body, string after = ")", bool continuesBlock = false)
    {
        output.Open(before + LineBreaker.Break(head, output.Column, output.Column + before.Length) + after, continuesBlock);
        body();
        output.Close();
    }

    private static Expression Zero(Symbol local) => local.Scalar == ScalarType.Boolean ? local.Graph.False : local.Like(0);
}
