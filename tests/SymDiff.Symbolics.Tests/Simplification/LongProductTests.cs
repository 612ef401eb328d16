using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Symbolics.Tests.Simplification;

public class LongProductTests
{
    [Fact]
    public void A_product_with_a_constant_that_stands_in_it_twice_keeps_its_constants()
    {
        for (int others = 1; others < 9; others++)
        {
            var graph = new ExpressionGraph();
            ImmutableArray<Symbol> x = [.. Enumerable.Range(0, others + 2).Select(k => graph.Parameter("x" + k, ScalarType.Double))];
            Expression inner = 0.5 * x[0] * x[1];
            Expression term = graph.Multiply([inner, .. x.Skip(2), inner]);
            Expression sum = graph.Add(x[0], term, term);
            ImmutableArray<Expression> simple = Simplifier.Simplify([sum, Functions.Sin(inner)], [inner]);
            ImmutableArray<Value> point = [.. x.Select((_, k) => (Value)(0.7 + (0.2 * k)))];
            ImmutableArray<Value> values = Interpreter.Evaluate(new Function("F", graph, x, [new Result("", sum), new Result("", simple[0])]), point);
            Assert.Equal(values[0].Number, values[1].Number, 1e-12);
        }
    }
}
