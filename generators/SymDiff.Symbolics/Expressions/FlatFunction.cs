using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// A <see cref="Function"/> as a table of rows in topological order, which compares in linear time. A graph of records would compare
/// every shared node as often as there are paths to it, which is exponential; and nodes belong to one graph, not to a cache.
/// </summary>
public sealed class FlatFunction : IEquatable<FlatFunction>
{
    private enum Kind : byte
    {
        Constant,
        Symbol,
        Apply,
        Select,
        Reduce,
        Scan,
        Output,
        Build,
        Element,
        Extent,
        Zeros,
        Scatter,
        Stored,
        Trace,
        Update,
    }

    /// <param name="Code">
    /// Constant: the payload. Symbol: its role. Reduce: its operator. Scan: how many values it carries, negative if downwards. Output, Trace, Extent: the position. Stored: whether it is eager.
    /// </param>
    /// <param name="Text">Symbol: its name. Apply: the primitive.</param>
    /// <param name="Operands">Rows; those of bound symbols first, for the nodes that bind.</param>
    private readonly record struct Row(Kind Kind, ExpressionType Type, long Code, string? Text, ImmutableArray<int> Operands)
    {
        public bool Equals(Row other) => Kind == other.Kind && Type == other.Type && Code == other.Code && Text == other.Text
            && Operands.AsSpan().SequenceEqual(other.Operands.AsSpan());

        public override int GetHashCode()
        {
            int hash = unchecked(((int)Kind * 397) ^ Code.GetHashCode());
            foreach (int operand in Operands)
            {
                hash = unchecked((hash * 31) + operand);
            }

            return hash;
        }
    }

    private readonly string _name;
    private readonly ImmutableArray<Row> _rows;
    private readonly ImmutableArray<int> _parameters;
    private readonly ImmutableArray<(string Name, int Row)> _results;
    private readonly ImmutableArray<int> _requirements;
    private readonly ImmutableArray<(int Row, string Name)> _names;

    private FlatFunction(Function function)
    {
        _name = function.Name;
        var binders = new List<Expression>();
        List<Expression> nodes = Traversal.Reachable([.. function.Parameters, .. function.Results.Select(result => result.Value), .. function.Requirements]);
        binders.AddRange(nodes.SelectMany(node => Binders.Of(node)));
        nodes = Traversal.Reachable([.. nodes, .. binders]);
        var position = new Dictionary<Expression, int>();
        foreach (Expression node in nodes)
        {
            position[node] = position.Count;
        }

        _rows = [.. nodes.Select(node => Flatten(node, position))];
        _parameters = [.. function.Parameters.Select(parameter => position[parameter])];
        _results = [.. function.Results.Select(result => (result.Name, position[result.Value]))];
        _requirements = [.. function.Requirements.Select(requirement => position[requirement])];
        _names = [.. function.Names.Where(name => position.ContainsKey(name.Node)).Select(name => (position[name.Node], name.Name))];
    }

    public static FlatFunction From(Function function) => new(function);

    /// <summary>The function in a graph of its own.</summary>
    public Function Restore()
    {
        var graph = new ExpressionGraph();
        var nodes = new Expression[_rows.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Restore(graph, _rows[i], nodes);
        }

        return new Function(
            _name, graph, [.. _parameters.Select(row => (Symbol)nodes[row])], [.. _results.Select(result => new Result(result.Name, nodes[result.Row]))])
        {
            Requirements = [.. _requirements.Select(row => nodes[row])],
            Names = [.. _names.Select(name => (nodes[name.Row], name.Name))],
        };
    }

    public bool Equals(FlatFunction? other) => other is not null
        && _name == other._name
        && _rows.AsSpan().SequenceEqual(other._rows.AsSpan())
        && _parameters.AsSpan().SequenceEqual(other._parameters.AsSpan())
        && _results.AsSpan().SequenceEqual(other._results.AsSpan())
        && _requirements.AsSpan().SequenceEqual(other._requirements.AsSpan())
        && _names.AsSpan().SequenceEqual(other._names.AsSpan());

    public override bool Equals(object? other) => Equals(other as FlatFunction);

    public override int GetHashCode()
    {
        int hash = _rows.Length;
        foreach (Row row in _rows)
        {
            hash = unchecked((hash * 31) + row.GetHashCode());
        }

        return hash;
    }

