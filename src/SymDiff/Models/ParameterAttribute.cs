namespace SymDiff;

/// <summary>
/// Marks a partial property of a class marked <see cref="ModelAttribute"/> as a parameter: a number, or a <see cref="Span{T}"/> of numbers in a certain shape. At the beginning it is 0.
/// </summary>
/// <param name="shape">
/// Of a span: its sizes, each a number or the name of a field or property of type <see cref="int"/>, given by <see langword="nameof"/>. Several sizes are those of
/// an array in row-major order. Of a number: nothing.
/// </param>
/// <example><code>
/// [Parameter] public partial float Bias { get; set; }
/// [Parameter(3)] public partial Span&lt;float&gt; Scale { get; }
/// [Parameter(nameof(Rows), nameof(Columns))] public partial Span&lt;float&gt; Mixing { get; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(params object[] shape) : Attribute
{
    /// <summary>The sizes: numbers, or names of members.</summary>
    public IReadOnlyList<object> Shape { get; } = shape;
}
