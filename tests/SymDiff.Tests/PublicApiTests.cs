using PublicApiGenerator;

namespace SymDiff.Tests;

/// <summary>What users can see. A change of it is a decision, so it shows in a file.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public Task The_public_api_is_the_expected_one() => Verify(typeof(DifferentiableAttribute).Assembly.GeneratePublicApi(new ApiGeneratorOptions
    {
        // These name the machine's SDK and the commit, not the API.
        ExcludeAttributes =
        [
            "System.Reflection.AssemblyMetadataAttribute",
            "System.Runtime.Versioning.TargetFrameworkAttribute",
        ],
    }));
}
