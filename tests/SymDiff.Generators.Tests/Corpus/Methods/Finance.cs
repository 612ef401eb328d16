using System;
using System.Linq;
using SymDiff;

public static partial class Finance
{
    private static double Phi(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    // Hart's approximation, as West has it.
    private static double N(double x)
    {
        double xAbs = Math.Abs(x);
        if (xAbs > 37) return x > 0 ? 1 : 0;
        double e = Math.Exp(-xAbs * xAbs / 2);
        double cumulative;
        if (xAbs < 7.07106781186547)
        {
            double build = 3.52624965998911e-02 * xAbs + 0.700383064443688;
            build = build * xAbs + 6.37396220353165;
            build = build * xAbs + 33.912866078383;
            build = build * xAbs + 112.079291497871;
            build = build * xAbs + 221.213596169931;
            build = build * xAbs + 220.206867912376;
            cumulative = e * build;
            build = 8.83883476483184e-02 * xAbs + 1.75566716318264;
            build = build * xAbs + 16.064177579207;
            build = build * xAbs + 86.7807322029461;
            build = build * xAbs + 296.564248779674;
            build = build * xAbs + 637.333633378831;
            build = build * xAbs + 793.826512519948;
            build = build * xAbs + 440.413735824752;
            cumulative /= build;
        }
        else
        {
            double build = xAbs + 0.65;
            build = xAbs + 4 / build;
            build = xAbs + 3 / build;
            build = xAbs + 2 / build;
            build = xAbs + 1 / build;
            cumulative = e / build / 2.506628274631;
        }

        return x > 0 ? 1 - cumulative : cumulative;
    }

    // Greeks of a textbook option, S = K = 100, σ = 20 %, r = 5 %, T = 1: delta 0.6368, vega 37.524.
    [Differentiable(nameof(spot), nameof(volatility))]
    [At(100, 100, 0.2, 0.05, 1, Gradient = new[] { 0.6368306511756191, 37.52403469169379 }), At(80, 100, 0.4, 0.01, 0.5), At(300, 100, 0.1, 0.0, 0.1)]
    public static double BlackScholesCall(double spot, double strike, double volatility, double rate, double time)
    {
        double sd = volatility * Math.Sqrt(time);
        double d1 = (Math.Log(spot / strike) + (rate + volatility * volatility / 2) * time) / sd;
        double d2 = d1 - sd;
        return spot * N(d1) - strike * Math.Exp(-rate * time) * N(d2);
    }

    [Differentiable, At(100, 95, 0.2, 0.05, 1), At(90, 100, 0.35, 0.02, 2)]
    public static double BlackScholesPut(double s, double k, double sigma, double r, double t)
        => BlackScholesCall(s, k, sigma, r, t) - s + k * Math.Exp(-r * t);

    [Differentiable, At(1.0, 1.02, 0.01, 2.0), At(0.01, -0.005, 0.008, 0.5)]
    public static double Bachelier(double forward, double strike, double normalVolatility, double expiry)
    {
        double s = normalVolatility * Math.Sqrt(expiry);
        double d = (forward - strike) / s;
        return (forward - strike) * N(d) + s * Phi(d);
    }

    // A tree without an array: the expectation over the binomial distribution.
    [Differentiable(nameof(s), nameof(sigma), nameof(r)), At(100, 100, 0.2, 0.05, 1, 51), At(90, 100, 0.4, 0.0, 0.5, 11)]
    public static double BinomialEuropean(double s, double k, double sigma, double r, double t, int steps)
    {
        double dt = t / steps;
        double u = Math.Exp(sigma * Math.Sqrt(dt)), d = 1 / u;
        double p = (Math.Exp(r * dt) - d) / (u - d);
        double value = 0, probability = Math.Pow(1 - p, steps);
        for (int j = 0; j <= steps; j++)
        {
            double terminal = s * Math.Pow(u, j) * Math.Pow(d, steps - j);
            value += probability * Math.Max(terminal - k, 0);
            probability *= (steps - j) / (j + 1.0) * p / (1 - p);
        }

        return Math.Exp(-r * t) * value;
    }

    [Differentiable, At(0.03, 0.025, 0.02, 0.5, -0.3, 0.4, 1.0), At(0.03, 0.03, 0.02, 0.5, -0.3, 0.4, 5.0, IsKink = true)]
    public static double Sabr(double f, double k, double alpha, double beta, double rho, double nu, double t)
    {
        double oneBeta = 1 - beta;
        double fk = Math.Pow(f * k, oneBeta / 2);
        double correction = 1 + (oneBeta * oneBeta / 24 * alpha * alpha / (fk * fk) + rho * beta * nu * alpha / (4 * fk) + (2 - 3 * rho * rho) / 24 * nu * nu) * t;
        if (Math.Abs(f - k) < 1e-12)
        {
            return alpha / fk * correction;
        }

        double logM = Math.Log(f / k);
        double z = nu / alpha * fk * logM;
        double x = Math.Log((Math.Sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
        double denominator = 1 + oneBeta * oneBeta / 24 * logM * logM + Math.Pow(oneBeta * logM, 4) / 1920;
        return alpha / (fk * denominator) * z / x * correction;
    }

    [Differentiable(nameof(b0), nameof(b1), nameof(b2), nameof(tau)), At(0.05, -0.02, 0.01, 2.0, 5.0), At(0.03, 0.0, 0.0, 1.0, 0.0), At(0.03, 0.01, 0.02, 1.0, 1e-3)]
    public static double NelsonSiegel(double b0, double b1, double b2, double tau, double maturity)
    {
        if (maturity == 0) return b0 + b1;
        double x = maturity / tau;
        double loading = (1 - Math.Exp(-x)) / x;
        return b0 + b1 * loading + b2 * (loading - Math.Exp(-x));
    }

    [Differentiable(nameof(yield), nameof(coupon)), At(0.04, 0.05, 10, 2), At(0.0, 0.03, 5, 1), At(0.07, 0.0, 30, 2)]
    public static double BondPrice(double yield, double coupon, int years, int frequency)
    {
        double price = 0, discount = 1;
        for (int i = 0; i < years * frequency; i++)
        {
            discount /= 1 + yield / frequency;
            price += coupon / frequency * discount;
        }

        return 100 * (price + discount);
    }

    [Differentiable(nameof(price), nameof(coupon)), At(95, 0.05, 10), At(110, 0.04, 7), At(100, 0.05, 3)]
    public static double YieldToMaturity(double price, double coupon, int years)
    {
        double y = coupon;
        for (int iteration = 0; iteration < 50; iteration++)
        {
            double value = 0, slope = 0;
            for (int i = 1; i <= years; i++)
            {
                double cash = i == years ? 100 + 100 * coupon : 100 * coupon;
                double df = Math.Pow(1 + y, -i);
                value += cash * df;
                slope -= i * cash * df / (1 + y);
            }

            double step = (value - price) / slope;
            y -= step;
            if (Math.Abs(step) < 1e-13) break;
        }

        return y;
    }

    [Differentiable, At(10.45, 100, 0.05, 1), At(20, 90, 0.01, 0.5)]
    public static double ImpliedVolatility(double price, double spot, double rate, double time)
    {
        double sigma = 0.3;
        for (int i = 0; i < 20; i++)
        {
            double sd = sigma * Math.Sqrt(time);
            double d1 = (Math.Log(spot / 100) + (rate + sigma * sigma / 2) * time) / sd;
            double vega = spot * Phi(d1) * Math.Sqrt(time);
            double difference = spot * N(d1) - 100 * Math.Exp(-rate * time) * N(d1 - sd) - price;
            if (vega < 1e-10) throw new ArithmeticException("no volatility");
            sigma -= difference / vega;
            if (Math.Abs(difference) < 1e-10)
                break;
        }

        return sigma;
    }

    [Differentiable(nameof(s), nameof(sigma)), At(100, 100, 80, 0.25, 0.03, 1.0), At(120, 100, 110, 0.2, 0.01, 0.5)]
    public static double DownAndOutCall(double s, double k, double barrier, double sigma, double r, double t)
    {
        if (s <= barrier) return 0;
        double mu = (r - sigma * sigma / 2) / (sigma * sigma);
        double sd = sigma * Math.Sqrt(t);
        double lambda = 1 + mu;
        double h = barrier / s;
        double x = Math.Log(s / k) / sd + lambda * sd;
        double y = Math.Log(barrier * barrier / (s * k)) / sd + lambda * sd;
        double call = s * N(x) - k * Math.Exp(-r * t) * N(x - sd);
        return call - (s * Math.Pow(h, 2 * lambda) * N(y) - k * Math.Exp(-r * t) * Math.Pow(h, 2 * lambda - 2) * N(y - sd));
    }

    // A path that is given; the average of the prices along it.
    [Differentiable(nameof(s0), nameof(sigma)), At(100, 0.2, 0.03, new[] { 0.3, -0.5, 1.2, 0.1 }), At(95, 0.4, 0.0, new[] { -1.0, -1, -1 }), At(95, 0.4, 0.0, new double[0])]
    public static double AsianPayoff(double s0, double sigma, double r, double[] normals)
    {
        double dt = 1.0 / 12, s = s0, average = 0;
        foreach (double z in normals)
        {
            s *= Math.Exp((r - 0.5 * sigma * sigma) * dt + sigma * Math.Sqrt(dt) * z);
            average += s / normals.Length;
        }

        return Math.Max(average - 100, 0);
    }

    [Differentiable(nameof(rate)), At(0.08, new[] { -100.0, 30, 40, 50 }), At(0.0, new[] { -100.0, 110 }), At(0.1, new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    public static double NetPresentValue(double rate, double[] cashFlows)
        => cashFlows.Select((cash, i) => cash / Math.Pow(1 + rate, i)).Sum();

    [Differentiable(nameof(kappa), nameof(theta), nameof(sigma), nameof(r0)), At(0.5, 0.04, 0.1, 0.03, 5.0), At(2.0, 0.01, 0.02, 0.05, 1.0)]
    public static double VasicekBond(double kappa, double theta, double sigma, double r0, double t)
    {
        double b = (1 - Math.Exp(-kappa * t)) / kappa;
        double a = (theta - sigma * sigma / (2 * kappa * kappa)) * (b - t) - sigma * sigma * b * b / (4 * kappa);
        return Math.Exp(a - b * r0);
    }

    [Differentiable, At(0.5, 0.04, 0.1, 0.03, 5.0), At(2.0, 0.01, 0.02, 0.05, 1.0)]
    public static double CoxIngersollRossBond(double kappa, double theta, double sigma, double r0, double t)
    {
        double h = Math.Sqrt(kappa * kappa + 2 * sigma * sigma);
        double e = Math.Exp(h * t) - 1;
        double d = 2 * h + (kappa + h) * e;
        double a = Math.Pow(2 * h * Math.Exp((kappa + h) * t / 2) / d, 2 * kappa * theta / (sigma * sigma));
        return a * Math.Exp(-2 * e / d * r0);
    }

    [Differentiable(nameof(hazard), nameof(recovery)), At(0.02, 0.4, 0.03, 5), At(0.2, 0.0, 0.0, 3)]
    public static double CreditDefaultSwapSpread(double hazard, double recovery, double rate, int years)
    {
        double protection = 0, annuity = 0;
        for (int quarter = 1; quarter <= 4 * years; quarter++)
        {
            double t = quarter / 4.0;
            double discount = Math.Exp(-rate * t);
            double survival = Math.Exp(-hazard * t);
            double before = Math.Exp(-hazard * (t - 0.25));
            protection += (1 - recovery) * discount * (before - survival);
            annuity += 0.25 * discount * survival;
        }

        return protection / annuity;
    }

    [Differentiable(nameof(spot)), At(100.0), At(85.0), At(119.0), At(150.0)]
    public static double CallSpreadPayoff(double spot) => spot switch
    {
        < 90.0 => 0,
        >= 120.0 => 30 + Math.Log(spot / 120),
        _ => (spot - 90) * (spot - 90) / 30,
    };

    [Differentiable(nameof(weights)), At(new[] { 0.5, 0.3, 0.2 }, new[] { 0.04, 0.01, 0, 0.01, 0.09, 0.02, 0, 0.02, 0.16 })]
    [At(new[] { 1.0, 0.0 }, new[] { 0.04, 0.01, 0.01, 0.09 })]
    public static double PortfolioVolatility(double[] weights, double[,] covariance)
    {
        double variance = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            for (int j = 0; j < weights.Length; j++)
            {
                variance += weights[i] * weights[j] * covariance[i, j];
            }
        }

        return Math.Sqrt(variance);
    }
}
