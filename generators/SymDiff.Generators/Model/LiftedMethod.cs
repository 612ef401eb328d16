using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Model;

/// <summary>
/// All that the back end needs to know of one marked method, as plain equatable data: nothing of Roslyn's leaves the lifting.
/// </summary>
/// <param name="Signature">How the method is declared, and where.</param>
/// <param name="Body">What it calculates, flattened; null if there are problems that forbid generation.</param>
/// <param name="WithRespectTo">Positions in <see cref="MethodSignature.Parameters"/> of the parameters to differentiate for, in order of declaration.</param>
/// <param name="Emit">Which derivatives to write.</param>
/// <param name="IsSequential">Whether sums are to be taken in the order of the source.</param>
/// <param name="Problems">All that is wrong with it, in source order.</param>
public sealed record LiftedMethod(
    MethodSignature Signature,
    FlatFunction? Body,
    EquatableArray<int> WithRespectTo,
    DerivativeKinds Emit,
    bool IsSequential,
    EquatableArray<Problem> Problems)
{
    /// <summary>What it is differentiated for besides these parameters: members of its model, or the model.</summary>
    public EquatableArray<ModelInput> Models { get; init; }
}

/// <summary>Mirrors <c>SymDiff.Derivatives</c>, value for value.</summary>
[Flags]
public enum DerivativeKinds
{
    None = 0,
    Gradient = 1,
    Jvp = 2,
    Vjp = 4,
    Jacobian = 8,
    Hessian = 16,
    HessianVectorProduct = 32,
    All = 63,
}

/// <summary>A refusal: which rule (<c>SYMDxxxx</c>), where, and the words that go into the message. The location is found again by path when it is reported.</summary>
public sealed record Problem(string Id, SourceSpan Location, EquatableArray<string> Arguments);

/// <summary>A place in a source file, without the tree.</summary>
public readonly record struct SourceSpan(string Path, int Start, int Length, int StartLine, int StartCharacter, int EndLine, int EndCharacter);
