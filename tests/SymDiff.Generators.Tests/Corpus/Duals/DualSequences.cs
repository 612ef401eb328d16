namespace SymDiff.Generators.Tests.Corpus.Duals;

/// <summary>What LINQ has for sequences of <see langword="double"/> only.</summary>
public static class DualSequences
{
    public static Dual Sum(this IEnumerable<Dual> values) => values.Aggregate((Dual)0, static (sum, value) => sum + value);

    public static Dual Sum<T>(this IEnumerable<T> values, Func<T, Dual> selector) => values.Select(selector).Sum();

    public static Dual Average(this IEnumerable<Dual> values) => values.Sum() / values.Count();

    public static Dual Average<T>(this IEnumerable<T> values, Func<T, Dual> selector) => values.Select(selector).Average();

    public static Dual Max(this IEnumerable<Dual> values) => values.Aggregate(Dual.Max);

    public static Dual Max<T>(this IEnumerable<T> values, Func<T, Dual> selector) => values.Select(selector).Max();

    public static Dual Min(this IEnumerable<Dual> values) => values.Aggregate(Dual.Min);

    public static Dual Min<T>(this IEnumerable<T> values, Func<T, Dual> selector) => values.Select(selector).Min();
}
