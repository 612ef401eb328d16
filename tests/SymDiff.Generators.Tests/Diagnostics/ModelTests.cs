using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD03xx: where they are reported, and what next to it is legal.</summary>
public sealed class ModelTests
{
    private const string Usings = "using System; using System.Collections.Generic; using SymDiff; ";

    private const string Parameter = "[Parameter] public partial float W { get; set; } ";

    [Theory]
    [InlineData("[Model] public sealed class {|SYMD0301:M|} { public Linear Layer { get; } = new(1, 1); }")]
    [InlineData("public class Outer { [Model] public sealed partial class {|SYMD0301:M|} { public Linear Layer { get; } = new(1, 1); } }")]
    [InlineData("public partial class Outer { [Model] public sealed partial class M { public Linear Layer { get; } = new(1, 1); } }")]
    public void A_model_is_partial(string code) => Check(code);

    [Theory]
    [InlineData($"[Model] public sealed partial record {{|SYMD0302:M|}} {{ {Parameter}}}")]
    [InlineData($"[Model] file sealed partial class {{|SYMD0302:M|}} {{ {Parameter}}}")]
    [InlineData($"[Model] public partial class B {{ {Parameter}}} [Model] public sealed partial class {{|SYMD0302:M|}} : B {{ [Parameter] public partial float V {{ get; set; }} }}")]
    [InlineData("public class B { public Linear Layer { get; } = new(1, 1); } [Model] public sealed partial class {|SYMD0302:M|} : B { [Parameter] public partial float V { get; set; } }")]
    [InlineData($"public class B {{ public float X; }} [Model] public sealed partial class M : B {{ {Parameter}}}")]
    public void A_model_is_a_class_of_its_own(string code) => Check(code);

    [Theory]
    [InlineData("[Parameter] public float {|SYMD0303:W|} { get; set; }")]
    [InlineData("[Parameter(2)] public Span<float> {|SYMD0303:W|} => new float[2];")]
    public void A_parameter_is_partial(string member) => Check($"[Model] public sealed partial class M {{ {member} }}");

    [Theory]
    [InlineData("[Parameter] public partial decimal {|SYMD0304:W|} { get; set; }")]
    [InlineData("[Parameter] public partial int {|SYMD0304:W|} { get; set; }")]
    [InlineData("[Parameter(2)] public partial float[] {|SYMD0304:W|} { get; }")]
    [InlineData("[Parameter(2)] public partial ReadOnlySpan<float> {|SYMD0304:W|} { get; }")]
    [InlineData("[Parameter] public static partial float {|SYMD0304:W|} { get; set; }")]
    [InlineData("[Parameter] public partial float {|SYMD0304:W|} { set; }")]
    [InlineData("[Parameter(2)] public partial Span<float> {|SYMD0304:W|} { get; set; }")]
    [InlineData("[Parameter] public partial float {|SYMD0304:W|} { get; set; } public partial float W { get => 1; set { } }")]
    [InlineData("[Parameter] public partial float {|SYMD0304:this|}[int i] { get; set; }")]
    public void A_parameter_is_a_number_or_a_span_of_numbers(string member) => Check($"[Model] public sealed partial class M {{ {member} }}");

    [Theory]
    [InlineData("[{|SYMD0305:Parameter|}] public partial Span<float> W { get; }")]
    [InlineData("[{|SYMD0305:Parameter(2)|}] public partial float W { get; set; }")]
    [InlineData("[Parameter({|SYMD0305:-1|})] public partial Span<float> W { get; }")]
    [InlineData("[Parameter(2, {|SYMD0305:1.5|})] public partial Span<float> W { get; }")]
    [InlineData("[Parameter(2, {|SYMD0305:\"Rows\"|})] public partial Span<float> W { get; }")]
    [InlineData("public long Rows; [Parameter({|SYMD0305:nameof(Rows)|})] public partial Span<float> W { get; }")]
    [InlineData("public const int Rows = 2; public static int Columns => 3; private readonly int _depth = 4; [Parameter(nameof(Rows), nameof(Columns), nameof(_depth), 5)] public partial Span<float> W { get; }")]
    public void A_span_has_a_shape(string member) => Check($"[Model] public sealed partial class M {{ {member} }}");

