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

        // A term that is the same in all steps was taken apart into conditions, and what stood under them calculated in the loop again: with a loop in it that had the same index.
        {
            405043,
            """
            double v0 = Math.Pow(1.5 + Math.Atan(2.25), -1);
            foreach (double e1 in y)
            {
                foreach (double e2 in x)
                {
                    v0 = 0.5 * Math.Sin((Math.Abs(0.1) + e1));
                    switch (x.Length % 4)
                    {
                        case 0:
                        {
                        }
                        break;
                        case 1:
                        {
                        }
                        break;
                        case 2:
                        {
                        }
                        break;
                        default:
                        {
                            if (-e2 * e1 * v0 <= (y.Length > 1 ? y[0] : 0.3)) continue;
                            for (int i7 = 1; i7 < y.Length; i7 += 2)
                            {
                                v0 += 0.8 * Math.Tanh(Math.Log(2 + Math.Cos(e2)));
                            }
                        }
                        break;
                    }
                }
                switch (n % 4)
                {
                    case 0:
                    {
                    }
                    break;
                    default:
                    {
                        if (Math.Exp(Math.Sin(c * 0.5f)) >= Math.Pow(1.5 + Math.Sin(c), 0.5))
                        {
                            v0 = 0.25 * Math.Tanh(MathF.Sin(c));
                        }
                        v0 = 0.5 * Math.Atan(e1 / (1 + v0 * v0 * 0.5));
                    }
                    break;
                }
            }
            return v0 + Math.Atan(b);
            """
        },

        // The memory for what is kept of a loop asked for the number of its steps where that was known under a condition only.
        {
            305644,
            """
            double v0 = -a * a * b;
            double v1 = 0;
            double v5 = Soft(v0);
            double v6 = (Math.Pow(1.5 + Math.Cos(Math.Sqrt(1 + Math.Pow(v5, 2))), Math.Atan(Math.Pow(1.5 + Math.Cos((y.Length > 1 ? y[0] : 0.3)), 3))) + Math.Log(2 + Math.Tanh(Math.Pow(1.5 + Math.Tanh(x.Length), -1))));
            for (int i7 = y.Length - 1; i7 >= 0; i7--)
            {
                for (double t9 = 0; t9 < 1; t9 += 0.3)
                {
                    for (int i10 = i7; i10 < 4; i10++)
                    {
                        v6 = 0.8 * Math.Tanh(Blend(Math.Abs(y[(i7 + 1) % y.Length]), Math.Max(y[i7], v6), a));
                    }
                    v5 -= 0.5 * Math.Atan(Mean(y));
                    if (v5 * v0 > 0.6) return v1 + v5 + v6 + Math.Atan(Math.Atan(-v6 * v1 * v5) * v0);
                }
            }
            return v1 + v5 + v6 + Math.Tanh(Soft(Math.Min(v5, (y.Length > 1 ? y[1] : 0.3))));
            """
        },

        // A copy of a table with one element changed: the place that it is stored at was known only where another element is read. Not random, but found beside them.
        {
            405101,
            """
            double[,] t = new double[2, n + 1];
            for (int column = 0; column < n + 1; column++)
            {
                t[0, column] = a * (column + 1);
                for (int k = 0; k < 1; k++) { t[0, column] += t[0, k] * b; }
            }
            return t[0, n];
            """
        },
    };
}
