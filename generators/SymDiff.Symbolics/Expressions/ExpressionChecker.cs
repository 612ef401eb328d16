using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// Checks the invariants of a function in the intermediate representation. Constructors check nothing, for speed; every test that has a graph
/// in hand should ask here.
/// </summary>
public static class ExpressionChecker
{
    /// <summary>All that is wrong, one sentence each; empty for a function as it should be.</summary>
    public static ImmutableArray<string> Check(Function function)
    {
        ImmutableArray<Expression> roots = [.. function.Results.Select(static result => result.Value), .. function.Requirements];
        List<Expression> nodes = Traversal.Reachable(roots);
        return
        [
            .. nodes.SelectMany(node => Problems(node).Concat(PlaceProblems(node, function)).Select(problem => $"{Describe(node)}: {problem}")),
            .. roots.Where(static root => !root.Free.IsEmpty).Select(static root => $"{Describe(root)}: is a root, but {root.Free[0].Name} is free in it"),
            .. roots.Where(static root => root.Scalar == ScalarType.None).Select(static root => $"{Describe(root)}: is a root, but has no value"),
            .. function.Requirements.Where(static condition => !IsScalar(condition, ScalarType.Boolean))
                .Select(static condition => $"{Describe(condition)}: is a requirement, but not a truth value"),
            .. function.Parameters.Where(static parameter => parameter.Role != SymbolRole.Parameter).Select(static symbol => $"{Describe(symbol)}: is no parameter"),
            .. function.Parameters.GroupBy(static parameter => parameter).Where(static group => group.Count() > 1)
                .Select(static group => $"{Describe(group.Key)}: is a parameter twice"),
        ];
    }

    // Where the node stands: graph, order, and who uses it.
    private static IEnumerable<string> PlaceProblems(Expression node, Function function)
    {
        if (!ReferenceEquals(node.Graph, function.Graph) || node.Id >= function.Graph.Nodes.Count || !ReferenceEquals(function.Graph.Nodes[node.Id], node))
        {
            yield return "isn't in the function's graph";
        }

        if (node.Operands.Concat(Binders.Of(node)).Any(operand => operand.Id >= node.Id))
        {
            yield return "comes before what it is made of";
        }

        if (!node.Free.SequenceEqual(FreeSymbols.Of(node)))
        {
            yield return "has the wrong free symbols";
        }

        if (node is Symbol { Role: SymbolRole.Parameter } && !function.Parameters.Contains(node))
        {
            yield return "isn't among the parameters";
        }

        if (node is not (Output or Trace) && node.Operands.Any(static operand => operand.Scalar == ScalarType.None))
        {
            yield return "reads a loop, not an output of it";
        }
    }

