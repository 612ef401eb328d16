using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// A loop over the columns in a loop over rows that does nothing but add a term to an element: one of its own for each column, or one for the row, which it has been given a first value.
/// All is written in terms of what the loop over rows hasn't declared.
/// </summary>
internal sealed class RowStep
{
    private readonly ImmutableArray<Statement> _body;
    private readonly Dictionary<Symbol, Expression> _definitions = [];
    private readonly HashSet<Symbol> _own;

    private RowStep(Loop loop, ImmutableArray<Statement> body)
    {
        Loop = loop;
        _body = body;
        _own = [.. Statements.Inside(body).OfType<Declare>().Select(static declare => declare.Local), .. Statements.Inside(body).OfType<Loop>().Select(static inner => inner.Index)];
        HashSet<Symbol> changing = [.. Statements.Inside(body).OfType<Accumulate>().Select(static total => total.Local), .. Statements.Inside(body).OfType<Assign>().Select(static assign => assign.Local)];
        foreach (Declare declare in body.Concat(loop.Body).OfType<Declare>().Where(declare => declare.Value is not null && !changing.Contains(declare.Local)))
        {
            _definitions[declare.Local] = Inlined(declare.Value!);
        }
    }

    /// <summary>The loop over the columns.</summary>
    public Loop Loop { get; }

    /// <summary>What is added to.</summary>
    public Element Target { get; private set; } = null!;

    public Expression Term { get; private set; } = null!;

    /// <summary>What is subtracted, where the term is written as a negative.</summary>
    public Expression? Opposite => Term switch
    {
        Apply negative when ReferenceEquals(negative.Primitive, Arithmetic.Negate) => negative.Arguments[0],
        Apply { Arguments: [Apply negative, ..] } product when ReferenceEquals(product.Primitive, Arithmetic.Multiply) && ReferenceEquals(negative.Primitive, Arithmetic.Negate)
            => product.Graph.Multiply(product.Arguments.SetItem(0, negative.Arguments[0])),
        _ => null,
    };

    /// <summary>Where the element of the row gets its first value, from the local that the loop would have added to; null if there's an element for each column.</summary>
    public Store? Start { get; private set; }

    /// <param name="loop">The loop over the columns.</param>
    /// <param name="body">The body of the loop over rows.</param>
    public static RowStep? Of(Loop loop, ImmutableArray<Statement> body)
    {
        var step = new RowStep(loop, body);
        return step.Find() ? step : null;
    }

    public bool IsOfTheLoop(Symbol local) => _own.Contains(local);

    public bool IsWritten(Symbol array) => Statements.Inside(_body).OfType<Store>().Any(store => ReferenceEquals(store.Array, array));

    /// <summary>With what locals are in their stead.</summary>
    public Expression Inlined(Expression tree)
    {
        ImmutableArray<(Symbol, Expression)> known = [.. Statements.Locals(tree).Distinct().Where(_definitions.ContainsKey).Select(local => (local, _definitions[local]))];
        return known.IsEmpty ? tree : Substitution.Replace(tree, known);
    }

    /// <summary>What is left of the loop over rows: the element gets its first value itself.</summary>
    public ImmutableArray<Statement> Without(ImmutableArray<Statement> body)
    {
        Declare? first = Start is null ? null : body.OfType<Declare>().First(declare => ReferenceEquals(declare.Local, Start.Value));
        return
        [
            .. body.Where(statement => !ReferenceEquals(statement, Loop) && !ReferenceEquals(statement, first))
                .Select(statement => ReferenceEquals(statement, Start) ? Start with { Value = first!.Value! } : statement),
        ];
    }

    private bool Find()
    {
        ImmutableArray<Statement> adding = [.. Loop.Body.Where(static statement => statement is not Declare)];
        switch (adding)
        {
            case [Store { IsAddition: true, Indices: [var index] } store]:
                (Target, Term) = (At(store.Array, index), Inlined(store.Value));
                return true;
            case [Accumulate { Operator: ReduceOperator.Sum } total] when total.Local.Scalar.IsFloating() && StartOf(total) is { } start:
                (Target, Term, Start) = (At(start.Array, start.Indices[0]), Inlined(total.Term), start);
                return true;
            default:
                return false;
        }
    }

    private Element At(Symbol array, Expression index) => (Element)array.Graph.Element(array, [Inlined(index)]);

    // The total goes to an element and nowhere else, and comes from nothing but its first value and this loop.
    private Store? StartOf(Accumulate total)
    {
        ImmutableArray<Statement> mentions = [.. _body.Where(statement => !ReferenceEquals(statement, Loop) && Statements.Mentioned(statement).Contains(total.Local))];
        return mentions is [Declare { Value: not null } declare, Store { IsAddition: false, Indices: [_] } store] && ReferenceEquals(declare.Local, total.Local) && ReferenceEquals(store.Value, total.Local)
            && _body.IndexOf(declare) < _body.IndexOf(Loop) && _body.IndexOf(Loop) < _body.IndexOf(store)
            ? store : null;
    }
}
