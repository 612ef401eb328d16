namespace VerifyTests;

/// <summary>The output isn't the expected one. One exception tells of all files of a test.</summary>
public sealed class VerifyException(string message) : Exception(message);
