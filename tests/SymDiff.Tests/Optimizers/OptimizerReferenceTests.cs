namespace SymDiff.Tests;

/// <summary>All options of all optimizers against the published formulas, computed elsewhere.</summary>
public sealed class OptimizerReferenceTests
{
    public static TheoryData<string> Optimizers => new("Sgd", "Adam", "AdamW", "RmsProp", "Adagrad");

    [Theory, MemberData(nameof(Optimizers))]
    public void In_double_precision_steps_are_the_formula_to_a_few_units_in_the_last_place(string name)
        => Assert.All(Of(name), test =>
        {
            Optimizer<double> optimizer = test.Create<double>();
            double[] parameters = test.Start;
            foreach (double[] gradient in test.Gradients)
            {
                optimizer.Step(parameters, gradient);
                if (test.Expected.FirstOrDefault(expected => expected.Step == optimizer.StepCount) is { } expected)
                {
                    Assert.All(parameters, (parameter, i) => Assert.InRange(
                        Math.Abs(parameter - expected.Parameters[i]) / Unit(expected.Sizes[i]), 0, 4 + optimizer.StepCount));
                }
            }

            Assert.Equal(test.Expected[^1].Step, optimizer.StepCount);
        });

    [Theory, MemberData(nameof(Optimizers))]
    public void In_single_precision_steps_are_those_of_PyTorch_bit_for_bit(string name)
        => Assert.All(Of(name), test =>
        {
            Optimizer<float> optimizer = test.Create<float>();
            float[] parameters = Singles(test.Start);
            foreach (double[] gradient in test.Gradients)
            {
                optimizer.Step(parameters, Singles(gradient));
                if (test.Expected.FirstOrDefault(expected => expected.Step == optimizer.StepCount) is { } expected)
                {
                    Assert.Equal(expected.Singles, parameters);
                }
            }
        });

    [Theory, MemberData(nameof(Optimizers))]
    public void Any_length_and_offset_gives_what_single_elements_give(string name)
        => Assert.All(Of(name).Where(test => test.Sequence == "steady"), test =>
        {
            float[] together = Singles(test.Start);
            Optimizer<float> optimizer = test.Create<float>();
            Optimizer<float>[] alone = [.. together.Select(_ => test.Create<float>())];
            float[] apart = Singles(test.Start);
            foreach (double[] gradient in test.Gradients)
            {
                float[] singles = Singles(gradient);
                optimizer.Step(together.AsSpan(1), singles.AsSpan(1));
                for (int i = 1; i < apart.Length; i++)
                {
                    alone[i].Step(apart.AsSpan(i, 1), singles.AsSpan(i, 1));
                }
            }

            Assert.Equal(apart, together);
        });

    [Theory, MemberData(nameof(Optimizers))]
    public void Every_optimizer_has_cases(string name) => Assert.True(Of(name).Count() > 10);

    private static IEnumerable<OptimizerCase> Of(string name) => OptimizerCase.All.Where(test => test.Optimizer == name);

    private static float[] Singles(double[] numbers) => [.. numbers.Select(number => (float)number)];

    private static double Unit(double size) => Math.BitIncrement(size) - size;
}
