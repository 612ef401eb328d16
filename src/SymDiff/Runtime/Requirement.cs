using System.ComponentModel;

namespace SymDiff.Runtime;

/// <summary>For generated code: what a derivative throws for arguments that it doesn't cover.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Requirement
{
    /// <summary>
    /// For arguments that make the differentiated method throw, generated code calls that method in the argument of this one. If it
    /// returns all the same, the arguments are beyond what the generated derivative covers.
    /// </summary>
    /// <example><code>
    /// if (y.Length &lt; x.Length)
    /// {
    ///     throw Requirement.NotMet(Loss(w, x, y));
    /// }
    /// </code></example>
    /// <param name="result">What the method returned.</param>
    /// <returns>The exception to throw.</returns>
    public static ArgumentException NotMet(double result) => new(
        "The generated derivative doesn't cover these arguments, although the method itself accepts them: for example tensors of different shapes, " +
        $"one of which is broadcast, or an override of the method that was differentiated. The method returned {result.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
}
