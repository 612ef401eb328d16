using System;
using System.Linq;
using SymDiff;

public static partial class Statistics
{
    [Differentiable(nameof(mean), nameof(deviation)), At(0.5, 1.2, new[] { 0.1, 2, -1 }), At(0.0, 0.3, new[] { 0.1 }), At(0.5, 1.2, new[] { 0.1, 2, -1, 0.5, 0.2, 0.9, 1.5, 2.5, -3, 0.25, 1 })]
    public static double NormalLogLikelihood(double mean, double deviation, double[] data)
    {
        double sum = 0;
        foreach (var x in data)
        {
            double z = (x - mean) / deviation;
            sum -= 0.5 * z * z + Math.Log(deviation) + 0.5 * Math.Log(2 * Math.PI);
        }

        return sum;
    }

    [Differentiable(nameof(location), nameof(scale)), At(0.5, 1.2, new[] { 0.1, 2, -1 }), At(0.1, 0.5, new[] { 0.3, -0.2 })]
    public static double LaplaceLogLikelihood(double location, double scale, ReadOnlySpan<double> data)
    {
        double sum = 0;
        for (int i = 0; i < data.Length; i++)
            sum += -Math.Abs(data[i] - location) / scale - Math.Log(2 * scale);
        return sum;
    }

    [Differentiable(nameof(nu), nameof(mu), nameof(sigma)), At(5.0, 0.1, 1.0, new[] { 0.1, 2, -1 }), At(2.5, 0.0, 0.5, new[] { 0.0, 1.0 })]
    public static double StudentLogLikelihood(double nu, double mu, double sigma, double[] data)
    {
        double constant = LogGamma((nu + 1) / 2) - LogGamma(nu / 2) - 0.5 * Math.Log(nu * Math.PI) - Math.Log(sigma);
        return data.Sum(x => constant - (nu + 1) / 2 * Math.Log(1 + Math.Pow((x - mu) / sigma, 2) / nu));
    }

    // Stirling's series after a shift.
    private static double LogGamma(double x)
    {
        double shift = 0;
        for (; x < 8; x++)
            shift += Math.Log(x);
        double f = 1 / (x * x);
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + (1.0 / 12 - f * (1.0 / 360 - f * (1.0 / 1260 - f / 1680))) / x - shift;
    }

    [Differentiable(nameof(shape), nameof(rate)), At(2.0, 1.5, new[] { 0.5, 1, 3 }), At(0.7, 0.2, new[] { 4.0, 2 })]
    public static double GammaLogLikelihood(double shape, double rate, double[] data)
    {
        double sum = data.Length * (shape * Math.Log(rate) - LogGamma(shape));
        for (int i = 0; i < data.Length; i++)
        {
            sum += (shape - 1) * Math.Log(data[i]) - rate * data[i];
        }

        return sum;
    }

    [Differentiable(nameof(a), nameof(b)), At(2.0, 3.0, new[] { 0.2, 0.5 }), At(0.5, 0.5, new[] { 0.9, 0.1, 0.4 })]
    public static double BetaLogLikelihood(double a, double b, double[] data)
    {
        double normalizer = LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        double total = 0;
        foreach (double x in data)
            total += (a - 1) * Math.Log(x) + (b - 1) * Math.Log(1 - x) - normalizer;
        return total;
    }

    [Differentiable(nameof(lambda)), At(2.0, new[] { 1, 0, 3 }), At(0.5, new[] { 2 })]
    public static double PoissonLogLikelihood(double lambda, int[] counts)
    {
        double sum = 0;
        foreach (int k in counts)
        {
            sum += k * Math.Log(lambda) - lambda;
            for (int j = 2; j <= k; j++)
                sum -= Math.Log(j);
        }

        return sum;
    }

    [Differentiable(nameof(k), nameof(lambda)), At(1.5, 2.0, new[] { 0.5, 1, 3 }), At(0.8, 0.7, new[] { 0.1 })]
    public static double WeibullLogLikelihood(double k, double lambda, double[] data)
        => data.Select(x => Math.Log(k / lambda) + (k - 1) * Math.Log(x / lambda) - Math.Pow(x / lambda, k)).Sum();

