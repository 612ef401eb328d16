namespace SymDiff.Generators.Tests.RandomMethods.Programs;

/// <summary>Random programs that were wrong once: the seed, which says what is differentiated for, and the body.</summary>
internal static class FoundPrograms
{
    public static TheoryData<int, string> All => new()
    {
        // Like terms lost the sign of a product that the value has calculated with it.
        { 1, "double s = 0; for (int i = 0; i < n; i++) { double v = a + i; s += -b * v * v + Math.Cos(v) * b; } return s;" },

        // How many steps there are to keep something of was asked for before it was calculated.
        {
            2,
            """
            double v = a;
            if (b * a > 0.6) return v + Math.Atan(Math.Min(Math.Exp(-v * b), Math.Cos(b) * a));
            if (v * v > 0.6) { for (int i = 0; i < n; i++) { v -= Math.Cos(b); } }
            v = Math.Max(v, Blend(n, v, a));
            double[] h = (double[])x.Clone();
            for (int i = 1; i < h.Length; i += 2) { h[i] += Math.Sin(h[i]); }
            return v + Mean(h);
            """
        },
    };
}
