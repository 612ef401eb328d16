using System.Numerics;

namespace SymDiff;

/// <content>Losses for one of several classes.</content>
public static partial class Losses
{
    /// <summary>The label of what doesn't count.</summary>
    private const int Ignored = -100;

    /// <summary>
    /// The mean (or sum) of −w[y]·log softmax(x)[y], for the label y of each row x of scores: <c>torch.nn.CrossEntropyLoss</c>.
    /// </summary>
    /// <param name="target">The labels, from 0; as many as there are rows.</param>
    /// <param name="prediction">The scores (logits), row by row: any numbers, one for each class.</param>
    /// <param name="weight">w, for each class; none: 1.</param>
    /// <param name="ignoreIndex">The label of rows that don't count.</param>
    /// <param name="labelSmoothing">ε, from 0 to 1: the share of the target that is spread evenly over all classes.</param>
    /// <param name="reduction">Mean (with weights, of the weights of the labels) or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The scores aren't rows of equal length, one for each label; or the weights aren't as many as the classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is none of the classes; or <paramref name="labelSmoothing"/> isn't between 0 and 1.</exception>
    public static T CrossEntropy<T>(
        ReadOnlySpan<int> target,
        ReadOnlySpan<T> prediction,
        ReadOnlySpan<T> weight = default,
        int ignoreIndex = Ignored,
        double labelSmoothing = 0,
        Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = Classes(target.Length, prediction.Length, weight.Length);
        RequireShare(labelSmoothing);
        T sum = T.Zero;
        T smooth = T.Zero;
        T weights = T.Zero;
        for (int row = 0; row < target.Length; row++)
        {
            int label = target[row];
            if (label != ignoreIndex)
            {
                RequireClass(label, classes);
                T normalizer = LogSumExp(prediction, row * classes, classes);
                T share = weight.IsEmpty ? T.One : weight[label];
                sum += share * (normalizer - prediction[row * classes + label]);
                weights += share;
                if (labelSmoothing > 0)
                {
                    T all = T.Zero;
                    for (int c = 0; c < classes; c++)
                    {
                        T loss = normalizer - prediction[row * classes + c];
                        all += weight.IsEmpty ? loss : weight[c] * loss;
                    }

                    smooth += all;
                }
            }
        }

        T spread = T.CreateChecked(labelSmoothing);
        return Reduced(labelSmoothing > 0 ? (T.One - spread) * sum + spread / T.CreateChecked(classes) * smooth : sum, weights, reduction);
    }

    /// <summary>
    /// The mean (or sum) over the rows of −∑ w[c]·y[c]·log softmax(x)[c], for rows x of scores and y of probabilities: <c>torch.nn.CrossEntropyLoss</c>, too.
    /// </summary>
    /// <param name="target">The probabilities of the classes, row by row.</param>
    /// <param name="prediction">The scores (logits), row by row: any numbers, one for each class.</param>
    /// <param name="classes">The length of a row.</param>
    /// <param name="weight">w, for each class; none: 1.</param>
    /// <param name="labelSmoothing">ε, from 0 to 1: the share of the target that is spread evenly over all classes.</param>
    /// <param name="reduction">Mean (over the number of rows) or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The lengths differ, or aren't those of whole rows; or the weights aren't as many as the classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> isn't positive; or <paramref name="labelSmoothing"/> isn't between 0 and 1.</exception>
    public static T CrossEntropy<T>(
        ReadOnlySpan<T> target,
        ReadOnlySpan<T> prediction,
        int classes,
        ReadOnlySpan<T> weight = default,
        double labelSmoothing = 0,
        Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (prediction.Length % classes != 0)
        {
            throw new ArgumentException($"{prediction.Length} scores aren't rows of {classes}.", nameof(prediction));
        }

        RequireWeights(weight.Length, classes);
        RequireShare(labelSmoothing);
        T kept = T.One - T.CreateChecked(labelSmoothing);
        T spread = T.CreateChecked(labelSmoothing) / T.CreateChecked(classes);
        int rows = prediction.Length / classes;
        T sum = T.Zero;
        for (int row = 0; row < rows; row++)
        {
            T normalizer = LogSumExp(prediction, row * classes, classes);
            T entropy = T.Zero;
            for (int c = 0; c < classes; c++)
            {
                T y = target[row * classes + c];
                T probability = labelSmoothing > 0 ? kept * y + spread : y;
                T loss = probability * (normalizer - prediction[row * classes + c]);
                entropy += weight.IsEmpty ? loss : weight[c] * loss;
            }

            sum += entropy;
        }

        return Reduced(sum, rows, reduction);
    }

    /// <summary>The mean (or sum) of −w[y]·x[y], for the label y of each row x of logarithms of probabilities: <c>torch.nn.NLLLoss</c>.</summary>
    /// <param name="target">The labels, from 0; as many as there are rows.</param>
    /// <param name="prediction">The logarithms of the probabilities, row by row, as <see cref="Activations"/>.LogSoftmax gives them.</param>
    /// <param name="weight">w, for each class; none: 1.</param>
    /// <param name="ignoreIndex">The label of rows that don't count.</param>
    /// <param name="reduction">Mean (with weights, of the weights of the labels) or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The numbers aren't rows of equal length, one for each label; or the weights aren't as many as the classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is none of the classes.</exception>
    public static T NegativeLogLikelihood<T>(
        ReadOnlySpan<int> target, ReadOnlySpan<T> prediction, ReadOnlySpan<T> weight = default, int ignoreIndex = Ignored, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = Classes(target.Length, prediction.Length, weight.Length);
        T sum = T.Zero;
        T weights = T.Zero;
        for (int row = 0; row < target.Length; row++)
        {
            int label = target[row];
            if (label != ignoreIndex)
            {
                RequireClass(label, classes);
                T share = weight.IsEmpty ? T.One : weight[label];
                sum -= share * prediction[row * classes + label];
                weights += share;
            }
        }

        return Reduced(sum, weights, reduction);
    }

    // log ∑ exp(x) = m + log ∑ exp(x − m), whatever m is: that's why its derivative needn't be followed. With the largest nothing overflows.
    private static T LogSumExp<T>(ReadOnlySpan<T> x, int start, int count)
        where T : IFloatingPointIeee754<T>
    {
        T largest = T.NegativeInfinity;
        for (int c = 0; c < count; c++)
        {
            largest = T.Max(largest, x[start + c]);
        }

        T shift = Gradients.Stop(largest);
        T sum = T.Zero;
        for (int c = 0; c < count; c++)
        {
            sum += T.Exp(x[start + c] - shift);
        }

        return shift + T.Log(sum);
    }

    private static int Classes(int rows, int scores, int weights)
    {
        if (rows == 0 ? scores != 0 : scores == 0 || scores % rows != 0)
        {
            throw new ArgumentException($"{scores} scores aren't rows of equal length for {rows} labels.", "prediction");
        }

        int classes = rows == 0 ? weights : scores / rows;
        RequireWeights(weights, classes);
        return classes;
    }

    private static void RequireClass(int label, int classes)
    {
        if (label < 0 || label >= classes)
        {
            throw new ArgumentOutOfRangeException("target", label, $"Labels are from 0 to {classes - 1}.");
        }
    }

    private static void RequireShare(double labelSmoothing)
    {
        if (!(labelSmoothing >= 0 && labelSmoothing <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "The smoothing of labels is between 0 and 1.");
        }
    }
}
