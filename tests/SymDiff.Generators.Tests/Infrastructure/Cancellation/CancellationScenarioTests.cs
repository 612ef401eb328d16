using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Cancellation;

/// <summary>A generator that doesn't stop as it should is found.</summary>
public sealed class CancellationScenarioTests
{
    private const string Source = "[Differentiable] static double F(double x) => x;";

    [Fact]
    public void A_generator_that_lets_the_exception_escape_passes() =>
        Assert.True(CancellationScenario.Check(Source, () => new SlowGenerator(swallows: false), moments: 10) > 1);

    [Fact]
    public void A_generator_that_swallows_it_is_found() =>
        Assert.Throws<XunitException>(() => CancellationScenario.Check(Source, () => new SlowGenerator(swallows: true), moments: 10));

    /// <summary>Works for a while, looking at its token.</summary>
    private sealed class SlowGenerator(bool swallows) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<string> methods = context.SyntaxProvider.ForAttributeWithMetadataName(
                "SymDiff.DifferentiableAttribute", static (node, _) => node is MethodDeclarationSyntax, (source, cancellation) => Work(source.TargetSymbol.Name, cancellation));
            context.RegisterSourceOutput(methods, static (output, name) => output.AddSource("A.g.cs", $"// {name}"));
        }

        private string Work(string name, CancellationToken cancellation)
        {
            for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(20);)
            {
                if (swallows && cancellation.IsCancellationRequested)
                {
                    return "nothing";
                }

                cancellation.ThrowIfCancellationRequested();
            }

            return name;
        }
    }
}
