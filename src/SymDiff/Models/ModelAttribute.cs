namespace SymDiff;

/// <summary>
/// Marks a class that has parameters to be learned: what <c>nn.Module</c> is to PyTorch. All parameters of it and of the models it consists of live in one
/// buffer, which an optimizer steps and a gradient has the layout of.
/// </summary>
/// <remarks>
/// <para>
/// The class must be <c>partial</c>. Its own parameters are partial properties marked <see cref="ParameterAttribute"/>. A property or read-only field whose type is a model,
/// or an array or list of models, is a part of it. Properties that calculate what they return aren't parts, but names of one.
/// </para>
/// <para>
/// What is written at build time, beside the properties: <see cref="IModel{T}"/>, with <c>Parameters</c>, <c>ParameterCount</c> and <c>ParameterLayout</c> as members of the class.
/// The buffer comes to be when one of these, or a derivative, is used first; from then on the parts of the model must stay the same objects. An object can be a part in one place only.
/// Parameters move there: a span that a property returned before that belongs to memory that nobody reads any more, so don't keep such spans but ask the property again.
/// </para>
/// <para>Reading, also by derivatives, is safe from several threads at once; writing parameters while others read or write isn't.</para>
/// </remarks>
/// <example><code>
/// [Model]
/// public sealed partial class Perceptron(int inputs)
/// {
///     public Linear Hidden { get; } = new(inputs, 16);
///
///     [Parameter(16)] public partial Span&lt;float&gt; Weight { get; }
///
///     [Parameter] public partial float Bias { get; set; }
/// }
///
/// var model = new Perceptron(4);
/// foreach (ParameterInfo parameter in model.ParameterLayout)
/// {
///     Console.WriteLine(parameter); // Hidden.Weight [16, 4], Hidden.Bias [16], Weight [16], Bias []
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute : Attribute;
