namespace SymDiff;

/// <summary>
/// Asks for the derivatives of a method. They are written at build time, as ordinary C#, beside the method: in the same (partial) type, with the same
/// accessibility.
/// </summary>
/// <remarks>
/// <para>
/// For a method <c>Loss</c> this version writes <c>LossGradient</c>, which returns the gradient, and <c>LossValueAndGradient</c>, which returns the value too
/// for little more than the price of one of them. Both take the arguments of <c>Loss</c>. The gradient for one parameter is a number of that parameter's type,
/// that for several a tuple with an element for each, named after it.
/// </para>
/// <para>
/// The method must return one <see cref="float"/> or <see cref="double"/>, and can be differentiated with respect to its <see cref="float"/> and
/// <see cref="double"/> parameters. Arrays, spans and tensors can be arguments that the result depends on; gradients with respect to them, and methods
/// with several results, are not in this version. What can't be differentiated is a build error at the expression in question.
/// </para>
/// <para>
/// The value that comes with a gradient is, bit for bit, what the method returns, but for sums over arrays (see <see cref="Summation"/>); and where the method
/// throws, so do its derivatives. They allocate nothing.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// public static partial class Regression
/// {
///     [Differentiable(nameof(w))]
///     public static float Loss(float w, ReadOnlySpan&lt;float&gt; x, ReadOnlySpan&lt;float&gt; y)
///     {
///         float sum = 0;
///         for (int i = 0; i &lt; x.Length; i++)
///         {
///             float error = w * x[i] - y[i];
///             sum += error * error;
///         }
///         return sum / x.Length;
///     }
/// }
///
/// (float loss, float dw) = Regression.LossValueAndGradient(w, x, y);
/// w -= learningRate * dw;
/// </code>
/// </example>
/// <param name="withRespectTo">
/// The parameters to differentiate for, by <see langword="nameof"/>. None: every floating-point parameter, and every array, span and tensor of such numbers.
/// The gradient has them in the order of the method's declaration, in whatever order they are named here.
/// </param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DifferentiableAttribute(params string[] withRespectTo) : Attribute
{
    /// <summary>The parameters to differentiate for; empty for every floating-point parameter.</summary>
    public IReadOnlyList<string> WithRespectTo { get; } = withRespectTo;

    /// <summary>
    /// Which derivatives to write. Left out, or <see cref="Derivatives.None"/>: what suits the method, which is <see cref="Derivatives.Gradient"/> for one with a
    /// single result. Nothing but the gradient can be asked for in this version; the rest is a build error.
    /// </summary>
    public Derivatives Emit { get; set; }

    /// <summary>
    /// The order in which sums over arrays are taken. Left out, they are taken in several lanes at once where that is possible; the value then agrees with that of the
    /// method to rounding. With <see cref="Summation.Sequential"/> all sums, of values and of gradients, are taken in the order of the source.
    /// </summary>
    public Summation Summation { get; set; }
}
