using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Arrays of the code's own: made, read, kept in memory where loops read them.</summary>
internal sealed partial class Lifter
{
    private readonly List<LocalArray> _written = [];
    private int _arrays;
    private int _depthOfNone;

    public override Value VisitArrayCreation(IArrayCreationOperation operation, Unit argument)
    {
        DataType type = DataOf(operation.Type!);
        if (type.Rank == 0)
        {
            return DefaultVisit(operation, argument);
        }

        ImmutableArray<Expression>? extents = ExtentsOf(operation.DimensionSizes);
        if (extents is null)
        {
            return DefaultVisit(operation, argument);
        }

        ArrayValue array = Create(type.Scalar, extents.Value);
        return operation.Initializer is null ? array : Initialized(array, operation.Initializer, []);
    }

    /// <summary>The lengths; null if they aren't lengths that an array can have.</summary>
    private ImmutableArray<Expression>? ExtentsOf(ImmutableArray<IOperation> sizes)
    {
        var extents = ImmutableArray.CreateBuilder<Expression>();
        foreach (IOperation size in sizes)
        {
            if (AsCount(Visit(size)) is not { } extent)
            {
                return null;
            }

            _flow.RequireNotNegative(extent);
            extents.Add(extent);
        }

        return extents.ToImmutable();
    }

    /// <summary>A new array of zeros.</summary>
    private ArrayValue Create(ScalarType scalar, ImmutableArray<Expression> extents) => Create(scalar, extents, _ => Zero(scalar));

    /// <summary>A new array.</summary>
    private ArrayValue Create(ScalarType scalar, ImmutableArray<Expression> extents, Func<ImmutableArray<Expression>, Expression> body)
    {
        ImmutableArray<Symbol> indices = [.. extents.Select(extent => _graph.Index("i", _graph.Int(0), extent, DepthOfNone()))];
        var array = new LocalArray(_arrays++, scalar, extents, indices);
        return Hold(array, array.Of(body(array.Positions)));
    }

    /// <summary>For an index that no loop has: a depth of its own.</summary>
    private int DepthOfNone() => --_depthOfNone;

    private Expression Zero(ScalarType scalar) => scalar == ScalarType.Boolean ? _graph.False : _graph.Number(scalar, 0);

    private ArrayValue Hold(LocalArray array, Build elements)
    {
        _variables.Set(array, new ArrayValue(elements));
        return new ArrayValue(elements) { Object = array };
    }

    private Value Initialized(ArrayValue array, IArrayInitializerOperation initializer, ImmutableArray<Expression> outer)
    {
        for (int i = 0; i < initializer.ElementValues.Length; i++)
        {
            ImmutableArray<Expression> position = outer.Add(_graph.Int(i));
            if (initializer.ElementValues[i] is IArrayInitializerOperation inner)
            {
                Initialized(array, inner, position);
            }
            else
            {
                Write(array.Object!, position, ScalarOf(initializer.ElementValues[i]));
            }
        }

        return Current(array);
    }

    /// <summary>The array with the elements that it has now.</summary>
    private ArrayValue Current(ArrayValue value) => (value.Object, value.View) switch
    {
        (null, _) => value,
        ({ } array, null) => value with { Expression = ElementsOf(array) },
        ({ } array, { } view) => value with { Expression = _graph.Build([view.Index], [view.Length], _graph.Element(ElementsOf(array), InWhole(value, [view.Index]))) },
    };

    private Build ElementsOf(LocalArray array) => (Build)((ArrayValue)_variables.Find(array)!).Expression;

    private void Write(LocalArray array, ImmutableArray<Expression> position, Expression value)
    {
        Build elements = ElementsOf(array);
        if (IsCarried(value))
        {
            // a[i] += x: at the place that is assigned, a[i] is the element that was there.
            value = Nodes.Replace(value, IndexTests.Decide(_graph.Element(elements, position)), elements.Body);
        }

        Change(array, array.With(elements, position, value));
    }

    private void Change(LocalArray array, Build elements)
    {
        _written.Add(array);
        Hold(array, elements);
    }

    /// <summary>An element of an array, whatever it is made of.</summary>
    private Expression ElementAt(ArrayValue array, ImmutableArray<Expression> position)
    {
        if (array.Object is not { } own)
        {
            return _graph.Element(array.Expression, position);
        }

        position = InWhole(array, position);
        Build elements = ElementsOf(own);
        bool isOne = position.All(static index => index is SymDiff.Symbolics.Expressions.Constant);
        if (isOne)
        {
            return _graph.Element(elements, position);
        }

        if (elements.Body is not SymDiff.Symbolics.Expressions.Element && !IsCarried(elements))
        {
            elements = Kept(own, elements.Body);
            Hold(own, elements);
        }

        return IndexTests.Decide(_graph.Element(elements, position));
    }

    private static bool IsCarried(Expression expression) => expression.Free.Any(static symbol => symbol.Type.IsArray);

    /// <summary>The same elements, kept in memory. The fusion of loops takes the memory away again where it doesn't pay.</summary>
    private Build Kept(LocalArray array, Expression body)
    {
        ImmutableArray<Symbol> indices = LoopIndices(array, body);
        Expression elements = Substitution.Replace(body, [.. array.Indices.Zip(indices, static (own, index) => (own, (Expression)index))]);
        Expression comprehension = _graph.Build(indices, array.Extents, elements);

        // All of it is calculated where the loops around it run, if there is no way past it.
        bool isEager = _flow.IsCertain && comprehension.Free.Count(static symbol => symbol.Role == SymbolRole.Index) == _flow.Depth;
        Expression kept = _graph.Stored(comprehension, isEager);
        if (array.Name is { } name)
        {
            _names.Add((kept, name));
        }

        return array.Of(_graph.Element(kept, array.Positions));
    }

    // The indices of other loops over the same ranges, so that the loops can be one; but not those of loops inside of this one.
    private ImmutableArray<Symbol> LoopIndices(LocalArray array, Expression body)
    {
        var inside = new HashSet<Symbol>(Traversal.Reachable([body], static node => node is not Stored).SelectMany(static node => Binders.Of(node)));
        return
        [
            .. array.Extents.Select((extent, axis) =>
            {
                string name = axis < 3 ? ((string[])["i", "j", "k"])[axis] : "r";
                Symbol shared = _graph.Index(name, _graph.Int(0), extent, _flow.Depth + axis);
                return inside.Contains(shared) ? _graph.Index(name) : shared;
            }),
        ];
    }
}
