using SymDiff;

namespace Consumer;

/// <summary>A scalar function of two variables, with functions of Math, a branch and a shared subexpression.</summary>
public static partial class Well
{
    /// <summary>The depth at a place.</summary>
    [Differentiable]
    public static double Depth(double x, double y)
    {
        double r = Math.Sqrt(x * x + y * y);
        if (r > 2)
        {
            return 0;
        }

        return -Math.Exp(-r) * Math.Cos(r);
    }
}
