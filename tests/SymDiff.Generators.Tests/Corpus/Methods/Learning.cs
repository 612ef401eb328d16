using System;
using System.Linq;
using SymDiff;

public static partial class Learning
{
    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    [Differentiable(nameof(predicted)), At(new[] { 1.0, 2, 3 }, new[] { 1.5, 2, 2 }), At(new[] { 1.0 }, new[] { 0.0 }), At(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9 }, new[] { 1.0, 3, 3, 5, 5, 7, 7, 9, 9 })]
    public static double MeanSquared(double[] predicted, double[] target) => predicted.Zip(target, (p, t) => Math.Pow(p - t, 2)).Average();

    [Differentiable(nameof(predicted), nameof(delta)), At(new[] { 1.0, 2, 3 }, new[] { 1.5, 2, -2 }, 1.0), At(new[] { 4.0 }, new[] { 0.0 }, 0.5)]
    public static double Huber(double[] predicted, double[] target, double delta)
    {
        double loss = 0;
        for (int i = 0; i < predicted.Length; i++)
        {
            double r = Math.Abs(predicted[i] - target[i]);
            loss += r <= delta ? r * r / 2 : delta * (r - delta / 2);
        }

        return loss / predicted.Length;
    }

    [Differentiable(nameof(logits)), At(new[] { 1.0, 2, 3 }, 1), At(new[] { 1000.0, 0 }, 0), At(new[] { 0.1, -0.3, 2, 1, 0, 0.5, 0.25, 3, 1, 2 }, 9)]
    public static double SoftmaxCrossEntropy(double[] logits, int label)
    {
        double max = logits.Max();
        double sum = 0;
        foreach (double z in logits) sum += Math.Exp(z - max);
        return Math.Log(sum) + max - logits[label];
    }

    [Differentiable(nameof(z)), At(new[] { 0.5, -2, 30 }, new[] { 1, 0, 1 }), At(new[] { -800.0 }, new[] { 0 })]
    public static double BinaryCrossEntropyWithLogits(double[] z, int[] y)
    {
        double total = 0;
        for (int i = 0; i < z.Length; i++)
            total += Math.Max(z[i], 0) - z[i] * y[i] + Math.Log(1 + Math.Exp(-Math.Abs(z[i])));
        return total / z.Length;
    }

    [Differentiable(nameof(scores)), At(new[] { 0.5, -2, 3 }, new[] { 1, -1, -1 }), At(new[] { 2.0 }, new[] { 1 })]
    public static double Hinge(double[] scores, int[] labels)
    {
        double loss = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double margin = 1 - labels[i] * scores[i];
            if (margin > 0) loss += margin;
        }

        return loss;
    }

    [Differentiable(nameof(p)), At(new[] { 0.3, 0.9 }, new[] { 1, 0 }, 2.0), At(new[] { 0.5 }, new[] { 1 }, 0.0)]
    public static double Focal(double[] p, int[] y, double gamma)
    {
        double loss = 0;
        for (int i = 0; i < p.Length; i++)
        {
            double pt = y[i] == 1 ? p[i] : 1 - p[i];
            loss -= Math.Pow(1 - pt, gamma) * Math.Log(pt);
        }

        return loss;
    }

    [Differentiable(nameof(w1), nameof(b1), nameof(w2)), At(new[] { 0.1, -0.2, 0.3, 0.4 }, new[] { 0.1, 0 }, new[] { 1.0, -1 }, new[] { 0.5, 2 }, 1.0)]
    [At(new[] { 0.1, -0.2, 0.3, 0.4, 0.5, 0.6 }, new[] { 0.1, 0, 0.2 }, new[] { 1.0, -1, 0.5 }, new[] { 0.5, 2 }, 0.0)]
    public static double TwoLayerNetwork(double[] w1, double[] b1, double[] w2, double[] x, double target)
    {
        double output = 0;
        for (int h = 0; h < b1.Length; h++)
        {
            double z = b1[h];
            for (int i = 0; i < x.Length; i++)
            {
                z += w1[h * x.Length + i] * x[i];
            }

            output += w2[h] * Math.Tanh(z);
        }

        return (output - target) * (output - target);
    }

    [Differentiable(nameof(w), nameof(v)), At(0.5, -0.3, new[] { 1.0, 0.5, -1 }), At(1.5, 0.9, new[] { 0.2 })]
    public static double RecurrentCell(double w, double v, double[] inputs)
    {
        double h = 0;
        foreach (double x in inputs)
            h = Math.Tanh(w * x + v * h);
        return h * h;
    }

    [Differentiable, At(0.5, -0.3, 0.2, 0.1), At(1.0, 1.0, 1.0, 1.0)]
    public static double LongShortTermMemory(double wi, double wf, double wo, double wc)
    {
        double[] inputs = [1, -0.5, 0.25, 2];
        double h = 0, c = 0;
        for (int t = 0; t < inputs.Length; t++)
        {
            double i = Sigmoid(wi * inputs[t] + h);
            double f = Sigmoid(wf * inputs[t] + h + 1);
            double o = Sigmoid(wo * inputs[t] - h);
            c = f * c + i * Math.Tanh(wc * inputs[t]);
            h = o * Math.Tanh(c);
        }

        return h;
    }

    [Differentiable(nameof(query), nameof(keys), nameof(values)), At(new[] { 1.0, 0.5 }, new[] { 1.0, 0, 0, 1 }, new[] { 2.0, -1 }), At(new[] { 1.0, 0.5 }, new[] { 0.3, 1, -1, 2, 0.5, 0.5 }, new[] { 2.0, -1, 0.5 })]
    public static double Attention(double[] query, double[] keys, double[] values)
    {
        int d = query.Length, n = values.Length;
        var scores = new double[n];
        for (int i = 0; i < n; i++)
        {
            double s = 0;
            for (int j = 0; j < d; j++)
                s += query[j] * keys[i * d + j];
            scores[i] = s / Math.Sqrt(d);
        }

        double max = scores.Max(), sum = 0, output = 0;
        for (int i = 0; i < n; i++)
            sum += Math.Exp(scores[i] - max);
        for (int i = 0; i < n; i++)
            output += Math.Exp(scores[i] - max) / sum * values[i];
        return output;
    }

    [Differentiable(nameof(x), nameof(gamma), nameof(beta)), At(new[] { 1.0, 2, 4 }, 1.5, 0.1), At(new[] { 0.5, -0.5, 0.25, 3 }, 1.0, 0.0)]
    public static double LayerNormalization(double[] x, double gamma, double beta)
    {
        double mean = x.Average();
        double variance = x.Select(v => (v - mean) * (v - mean)).Average();
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Pow(gamma * (x[i] - mean) / Math.Sqrt(variance + 1e-5) + beta, 3);
        return sum;
    }

    [Differentiable, At(0.5), At(-1.0), At(3.0), At(0.0)]
    public static double GeluTanh(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

    [Differentiable, At(0.5), At(-1.0), At(-40.0), At(30.0)]
    public static double Mish(double x) => x * Math.Tanh(Math.Log(1 + Math.Exp(x)));

    [Differentiable, At(0.5f), At(-1f), At(10f)]
    public static float Swish(float x) => x / (1 + MathF.Exp(-x));

    [Differentiable(nameof(a), nameof(b), nameof(c)), At(new[] { 1.0, 2 }, new[] { 1.5, 2.5 }, new[] { -1.0, 0 }, 1.0), At(new[] { 1.0, 2 }, new[] { 3.0, 2.5 }, new[] { 1.0, 2.1 }, 0.5)]
    public static double TripletLoss(double[] a, double[] b, double[] c, double margin)
    {
        double near = 0, far = 0;
        for (int i = 0; i < a.Length; i++)
        {
            near += (a[i] - b[i]) * (a[i] - b[i]);
            far += (a[i] - c[i]) * (a[i] - c[i]);
        }

        return Math.Max(0, near - far + margin);
    }

    [Differentiable(nameof(w), nameof(lambda1), nameof(lambda2)), At(new[] { 0.5, -1, 2 }, 0.1, 0.2), At(new[] { 0.5, 0 }, 0.1, 0.2, IsKink = true)]
    public static double ElasticNet(double[] w, double lambda1, double lambda2)
        => lambda1 * w.Sum(Math.Abs) + lambda2 / 2 * w.Sum(v => v * v);

    [Differentiable(nameof(x), nameof(kernel)), At(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9 }, new[] { 1.0, -1, 0.5, 2 }), At(new[] { 1.0, 2, 3, 4 }, new[] { 1.0 })]
    public static double Convolution2D(double[,] x, double[,] kernel)
    {
        int n = x.GetLength(0) - kernel.GetLength(0) + 1, m = x.GetLength(1) - kernel.GetLength(1) + 1;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                double z = 0;
                for (int p = 0; p < kernel.GetLength(0); p++)
                    for (int q = 0; q < kernel.GetLength(1); q++)
                        z += x[i + p, j + q] * kernel[p, q];
                sum += z > 0 ? z : 0.01 * z;
            }
        }

        return sum;
    }

    [Differentiable(nameof(w)), At(0.3, new[] { 1.0, 2, 3 }, new[] { 2.0, 4, 7 }, 5), At(2.5, new[] { 1.0 }, new[] { 2.0 }, 1)]
    public static double LossAfterGradientSteps(double w, double[] x, double[] y, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            double slope = 0;
            for (int i = 0; i < x.Length; i++)
                slope += 2 * (w * x[i] - y[i]) * x[i];
            w -= 0.01 * slope / x.Length;
        }

        double loss = 0;
        for (int i = 0; i < x.Length; i++)
            loss += (w * x[i] - y[i]) * (w * x[i] - y[i]);
        return loss;
    }

    [Differentiable(nameof(scores)), At(new[] { 0.5, 1.5, -0.2 }, new[] { 2, 1, 0 }), At(new[] { 0.5, 0.1, 0.2, 0.3 }, new[] { 0, 1, 0, 2 })]
    public static double PairwiseRanking(double[] scores, int[] relevance)
    {
        double loss = 0;
        int pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (relevance[i] <= relevance[j]) continue;
                loss += Math.Log(1 + Math.Exp(scores[j] - scores[i]));
                pairs++;
            }
        }

        return pairs > 0 ? loss / pairs : 0;
    }
}
