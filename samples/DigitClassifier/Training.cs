using System.Numerics.Tensors;
using SymDiff;

namespace DigitClassifier;

/// <summary>Adam on small batches of images, shuffled anew in each epoch, with a learning rate that goes down to 0 along a cosine.</summary>
internal sealed class Training(Network network, Images images, int batchSize, double learningRate, int epochs, Random random)
{
    private readonly float[] _pixels = new float[batchSize * Images.Width];
    private readonly int[] _labels = new int[batchSize];
    private readonly float[] _gradient = new float[network.ParameterCount];
    private readonly Adam<float> _optimizer = new(learningRate);
    private readonly CosineAnnealingSchedule _schedule = new(epochs);
    private readonly Batches _batches = new(images.Count, batchSize, random, dropLast: true);

    /// <summary>Goes through all images once.</summary>
    /// <param name="epoch">How many times it has been done before.</param>
    /// <returns>The mean loss.</returns>
    public double Epoch(int epoch)
    {
        // Tensors over the buffers, which each batch is copied to.
        Tensor<float> pixels = Tensor.Create(_pixels, [batchSize, Images.Width]);
        Tensor<int> labels = Tensor.Create(_labels, [batchSize]);
        _optimizer.LearningRate = _schedule.At(epoch, learningRate);
        double sum = 0;
        foreach (ReadOnlySpan<int> batch in _batches)
        {
            Batches.Gather(batch, images.Pixels, _pixels, Images.Width);
            Batches.Gather(batch, images.Labels, _labels);
            float loss = network.LossValueAndGradient(pixels, labels, _gradient);
            _optimizer.Step(network.Parameters, _gradient, loss);
            sum += loss;
        }

        return sum / _batches.Count;
    }
}
