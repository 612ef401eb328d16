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

        // Versions of an array's derivative, some of which had its extents from the loop that carries it, some from the source: an extent came of it that was asked for before there was one.
        {
            200279,
            """
            double v0 = Math.Cos(Math.Abs((n - b))) * b;
            double[] h1 = new double[y.Length + 1]; for (int i2 = 0; i2 < h1.Length; i2++) h1[i2] = Math.Tanh(((n % 3) switch { 0 => v0, > 1 => v0, _ => Math.Tanh(2.25) }));
            switch (n % 4)
            {
                default:
                {
                    switch (x.Length % 4)
                    {
                        default:
                        {
                            double v17 = Math.Sqrt(1 + Math.Pow(a, 2));
                            foreach (double e19 in y)
                            {
                                switch (n % 4)
                                {
                                    case 1:
                                    {
                                        switch (x.Length % 4)
                                        {
                                            case 0:
                                            {
                                                double v23 = 0;
                                                for (int i24 = h1.Length - 1; i24 >= 0; i24--)
                                                {
                                                    switch (n % 4)
                                                    {
                                                        case 0:
                                                        {
                                                            int k27 = 0; do
                                                            {
                                                                double v28 = 0.5 * Math.Cos(h1[(i24 + 1) % h1.Length]);
                                                                h1[i24] += Math.Cos(Math.Exp(-v17 * v28));
                                                            }
                                                            while (++k27 < 3 && Math.Sin(h1[i24]) * e19 > e19);
                                                        }
                                                        break;
                                                        case 2:
                                                        {
                                                            int k29 = 0; do
                                                            {
                                                                h1[i24] = Math.Atan(h1[i24]);
                                                            }
                                                            while (++k29 < 3 && (!(b >= v17) || i24 > 2));
                                                        }
                                                        break;
                                                    }
                                                    v17 *= 0.5 + 0.4 * Math.Cos((Math.Pow(1.5 + Math.Atan(h1[i24]), Math.Tanh(v23)) > h1[i24] ? h1[i24] : (i24 < y.Length ? y[i24] : b)));
                                                }
                                            }
                                            break;
                                        }
                                    }
                                    break;
                                }
                            }
                        }
                        break;
                    }
                }
                break;
            }
            return v0 + Mean(h1) + Math.Tanh(Math.Sqrt(1 + Math.Pow(b, 2)));
            """
        },
    };
}
