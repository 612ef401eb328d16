using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary><c>switch</c>, as a chain of branches in the order of the source.</summary>
internal sealed partial class Lifter
{
    /// <summary>The sections that <c>goto case</c> leads to; of those that are being run none again.</summary>
    private readonly List<ISwitchCaseOperation> _sections = [];
    private readonly List<ISwitchCaseOperation> _running = [];

    public override Value VisitSwitchExpression(ISwitchExpressionOperation operation, Unit argument)
    {
        Value subject = Visit(operation.Value);
        return Arm(0);

        Value Arm(int position)
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            if (position == operation.Arms.Length)
            {
                // No arm fits: a SwitchExpressionException.
                _flow.Throw();
                return Value.Nothing;
            }

            ISwitchExpressionArmOperation arm = operation.Arms[position];
            Expression matches = Matches(arm.Pattern, subject);
            if (arm.Guard is { } guard)
            {
                Expression holds = _graph.True;
                _flow.Branch(matches, () => holds = ScalarOf(guard), static () => { });
                matches = _graph.And(matches, holds);
            }

            (Value here, Value later) = (Value.Nothing, Value.Nothing);
            (bool afterHere, bool afterLater) = _flow.Branch(matches, () => here = Visit(arm.Value), () => later = Arm(position + 1));
            return afterHere && afterLater ? Merging.Merge(matches, here, later) : afterHere ? here : later;
        }
    }

    public override Value VisitSwitch(ISwitchOperation operation, Unit argument)
    {
        Value subject = Visit(operation.Value);

        // The default section is taken when none of the others is, wherever it stands.
        ISwitchCaseOperation[] sections = [.. operation.Cases.OrderBy(static section => section.Clauses.Any(static clause => clause.CaseKind == CaseKind.Default))];
        _sections.AddRange(sections);
        _flow.Within(RegionKind.Switch, operation.ExitLabel, method: null, () => Section(0));
        _sections.RemoveRange(_sections.Count - sections.Length, sections.Length);
        foreach (ILocalSymbol local in operation.Locals)
        {
            _variables.Remove(local);
        }

        return Value.Nothing;

        void Section(int position)
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            if (position < sections.Length)
            {
                Expression matches = _graph.False;
                foreach (ICaseClauseOperation clause in sections[position].Clauses)
                {
                    Expression earlier = matches;
                    Expression fits = _graph.False;
                    _flow.Branch(earlier, static () => { }, () => fits = Fits(clause, subject));
                    matches = _graph.Or(earlier, fits);
                }

                _flow.Branch(matches, () => Run(sections[position]), () => Section(position + 1));
            }
        }
    }

    private void Run(ISwitchCaseOperation section)
    {
        _running.Add(section);
        foreach (IOperation statement in section.Body)
        {
            if (_flow.IsReachable)
            {
                Visit(statement);
            }
        }

        _running.RemoveAt(_running.Count - 1);
    }

    /// <summary>Runs the section that <c>goto case</c> leads to; it leaves the switch itself.</summary>
    private Value GoTo(IBranchOperation operation)
    {
        ISwitchCaseOperation? section = _sections.FindLast(section => section.Clauses.Any(clause => SymbolEqualityComparer.Default.Equals(clause.Label, operation.Target)));
        if (section is null || _running.Contains(section))
        {
            return Refuse(operation, Problems.Goto);
        }

        Run(section);
        return Value.Nothing;
    }

    private Expression Fits(ICaseClauseOperation clause, Value subject)
    {
        switch (clause)
        {
            case IDefaultCaseClauseOperation:
                return _graph.True;
            case ISingleValueCaseClauseOperation single:
                return Equals(clause, subject, single.Value);
            case IPatternCaseClauseOperation pattern:
                Expression matches = Matches(pattern.Pattern, subject);
                Expression holds = _graph.True;
                if (pattern.Guard is { } guard)
                {
                    _flow.Branch(matches, () => holds = ScalarOf(guard), static () => { });
                }

                return _graph.And(matches, holds);
            default:
                DefaultVisit(clause, default);
                return StandIn(null);
        }
    }
}
