using System.Globalization;

namespace SymDiff.Consumer.Tests.Cases;

/// <summary>What a call came to: a number, to the bit, or an exception with its message.</summary>
internal sealed record Outcome(long? Bits, string? Exception)
{
    public static Outcome Of(Func<double> call)
    {
        try
        {
            double number = call();

            // The sign and payload of a NaN are left to the processor.
            return new Outcome(BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number), null);
        }
        catch (Exception exception)
        {
            return new Outcome(null, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    public override string ToString() =>
        Bits is { } bits ? BitConverter.Int64BitsToDouble(bits).ToString("R", CultureInfo.InvariantCulture) : Exception!;
}
