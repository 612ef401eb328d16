using System.Globalization;
using System.Numerics.Tensors;

namespace DigitClassifier;

/// <summary>Images of handwritten digits, 8×8 pixels between 0 and 1 each, and which digit it is.</summary>
internal sealed record Images(float[] Pixels, int[] Labels)
{
    public const int Size = 8;
    public const int Width = Size * Size;
    public const int Digits = 10;

    public int Count => Labels.Length;

    public Tensor<float> Tensor => System.Numerics.Tensors.Tensor.Create(Pixels, [Count, Width]);

    /// <summary>All images, divided at random: three quarters to learn from, one to test what was learned.</summary>
    public static (Images Training, Images Test) Read(Random random)
    {
        int[][] rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "digits.csv")).Skip(1).Select(static line => line.Split(',').Select(static text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
        random.Shuffle(rows);
        int training = rows.Length * 3 / 4;
        return (Of(rows[..training]), Of(rows[training..]));
    }

    private static Images Of(int[][] rows) => new([.. rows.SelectMany(static row => row[..Width]).Select(static level => level / 16f)], [.. rows.Select(static row => row[Width])]);
}
