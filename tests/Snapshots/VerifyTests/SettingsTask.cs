using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>A verification that starts when it is awaited, so that settings can still be added.</summary>
public sealed class SettingsTask
{
    private readonly Func<VerifySettings, Task> verify;
    private Task? task;

    internal SettingsTask(VerifySettings settings, Func<VerifySettings, Task> verify)
    {
        CurrentSettings = settings;
        this.verify = verify;
    }

    public VerifySettings CurrentSettings { get; }

    public SettingsTask UseDirectory(string directory) => With(settings => settings.UseDirectory(directory));

    public SettingsTask UseFileName(string fileName) => With(settings => settings.UseFileName(fileName));

    public SettingsTask UseTypeName(string name) => With(settings => settings.UseTypeName(name));

    public SettingsTask UseMethodName(string name) => With(settings => settings.UseMethodName(name));

    public SettingsTask UseParameters(params object?[] parameters) => With(settings => settings.UseParameters(parameters));

    public SettingsTask AddScrubber(Action<StringBuilder> scrubber) => With(settings => settings.AddScrubber(scrubber));

    public SettingsTask ScrubLines(Func<string, bool> removeLine) => With(settings => settings.ScrubLines(removeLine));

    public SettingsTask ScrubLinesWithReplace(Func<string, string?> replaceLine) => With(settings => settings.ScrubLinesWithReplace(replaceLine));

    public SettingsTask AutoVerify() => With(settings => settings.AutoVerify());

    public SettingsTask DisableDiff() => With(settings => settings.DisableDiff());

    public Task ToTask() => task ??= verify(CurrentSettings);

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => ToTask().ConfigureAwait(continueOnCapturedContext);

    public static implicit operator Task(SettingsTask settings) => settings.ToTask();

    private SettingsTask With(Action<VerifySettings> change)
    {
        change(CurrentSettings);
        return this;
    }
}
