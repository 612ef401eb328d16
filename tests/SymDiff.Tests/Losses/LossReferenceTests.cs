namespace SymDiff.Tests;

/// <summary>All losses, with all options, against the published definitions, computed elsewhere.</summary>
public sealed class LossReferenceTests
{
    public static TheoryData<string> Names => [.. LossCase.All.Select(test => test.Loss).Distinct()];

    [Theory, MemberData(nameof(Names))]
    public void In_double_precision(string name) => Assert.All(Of(name), test =>
    {
        AssertNear(test.Mean, test.Call<double>(Reduction.Mean), test.Size, 2.2e-16);
        AssertNear(test.Sum, test.Call<double>(Reduction.Sum), test.Size * test.Prediction.Length, 2.2e-16);
    });

    [Theory, MemberData(nameof(Names))]
    public void In_single_precision(string name) => Assert.All(Of(name), test =>
    {
        AssertNear(test.Mean, test.Call<float>(Reduction.Mean), test.Size, 1.2e-7);
        AssertNear(test.Sum, test.Call<float>(Reduction.Sum), test.Size * test.Prediction.Length, 1.2e-7);
    });

    [Fact]
    public void Every_loss_has_a_case()
        => Assert.Empty(typeof(Losses).GetMethods().Where(method => method.DeclaringType == typeof(Losses)).Select(method => method.Name).Except(LossCase.All.Select(test => test.Loss)));

    private static void AssertNear(double expected, double actual, double size, double epsilon)
        => Assert.True(Math.Abs(actual - expected) <= 8 * epsilon * size, $"{actual:R} instead of {expected:R}");

    private static IEnumerable<LossCase> Of(string name) => LossCase.All.Where(test => test.Loss == name);
}
