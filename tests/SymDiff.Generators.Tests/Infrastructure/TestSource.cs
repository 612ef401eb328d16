using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>
/// The program that a test gives to the generator. Text without a type of its own becomes the body of <c>public static partial class Functions</c>.
/// Diagnostics that the generator shall report are marked in the text: <c>{|SYMD0101:expression|}</c>, or <c>[|expression|]</c> for any one of SymDiff's.
/// </summary>
public sealed record TestSource(string Text)
{
    /// <summary>Further files.</summary>
    public ImmutableArray<string> More { get; init; } = [];

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>As <c>CheckForOverflowUnderflow</c> in a project. The generated text is compiled both ways in any case.</summary>
    public bool Checked { get; init; }

    public bool AllowUnsafe { get; init; }

    /// <summary>For tests of what the generator makes of code that isn't finished.</summary>
    public bool MayHaveErrors { get; init; }

    /// <summary>The files as the compiler gets them, still with marks; the path of the first is <c>Test0.cs</c>.</summary>
    internal ImmutableArray<string> Files => [.. More.Prepend(Text).Select(WithType)];

    public static implicit operator TestSource(string text) => new(text);

    private static string WithType(string text)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(Markup.Parse(text).Text);
        bool complete = unit.Members.Any(member => member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or DelegateDeclarationSyntax);
        return complete
            ? text
            : $$"""
              using System;
              using System.Collections.Generic;
              using System.Linq;
              using System.Numerics;
              using System.Numerics.Tensors;
              using SymDiff;

              public static partial class Functions
              {
              {{text}}
              }

              """.ReplaceLineEndings("\n");
    }
}