    private static Row Flatten(Expression node, Dictionary<Expression, int> position)
    {
        (Kind kind, long code, string? text) = node switch
        {
            Constant constant => (Kind.Constant, constant.Payload, null),
            Symbol symbol => (Kind.Symbol, (long)symbol.Role, symbol.Name),
            Apply apply => (Kind.Apply, 0, apply.Primitive.Name),
            Select => (Kind.Select, 0, null),
            Reduce reduce => (Kind.Reduce, (long)reduce.Operator, null),
            Scan scan => (Kind.Scan, scan.IsDownward ? ~scan.Carried.Length : scan.Carried.Length, null),
            Trace trace => (Kind.Trace, trace.Position, null),
            Output output => (Kind.Output, output.Position, null),
            Build => (Kind.Build, 0, null),
            Element => (Kind.Element, 0, null),
            Zeros => (Kind.Zeros, 0, null),
            Scatter => (Kind.Scatter, 0, null),
            Update => (Kind.Update, 0, null),
            Stored stored => (Kind.Stored, stored.IsEager ? 1 : 0, null),
            Extent extent => (Kind.Extent, extent.Axis, (string?)null),
            _ => throw new ArgumentException(node.GetType().Name, nameof(node)),
        };
        return new Row(kind, node.Type, code, text, [.. Binders.Of(node).Select(symbol => position[symbol]), .. node.Operands.Select(operand => position[operand])]);
    }

    private static Expression Restore(ExpressionGraph graph, Row row, Expression[] nodes)
    {
        ImmutableArray<Expression> operands = [.. row.Operands.Select(operand => nodes[operand])];
        int code = unchecked((int)row.Code);
        return row.Kind switch
        {
            Kind.Constant => row.Type.Scalar.IsFloating() ? graph.Number(row.Type.Scalar, BitConverter.Int64BitsToDouble(row.Code))
                : row.Type.Scalar == ScalarType.Boolean ? graph.Boolean(row.Code != 0) : graph.Integer(row.Type.Scalar, row.Code),
            Kind.Symbol => (SymbolRole)code switch
            {
                SymbolRole.External => graph.External(row.Text!, row.Type),
                SymbolRole.Index => graph.Index(row.Text!),
                SymbolRole.Carried => graph.Carried(row.Text!, row.Type),
                _ => graph.Parameter(row.Text!, row.Type),
            },
            Kind.Apply => graph.Apply(PrimitiveTable.ByName(row.Text!), row.Type, operands),
            Kind.Select => graph.Select(operands[0], operands[1], operands[2]),
            Kind.Reduce => graph.Reduce((ReduceOperator)code, (Symbol)operands[0], operands[1], operands[2], operands[3], operands.RemoveRange(0, 4)),
            Kind.Scan => RestoreScan(graph, code < 0 ? ~code : code, code < 0, operands),
            Kind.Trace => graph.Trace((Scan)operands[0], code),
            Kind.Output => graph.Output((Scan)operands[0], code),
            Kind.Build => graph.Build([.. operands.Slice(0, row.Type.Rank).Cast<Symbol>()], operands.Slice(row.Type.Rank, row.Type.Rank), operands[operands.Length - 1]),
            Kind.Zeros => graph.Zeros(operands[0]),
            Kind.Scatter => graph.Scatter(operands[0], operands.Slice(1, operands.Length - 2), operands[operands.Length - 1]),
            Kind.Update => graph.Update(operands[0], operands.Slice(1, operands.Length - 2), operands[operands.Length - 1]),
            Kind.Stored => graph.Stored(operands[0], code != 0),
            Kind.Element => graph.Element(operands[0], operands.RemoveAt(0)),
            _ => graph.Extent(operands[0], code),
        };
    }

    private static Scan RestoreScan(ExpressionGraph graph, int n, bool isDownward, ImmutableArray<Expression> operands) => graph.Scan(
        (Symbol)operands[0], operands[1 + n], operands[2 + n], [.. operands.Slice(1, n).Cast<Symbol>()],
        operands.Slice(3 + n, n), operands.Slice(4 + (2 * n), n), operands[3 + (2 * n)], operands.RemoveRange(0, 4 + (3 * n)), isDownward);
}
