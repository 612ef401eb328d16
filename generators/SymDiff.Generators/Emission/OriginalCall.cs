using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Emission;

/// <summary>Writes the call of the method that is differentiated, with the arguments of the generated one.</summary>
internal static class OriginalCall
{
    public static string Write(MethodSignature signature) => Write(signature, signature.Name, []);

    /// <summary>The call of another method beside it, with these arguments and further ones.</summary>
    public static string Write(MethodSignature signature, string name, IEnumerable<string> more)
        => $"{Target(signature, name)}{Identifiers.Escape(name)}({string.Join(", ", signature.Parameters.Select(Argument).Concat(more))})";

    // A parameter of the method's own name hides the method; then, and only then, the type stands in front.
    private static string Target(MethodSignature signature, string name)
    {
        if (!signature.IsStatic)
        {
            return "this.";
        }

        if (signature.Parameters.All(parameter => parameter.Name != name))
        {
            return string.Empty;
        }

        string types = string.Join(".", signature.ContainingTypes.Select(type => type.Name));
        return signature.Namespace.Length > 0 ? $"global::{signature.Namespace}.{types}." : $"global::{types}.";
    }

    // With its modifier, so that no overload without it is taken.
    private static string Argument(ParameterModel parameter)
    {
        string[] modifiers = parameter.Modifiers.Split(' ');
        string modifier = modifiers.Contains("readonly") || modifiers.Contains("in") ? "in "
            : modifiers.Contains("ref") ? "ref "
            : modifiers.Contains("out") ? "out "
            : string.Empty;
        return modifier + Identifiers.Escape(parameter.Name);
    }
}
