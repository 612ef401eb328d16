using SymDiff.Generators.Tests.Infrastructure;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Random methods: the method, its lifted form and what is generated from that agree, bit for bit, and throw together.</summary>
public sealed class RandomProgramTests
{
    private const int MethodsInAProgram = 60;

    // A different start, such as by SYMDIFF_SEED=123456, gives methods that nobody has seen yet.
    private static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("SYMDIFF_SEED"), out int seed) ? seed : 1000;

    private static readonly double[][] Arrays = [[], [0.7], [0.3, -1.2, 2.5, 0.1]];

    public static TheoryData<int> Programs => [.. Enumerable.Range(0, int.TryParse(Environment.GetEnvironmentVariable("SYMDIFF_PROGRAMS"), out int count) ? count : 3)];

    [Theory, MemberData(nameof(Programs))]
    public void Agrees(int program)
    {
        int[] seeds = [.. Enumerable.Range(FirstSeed + (program * MethodsInAProgram), MethodsInAProgram)];
        LiftedProgram lifted = LiftedProgram.Of(new TestSource(string.Concat(seeds.Select(RandomProgram.Method))));
        Assert.All(seeds, seed =>
        {
            if (lifted.Method("F" + seed).Problems.Items is [{ Id: "SYMD0100", Arguments: var words }] && words[1] == "it never returns a number")
            {
                return;
            }

            foreach ((double x, double y, int n, double[] a) in from x in new[] { 0.5, -1.75 } from y in new[] { 2.25, -0.3 } from n in new[] { -1, 0, 2, 5 } from a in Arrays select (x, y, n, a))
            {
                try
                {
                    lifted.Compare("F" + seed, x, y, n, a);
                }
                catch (XunitException failure)
                {
                    throw new XunitException($"{RandomProgram.Method(seed)}\n{failure.Message}");
                }
            }
        });
    }
}
