namespace SymDiff;

/// <summary>What a method marked <c>[Differentiable]</c> can say about its derivative.</summary>
public static class Gradients
{
    /// <summary>The value itself, with derivative 0: what it depends on is a constant to the derivative. PyTorch's <c>detach</c>, JAX's <c>stop_gradient</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="x">A number.</param>
    /// <returns>x.</returns>
    /// <example><code>
    /// [Differentiable]
    /// public static double Error(double x, double y) =&gt; Math.Pow(x - Gradients.Stop(x * y), 2); // ∂/∂x = 2·(x − x·y), ∂/∂y = 0
    /// </code></example>
    public static T Stop<T>(T x) => x;
}
