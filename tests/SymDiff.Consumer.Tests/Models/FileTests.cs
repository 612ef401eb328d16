using System.Text;

namespace SymDiff.Consumer.Tests.Models;

/// <summary>Models in files.</summary>
public sealed partial class FileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private static Curve Example()
    {
        var curve = new Curve(rows: 2);
        for (int i = 0; i < curve.ParameterCount; i++)
        {
            curve.Parameters[i] = Math.Sin(i) / 3;
        }

        (curve.Parameters[1], curve.Parameters[2], curve.Parameters[3], curve.Parameters[4]) = (double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0);
        return curve;
    }

    private static long[] Bits(ReadOnlySpan<double> numbers) => [.. numbers.ToArray().Select(BitConverter.DoubleToInt64Bits)];

    [Theory]
    [InlineData("model.json")]
    [InlineData("model.safetensors")]
    public void What_was_saved_is_loaded_bit_for_bit(string name)
    {
        Curve curve = Example();
        curve.Save(InFolder(name));
        var other = new Curve(rows: 2);
        other.Load(InFolder(name));
        Assert.Equal(Bits(curve.Parameters), Bits(other.Parameters));

        // Over the file that is there, and nothing is left behind.
        curve.Weight = 42;
        curve.Save(InFolder(name));
        other.Load(InFolder(name));
        Assert.Equal(42, other.Weight);
        Assert.Single(_folder.GetFiles());
    }

    [Theory]
    [InlineData(ModelFormat.Json)]
    [InlineData(ModelFormat.Safetensors)]
    public void Parts_and_single_precision(ModelFormat format)
    {
        var layer = new Linear(3, 2, new Random(4));
        using var stream = new MemoryStream();
        layer.Save(stream, format);
        stream.Position = 0;
        var other = new Linear(3, 2);
        other.Load(stream, format);
        Assert.Equal(layer.Parameters.ToArray(), other.Parameters.ToArray());

        // A model in double precision takes the same numbers.
        stream.Position = 0;
        var wide = new Linear<double>(3, 2);
        wide.Load(stream, format);
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(layer.Parameters[i], (float)wide.Parameters[i]);
        }
    }

    [Fact]
    public void JSON_is_for_people()
    {
        var layer = new Outer.Line { Slope = 0.1, Offset = -3 };
        using var stream = new MemoryStream();
        layer.Save(stream, ModelFormat.Json);
        Assert.Equal(
            """
            {
              "Slope": {
                "shape": [],
                "values": [
                  0.1
                ]
              },
              "Offset": {
                "shape": [],
                "values": [
                  -3
                ]
              }
            }
            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Safetensors_are_those_of_the_format()
    {
        // Written by hand after the description of the format, with metadata and in another order: Bias [2] = 1.5, −2, then Weight [2, 1] = 0.25, 8, both of 32 bits.
        byte[] head = Encoding.UTF8.GetBytes("""{"__metadata__":{"format":"pt"},"Weight":{"dtype":"F32","shape":[2,1],"data_offsets":[8,16]},"Bias":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""");
        byte[] file = [(byte)head.Length, 0, 0, 0, 0, 0, 0, 0, .. head, 0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0x80, 0x3E, 0, 0, 0, 0x41];
        var layer = new Linear(1, 2);
        layer.Load(new MemoryStream(file), ModelFormat.Safetensors);
        Assert.Equal([0.25f, 8, 1.5f, -2], layer.Parameters.ToArray());

        using var stream = new MemoryStream();
        layer.Save(stream, ModelFormat.Safetensors);
        byte[] written = stream.ToArray();
        int length = written[0];
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """{"Weight":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"Bias":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""",
            Encoding.UTF8.GetString(written, 8, length).TrimEnd());
        Assert.Equal([0, 0, 0x80, 0x3E, 0, 0, 0, 0x41, 0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0], written[(8 + length)..]);
    }

    [Theory]
    [InlineData(ModelFormat.Json)]
    [InlineData(ModelFormat.Safetensors)]
    public void What_does_not_fit_is_refused_by_name_and_changes_nothing(ModelFormat format)
    {
        Assert.Equal("The parameter 'Weight' has the shape [2, 3] in the model, and [3, 2] in what was saved.", Refused(new Linear<double>(2, 3), new Linear<double>(3, 2)));
        Assert.Equal("The parameter 'Slope' of the model is missing in what was saved.", Refused(new Linear<double>(2, 3), new Outer.Line()));
        Assert.Equal("The model has no parameter 'Factor', which was saved.", Refused(new Outer.Inner(), new WithoutFactor()));

        string Refused(IModel<double> saved, IModel<double> model)
        {
            using var stream = new MemoryStream();
            saved.Save(stream, format);
            stream.Position = 0;
            double[] before = [.. model.Parameters];
            string message = Assert.Throws<InvalidDataException>(() => model.Load(stream, format)).Message;
            Assert.Equal(before, model.Parameters.ToArray());
            return message;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("""{ "Slope": 1, "Offset": 2 }""")]
    [InlineData("""{ "Slope": { "shape": [] }, "Offset": { "shape": [], "values": [1] } }""")]
    [InlineData("""{ "Slope": { "shape": [], "values": [1, 2] }, "Offset": { "shape": [], "values": [1] } }""")]
    [InlineData("""{ "Slope": { "shape": [-1], "values": [] }, "Offset": { "shape": [], "values": [1] } }""")]
    [InlineData("""{ "Slope": { "shape": [], "values": ["one"] }, "Offset": { "shape": [], "values": [1] } }""")]
    [InlineData("""{ "Slope": { "shape": [], "values": [1] }, "Slope": { "shape": [], "values": [1] }, "Offset": { "shape": [], "values": [1] } }""")]
    [InlineData("""{ "Slope": { "shape": [1.5], "values": [1] }, "Offset": { "shape": [], "values": [1] } }""")]
    public void Damaged_JSON_is_refused(string json)
        => Assert.Throws<InvalidDataException>(() => new Outer.Line().Load(new MemoryStream(Encoding.UTF8.GetBytes(json)), ModelFormat.Json));

    [Fact]
    public void Damaged_safetensors_are_refused()
    {
        using var stream = new MemoryStream();
        new Outer.Line { Slope = 1, Offset = 2 }.Save(stream, ModelFormat.Safetensors);
        byte[] file = stream.ToArray();
        Assert.All(Enumerable.Range(0, file.Length), length => Refused(file[..length]));
        Refused([.. file, 0]);
        Refused([.. Enumerable.Repeat((byte)0xFF, 8), .. file[8..]]);
        foreach ((string part, string other) in new[] { ("[0,8]", "[0,9]"), ("[8,16]", "[0,8] "), ("F64", "I64"), ("F64", "F32"), ("shape", "shapf"), ("[]", "[9"), ("[0,8]", "[8,0]") })
        {
            string text = Encoding.Latin1.GetString(file);
            int position = text.IndexOf(part, StringComparison.Ordinal);
            Assert.True(position > 0);
            Refused(Encoding.Latin1.GetBytes(text.Remove(position, part.Length).Insert(position, other)));
        }

        static void Refused(byte[] file)
        {
            var line = new Outer.Line { Slope = 5 };
            Assert.Throws<InvalidDataException>(() => line.Load(new MemoryStream(file), ModelFormat.Safetensors));
            Assert.Equal(5, line.Slope);
        }
    }

    [Fact]
    public void The_ending_says_the_format()
    {
        Assert.Throws<ArgumentException>(() => new Outer.Line().Save(InFolder("model.bin")));
        Assert.Throws<ArgumentException>(() => new Outer.Line().Load(InFolder("model")));
        Assert.Throws<FileNotFoundException>(() => new Outer.Line().Load(InFolder("none.json")));
        Assert.Empty(_folder.GetFiles());
    }

    /// <summary>An <see cref="Outer.Inner"/> without the factor.</summary>
    [Model]
    public sealed partial class WithoutFactor
    {
        public Outer.Line Nested { get; } = new();
    }
}