    [Theory]
    [InlineData($"{Parameter} [Parameter] public partial double {{|SYMD0306:V|}} {{ get; set; }}")]
    [InlineData("public Linear Layer { get; } = new(1, 1); [Parameter] public partial double {|SYMD0306:V|} { get; set; }")]
    [InlineData("[Parameter] public partial double V { get; set; } public Linear {|SYMD0306:Layer|} { get; } = new(1, 1);")]
    [InlineData("public Linear A { get; } = new(1, 1); public Linear<float> B { get; } = new(1, 1);")]
    public void Parameters_are_of_one_type(string members) => Check($"[Model] public sealed partial class M {{ {members} }}");

    [Theory]
    [InlineData("public float W { get; set; }")]
    [InlineData("public Linear Layer => throw new InvalidOperationException();")]
    [InlineData("public static Linear Layer { get; } = new(1, 1);")]
    public void A_model_has_parameters(string members) => Check($"[Model] public sealed partial class {{|SYMD0307:M|}} {{ {members} }}");

    [Theory]
    [InlineData("public Linear {|SYMD0308:Layer|} { get; set; } = new(1, 1);")]
    [InlineData("public Linear {|SYMD0308:Layer|} = new(1, 1);")]
    [InlineData("public List<Linear> {|SYMD0308:Layers|} { get; private set; } = [];")]
    [InlineData("public Linear Layer { get; init; } = new(1, 1);")]
    [InlineData("private readonly Linear _layer = new(1, 1);")]
    public void Parts_stay_where_they_are(string members) => Check($"[Model] public sealed partial class M {{ {members} }}");

    [Theory]
    [InlineData("public HashSet<Linear> {|SYMD0309:Layers|} { get; } = [];")]
    [InlineData("public Dictionary<string, Linear> {|SYMD0309:Layers|} { get; } = [];")]
    [InlineData("public Linear[,] {|SYMD0309:Layers|} { get; } = new Linear[0, 0];")]
    [InlineData("public IEnumerable<Linear> {|SYMD0309:Layers|} { get; } = [];")]
    [InlineData("public Linear[][] {|SYMD0309:Layers|} { get; } = [];")]
    public void Collections_have_positions(string members) => Check($"[Model] public sealed partial class M {{ {Parameter} {members} }}");

    [Theory]
    [InlineData("public int ParameterCount => 1;")]
    [InlineData("public void Parameters() { }")]
    [InlineData("public sealed class ParameterLayout;")]
    public void Names_are_free(string member) => Check($"[Model] public sealed partial class {{|SYMD0310:M|}} {{ {Parameter} {member} }}");

    [Fact]
    public void A_parameter_belongs_to_a_model()
        => Check("public sealed partial class M { [Parameter] public partial float {|SYMD0311:W|} { get; set; } }");

    [Fact]
    public void All_is_told_at_once() => Check(
        "[Model] public sealed class {|SYMD0301:M|} { [Parameter] public float {|SYMD0303:A|} { get; set; } [{|SYMD0305:Parameter|}] public partial Span<float> B { get; } public Linear {|SYMD0308:C|} { get; set; } = new(1, 1); }");

    [Fact]
    public void Nothing_is_written_for_the_methods_of_a_model_with_errors()
        => Assert.Empty(Check("[Model] public sealed partial class M { [Parameter] public partial decimal {|SYMD0304:W|} { get; set; } [Parameter] public partial float V { get; set; } [Differentiable] public float F(float x) => V * x; }").Files);

    [Fact]
    public void Nor_for_methods_that_use_such_a_model()
        => Assert.Empty(
            Check(
                "[Model] public sealed partial class M { [Parameter] public partial decimal {|SYMD0304:W|} { get; set; } [Parameter] public partial float V { get; set; } } "
                + "[Model] public sealed partial class N { public M Part { get; } = new(); [Parameter] public partial float B { get; set; } [Differentiable] public float F(float x) => Part.V * x + B; }").Files);

