using System.Collections.Immutable;

namespace SymDiff.Symbolics.Tests;

/// <summary>The tables are whole: a cell that is read wrongly would make the tests that rest on it worthless.</summary>
public class ReferencesTests
{
    public static TheoryData<string> Tables => new("primitives", "primitives.single", "special", "special.single", "conventions");

    [Theory, MemberData(nameof(Tables))]
    public void Every_row_has_a_value_and_a_derivative_by_each_floating_argument(string table)
        => Assert.All(Rows(table), row =>
        {
            Assert.True(row.Value.IsNumber || row.Value.IsException, $"{row}: {row.Value}");
            Assert.Equal(row.Arguments.Length, row.First.Length);
            for (int i = 0; i < row.Arguments.Length; i++)
            {
                Assert.True(table == "conventions" || row.First[i].IsAbsent == row.Arguments[i].IsInteger, $"{row}: derivative {i}");
            }
        });

    [Theory, MemberData(nameof(Tables))]
    public void Every_number_can_be_read_in_both_precisions(string table)
        => Assert.All(
            Rows(table).SelectMany(row => row.First.Concat(row.Second).Append(row.Value)).Where(cell => cell.IsNumber),
            cell => Assert.True(AreNeighbours(cell.Single, (float)cell.Double), cell.Text));

    [Fact]
    public void Arguments_in_single_precision_are_exact()
        => Assert.All(
            References.SinglePrimitives.Concat(References.SingleSpecial).SelectMany(row => row.Arguments),
            argument => Assert.Equal(argument.Number, (float)argument.Number));

    [Fact]
    public void Second_derivatives_are_symmetric()
        => Assert.All(References.Primitives.Of("Hypot"), row => Assert.Equal(row.Second[1], row.Second[2]));

    [Fact]
    public void A_known_value_is_read() // e⁻¹, from any table of constants
        => Assert.Equal(0.36787944117144233, References.Primitives.Of("Exp").Single(row => row.Arguments[0].Number == -1).First[0].Double);

    // Rounding twice may end one step away.
    private static bool AreNeighbours(float once, float twice)
        => once.Equals(twice) || once == MathF.BitIncrement(twice) || once == MathF.BitDecrement(twice);

    private static ImmutableArray<Reference> Rows(string table) => table switch
    {
        "primitives" => References.Primitives,
        "primitives.single" => References.SinglePrimitives,
        "special" => References.Special,
        "special.single" => References.SingleSpecial,
        _ => References.Conventions,
    };
}
