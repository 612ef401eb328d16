using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>No row without a test: these fail for a new one until there is an independent reference for it.</summary>
public class CoverageTests
{
    // Rows that only derivatives are made of: the second derivatives of the function test them.
    private static readonly Dictionary<string, string> SlopeOf = new() { ["PowSlope"] = "Pow" };

    public static TheoryData<string> Rows => [.. PrimitiveTable.All.Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void Each_row_has_a_reference(string name)
    {
        Primitive row = PrimitiveTable.ByName(name);
        string reference = SlopeOf.GetValueOrDefault(name, Subject.ByName(name).Reference);
        if (row.Partial is not null && row != Conversions.Convert)
        {
            Assert.True(References.Primitives.Of(reference).Concat(References.Special.Of(reference)).Any(), $"There are no references for {reference}.");
            Assert.True(
                References.SinglePrimitives.Of(reference).Concat(References.SingleSpecial.Of(reference)).Any(),
                $"There are no references for {reference} in single precision.");
        }
        else
        {
            Assert.True(
                row.Methods.Length > 0 || References.Primitives.Of(reference).Any()
                    || IntegerOperatorTests.Rows.Contains(row) || ConversionTests.Rows.Contains(row) || OtherRowsTests.Rows.Contains(row),
                $"Nothing compares {name} with what .NET does.");
        }
    }

    [Fact]
    public void Slopes_occur_in_the_derivative_of_their_function()
        => Assert.All(SlopeOf, pair =>
        {
            Primitive function = PrimitiveTable.ByName(pair.Value);
            var graph = new ExpressionGraph();
            var apply = (Apply)graph.Apply(function, [.. function.Takes.Select((_, k) => graph.Parameter($"x{k}", ScalarType.Double))]);
            Assert.Contains(Traversal.Reachable([function.Partial!(apply, 0)!]), node => node is Apply inner && inner.Primitive.Name == pair.Key);
        });

    [Fact]
    public void Names_are_unique() => Assert.Equal(PrimitiveTable.All.Length, PrimitiveTable.All.Select(row => row.Name).Distinct().Count());

    [Theory, MemberData(nameof(Rows))]
    public void Each_row_can_be_evaluated_and_written(string name)
    {
        Primitive row = PrimitiveTable.ByName(name);
        Assert.True(row.Evaluate is not null || row.EvaluateInteger is not null || ConversionTests.Rows.Contains(row) || row == Guards.SameShape);
        Assert.All(Enumerable.Range(0, row.IsNary ? 2 : row.Takes.Length), k => Assert.Contains($"{{{k}}}", row.CSharp.Text));
        Assert.All([row.CSharp, row.Mathematics], notation => Assert.DoesNotContain($"{{{row.Takes.Length + (row.IsNary ? 1 : 0)}}}", notation.Text));
        Assert.InRange(row.Cost, 1, 100);
    }

    // What may throw says when it doesn't.
    [Theory, MemberData(nameof(Rows))]
    public void A_row_that_may_throw_has_a_requirement(string name)
    {
        Primitive row = PrimitiveTable.ByName(name);
        foreach (ScalarType type in (ScalarType[])[ScalarType.Double, ScalarType.Int32, ScalarType.UInt64])
        {
            var graph = new ExpressionGraph();
            if (row.IsNary || !row.Takes.All(operand => operand.Admits(OperandType(operand, type))))
            {
                continue;
            }

            Expression expression = graph.Apply(row, [.. row.Takes.Select((operand, k) => graph.Parameter($"x{k}", OperandType(operand, type)))]);
            if (expression is Apply apply)
            {
                Assert.Equal(row.MayThrow(apply), row.Requires(apply) is not Constant);
                Assert.Equal(ScalarType.Boolean, row.Requires(apply).Scalar);
            }
        }
    }

    private static ExpressionType OperandType(Operand operand, ScalarType type) => operand switch
    {
        Operand.Integer or Operand.Mode => ScalarType.Int32,
        Operand.Truth => ScalarType.Boolean,
        Operand.Array => new ExpressionType(type, 1),
        _ => type,
    };
}
