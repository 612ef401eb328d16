namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>Structures and plain classes: refused where a write could be seen by another name, or where what they hold can't be told; and what next to it is legal.</summary>
public sealed class StructureCodeTests
{
    private const string Types = """

        struct S { public double X; public double Y; private double hidden; public double this[int i] { get => i == 0 ? X : Y; set => X = value; } public void Move(double d) { X += d; hidden++; } public readonly double Hidden => hidden; public static S operator +(S a, S b) => a; }
        class C(double x) { public double X = x; public double Y { get; set; } public C Self() => this; public void Move(double d) => X += d; public virtual double V => X; }
        record R(double X) { public virtual bool Equals(R? other) => true; public override int GetHashCode() => 0; }
        record Copied(double X) { public Copied(Copied other) => X = 2 * other.X; }
        record Derived(double X, double Y) : R(X);
        [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
        struct Union { [System.Runtime.InteropServices.FieldOffset(0)] public double X; [System.Runtime.InteropServices.FieldOffset(0)] public long Bits; }
        struct Function(Func<double, double> f) { public Func<double, double> F = f; public double X; public void Move(double d) => X += F(d); }
        """;

    [Theory]
    [InlineData("C c = new(x); {|SYMD0114:c.X|} = 2; return c.X;")]
    [InlineData("C c = new(x); {|SYMD0114:c.Y|} += 2; return c.Y;")]
    [InlineData("C c = new(x) { Y = 3 }; C d = c; return c.X * d.Y + c.Self().X;")]
    [InlineData("C c = new(x); return x * {|SYMD0109:c.V|};")]
    [InlineData("C c = new(x); C d = new(x); return {|SYMD0101:c|} == d ? x : 1;")]
    [InlineData("object o = new C(x); return {|SYMD0100:o is double|} ? x : 1;")]
    [InlineData("Union u = {|SYMD0101:default(Union)|}; return x;")]
    [InlineData("Derived d = {|SYMD0100:new(x, x)|}; return x;")]
    [InlineData("R a = new(x); R b = new(2); return {|SYMD0101:a == b|} ? x : 1;")]
    [InlineData("Copied a = new(x); return ({|SYMD0100:a with { }|}).X;")]
    [InlineData("{|SYMD0114:o.X|} = x; return x;")]
    [InlineData("return x > 0 ? {|SYMD0119:o|}.X : x;")]
    [InlineData("double y = o.X; return x > 0 ? o.X * y : x;")]
    [InlineData("S[] own = {|SYMD0100:new S[2]|}; return x;")]
    public void Code(string body)
        => Diagnosed.Check($"using System;\nusing SymDiff;\n\npartial class P\n{{\n[Differentiable(nameof(x))] static double F(double x, S given, C o) {{ {body} }}\n}}\n{Types}");

    [Fact]
    public void What_others_cannot_read()
        => Diagnosed.Check("""
            partial class P
            {
                [SymDiff.Differentiable] static double F(double x, Angle a) => x * a.Degrees + x * a.Radians;
            }

            struct Angle
            {
                private double radians;
                public double Radians => {|SYMD0118:radians|};
                public double Degrees { get; set; }
            }
            """);

    // Others would have the object before its constructor has assigned all of it.
    [Fact]
    public void An_object_that_is_not_finished()
        => Diagnosed.Check("""
            partial class P
            {
                [SymDiff.Differentiable] static double F(double x) => new Leaking(x).X;
            }

            class Leaking
            {
                public double X;
                public Leaking Other;
                public Leaking(double x) { Other = {|SYMD0100:this|}; X = x; }
            }
            """);

    // A delegate would have the structure as it was when it was made.
    [Fact]
    public void Delegates_to_methods_of_structures()
        => Diagnosed.Check("""
            partial class P
            {
                [SymDiff.Differentiable] static double F(double x) { S s = new S(); s.X = x; System.Func<double, double> f = {|SYMD0119:s|}.Add; s.X = 2; return f(1); }
            }

            struct S
            {
                public double X;
                public double Add(double y) => X + y;
            }
            """);

    [Fact]
    public void Gradients_that_cannot_be_made()
        => Diagnosed.Check("""
            partial class P
            {
                [SymDiff.Differentiable("a")] static double F(Angle {|SYMD0017:a|}) => a.Radians;
                [SymDiff.Differentiable("p")] static double G(Positive {|SYMD0017:p|}) => p.Value;
                [SymDiff.Differentiable({|SYMD0010:"h"|})] static double H(Holder h) => h.Value;
            }

            readonly struct Angle
            {
                public Angle(double degrees) => Radians = degrees / 180;
                public double Radians { get; }
            }

            readonly struct Positive
            {
                public Positive(double value) => Value = value > 0 ? value : throw new System.ArgumentException();
                public double Value { get; }
            }

            struct Holder
            {
                public double Value;
                public double[] Values;
            }
            """);

    // They share what they are called of: the lambda would read that of the inner call.
    [Fact]
    public void A_delegate_between_members_of_one_extension_block()
        => Diagnosed.Check("""
            public readonly record struct P(double X);

            public static partial class Extensions
            {
                extension(P p)
                {
                    public double Applied(System.Func<double, double> f) => f(p.X);

                    public double Mixed(double x) => {|SYMD0100:new P(2 * x).Applied(t => t * p.X)|};
                }

                [SymDiff.Differentiable]
                public static double F(double x) => new P(x).Mixed(x);
            }
            """);
}