    private static IEnumerable<string> Problems(Expression node) => node switch
    {
        Constant constant => Expect(IsNormal(constant), "isn't a value of its type"),
        Symbol symbol => OfSymbol(symbol),
        Apply apply => OfApply(apply),
        Select select => Expect(IsScalar(select.Condition, ScalarType.Boolean), "the condition isn't a truth value")
            .Concat(Expect(select.WhenTrue.Type == select.WhenFalse.Type, "the sides differ in type"))
            .Concat(Expect(select.Type == select.WhenTrue.Type, "isn't of the type of its sides")),
        Reduce reduce => OfReduce(reduce),
        Scan scan => OfScan(scan),
        Output output => Expect(output.Operands[0] is Scan scan && output.Position >= 0 && output.Position < scan.Carried.Length, "there is no such output")
            .Concat(Expect(
                output.Operands[0] is not Scan loop || output.Position >= loop.Carried.Length || loop.Carried[output.Position].Type == output.Type,
                "isn't of the type of what is carried")),
        Trace trace => Expect(trace.Operands[0] is Scan kept && trace.Position >= 0 && trace.Position < kept.Stacked.Length, "there is no such trace"),
        Build build => OfBuild(build),
        Element element => Expect(element.Array.Type.IsArray && element.Indices.Length == element.Array.Type.Rank, "has not as many indices as the array has axes")
            .Concat(Expect(element.Indices.All(static index => !index.Type.IsArray && index.Scalar.IsInteger()), "an index isn't an integer"))
            .Concat(Expect(element.Type == element.Array.Scalar, "isn't of the type of the array's elements")),
        Zeros => Expect(node.Type.IsArray, "isn't an array"),
        Scatter scatter => Expect(scatter.Type.IsArray && scatter.Indices.Length == scatter.Type.Rank, "has not as many indices as the array has axes")
            .Concat(Expect(scatter.Indices.All(static index => !index.Type.IsArray && index.Scalar.IsInteger()), "an index isn't an integer"))
            .Concat(Expect(scatter.Value.Type == scatter.Scalar, "the value isn't of the type of the array's elements")),
        Update update => Expect(update.Type.IsArray && update.Indices.Length == update.Type.Rank, "has not as many indices as the array has axes")
            .Concat(Expect(update.Indices.All(static index => !index.Type.IsArray && index.Scalar.IsInteger()), "an index isn't an integer"))
            .Concat(Expect(update.Value.Type == update.Scalar, "the value isn't of the type of the array's elements")),
        Stored => Expect(node.Type.IsArray, "isn't an array"),
        Extent extent => Expect(extent.Axis >= 0 && extent.Axis < extent.Array.Type.Rank, "the array has no such axis"),
        _ => ["is no known kind of node"],
    };

    private static IEnumerable<string> OfSymbol(Symbol symbol)
        => Expect(symbol.Name.Length > 0, "has no name")
            .Concat(Expect(symbol.Type.Scalar != ScalarType.None, "has no type"))
            .Concat(Expect(symbol.Role != SymbolRole.Index || IsScalar(symbol, ScalarType.Int32), "is an index, but not an int"))
            .Concat(Expect(symbol.Role != SymbolRole.Local, "belongs into a scheduled program"));

    private static IEnumerable<string> OfApply(Apply apply)
    {
        Primitive primitive = apply.Primitive;
        if (primitive.IsNary ? apply.Arguments.Length < 2 : apply.Arguments.Length != primitive.Takes.Length)
        {
            yield return $"{apply.Arguments.Length} arguments";
            yield break;
        }

        // Contributions to an array are added up, too.
        if (apply.Type.IsArray && ReferenceEquals(primitive, Arithmetic.Add))
        {
            if (apply.Arguments.Any(argument => argument.Type != apply.Type))
            {
                yield return "the arrays differ in type";
            }

            yield break;
        }

        for (int i = 0; i < apply.Arguments.Length; i++)
        {
            Operand operand = primitive.Takes[primitive.IsNary ? 0 : i];
            Expression argument = apply.Arguments[i];
            if (!operand.Admits(argument.Type))
            {
                yield return $"argument {i} is a {argument.Type}, where a {operand} is due";
            }
            else if (operand is Operand.Real or Operand.Number or Operand.Scalar && FirstOf(apply, operand).Type != argument.Type)
            {
                yield return $"argument {i} is a {argument.Type}, another one a {FirstOf(apply, operand).Type}";
            }
        }

        bool converts = Conversions.Rows.Contains(primitive) || ReferenceEquals(primitive, CheckedArithmetic.Convert);
        if (converts ? apply.Type.IsArray || !(apply.Scalar.IsFloating() || apply.Scalar.IsInteger()) : apply.Type != primitive.ResultType(apply.Arguments))
        {
            yield return $"can't have the type {apply.Type}";
        }
    }

    private static Expression FirstOf(Apply apply, Operand operand)
        => apply.Primitive.IsNary ? apply.Arguments[0] : apply.Arguments[apply.Primitive.Takes.IndexOf(operand)];

