using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Pipeline;

/// <summary>Generated files have names that are unique, stable, and allowed everywhere.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Overloads_have_files_of_their_own()
    {
        GeneratorRun run = GeneratorRun.Unchecked("""
            using System;
            using SymDiff;

            namespace One { public struct P { } }
            namespace Two { public struct P { } }

            namespace Outer.Inner
            {
                public partial class @class<T>
                {
                    public partial struct Nested
                    {
                        [Differentiable(nameof(x))] static double F(double x, One.P p) => x;
                        [Differentiable(nameof(x))] static double F(double x, Two.P p) => x;
                        [Differentiable(nameof(x))] static double F(double x, double[] a) => x;
                        [Differentiable(nameof(x))] static double F(double x, double[,] a) => x;
                        [Differentiable(nameof(x))] static double F(double x, in double y) => x;
                        [Differentiable(nameof(x))] static double F(double x, double y) => x;
                        [Differentiable(nameof(x))] static double F(double x, int? n) => x;
                        [Differentiable(nameof(x))] static double F(double x, T t) => x;
                        [Differentiable(nameof(x))] static double F(double x, (int, string) t) => x;
                        [Differentiable(nameof(x))] static double F(double x, Func<double, double[]>[] f) => x;
                        [Differentiable(nameof(x))] static double @in(double x) => x;
                    }
                }
            }
            """);
        Assert.Equal(11, run.Files.Count);
        Assert.Contains("Outer.Inner.class`1.Nested.F(double,double[]).g.cs", run.Files.Keys);
        Assert.Contains("Outer.Inner.class`1.Nested.in(double).g.cs", run.Files.Keys);
        Assert.Equal(run.Files.Count, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Types_of_one_name_and_several_arities_do_too()
    {
        GeneratorRun run = GeneratorRun.Unchecked("""
            using SymDiff;

            public partial class A { [Differentiable] static double F(double x) => x; }
            public partial class A<T> { [Differentiable] static double F(double x) => x; public partial class B { [Differentiable] static double F(double x) => x; } }
            public partial class A<T, U> { [Differentiable] static double F(double x) => x; public partial class B { [Differentiable] static double F(double x) => x; } }
            public partial class a { [Differentiable] static double F(double x) => x; }
            """);
        Assert.Equal(6, run.Files.Count);
    }

    [Fact]
    public void Long_names_are_cut_and_stay_unique()
    {
        string parameters = string.Join(", ", Enumerable.Range(0, 40).Select(static i => $"double parameter{i}"));
        GeneratorRun run = GeneratorRun.Unchecked($"[Differentiable(nameof(x))] static double F(double x, {parameters}) => x; [Differentiable(nameof(x))] static double F(double x, {parameters}, int n) => x;");
        Assert.Equal(2, run.Files.Count);
        Assert.All(run.Files.Keys, static name => Assert.True(name.Length <= 130));
    }
}
