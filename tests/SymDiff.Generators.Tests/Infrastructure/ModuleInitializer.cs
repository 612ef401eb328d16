using System.Runtime.CompilerServices;

namespace SymDiff.Generators.Tests.Infrastructure;

internal static class ModuleInitializer
{
    [ModuleInitializer]
    public static void Initialize() => VerifySourceGenerators.Initialize();
}
