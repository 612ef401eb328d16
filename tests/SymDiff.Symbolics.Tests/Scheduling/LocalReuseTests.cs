using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Symbolics.Tests.Scheduling;

/// <summary>A local that takes the place of another changes nothing.</summary>
public sealed class LocalReuseTests
{
    [Fact]
    public void A_program_calculates_the_same_bits_with_fewer_locals()
    {
        int saved = 0;
        for (int seed = 1; seed <= 300; seed++)
        {
            (Function function, ImmutableArray<Symbol> inputs) = RandomFunctions.Make(seed, 4 + (seed % 14));
            ImmutableArray<Expression> gradient = ReverseMode.Gradient(function.Results[0].Value, inputs);
            Function all = function with { Results = [.. function.Results, .. gradient.Select((e, k) => new Result("d" + k, e))] };
            ImmutableArray<Value> point = [0.7, -0.4, 1.3, new[] { 0.2, 1.9, -0.8, 0.5 }];
            Program program = Scheduler.Schedule(all);
            Program reusing = LocalReuse.Where(program, mostLocals: 0);

            ImmutableArray<Value> expected = ProgramInterpreter.Run(program, all, point)!.Value;
            ImmutableArray<Value> actual = ProgramInterpreter.Run(reusing, all, point)!.Value;
            Assert.True(expected.Select(value => value.Payload).SequenceEqual(actual.Select(value => value.Payload)), $"seed {seed}");
            saved += program.Body.OfType<Declare>().Count() - reusing.Body.OfType<Declare>().Count();
        }

        Assert.True(saved > 300, $"only {saved} locals were saved");
    }

    [Fact]
    public void A_program_with_few_locals_stays_as_it_is()
    {
        (Function function, _) = RandomFunctions.Make(1, 10);
        Program program = Scheduler.Schedule(function);
        Assert.Same(program, LocalReuse.Where(program));
    }
}
