using System.Numerics.Tensors;

namespace DigitClassifier;

/// <summary>How often each digit was taken for each.</summary>
internal sealed class Confusion
{
    private readonly int[,] _counts = new int[Images.Digits, Images.Digits];

    /// <param name="images">What is to be told apart.</param>
    /// <param name="scores">Those of the digits, image by image.</param>
    public Confusion(Images images, Tensor<float> scores)
    {
        float[] rows = new float[images.Count * Images.Digits];
        scores.FlattenTo(rows);
        for (int image = 0; image < images.Count; image++)
        {
            int guess = TensorPrimitives.IndexOfMax<float>(rows.AsSpan(image * Images.Digits, Images.Digits));
            _counts[images.Labels[image], guess]++;
        }
    }

    public int this[int digit, int guess] => _counts[digit, guess];

    /// <summary>The share of images that were told right.</summary>
    public double Accuracy => (double)Enumerable.Range(0, Images.Digits).Sum(digit => _counts[digit, digit]) / _counts.Cast<int>().Sum();
}
