using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Moves the declaration of a local that is assigned inside of a branch and read outside of it (under the same condition) to before the branch,
/// since C# knows no better than that it might be unassigned.
/// </summary>
internal sealed class Declarations
{
    /// <summary>A list of statements: where it stands in the list around it.</summary>
    private sealed class Place(Place? outer, int position)
    {
        public Place? Outer { get; } = outer;

        public int Position { get; } = position;

        public int Depth { get; } = (outer?.Depth ?? -1) + 1;
    }

    private readonly Dictionary<Symbol, Place> _declared = [];
    private readonly Dictionary<Symbol, Place> _needed = [];

    public static Program Settle(Program program)
    {
        var declarations = new Declarations();
        var root = new Place(null, 0);
        declarations.Visit(program.Body, root);
        foreach (Result result in program.Results)
        {
            declarations.Mention(result.Value, root);
        }

        ILookup<Place, Symbol> moved = declarations._needed
            .Where(pair => declarations._declared.TryGetValue(pair.Key, out Place? declared) && !ReferenceEquals(declared, pair.Value))
            .ToLookup(pair => pair.Value, pair => pair.Key);
        return moved.Count == 0 ? program : program with { Body = new Mover(declarations, moved).Move(program.Body, root) };
    }

    private readonly Dictionary<(Place, int, int), Place> _places = [];

    // The same list is visited twice, so its place has to be the same object.
    private Place Inner(Place outer, int position, int part)
    {
        if (!_places.TryGetValue((outer, position, part), out Place? place))
        {
            _places.Add((outer, position, part), place = new Place(outer, position));
        }

        return place;
    }

    private void Visit(ImmutableArray<Statement> statements, Place place)
    {
        for (int i = 0; i < statements.Length; i++)
        {
            switch (statements[i])
            {
                case Declare declare:
                    _declared[declare.Local] = place;
                    Mention(declare.Local, place);
                    Mention(declare.Value, place);
                    break;
                case Assign assign:
                    Mention(assign.Local, place);
                    Mention(assign.Value, place);
                    break;
                case Accumulate accumulate:
                    Mention(accumulate.Local, place);
                    Mention(accumulate.Term, place);
                    break;
                case Allocate allocate:
                    _declared[allocate.Array] = place;
                    Mention(allocate.Array, place);
                    foreach (Expression extent in allocate.Extents)
                    {
                        Mention(extent, place);
                    }

                    break;
                case Reserve reserve:
                    Mention(reserve.Array, place);
                    Mention(reserve.Position, place);
                    break;
                case Store store:
                    Mention(store.Array, place);
                    Mention(store.Value, place);
                    foreach (Expression index in store.Indices)
                    {
                        Mention(index, place);
                    }

                    break;
                case Require require:
                    Mention(require.Condition, place);
                    break;
                case Evaluate evaluate:
                    Mention(evaluate.Value, place);
                    break;
                case Leave leave:
                    Mention(leave.Unless, place);
                    break;
                case Loop loop:
                    Mention(loop.Lower, place);
                    Mention(loop.Upper, place);
                    Visit(loop.Body, Inner(place, i, 0));
                    break;
                case If choice:
                    Mention(choice.Condition, place);
                    Visit(choice.Then, Inner(place, i, 0));
                    Visit(choice.Else, Inner(place, i, 1));
                    break;
            }
        }
    }

    private void Mention(Expression? tree, Place place)
    {
        if (tree is null)
        {
            return;
        }

        foreach (Symbol local in Statements.Locals(tree))
        {
            _needed[local] = _needed.TryGetValue(local, out Place? other) ? Common(other, place) : place;
        }
    }

    private static Place Common(Place left, Place right)
    {
        while (!ReferenceEquals(left, right))
        {
            if (left.Depth >= right.Depth)
            {
                left = left.Outer!;
            }
            else
            {
                right = right.Outer!;
            }
        }

        return left;
    }

    private sealed class Mover(Declarations declarations, ILookup<Place, Symbol> moved)
    {
        private readonly HashSet<Symbol> _moved = [.. moved.SelectMany(group => group)];

        public ImmutableArray<Statement> Move(ImmutableArray<Statement> statements, Place place)
        {
            var result = ImmutableArray.CreateBuilder<Statement>();

            // Before the first statement that holds the old declaration.
            ILookup<int, Symbol> here = moved[place].ToLookup(local => PositionIn(place, declarations._declared[local]));
            for (int i = 0; i < statements.Length; i++)
            {
                result.AddRange(here[i].OrderBy(local => local.Id).Select(local => new Declare(local, null) { StartsAsZero = true }));
                switch (statements[i])
                {
                    case Declare declare when _moved.Contains(declare.Local):
                        if (declare.Value is not null)
                        {
                            result.Add(new Assign(declare.Local, declare.Value));
                        }

                        break;
                    case Allocate allocate when _moved.Contains(allocate.Array):
                        result.Add(allocate with { IsDeclared = true });
                        break;
                    case Loop loop:
                        result.Add(loop with { Body = Move(loop.Body, declarations.Inner(place, i, 0)) });
                        break;
                    case If choice:
                        result.Add(choice with
                        {
                            Then = Move(choice.Then, declarations.Inner(place, i, 0)),
                            Else = Move(choice.Else, declarations.Inner(place, i, 1)),
                        });
                        break;
                    default:
                        result.Add(statements[i]);
                        break;
                }
            }

            return result.ToImmutable();
        }

        private static int PositionIn(Place outer, Place inner)
        {
            while (!ReferenceEquals(inner.Outer, outer))
            {
                inner = inner.Outer!;
            }

            return inner.Position;
        }
    }
}
