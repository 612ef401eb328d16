using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// Expressions about a step of a loop, as a loop over the same steps can evaluate it later. What the loop carried before the step is kept when it runs. So are functions
/// that take long and what conditions were, which saves what they are made of; all else is calculated again.
/// </summary>
internal sealed partial class Rewinding
{
    // Keeping a value and reading it back costs about as much as an addition or two and a division.
    private const int CostOfKeeping = 8;

    private readonly Scan _scan;
    private readonly HashSet<Expression> _evaluated;
    private readonly List<Expression> _kept = [];
    private readonly Dictionary<Expression, bool> _isOfStep = [];

    /// <param name="scan">The loop.</param>
    /// <param name="values">What mentions the index and what the loop carries.</param>
    public Rewinding(Scan scan, ImmutableArray<Expression> values)
    {
        _scan = scan;
        _evaluated = Certainly.Evaluated(scan.Nexts);
        Keep(values);
        ExpressionGraph graph = scan.Graph;
        Index = graph.Index(scan.Index.Name);
        bool isCounted = scan.While is Constant;
        Symbol end = graph.Carried("end", ScalarType.Int32);
        Scan keeping = graph.Scan(
            scan.Index, scan.Lower, scan.Upper,
            isCounted ? scan.Carried : scan.Carried.Add(end),
            isCounted ? scan.Initials : scan.Initials.Add(scan.Lower),
            isCounted ? scan.Nexts : scan.Nexts.Add(graph.Add(scan.Index, graph.Int(1))),
            scan.While, [.. _kept]);
        Upper = isCounted ? scan.Upper : graph.Output(keeping, scan.Carried.Length);
        Expression position = TracePosition.Of(scan, Index);
        var done = new Dictionary<Expression, Expression> { [scan.Index] = Index };
        for (int i = 0; i < _kept.Count; i++)
        {
            done[_kept[i]] = graph.Element(graph.Trace(keeping, i), [position]);
        }

        foreach (Symbol array in scan.Carried.Where(static symbol => symbol.Type.IsArray))
        {
            // Of one that isn't read nothing is needed but the shape.
            done[array] = _arrays.Contains(array) ? Restore(array, keeping, done) : scan.Initials[scan.Carried.IndexOf(array)];
        }

        Values = [.. values.Select(value => Rewrite(value, done))];
    }

    /// <summary>That of the loop over the same steps.</summary>
    public Symbol Index { get; }

    /// <summary>Where the steps end that were taken.</summary>
    public Expression Upper { get; }

    /// <summary>The arrays that are carried backwards with it, each as it was: after the last step, and before a step given what it was after it.</summary>
    public ImmutableArray<(Symbol Symbol, Expression Last, Expression Before)> Restored => [.. _restored];

    /// <summary>The expressions, over <see cref="Index"/>.</summary>
    public ImmutableArray<Expression> Values { get; }

    // From the values down to what is kept.
    private IEnumerable<Expression> Needed(ImmutableArray<Expression> values)
    {
        var seen = new HashSet<Expression>();
        var pending = new Stack<Expression>(values.Reverse());
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (!seen.Add(node) || !_scan.Carried.Any(node.DependsOn))
            {
                continue;
            }

            yield return node;
            if (!IsWorthKeeping(node))
            {
                // The shape that contributions have isn't read.
                foreach (Expression operand in node is Scatter or Zeros ? node.Operands.RemoveAt(0) : node.Operands)
                {
                    pending.Push(operand);
                }
            }
        }
    }

    private bool IsWorthKeeping(Expression node) => node switch
    {
        Symbol symbol => _scan.Carried.Contains(symbol) && !symbol.Type.IsArray,
        { Type.IsArray: true } => false,

        // An element that is read in each step; what inner loops read would be more than what the step overwrites.
        Element { Array: Symbol array } => _scan.Carried.Contains(array) && IsOfStep(node),
        { Scalar: ScalarType.Boolean } => IsOfStep(node) && IsAtHand(node),
        Apply apply => apply.Primitive.Cost >= CostOfKeeping && IsOfStep(node) && IsAtHand(node),
        Reduce or Output => IsOfStep(node) && _evaluated.Contains(node),
        _ => false,
    };

    // Nothing is evaluated for this alone but the function itself.
    private bool IsAtHand(Expression node) => _evaluated.Contains(node) || node.Operands.All(operand => operand is Symbol or Constant || _evaluated.Contains(operand));

    private bool IsOfStep(Expression node)
    {
        if (!_isOfStep.TryGetValue(node, out bool isOfStep))
        {
            isOfStep = node.Free.All(symbol => ReferenceEquals(symbol, _scan.Index) || _scan.Carried.Contains(symbol) || _scan.Free.Contains(symbol));
            _isOfStep.Add(node, isOfStep);
        }

        return isOfStep;
    }

    private Expression Rewrite(Expression root, Dictionary<Expression, Expression> done)
    {
        foreach (Expression node in Traversal.Reachable([root], node => !done.ContainsKey(node) && (node.DependsOn(_scan.Index) || _scan.Carried.Any(node.DependsOn))))
        {
            done[node] = node.Graph.Replace(node, operand => done.TryGetValue(operand, out Expression? other) ? other : operand);
        }

        return done.TryGetValue(root, out Expression? rewritten) ? rewritten : root;
    }
}
