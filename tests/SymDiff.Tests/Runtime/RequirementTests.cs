using SymDiff.Runtime;

namespace SymDiff.Tests.Runtime;

public class RequirementTests
{
    [Fact]
    public void The_message_says_what_happened_whatever_the_culture()
        => Assert.EndsWith("The method returned -0.5.", Requirement.NotMet(-0.5).Message, StringComparison.Ordinal);
}
