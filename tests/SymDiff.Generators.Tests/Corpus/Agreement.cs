using SymDiff.Generators.Tests.Corpus.Duals;
using SymDiff.Symbolics.Tests;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>Whether what is generated for a method agrees, at a point, with the method, with dual numbers and with finite differences.</summary>
internal static class Agreement
{
    /// <returns>With how many differences it could be compared; they don't settle everywhere.</returns>
    public static int Check(CorpusProgram program, CorpusPoint point, bool mayRunInLanes)
    {
        CorpusMethod method = point.Method;
        object[] arguments = point.Plain;
        var both = new double[method.Differentiated.Count()][];
        var alone = new double[both.Length][];
        double expected = program.Value(method.Name)(arguments);
        double value = program.Derivative(method.Name, "ValueAndGradient")(arguments, both);
        program.Derivative(method.Name, "Gradient")(arguments, alone);

        // IEEE 754 leaves open which NaN comes of an operation.
        bool hasSameBits = BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value) || (double.IsNaN(expected) && double.IsNaN(value));
        Require(hasSameBits || (mayRunInLanes && IsClose(expected, value, method.IsSingle ? 1e-5 : 1e-11)), $"the value is {value:R}, not {expected:R}");
        (int Argument, int Element)[] places = [.. point.Places];
        double[] gradient = [.. both.SelectMany(part => part)];
        double[] gradientAlone = [.. alone.SelectMany(part => part)];
        Assert.Equal(places.Length, gradient.Length);
        int differences = 0;
        double size = gradient.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (int i = 0; i < places.Length; i++)
        {
            string place = $"∂/∂{method.Parameters[places[i].Argument].Name}{(point.Arguments[places[i].Argument] is double[] ? $"[{places[i].Element}]" : "")}";
            Require(IsClose(gradient[i], gradientAlone[i], mayRunInLanes ? 1e-8 : 0, mayRunInLanes ? 1e-11 * size : 0), $"{place} is {gradient[i]:R} with the value and {gradientAlone[i]:R} alone");
            Dual dual = program.OfDuals(method.Name)(point.Duals(places[i]));
            if (method.IsSingle && !IsClose(expected, dual.Value, 1e-4))
            {
                // Dual numbers don't round to single precision, and may take another branch.
                continue;
            }

            Require(IsClose(expected, dual.Value, 1e-10) || method.IsSingle, $"the value with dual numbers is {dual.Value:R}, not {expected:R}");
            Require(IsClose(dual.Slope, gradient[i], method.IsSingle ? 1e-3 : 1e-9, (method.IsSingle ? 1e-4 : 1e-11) * size), $"{place} is {gradient[i]:R}, dual numbers say {dual.Slope:R}");
            if (point.Published is { Length: > 0 } published)
            {
                Require(IsClose(published[i], gradient[i], 1e-6), $"{place} is {gradient[i]:R}, published is {published[i]:R}");
            }

            if (point.IsSmooth)
            {
                differences += Differs(program, point, places[i], gradient[i], place) ? 1 : 0;
            }
        }

        return differences;

        static bool IsClose(double left, double right, double tolerance, double noise = 0) => left.Equals(right) || Math.Abs(left - right) <= (tolerance * Math.Max(1, Math.Abs(left))) + noise;

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new XunitException($"{method.Name}({point}): {message}\n\n{program.Generated(method.Name)}");
            }
        }

        bool Differs(CorpusProgram program, CorpusPoint point, (int Argument, int Element) place, double slope, string name)
        {
            double step = (method.IsSingle ? 0.05 : 1e-3) * Math.Max(Math.Abs(point[place]), 0.1);
            (double difference, double error) = FiniteDifferences.Of(t => program.Value(method.Name)(point.With(place, t).Plain), point[place], step);

            // Where they don't settle there is a kink or a jump nearby, or the end of what the method is defined for.
            if (!(error < (method.IsSingle ? 1e-3 : 1e-6) * Math.Max(1, Math.Abs(difference))))
            {
                return false;
            }

            Require(IsClose(difference, slope, method.IsSingle ? 2e-2 : 1e-5, 10 * error), $"{name} is {slope:R}, differences say {difference:R} ± {error:R}");
            return true;
        }
    }
}
