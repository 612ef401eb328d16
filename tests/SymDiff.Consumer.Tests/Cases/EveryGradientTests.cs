using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Cases;

/// <summary>What holds for every generated gradient, tested for every one in this project.</summary>
public partial class EveryGradientTests
{
    public static TheoryData<string> Names => new(AllCases.ByName.Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void Value_is_bit_identical_to_the_method(string name)
    {
        Case @case = AllCases.ByName[name];
        var gradient = new double[@case.Arity];
        foreach (double[] point in @case.SmoothPoints.Concat(Points.All(@case.Arity)))
        {
            Outcome expected = Outcome.Of(() => @case.Value(point));
            Outcome actual = Outcome.Of(() => @case.ValueAndGradient(point, gradient));
            Assert.True(expected == actual, $"At ({Text(point)}): the method gives {expected}, ValueAndGradient {actual}.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Gradient_throws_what_the_method_throws(string name)
    {
        Case @case = AllCases.ByName[name];
        var gradient = new double[@case.Arity];
        foreach (double[] point in Points.All(@case.Arity))
        {
            string? expected = Outcome.Of(() => @case.Value(point)).Exception;
            string? actual = Outcome.Of(() => @case.Gradient(point, gradient)).Exception;
            Assert.True(expected == actual, $"At ({Text(point)}): the method throws {expected ?? "nothing"}, Gradient {actual ?? "nothing"}.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Gradient_is_the_same_with_and_without_the_value(string name)
    {
        Case @case = AllCases.ByName[name];
        foreach (double[] point in @case.SmoothPoints.Concat(Points.All(@case.Arity)).Where(point => Outcome.Of(() => @case.Value(point)).Exception is null))
        {
            var alone = new double[@case.Arity];
            var withValue = new double[@case.Arity];
            @case.Gradient(point, alone);
            @case.ValueAndGradient(point, withValue);
            Assert.True(
                alone.Zip(withValue).All(pair => Approximately.AreEqual(pair.First, pair.Second, 1e-6)),
                $"At ({Text(point)}): alone ({Text(alone)}), with the value ({Text(withValue)}).");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Gradient_agrees_with_finite_differences(string name)
    {
        Case @case = AllCases.ByName[name];
        int compared = 0;
        foreach (double[] point in @case.SmoothPoints.Where(point => double.IsFinite(@case.Value(point))))
        {
            double[] expected = Reference.Gradient(p => @case.Value(p), point);
            var actual = new double[@case.Arity];
            @case.Gradient(point, actual);
            Assert.True(
                expected.Zip(actual).All(pair => Approximately.AreEqual(pair.First, pair.Second, @case.Precision)),
                $"At ({Text(point)}): finite differences give ({Text(expected)}), Gradient ({Text(actual)}).");
            compared++;
        }

        Assert.True(compared > 0 || @case.SmoothPoints.Length == 0, "No smooth point where the method is defined: name some, or none.");
    }

    [Theory, MemberData(nameof(Names))]
    public void Gradient_allocates_nothing(string name)
    {
        Case @case = AllCases.ByName[name];
        var gradient = new double[@case.Arity];
        double[] point = Points.All(@case.Arity).First(point => Outcome.Of(() => @case.Value(point)).Exception is null);
        Repeat(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(100);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Repeat(int times)
        {
            for (int i = 0; i < times; i++)
            {
                @case.Gradient(point, gradient);
                @case.ValueAndGradient(point, gradient);
            }
        }
    }

    [Fact]
    public void Every_differentiable_method_of_the_project_is_a_case()
    {
        var words = AllCases.ByName.Keys.SelectMany(name => Identifier().Matches(name).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        string[] missing =
        [
            .. typeof(EveryGradientTests).Assembly.GetTypes()
                .SelectMany(type => type.GetMethods(
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.IsDefined(typeof(DifferentiableAttribute)) && !words.Contains(method.Name) && !HasDestinations(method) && !method.DeclaringType!.IsDefined(typeof(ModelAttribute)))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
        ];
        Assert.Empty(missing);
    }

    // Those of arrays and of models are compared in ways of their own.
    private static bool HasDestinations(MethodInfo method)
        => method.DeclaringType!.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OfType<MethodInfo>()
            .Any(other => other.Name == method.Name + "Gradient" && other.GetParameters() is [.., { Name: { } name }] && name.EndsWith("Gradient", StringComparison.Ordinal));

    private static string Text(double[] numbers) => string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Identifier();
}
