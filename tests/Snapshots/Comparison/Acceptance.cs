using VerifyTests;

namespace Snapshots.Comparison;

/// <summary>Whether an output that isn't the expected one becomes it.</summary>
internal static class Acceptance
{
    public const string Variable = "SYMDIFF_ACCEPT_SNAPSHOTS";

    private static readonly string[] BuildServers =
        ["CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_VERSION", "JENKINS_URL", "TRAVIS", "APPVEYOR", "BUILDKITE", "CIRCLECI", "bamboo_buildNumber"];

    public static bool Of(VerifySettings settings, Func<string, string?> environment)
    {
        if (environment(Variable) is not ("1" or "true"))
        {
            return settings.Accepts;
        }

        string? server = BuildServers.FirstOrDefault(name => !string.IsNullOrEmpty(environment(name)));
        return server is null
            ? true
            : throw new VerifyException($"{Variable} is set on a build server ({server}): outputs are accepted by a person, who then reads the change.");
    }
}
