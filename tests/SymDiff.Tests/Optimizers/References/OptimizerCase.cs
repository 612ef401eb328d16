using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace SymDiff.Tests;

/// <summary>One optimizer with options, a sequence of gradients, and what the parameters must be after some of the steps.</summary>
internal sealed record OptimizerCase(string Optimizer, Options Options, string Sequence, ImmutableArray<ExpectedParameters> Expected)
{
    private static readonly ILookup<string, double[]> Numbers = Table.Read("Optimizers.gradients.tsv").ToLookup(row => row["sequence"], row => Doubles(row["numbers"]));

    public static ImmutableArray<OptimizerCase> All { get; } =
    [
        .. Table.Read("Optimizers.optimizers.tsv")
            .GroupBy(row => (row["optimizer"], row["options"], row["sequence"]))
            .Select(rows => new OptimizerCase(rows.Key.Item1, new Options(rows.Key.Item2), rows.Key.Item3, [.. rows.Select(ExpectedParameters.Parse)])),
    ];

    /// <summary>The parameters at the beginning, to be changed.</summary>
    public double[] Start => [.. Numbers[Sequence].First()];

    public IEnumerable<double[]> Gradients => Numbers[Sequence].Skip(1);

    /// <summary>The optimizer; what the options don't say is left to the constructor.</summary>
    public Optimizer<T> Create<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Type type = Optimizer switch
        {
            "Sgd" => typeof(Sgd<T>),
            "Adam" => typeof(Adam<T>),
            "AdamW" => typeof(AdamW<T>),
            "RmsProp" => typeof(RmsProp<T>),
            "Adagrad" => typeof(Adagrad<T>),
            _ => throw new InvalidOperationException($"Unknown optimizer {Optimizer}."),
        };
        ConstructorInfo constructor = type.GetConstructors().Single();
        return (Optimizer<T>)constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    public override string ToString() => $"{Optimizer}({Options.Text}) {Sequence}";

    private object? Argument(System.Reflection.ParameterInfo parameter) => parameter.ParameterType == typeof(bool)
        ? Options.Flag(parameter.Name!) || (bool)parameter.DefaultValue!
        : Options.Number(parameter.Name!, (double)parameter.DefaultValue!);

    private static double[] Doubles(string text) => [.. text.Split(';').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}

/// <summary>What the parameters must be.</summary>
/// <param name="Step">After this step, from 1.</param>
/// <param name="Parameters">To more digits than a double has.</param>
/// <param name="Sizes">The largest number that has gone into each: rounding errors are measured by it.</param>
/// <param name="Singles">In single precision, exactly.</param>
internal sealed record ExpectedParameters(int Step, ImmutableArray<double> Parameters, ImmutableArray<double> Sizes, ImmutableArray<float> Singles)
{
    public static ExpectedParameters Parse(ImmutableDictionary<string, string> row) => new(
        int.Parse(row["step"], CultureInfo.InvariantCulture),
        [.. row["parameters"].Split(';').Select(text => double.Parse(text, CultureInfo.InvariantCulture))],
        [.. row["size"].Split(';').Select(text => double.Parse(text, CultureInfo.InvariantCulture))],
        [.. row["single"].Split(';').Select(text => BitConverter.UInt32BitsToSingle(uint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))]);
}
