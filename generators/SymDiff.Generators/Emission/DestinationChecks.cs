using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Emission;

/// <summary>
/// Writes the checks of the destinations, which come before anything is written: each has the length of its array, and shares memory neither with an array
/// that the method is given (or reads from an object) nor with another destination.
/// </summary>
internal sealed class DestinationChecks(CodeWriter output, MethodSignature signature, ImmutableArray<Destination> destinations, ModelLocals locals)
{
    /// <param name="state">The symbols of what the function reads besides its parameters.</param>
    public void Write(ImmutableArray<Symbol> state)
    {
        for (int k = 0; k < destinations.Length; k++)
        {
            Destination destination = destinations[k];
            string type = destination.Array.Scalar.Keyword();
            string itself = destination.Array.Path is null ? Identifiers.Escape(destination.Array.Name) : locals.WholeOf(destination);
            output.Line($"{Class(destination.Array)}.Check<{type}>({Arguments(destination, itself, destination.Array.Name)});");
            foreach (ParameterModel parameter in signature.Parameters.Where(parameter => parameter.Rank > 0 && parameter != destination.Array))
            {
                WriteApart(Class(parameter), destination, parameter.Scalar, Identifiers.Escape(parameter.Name), parameter.Name);
            }

            foreach (Symbol array in state.Where(symbol => symbol.Type.IsArray && symbol.InElements is null && !IsPartOf(destination, symbol)))
            {
                WriteApart(RuntimeNames.Destination, destination, array.Scalar, array.Name, array.SourceName);
            }

            foreach (Destination earlier in destinations.Take(k))
            {
                WriteApart(RuntimeNames.Destination, destination, earlier.Array.Scalar, Identifiers.Escape(earlier.Name), earlier.Name);
            }
        }
    }

    // That it doesn't overlap what it receives the gradient for is checked with the length.
    private static bool IsPartOf(Destination destination, Symbol array)
        => destination.Array.Path == array.Name || destination.Parts.Any(part => part.Parameter.Path == array.Name);

    private static string Class(ParameterModel array)
        => array.Kind is ParameterKind.Tensor or ParameterKind.TensorSpan ? RuntimeNames.TensorDestination : RuntimeNames.Destination;

    private void WriteApart(string checks, Destination destination, ScalarType type, string other, string otherName)
        => output.Line($"{checks}.CheckApart<{destination.Array.Scalar.Keyword()}, {type.Keyword()}>({Arguments(destination, other, otherName)});");

    private static string Arguments(Destination destination, string other, string otherName)
        => $"{Identifiers.Escape(destination.Name)}, {other}, \"{destination.Name}\", \"{otherName}\"";
}
