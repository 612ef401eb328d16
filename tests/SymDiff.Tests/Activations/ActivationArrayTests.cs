using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Reflection;

namespace SymDiff.Tests;

/// <summary>Activation functions of the elements of spans and tensors: for each element what the function of a number is.</summary>
public sealed class ActivationArrayTests
{
    private static readonly ImmutableArray<ImmutableDictionary<string, string>> rows = Table.Read("Activations.activations.tsv");

    private static readonly MethodInfo[] functions = [.. typeof(Activations).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)];

    private delegate void OfSpan<T>(ReadOnlySpan<T> x, Span<T> destination);

    private delegate void OfSpan<T, TOption>(ReadOnlySpan<T> x, Span<T> destination, TOption option);

    private delegate void OfSpanWithTwo<T>(ReadOnlySpan<T> x, Span<T> destination, double first, double second);

    private delegate void OfTensorSpan<T>(in ReadOnlyTensorSpan<T> x, in TensorSpan<T> destination);

    private delegate void OfTensorSpan<T, TOption>(in ReadOnlyTensorSpan<T> x, in TensorSpan<T> destination, TOption option);

    private delegate void OfTensorSpanWithTwo<T>(in ReadOnlyTensorSpan<T> x, in TensorSpan<T> destination, double first, double second);

    public static TheoryData<string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string>();
            foreach ((string name, string options) in rows.Select(row => (row["activation"], row["options"])).Distinct())
                calls.Add(name, options);

            return calls;
        }
    }

    [Theory, MemberData(nameof(Calls))]
    public void Of_doubles(string name, string options) => Check<double>(name, options);

    [Theory, MemberData(nameof(Calls))]
    public void Of_floats(string name, string options) => Check<float>(name, options);

    [Fact]
    public void Every_function_of_a_number_has_the_other_forms()
    {
        foreach (string name in rows.Select(row => row["activation"]).Distinct())
        {
            MethodInfo[] forms = [.. functions.Where(method => method.Name == name)];
            Assert.Equal(4, forms.Length);
            string[] options = [.. Method(name, "T").GetParameters().Skip(1).Select(Described)];
            Assert.Equal(options, Method(name, "ReadOnlySpan`1").GetParameters().Skip(2).Select(Described));
            Assert.Equal(options, Method(name, "Tensor`1").GetParameters().Skip(1).Select(Described));
            Assert.Equal(options, Method(name, "ReadOnlyTensorSpan`1&").GetParameters().Skip(2).Select(Described));
        }

        static string Described(System.Reflection.ParameterInfo option) => $"{option.ParameterType.Name} {option.Name} = {option.DefaultValue}";
    }

    [Fact]
    public void Destinations_that_dont_fit_are_refused()
    {
        double[] numbers = [1, 2, 3, 4];
        Assert.Throws<ArgumentException>(() => Activations.Relu<double>(numbers, new double[3]));
        Assert.Throws<ArgumentException>(() => Activations.Tanh<double>(numbers.AsSpan(0, 3), numbers.AsSpan(1, 3)));
        Assert.Throws<ArgumentException>(() => Activations.Tanh<double>(numbers.AsSpan(1, 3), numbers.AsSpan(0, 3)));
        Assert.Throws<ArgumentException>(() => Activations.Gelu<double>(Tensor.Create(numbers, [2, 2]), Tensor.Create(new double[4], [4]).AsTensorSpan()));
        Assert.Throws<ArgumentException>(() => Activations.Gelu<double>(Tensor.Create(numbers, [2, 2]), Tensor.Create(new double[6], [2, 3]).AsTensorSpan().Slice(0..2, 0..2)));
        Assert.Equal([1, 2, 3, 4], numbers);
    }

    [Fact]
    public void Nothing_is_nothing()
    {
        Activations.Selu(ReadOnlySpan<float>.Empty, []);
        Assert.Equal([0, 3], Activations.Selu(Tensor.Create(Array.Empty<float>(), [0, 3])).Lengths.ToArray());
    }

    [Fact]
    public void A_part_of_a_tensor()
    {
        Tensor<double> table = Tensor.Create([-1.0, 2, -3, 4, -5, 6], [2, 3]);
        Tensor<double> part = table.Slice(0..2, 1..3);
        Assert.Equal([2, 0, 0, 6], Activations.Relu(part).ToArray());
        Assert.Equal([2, 2], Activations.Relu(part).Lengths.ToArray());
    }

    private static void Check<T>(string name, string text)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        object[] options = Options<T>(name, new Options(text));
        T[] x = [.. rows.Where(row => row["activation"] == name && row["options"] == text).Select(row => T.Parse(row["x"], CultureInfo.InvariantCulture)), T.NaN, T.PositiveInfinity, T.NegativeInfinity];
        MethodInfo function = Method(name, "T").MakeGenericMethod(typeof(T));
        T[] expected = [.. x.Select(number => (T)function.Invoke(null, [number, .. options])!)];

        T[] actual = new T[x.Length];
        Call(name, x, actual, options);
        Assert.Equal(expected, actual);

        T[] inPlace = [.. x];
        Call(name, inPlace, inPlace, options);
        Assert.Equal(expected, inPlace);

        // Between numbers that must stay.
        T[] padded = [.. Enumerable.Repeat(T.CreateChecked(9), x.Length + 2)];
        Call(name, x, padded.AsSpan(1, x.Length), options);
        Assert.Equal([T.CreateChecked(9), .. expected, T.CreateChecked(9)], padded);

        nint[] shape = [3, x.Length / 3];
        Assert.Equal(0, x.Length % 3);
        Tensor<T> tensor = Tensor.Create(x, shape);
        var result = (Tensor<T>)Method(name, "Tensor`1").MakeGenericMethod(typeof(T)).Invoke(null, [tensor, .. options])!;
        Assert.Equal(shape, result.Lengths.ToArray());
        Assert.Equal(expected, result.ToArray());
        Assert.Equal(x, tensor.ToArray());

        Tensor<T> destination = Tensor.Create(new T[x.Length], shape);
        CallOnTensors(name, tensor, destination, options);
        Assert.Equal(expected, destination.ToArray());
    }

    // In the order of the parameters; what the row leaves out has the default of the function.
    private static object[] Options<T>(string name, Options options)
        where T : unmanaged, IFloatingPointIeee754<T>
        => [.. Method(name, "T").GetParameters().Skip(1).Select(parameter => parameter.ParameterType == typeof(double)
            ? (object)options.Number(parameter.Name!, (double)parameter.DefaultValue!)
            : T.CreateChecked(options.Number(parameter.Name!, double.NaN)))];

    private static MethodInfo Method(string name, string first)
        => functions.Single(method => method.Name == name && method.GetParameters()[0].ParameterType.Name == first);

    private static void Call<T>(string name, ReadOnlySpan<T> x, Span<T> destination, object[] options)
    {
        MethodInfo method = Method(name, "ReadOnlySpan`1").MakeGenericMethod(typeof(T));
        switch (options)
        {
            case []:
                method.CreateDelegate<OfSpan<T>>()(x, destination);
                break;
            case [double option] when method.GetParameters()[2].Name != "weight":
                method.CreateDelegate<OfSpan<T, double>>()(x, destination, option);
                break;
            case [T weight]:
                method.CreateDelegate<OfSpan<T, T>>()(x, destination, weight);
                break;
            default:
                method.CreateDelegate<OfSpanWithTwo<T>>()(x, destination, (double)options[0], (double)options[1]);
                break;
        }
    }

    private static void CallOnTensors<T>(string name, Tensor<T> x, Tensor<T> destination, object[] options)
    {
        MethodInfo method = Method(name, "ReadOnlyTensorSpan`1&").MakeGenericMethod(typeof(T));
        switch (options)
        {
            case []:
                method.CreateDelegate<OfTensorSpan<T>>()(x, destination);
                break;
            case [double option] when method.GetParameters()[2].Name != "weight":
                method.CreateDelegate<OfTensorSpan<T, double>>()(x, destination, option);
                break;
            case [T weight]:
                method.CreateDelegate<OfTensorSpan<T, T>>()(x, destination, weight);
                break;
            default:
                method.CreateDelegate<OfTensorSpanWithTwo<T>>()(x, destination, (double)options[0], (double)options[1]);
                break;
        }
    }
}
