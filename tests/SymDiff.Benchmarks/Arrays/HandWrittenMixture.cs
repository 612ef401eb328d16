using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>The mixture of 25 Gaussians in 10 dimensions by hand, in lanes of Gaussians: each parameter is turned round once, so that those of eight Gaussians lie side by side.</summary>
internal sealed class HandWrittenMixture
{
    private const int D = 10;
    private const int Below = D * (D - 1) / 2;
    private const int K = 25;

    // Gaussians with places to fill four vectors.
    private const int Places = 32;

    // Rows of the turned parameters: means, logarithms of diagonals, what is below them; last the logarithms of weights.
    private const int Diagonals = D;
    private const int Triangles = 2 * D;
    private const int Weights = Triangles + Below;
    private const int Rows = Weights + 1;

    private readonly double[] _turned = new double[Rows * Places];
    private readonly double[] _roots = new double[D * Places];
    private readonly double[] _gradient = new double[Rows * Places];
    private readonly double[] _residuals = new double[D * Places];
    private readonly double[] _terms = new double[Places];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double LogLikelihood(
        ReadOnlySpan<double> logWeights, ReadOnlySpan<double> means, ReadOnlySpan<double> logDiagonals, ReadOnlySpan<double> triangles, ReadOnlySpan<double> points,
        Span<double> logWeightsGradient, Span<double> meansGradient, Span<double> logDiagonalsGradient, Span<double> trianglesGradient)
    {
        // A place without a Gaussian has no weight.
        _turned.AsSpan(Weights * Places).Fill(double.NegativeInfinity);
        Turn(logWeights, Weights, 1);
        Turn(means, 0, D);
        Turn(logDiagonals, Diagonals, D);
        Turn(triangles, Triangles, Below);
        for (int i = 0; i < _roots.Length; i += Vector512<double>.Count)
        {
            Lanes.Exp(Vector512.Create(_turned, (Diagonals * Places) + i)).CopyTo(_roots, i);
        }

        Array.Clear(_gradient);
        double sum = 0;
        int count = points.Length / D;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> point = points.Slice(i * D, D);
            Vector512<double> most = Vector512.Create(double.NegativeInfinity);
            for (int place = 0; place < Places; place += Vector512<double>.Count)
            {
                most = Vector512.Max(most, Terms(ref MemoryMarshal.GetReference(point), (nuint)place));
            }

            double largest = double.NegativeInfinity;
            for (int lane = 0; lane < Vector512<double>.Count; lane++)
            {
                largest = Math.Max(largest, most[lane]);
            }

            Vector512<double> totals = default;
            for (int place = 0; place < Places; place += Vector512<double>.Count)
            {
                Vector512<double> e = Lanes.Exp(Vector512.Create(_terms, place) - Vector512.Create(largest));
                totals += e;
                e.CopyTo(_terms, place);
            }

            double total = Vector512.Sum(totals);
            sum += largest + Math.Log(total);
            for (int place = 0; place < Places; place += Vector512<double>.Count)
            {
                Contribute(ref MemoryMarshal.GetReference(point), (nuint)place, Vector512.Create(_terms, place) / total);
            }
        }

        double weights = 0;
        for (int k = 0; k < K; k++)
        {
            weights += logWeightsGradient[k] = Math.Exp(logWeights[k]);
        }

        for (int k = 0; k < K; k++)
        {
            logWeightsGradient[k] = _gradient[(Weights * Places) + k] - (count * logWeightsGradient[k] / weights);
        }

        TurnBack(meansGradient, 0, D);
        TurnBack(logDiagonalsGradient, Diagonals, D);
        TurnBack(trianglesGradient, Triangles, Below);
        return sum - (count * Math.Log(weights));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Terms(ref double point, nuint place)
    {
        ref double turned = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_turned), place);
        ref double roots = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_roots), place);
        ref double residuals = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_residuals), place);
        Vector512<double> term = Vector512.LoadUnsafe(ref turned, Weights * Places);
        nuint triangle = Triangles * Places;
        for (nuint a = 0; a < D; a++)
        {
            Vector512<double> r = Vector512.LoadUnsafe(ref roots, a * Places) * (Vector512.Create(Unsafe.Add(ref point, a)) - Vector512.LoadUnsafe(ref turned, a * Places));
            for (nuint b = 0; b < a; b++, triangle += Places)
            {
                Vector512<double> difference = Vector512.Create(Unsafe.Add(ref point, b)) - Vector512.LoadUnsafe(ref turned, b * Places);
                r = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref turned, triangle), difference, r);
            }

            r.StoreUnsafe(ref residuals, a * Places);
            term += Vector512.LoadUnsafe(ref turned, (Diagonals + a) * Places) - (0.5 * r * r);
        }

        term.StoreUnsafe(ref _terms[place]);
        return term;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Contribute(ref double point, nuint place, Vector512<double> share)
    {
        ref double turned = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_turned), place);
        ref double roots = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_roots), place);
        ref double residuals = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_residuals), place);
        ref double gradient = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_gradient), place);
        (Vector512.LoadUnsafe(ref gradient, Weights * Places) + share).StoreUnsafe(ref gradient, Weights * Places);
        for (nuint b = 0; b < D; b++)
        {
            Vector512<double> difference = Vector512.Create(Unsafe.Add(ref point, b)) - Vector512.LoadUnsafe(ref turned, b * Places);
            Vector512<double> slope = share * Vector512.LoadUnsafe(ref residuals, b * Places);
            Vector512<double> root = Vector512.LoadUnsafe(ref roots, b * Places);
            Vector512<double> scaled = root * slope;
            Vector512<double> diagonal = Vector512.LoadUnsafe(ref gradient, (Diagonals + b) * Places);
            (diagonal + share - (scaled * difference)).StoreUnsafe(ref gradient, (Diagonals + b) * Places);
            for (nuint a = b + 1; a < D; a++)
            {
                nuint triangle = (Triangles + (a * (a - 1) / 2) + b) * Places;
                Vector512<double> below = share * Vector512.LoadUnsafe(ref residuals, a * Places);
                scaled = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref turned, triangle), below, scaled);
                (Vector512.LoadUnsafe(ref gradient, triangle) - (below * difference)).StoreUnsafe(ref gradient, triangle);
            }

            (Vector512.LoadUnsafe(ref gradient, b * Places) + scaled).StoreUnsafe(ref gradient, b * Places);
        }
    }

    private void Turn(ReadOnlySpan<double> parameters, int row, int each)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            _turned[((row + (i % each)) * Places) + (i / each)] = parameters[i];
        }
    }

    private void TurnBack(Span<double> parameters, int row, int each)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = _gradient[((row + (i % each)) * Places) + (i / each)];
        }
    }
}
