using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>One step: what was rewritten, by which rule, to what.</summary>
internal delegate void Trace(Rule rule, Expression before, Expression after);

/// <summary>
/// One walk over the derivatives, operands first: each node is rewritten by the first rule that applies until none does, and so is
/// every new node. Each node is settled once, so the work is linear.
/// </summary>
internal sealed class Pass
{
    private readonly ImmutableArray<Expression> _roots;
    private readonly CancellationToken _cancellation;
    private readonly Trace? _trace;
    private readonly Surroundings _around;
    private readonly NodeTable<Expression> _settled = new();
    private readonly NodeTable<Expression> _becomes = new();
    private readonly Stack<Expression> _pending = new();
    private readonly Func<Expression, Expression> _settledOf;

    // Each rule makes the graph smaller or moves something outwards for good; this is the bound if a pair of rules should disagree about that.
    private int _rewritesLeft;

    /// <param name="roots">The derivatives.</param>
    /// <param name="frozen">What no rule touches.</param>
    /// <param name="trace">Is told every rewrite, if given.</param>
    public Pass(ImmutableArray<Expression> roots, FrozenValues frozen, Trace? trace, CancellationToken cancellation)
    {
        _roots = roots;
        _trace = trace;
        _cancellation = cancellation;
        _around = new Surroundings(frozen);
        _settledOf = node => _settled[node]!;
        List<Expression> nodes = Traversal.Reachable(roots);
        foreach (Expression node in nodes)
        {
            if (!frozen.Contains(node))
            {
                _around.Note(node);
            }
        }

        foreach (Expression root in roots)
        {
            _around.Count(root);
        }

        _rewritesLeft = 1000 + (50 * nodes.Count);
    }

    /// <summary>Whether the bound on rewrites stopped the pass: a bug in the rules, but the result is as right as it always is.</summary>
    public bool IsExhausted => _rewritesLeft <= 0;

    public ImmutableArray<Expression> Run() => [.. _roots.Select(Settle)];

    private Expression Settle(Expression root)
    {
        _pending.Push(root);
        while (_pending.Count > 0)
        {
            Expression node = _pending.Peek();
            if (_settled[node] is not null)
            {
                _pending.Pop();
            }
            else if (node.Operands.IsEmpty || _around.IsFrozen(node))
            {
                _settled[_pending.Pop()] = node;
            }
            else if (_becomes[node] is { } next)
            {
                Follow(node, next);
            }
            else if (!WaitsForOperands(node))
            {
                Expression rewritten = Step(node);
                if (ReferenceEquals(rewritten, node))
                {
                    _settled[_pending.Pop()] = node;
                }
                else
                {
                    _becomes[node] = rewritten;
                }
            }
        }

        return _settled[root]!;
    }

    private void Follow(Expression node, Expression next)
    {
        if (_settled[next] is { } result)
        {
            _settled[_pending.Pop()] = result;
            _around.Replaced(node, result);
        }
        else if (_becomes[next] is not null)
        {
            // It is being rewritten further up the stack: the rules went round in a circle. Any node on it will do.
            _settled[_pending.Pop()] = node;
        }
        else
        {
            _pending.Push(next);
        }
    }

    private bool WaitsForOperands(Expression node)
    {
        bool waits = false;
        foreach (Expression operand in node.Operands)
        {
            if (_settled[operand] is null)
            {
                _pending.Push(operand);
                waits = true;
            }
        }

        return waits;
    }

    private Expression Step(Expression node)
    {
        _cancellation.ThrowIfCancellationRequested();
        Expression current = node.Graph.Replace(node, _settledOf);
        if (!ReferenceEquals(current, node))
        {
            _around.Rebuilt(node, current);
            return current;
        }

        // The rules are about numbers. (Two equal contributions to an array aren't twice an array.)
        if (node.Type.IsArray)
        {
            return node;
        }

        foreach (Rule rule in RuleList.About(node))
        {
            if (_rewritesLeft > 0 && rule.Apply(node, _around) is { } rewritten)
            {
                _rewritesLeft--;
                _trace?.Invoke(rule, node, rewritten);
                return rewritten;
            }
        }

        return node;
    }
}
