namespace SymDiff.Generators.Tests.Infrastructure.Checks.Tests;

/// <summary>Programs can be compiled, loaded and called.</summary>
public sealed class LoadedProgramTests
{
    private const string Source = """
        public static (double Sum, int Count) Sum(ReadOnlySpan<double> values, double start)
        {
            foreach (double value in values) start += value;
            return (start, values.Length);
        }

        static void Fill(Span<float> target, float value) => target.Fill(value);
        static int Twice(int x) => 2 * x;
        static double Twice(double x) => 2 * x;
        static Tensor<float> Scale(float w, Tensor<float> x) => w * x;
        """;

    private delegate (double Sum, int Count) Sum(ReadOnlySpan<double> values, double start);

    [Fact]
    public void By_delegate()
    {
        using LoadedProgram program = LoadedProgram.Of(GeneratorRun.Of(Source, new SampleGenerator()));

        Assert.Equal((6.5, 3), program.Method<Sum>("Functions.Sum")([1, 2, 3], 0.5));
        Assert.Equal((6.5, 3), program.Method<Func<ReadOnlySpan<double>, double, (double, int)>>("Sum")([1, 2, 3], 0.5));
    }

    [Fact]
    public void By_name_with_arrays_for_spans()
    {
        using LoadedProgram program = LoadedProgram.Of(GeneratorRun.Of(Source, new SampleGenerator()));
        float[] filled = new float[3];

        Assert.Equal((6.5, 3), program.Call<(double, int)>("Sum", new double[] { 1, 2, 3 }, 0.5));
        program.Call("Fill", filled, 7f);
        Assert.Equal([7f, 7f, 7f], filled);
    }

    [Fact]
    public void By_name_among_overloads()
    {
        using LoadedProgram program = LoadedProgram.Of(GeneratorRun.Of(Source, new SampleGenerator()));

        Assert.Equal(6, program.Call<int>("Twice", 3));
        Assert.Equal(6.0, program.Call<double>("Twice", 3.0));
        Assert.Equal(6.0, program.Method<Func<double, double>>("Twice")(3.0));
    }

    [Fact]
    public void With_tensors()
    {
        using LoadedProgram program = LoadedProgram.Of(GeneratorRun.Of(Source, new SampleGenerator()));

        var scaled = program.Call<System.Numerics.Tensors.Tensor<float>>("Scale", 2f, System.Numerics.Tensors.Tensor.Create([1f, 2f], [2]));

        Assert.Equal([2f, 4f], scaled.ToArray());
    }
}
