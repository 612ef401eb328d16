using System.Globalization;
using System.Numerics.Tensors;

namespace DiabetesRegression;

/// <summary>The data: ten variables of each patient, brought to mean 0 and variance 1, and the progression of the disease a year later.</summary>
internal sealed class Patients
{
    private Patients(string[] variables, double[][] columns, double[] progression)
    {
        Variables = variables;
        Count = progression.Length;
        Progression = progression;
        Inputs = [.. Enumerable.Range(0, Count).SelectMany(patient => columns.Select(column => column[patient]))];
    }

    public string[] Variables { get; }

    public int Count { get; }

    /// <summary>One patient after the other.</summary>
    public double[] Inputs { get; }

    public double[] Progression { get; }

    public Tensor<double> InputTensor => Tensor.Create(Inputs, [Count, Variables.Length]);

    public Tensor<double> ProgressionTensor => Tensor.Create(Progression, [Count, 1]);

    public static Patients Read()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "diabetes.csv"));
        double[][] rows = [.. lines.Skip(1).Select(static line => line.Split(',').Select(static text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
        string[] variables = lines[0].Split(',')[..^1];
        return new Patients(
            variables,
            [.. variables.Select((_, column) => Standardised([.. rows.Select(row => row[column])]))],
            [.. rows.Select(static row => row[^1])]);
    }

    // So that one learning rate and one penalty do for all of them.
    private static double[] Standardised(double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => (value - mean) / deviation)];
    }
}
