using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>What the library's layers calculate, as arrays: the loops that they fill them with say less.</summary>
internal sealed partial class Lifter
{
    /// <summary><c>yᵢ = b[i mod m] + Σₖ W[i mod m, k]·x[i div m, k]</c>, summed from the bias on, as <c>LinearLayer</c> does.</summary>
    private Value LinearRows(IInvocationOperation operation)
    {
        ImmutableArray<Value> arguments = Arguments(operation.Arguments, operation.TargetMethod.Parameters.Length);
        if (arguments is not [ArrayValue { Expression: var weight }, ArrayValue { Expression: var bias }, ArrayValue { Expression: var vectors }])
        {
            return arguments.Contains(Value.Refused) ? Value.Refused : RefuseType(operation);
        }

        // Each number of a vector is read for each output.
        Expression x = _graph.Stored(vectors, isEager: true);
        Expression outputs = _graph.Extent(bias, 0);
        Expression inputs = Apply(Arithmetic.Divide, _graph.Extent(weight, 0), outputs).Expression;
        Expression count = _graph.Multiply(Apply(Arithmetic.Divide, _graph.Extent(x, 0), inputs).Expression, outputs);
        Symbol i = _graph.Index("i", _graph.Int(0), count, _flow.Depth);
        Symbol k = _graph.Index("k", _graph.Int(0), inputs, _flow.Depth + 1);
        Expression output = _graph.Apply(Arithmetic.Remainder, i, outputs);
        Expression row = _graph.Divide(i, outputs);
        Expression sum = _graph.Reduce(
            ReduceOperator.Sum, k, _graph.Int(0), inputs,
            _graph.Element(bias, [output]),
            [_graph.Multiply(_graph.Element(weight, [_graph.Add(_graph.Multiply(output, inputs), k)]), _graph.Element(x, [_graph.Add(_graph.Multiply(row, inputs), k)]))]);
        _loops.Add((sum, operation.Syntax.GetLocation()));
        return new ArrayValue(_graph.Stored(_graph.Build([i], [count], sum), isEager: true));
    }
}
