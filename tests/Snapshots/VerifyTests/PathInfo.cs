namespace VerifyTests;

/// <summary>Where the expected output of a test lies: <c>{Directory}/{TypeName}.{MethodName}</c>; what is <c>null</c> keeps its default.</summary>
public sealed class PathInfo(string? directory = null, string? typeName = null, string? methodName = null)
{
    public string? Directory { get; } = directory;

    public string? TypeName { get; } = typeName;

    public string? MethodName { get; } = methodName;
}

/// <summary>Says, for a test, where its expected output lies.</summary>
public delegate PathInfo DerivePathInfo(string sourceFile, string projectDirectory, string type, string method);