    private static IEnumerable<string> OfReduce(Reduce reduce)
    {
        bool isLogical = reduce.Operator == ReduceOperator.All;
        return OfLoop(reduce.Index, reduce.Lower, reduce.Upper, [reduce.Initial], [])
            .Concat(Expect(!reduce.Terms.IsEmpty, "has no terms"))
            .Concat(Expect(reduce.Terms.Append(reduce.Initial).All(term => term.Type == reduce.Type), "a term isn't of its type"))
            .Concat(Expect((!reduce.Type.IsArray || reduce.Operator == ReduceOperator.Sum) && (reduce.Scalar == ScalarType.Boolean) == isLogical, $"can't be a {reduce.Operator} of type {reduce.Type}"));
    }

    private static IEnumerable<string> OfScan(Scan scan)
        => scan.Operands.Length < 3 + (2 * scan.Carried.Length)
            ? ["has not one initial and one next value for each carried symbol"]
            : OfLoop(scan.Index, scan.Lower, scan.Upper, scan.Initials, scan.Carried)
                .Concat(Expect(scan.Carried.All(static symbol => symbol.Role == SymbolRole.Carried), "carries what isn't a carried symbol"))
                .Concat(Expect(scan.Carried.Distinct().Count() == scan.Carried.Length, "carries a symbol twice"))
                .Concat(Expect(IsScalar(scan.While, ScalarType.Boolean), "the condition isn't a truth value"))
                .Concat(Expect(scan.Stacked.All(static value => !value.Type.IsArray && value.Scalar != ScalarType.None), "what it keeps of a step isn't a number"))
                .Concat(Expect(!scan.IsDownward || (scan.Stacked.IsEmpty && scan.While is Constant { IsTrue: true }), "can't go downwards"))
                .Concat(Expect(Matches(scan.Carried, scan.Initials) && Matches(scan.Carried, scan.Nexts), "a carried value isn't of the type of its symbol"));

    private static IEnumerable<string> OfLoop(Symbol index, Expression lower, Expression upper, ImmutableArray<Expression> initials, ImmutableArray<Symbol> carried)
        => Expect(index.Role == SymbolRole.Index, "the index isn't an index symbol")
            .Concat(Expect(lower.Type == index.Type && upper.Type == index.Type, "a bound isn't of the type of the index"))
            .Concat(Expect(
                !initials.Add(lower).Add(upper).Any(outside => outside.DependsOn(index) || carried.Any(outside.DependsOn)),
                "what is evaluated before the loop depends on it"));

    private static IEnumerable<string> OfBuild(Build build)
        => Expect(build.Operands.Length == build.Indices.Length + 1 && !build.Indices.IsEmpty, "has not one extent for each index")
            .Concat(Expect(
                build.Indices.All(static index => index.Role == SymbolRole.Index) && build.Indices.Distinct().Count() == build.Indices.Length,
                "its indices aren't distinct index symbols"))
            .Concat(Expect(build.Extents.All(static extent => IsScalar(extent, ScalarType.Int32)), "an extent isn't an int"))
            .Concat(Expect(!build.Extents.Any(extent => build.Indices.Any(extent.DependsOn)), "an extent depends on an index"))
            .Concat(Expect(
                !build.Body.Type.IsArray && build.Type == new ExpressionType(build.Body.Scalar, build.Indices.Length),
                "isn't an array of its body's type"));

    private static bool Matches(ImmutableArray<Symbol> symbols, ImmutableArray<Expression> values)
        => symbols.Zip(values, static (symbol, value) => symbol.Type == value.Type).All(static same => same);

    private static bool IsScalar(Expression node, ScalarType type) => node.Type == (ExpressionType)type;

    private static bool IsNormal(Constant constant) => !constant.Type.IsArray && constant.Scalar switch
    {
        ScalarType.None => false,
        ScalarType.Boolean => constant.Payload is 0 or 1,
        ScalarType.Single => double.IsNaN(constant.Number) || (float)constant.Number == constant.Number,
        ScalarType.Double => true,
        var integer => integer.Wrap(constant.Payload) == constant.Payload,
    };

    private static IEnumerable<string> Expect(bool holds, string otherwise) => holds ? [] : [otherwise];

    private static string Describe(Expression node)
        => $"%{node.Id} {(node is Apply apply ? apply.Primitive.Name : node is Symbol symbol ? symbol.Name : node.GetType().Name)}";
}
