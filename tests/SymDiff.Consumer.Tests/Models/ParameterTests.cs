namespace SymDiff.Consumer.Tests.Models;

/// <summary>Where the parameters of a model are, and how they come together.</summary>
public sealed partial class ParameterTests
{
    [Fact]
    public void The_layout_is_in_the_order_of_declaration()
    {
        var curve = new Curve(rows: 3);
        Assert.Equal(
            ["Weight []", "Scale [3]", "Bias []", "Mixing [3, 2]", "Unused [4]"],
            curve.ParameterLayout.Select(static parameter => parameter.ToString()));
        Assert.Equal([0, 1, 4, 5, 11], curve.ParameterLayout.Select(static parameter => parameter.Offset));
        Assert.Equal(15, curve.ParameterCount);
    }

    [Fact]
    public void Properties_and_buffer_are_the_same_numbers()
    {
        var curve = new Curve(rows: 1) { Weight = 2 };
        Span<double> before = curve.Scale;
        before[1] = 3;
        Assert.Equal([2, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0], curve.Parameters.ToArray());
        curve.Parameters[0] = 5;
        curve.Parameters[3] = 7;
        Assert.Equal(5, curve.Weight);
        Assert.Equal([0, 3, 7], curve.Scale.ToArray());
        curve.Weight = 11;
        Assert.Equal(11, curve.Parameters[0]);
    }

    [Fact]
    public void A_part_keeps_its_numbers_when_it_joins_the_whole()
    {
        var model = new Outer();
        model.Direct.Slope = 4;
        Assert.Equal([4, 0], model.Direct.Parameters.ToArray());
        model.Inside.Nested.Offset = 6;
        Assert.Equal([4, 0, 0, 0, 6], model.Parameters.ToArray());
        model.Parameters[4] = 8;
        Assert.Equal(8, model.Inside.Nested.Offset);
        Assert.Equal([0, 8], model.Inside.Nested.Parameters.ToArray());
        Assert.True(model.Parameters.Slice(2, 3) == model.Inside.Parameters);
    }

    [Fact]
    public void Models_are_seen_through_their_interface()
    {
        IModel<double> model = new Outer();
        Assert.Equal(5, model.ParameterCount);
        Assert.Equal("Inside.Nested.Slope", model.ParameterLayout[3].Name);
    }

    [Fact]
    public void An_object_is_a_part_in_one_place_only()
    {
        string message = Assert.Throws<InvalidOperationException>(() => new Twins().ParameterCount).Message;
        Assert.Equal("'Right' is the same model as 'Left'. An object can be a part in one place only.", message);
        var shared = new Outer.Line();
        Assert.Equal(2, new Holder(shared).ParameterCount);
        Assert.Throws<InvalidOperationException>(() => new Holder(shared).ParameterCount);
    }

    [Fact]
    public void Parts_stay_the_objects_that_they_were()
    {
        var model = new Growing();
        Assert.Equal(2, model.ParameterCount);
        model.Lines.Add(new Outer.Line());
        Assert.Throws<InvalidOperationException>(() => model.ParameterCount);
    }

    [Fact]
    public void A_part_that_is_missing_is_named()
        => Assert.StartsWith("The model 'Line' is null.", Assert.Throws<InvalidOperationException>(() => new Holder(null!).ParameterCount).Message, StringComparison.Ordinal);

    [Fact]
    public void A_shape_stays_what_it_was()
    {
        var model = new Resized { Size = 2 };
        Assert.Equal(2, model.Numbers.Length);
        model.Size = 3;
        Assert.Contains("had the shape [2]", Assert.Throws<InvalidOperationException>(() => model.Numbers.Length).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_may_ask_first()
    {
        for (int round = 0; round < 50; round++)
        {
            var model = new Outer();
            int[] counts = new int[8];
            Parallel.For(0, counts.Length, i =>
            {
                model.Inside.Nested.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture);
                counts[i] = i % 2 == 0 ? model.ParameterCount : model.Inside.ParameterCount + 2;
            });
            Assert.All(counts, static count => Assert.Equal(5, count));
            Assert.True(model.Parameters.Slice(2, 3) == model.Inside.Parameters);
        }
    }

    [Model]
    public sealed partial class Twins
    {
        public Twins() => Right = Left;

        public Outer.Line Left { get; } = new();

        public Outer.Line Right { get; }
    }

    [Model]
    public sealed partial class Holder(Outer.Line line)
    {
        public Outer.Line Line { get; } = line;
    }

    [Model]
    public sealed partial class Growing
    {
        public List<Outer.Line> Lines { get; } = [new()];
    }

    [Model]
    public sealed partial class Resized
    {
        public int Size { get; set; }

        [Parameter(nameof(Size))] public partial Span<float> Numbers { get; }
    }
}
