using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SymDiff;

/// <summary>Norms, summed in double precision in eight lanes, whatever machine it is.</summary>
internal static class GradientNorm
{
    // The sum of squares is trusted between these: outside, squares were lost, or too few bits of them are left.
    private const double SquaresVanish = 1e-280;
    private const double SquaresOverflow = double.MaxValue;

    public static double Of<T>(ReadOnlySpan<T> elements, double order)
        where T : unmanaged, IFloatingPointIeee754<T>
        => typeof(T) == typeof(float) ? Of(MemoryMarshal.Cast<T, float>(elements), order)
            : typeof(T) == typeof(double) ? Of(MemoryMarshal.Cast<T, double>(elements), order)
            : throw new NotSupportedException($"Norms are for elements of type float or double, not {typeof(T).Name}.");

    private static double Of(ReadOnlySpan<float> elements, double order) => order switch
    {
        2 => Math.Sqrt(SumOfSquares(elements)), // The square of a float is neither too large nor too small for a double.
        1 => SumOfMagnitudes(elements),
        _ => General(elements, order),
    };

    private static double Of(ReadOnlySpan<double> elements, double order) => order switch
    {
        2 => SumOfSquares(elements) is >= SquaresVanish and <= SquaresOverflow and var sum ? Math.Sqrt(sum) : General(elements, order),
        1 => SumOfMagnitudes(elements),
        _ => General(elements, order),
    };

    // ‖x‖ₚ = s·‖x/s‖ₚ with s the greatest magnitude, whose share is then 1.
    private static double General<T>(ReadOnlySpan<T> elements, double order)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double scale = elements.IsEmpty ? 0 : Math.Abs(double.CreateTruncating(TensorPrimitives.MaxMagnitude(elements)));
        if (scale == 0 || !double.IsFinite(scale) || double.IsPositiveInfinity(order))
        {
            return scale;
        }

        double sum = 0;
        foreach (T element in elements)
        {
            double share = Math.Abs(double.CreateTruncating(element)) / scale;
            sum += order == 2 ? share * share : Math.Pow(share, order);
        }

        return scale * (order == 2 ? Math.Sqrt(sum) : Math.Pow(sum, 1 / order));
    }

    private static double SumOfSquares(ReadOnlySpan<double> elements)
    {
        ref double origin = ref MemoryMarshal.GetReference(elements);
        Vector256<double> left = default, right = default;
        int i = 0;
        for (; i <= elements.Length - 8; i += 8)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref origin, (nuint)i), y = Vector256.LoadUnsafe(ref origin, (nuint)i + 4);
            left += x * x;
            right += y * y;
        }

        double sum = Sum(left + right);
        for (; i < elements.Length; i++)
        {
            sum += elements[i] * elements[i];
        }

        return sum;
    }

    private static double SumOfSquares(ReadOnlySpan<float> elements)
    {
        ref float origin = ref MemoryMarshal.GetReference(elements);
        Vector256<double> left = default, right = default;
        int i = 0;
        for (; i <= elements.Length - 8; i += 8)
        {
            (Vector256<double> x, Vector256<double> y) = Vector256.Widen(Vector256.LoadUnsafe(ref origin, (nuint)i));
            left += x * x;
            right += y * y;
        }

        double sum = Sum(left + right);
        for (; i < elements.Length; i++)
        {
            sum += (double)elements[i] * elements[i];
        }

        return sum;
    }

    // Vector256.Sum may take another order on another machine.
    private static double Sum(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);

    private static double SumOfMagnitudes<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T element in elements)
        {
            sum += Math.Abs(double.CreateTruncating(element));
        }

        return sum;
    }
}
