using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>Drivers that keep why each step ran.</summary>
internal static class Drivers
{
    /// <summary>SymDiff's generator.</summary>
    public static IIncrementalGenerator Generator() =>
        (IIncrementalGenerator)Activator.CreateInstance(Assembly.Load("SymDiff.Generators").GetType("SymDiff.Generators.DifferentiableGenerator", throwOnError: true)!)!;

    public static GeneratorDriver Create(TestSource source, IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: Compilations.ParseOptions(source),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
