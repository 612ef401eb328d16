namespace SymDiff;

/// <summary>Kinds of derivatives, to be combined with <c>|</c>, for <see cref="DifferentiableAttribute.Emit"/>.</summary>
/// <remarks>This version writes <see cref="Gradient"/>; to ask for another kind is a build error that says so.</remarks>
[Flags]
public enum Derivatives
{
    /// <summary>No choice: what suits the method is written.</summary>
    None = 0,

    /// <summary><c>NameGradient</c> and <c>NameValueAndGradient</c>: the derivatives of one result for every chosen parameter.</summary>
    Gradient = 1,

    /// <summary>Jacobian times vector, in forward mode: how the results change along a direction. Not in this version.</summary>
    Jvp = 2,

    /// <summary>Vector times Jacobian, in reverse mode: the gradient of a weighted sum of the results. Not in this version.</summary>
    Vjp = 4,

    /// <summary>All first derivatives of all results. Not in this version.</summary>
    Jacobian = 8,

    /// <summary>All second derivatives of one result. Not in this version.</summary>
    Hessian = 16,

    /// <summary>The Hessian times a vector, without forming the Hessian. Not in this version.</summary>
    HessianVectorProduct = 32,

    /// <summary>Every kind. Not in this version.</summary>
    All = Gradient | Jvp | Vjp | Jacobian | Hessian | HessianVectorProduct,
}