    [Differentiable(nameof(w)), At(new[] { 0.5, -0.2 }, new[] { 1.0, 2, 3, 4, 0, 1 }, new[] { 1, 0, 1 }), At(new[] { 0.0, 0 }, new[] { 1.0, 2 }, new[] { 0 })]
    public static double LogisticRegression(double[] w, double[] features, int[] labels)
    {
        double loss = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double z = 0;
            for (int j = 0; j < w.Length; j++)
                z += w[j] * features[i * w.Length + j];
            loss += labels[i] == 1 ? Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z));
        }

        return loss / labels.Length;
    }

    [Differentiable(nameof(intercept), nameof(slope)), At(0.1, 0.5, new[] { 1.0, 2, 3 }, new[] { 2, 3, 7 }), At(-1.0, 0.0, new[] { 1.0 }, new[] { 0 })]
    public static double PoissonRegression(double intercept, double slope, double[] x, int[] y)
    {
        double deviance = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double eta = intercept + slope * x[i];
            deviance += Math.Exp(eta) - y[i] * eta;
        }

        return deviance;
    }

    [Differentiable(nameof(p), nameof(m1), nameof(m2), nameof(s)), At(0.3, -1.0, 2.0, 0.7, new[] { 0.1, 2, -1.5, 3 }), At(0.5, 0.0, 0.0, 1.0, new[] { 1.0 })]
    public static double TwoGaussians(double p, double m1, double m2, double s, double[] data)
    {
        double logLikelihood = 0;
        for (int i = 0; i < data.Length; i++)
        {
            double a = Math.Log(p) - (data[i] - m1) * (data[i] - m1) / (2 * s * s);
            double b = Math.Log(1 - p) - (data[i] - m2) * (data[i] - m2) / (2 * s * s);
            double most = Math.Max(a, b);
            logLikelihood += most + Math.Log(Math.Exp(a - most) + Math.Exp(b - most)) - Math.Log(s);
        }

        return logLikelihood;
    }

    [Differentiable(nameof(means), nameof(logWeights)), At(new[] { -1.0, 0.5, 2 }, new[] { 0.1, 0.2, -0.5 }, new[] { 0.3, 1.8, -2 }), At(new[] { 0.0 }, new[] { 0.0 }, new[] { 0.5 })]
    public static double MixtureOfMany(double[] means, double[] logWeights, double[] data)
    {
        double total = 0;
        foreach (double x in data)
        {
            double most = double.NegativeInfinity;
            for (int k = 0; k < means.Length; k++)
                most = Math.Max(most, logWeights[k] - 0.5 * (x - means[k]) * (x - means[k]));
            double sum = 0;
            for (int k = 0; k < means.Length; k++)
                sum += Math.Exp(logWeights[k] - 0.5 * (x - means[k]) * (x - means[k]) - most);
            total += most + Math.Log(sum);
        }

        return total;
    }

    [Differentiable(nameof(omega), nameof(alpha), nameof(beta)), At(0.1, 0.1, 0.8, new[] { 0.5, -1, 0.2, 1.5 }), At(0.05, 0.2, 0.5, new[] { 1.0 }), At(0.1, 0.0, 0.0, new double[0])]
    public static double Garch(double omega, double alpha, double beta, double[] returns)
    {
        double variance = omega / (1 - alpha - beta);
        double logLikelihood = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            if (t > 0)
                variance = omega + alpha * returns[t - 1] * returns[t - 1] + beta * variance;
            logLikelihood -= 0.5 * (Math.Log(variance) + returns[t] * returns[t] / variance);
        }

        return logLikelihood;
    }

    [Differentiable(nameof(q), nameof(r)), At(0.1, 0.5, new[] { 0.5, 1, 0.8, 1.2 }), At(1.0, 0.01, new[] { 3.0 })]
    public static double KalmanLogLikelihood(double q, double r, double[] observations)
    {
        double x = 0, p = 1, l = 0;
        foreach (double z in observations)
        {
            p += q;
            double s = p + r, innovation = z - x;
            double k = p / s;
            x += k * innovation;
            p *= 1 - k;
            l -= 0.5 * (innovation * innovation / s + Math.Log(s));
        }

        return l;
    }

    [Differentiable(nameof(phi), nameof(theta)), At(0.5, 0.3, new[] { 0.5, 1, 0.8, 1.2 }), At(0.9, -0.4, new[] { 1.0, -1, 1, -1, 1, -1, 1, -1, 1 })]
    public static double ArmaSumOfSquares(double phi, double theta, double[] y)
    {
        double s = 0, previousError = 0;
        for (int t = 1; t < y.Length; t++)
        {
            double error = y[t] - phi * y[t - 1] - theta * previousError;
            s += error * error;
            previousError = error;
        }

        return s;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 2, 4 }), At(new[] { 3.0, 3, 3, 1 }), At(new[] { 1.0, 2, 4, 8, 2, 1, 0, 5, 6, 7, 8 })]
    public static double SampleVariance(double[] x)
    {
        double mean = x.Average();
        return x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1);
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 2, 4 }), At(new[] { 3.0, -3, 3, 1 })]
    public static double WelfordVariance(double[] x)
    {
        double mean = 0, m2 = 0;
        int n = 0;
        foreach (double v in x)
        {
            n++;
            double delta = v - mean;
            mean += delta / n;
            m2 += delta * (v - mean);
        }

        return m2 / n;
    }

    [Differentiable(nameof(x), nameof(y)), At(new[] { 1.0, 2, 4 }, new[] { 2.0, 1, 5 }), At(new[] { 1.0, -2, 4, 3 }, new[] { 2.0, 1, -5, 0.5 })]
    public static double Correlation(double[] x, double[] y)
    {
        double mx = 0, my = 0;
        for (int i = 0; i < x.Length; i++) { mx += x[i]; my += y[i]; }
        mx /= x.Length;
        my /= y.Length;
        double xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
            xy += (x[i] - mx) * (y[i] - my);
        }

        return xy / Math.Sqrt(xx * yy);
    }

    [Differentiable(nameof(p)), At(new[] { 0.2, 0.3, 0.5 }), At(new[] { 0.0, 1.0, 0.5 })]
    public static double Entropy(double[] p)
    {
        double h = 0;
        foreach (double q in p)
        {
            if (q > 0)
                h -= q * Math.Log(q);
        }

        return h;
    }

    [Differentiable(nameof(p), nameof(q)), At(new[] { 0.2, 0.3, 0.5 }, new[] { 0.3, 0.3, 0.4 }), At(new[] { 1.0, 0.001 }, new[] { 0.5, 0.5 })]
    public static double KullbackLeibler(double[] p, double[] q)
        => p.Zip(q, (a, b) => a * Math.Log(a / b)).Sum();

    [Differentiable(nameof(bandwidth), nameof(x)), At(0.5, 0.2, new[] { 0.0, 1, -0.5 }), At(2.0, -3.0, new[] { 1.0 })]
    public static double KernelDensity(double bandwidth, double x, double[] samples)
    {
        double density = 0;
        foreach (double s in samples)
        {
            double u = (x - s) / bandwidth;
            density += Math.Abs(u) <= 1 ? 0.75 * (1 - u * u) : 0;
            density += Math.Exp(-u * u / 2) * 0.1;
        }

        return density / (samples.Length * bandwidth);
    }

    [Differentiable(nameof(shape)), At(new[] { 0.3, 1, 2 }, 1.5), At(new[] { 2.0 }, 0.7)]
    public static double ParetoLogLikelihood(double[] excess, double shape)
    {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < excess.Length; i++)
        {
            if (excess[i] < 0) continue;
            sum += Math.Log(shape) - (shape + 1) * Math.Log(1 + excess[i]);
            n++;
        }

        return n == 0 ? 0 : sum / n;
    }

    [Differentiable(nameof(theta)), At(0.7, new[] { 0, 1, 1, 0 }), At(0.2, new[] { 1 })]
    public static double BernoulliLogLikelihood(double theta, int[] outcomes)
    {
        double log = 0;
        foreach (int outcome in outcomes)
        {
            switch (outcome)
            {
                case 0:
                    log += Math.Log(1 - theta);
                    break;
                case 1:
                    log += Math.Log(theta);
                    break;
                default:
                    throw new ArgumentException("0 or 1");
            }
        }

        return log;
    }

    // Markov chain of two states by the forward algorithm.
    [Differentiable(nameof(stay), nameof(m0), nameof(m1)), At(0.9, 0.0, 1.0, new[] { 0.1, 0.9, 1.1 }), At(0.6, -1.0, 2.0, new[] { 0.5 })]
    public static double HiddenMarkov(double stay, double m0, double m1, double[] observed)
    {
        double a0 = 0.5, a1 = 0.5, log = 0;
        foreach (double y in observed)
        {
            double p0 = (stay * a0 + (1 - stay) * a1) * Math.Exp(-0.5 * (y - m0) * (y - m0));
            double p1 = ((1 - stay) * a0 + stay * a1) * Math.Exp(-0.5 * (y - m1) * (y - m1));
            double scale = p0 + p1;
            log += Math.Log(scale);
            (a0, a1) = (p0 / scale, p1 / scale);
        }

        return log;
    }
}