    [Theory]
    [InlineData("[Differentiable] public float {|SYMD0205:F|}(float x) => x;")]
    [InlineData("[Differentiable(nameof(W))] public float {|SYMD0205:F|}(float x) => x;")]
    [InlineData("[Differentiable] public float {|SYMD0206:F|}(float x) => W > 0 ? 1 : 0;")]
    [InlineData("[Differentiable] public float F(float x) => {|SYMD0201:(int)W|} * x * W;")]
    [InlineData("[Differentiable({|SYMD0008:\"V\"|})] public float F(float x) => W * x;")]
    [InlineData("[Differentiable({|SYMD0008:nameof(F)|})] public float F(float x) => W * x;")]
    [InlineData("[Differentiable] public float F(float x) { {|SYMD0114:W|} = x; return x; }")]
    [InlineData("[Differentiable] public float F(float x) => {|SYMD0116:Parameters|}[0] * x;")]
    public void Methods_of_models(string method) => Diagnosed.Check(new TestSource($"{Usings}[Model] public sealed partial class M {{ {Parameter} {method} }}") { MayHaveErrors = true });

    [Theory]
    [InlineData("public Line Other(float x) => this; [Differentiable] public float F(float x) => Other(x).W;")]
    [InlineData("[Differentiable(nameof(x))] public float F(float x, Line other) => {|SYMD0119:other|}.W * x;")]
    [InlineData("[Differentiable(nameof(x))] public float F(float x, Line other) => {|SYMD0119:other|}.At(x);")]
    [InlineData("static readonly Line s_line = new(); [Differentiable] public float F(float x) => {|SYMD0119:s_line|}.At(x) * W;")]
    [InlineData("[Differentiable] public float F(float x) => At(x);")]
    public void Models_that_are_no_parts(string method)
        => Check($"[Model] public sealed partial class Line {{ {Parameter} public float At(float x) => W * x; {method} }}");

    [Fact]
    public void Parameters_that_cannot_be_reached() => Check(
        "[Model] public sealed partial class M { public Line Part { get; } = new(); [Differentiable] public float F(float x) => Part.At(x); } "
        + "[Model] public sealed partial class Line { [Parameter] private partial float V { get; set; } public float At(float x) => {|SYMD0118:V|} * x; }");

    [Theory]
    [InlineData("struct Holder { public Linear Layer; public Linear[] Layers; } private Holder _holder; [Differentiable] public float F(float x) => {|SYMD0119:_holder.Layer|}.Weight[0] * W;")]
    [InlineData("struct Holder { public Linear Layer; public Linear[] Layers; } private Holder _holder; [Differentiable] public float F(float x) => {|SYMD0101:_holder.Layers|}[0].Weight[0] * W;")]
    [InlineData("public Linear? Layer { get; } [Differentiable] public float F(float x) => {|SYMD0119:Layer|}!.Weight[0] * W;")]
    [InlineData("public Linear[]? Layers { get; init; } [Differentiable] public float F(float x) => {|SYMD0101:Layers|}![0].Weight[0] * W;")]
    [InlineData("public Linear[] Layers { get; } = []; public Linear First => Layers[0]; [Differentiable] public float F(float x) => First.Weight[0] * W;")]
    public void Models_that_may_be_elsewhere_or_nowhere(string members) => Check($"[Model] public sealed partial class M {{ {Parameter} {members} }}");

    [Fact]
    public void Layers_at_positions_that_vary() => Check(
        "[Model] public sealed partial class M { public Linear[] Layers { get; } = []; [Differentiable] public float F(int i) => {|SYMD0100:Layers[i]|}.Weight[0]; }");

    private static GeneratorRun Check(string code) => Diagnosed.Check(new TestSource(Usings + code) { MayHaveErrors = true });
}
