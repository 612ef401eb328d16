namespace SymDiff.Generators;

/// <summary>Names of the pipeline's steps, by which tests see why a step ran.</summary>
public static class Stage
{
    public const string Lift = nameof(Lift);

    public const string Function = nameof(Function);

    public const string Target = nameof(Target);

    public const string Write = nameof(Write);

    public const string Problems = nameof(Problems);

    public const string ReadModel = nameof(ReadModel);

    public const string WriteModel = nameof(WriteModel);

    public const string ModelProblems = nameof(ModelProblems);

    public const string StrayParameters = nameof(StrayParameters);
}
