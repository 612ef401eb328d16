namespace SymDiff.Tests;

/// <summary>Edges of the optimizers that divide by the size of the gradient.</summary>
public sealed class AdaptiveOptimizerTests
{
    [Fact]
    public void Adams_first_step_is_as_long_as_the_learning_rate()
    {
        double[] p = [0, 0, 0];
        new Adam<double>(0.25, epsilon: 0).Step(p, [1e-9, -3, 1e200 / 1e50]);
        Assert.Equal([-0.25, 0.25, -0.25], p.Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void Without_a_gradient_nothing_moves()
    {
        Optimizer<float>[] optimizers = [new Adam<float>(), new Adam<float>(amsgrad: true), new RmsProp<float>(), new RmsProp<float>(momentum: 0.9, centered: true), new Adagrad<float>()];
        Assert.All(optimizers, optimizer =>
        {
            float[] p = [1, -2, 0, 3, 4, 5, 6, 7, 8];
            optimizer.Step(p, new float[9]);
            Assert.Equal([1, -2, 0, 3, 4, 5, 6, 7, 8], p);
        });
    }

    [Fact]
    public void Without_epsilon_zero_divided_by_zero_is_NaN_as_in_PyTorch()
    {
        double[] p = [1, 1];
        new Adam<double>(epsilon: 0).Step(p, [0, 1]);
        Assert.True(double.IsNaN(p[0]) && double.IsFinite(p[1]));
    }

    [Fact]
    public void AMSGrad_remembers_a_NaN()
    {
        double[] p = [1, 1, 1, 1, 1];
        var optimizer = new Adam<double>(beta2: 0, amsgrad: true);
        optimizer.Step(p, [1, double.NaN, 1, 1, double.NaN]);
        Assert.Equal([false, true, false, false, true], optimizer.SaveState().Buffers["max_exp_avg_sq"].Select(double.IsNaN));
    }

    [Fact]
    public void Beta1_can_be_set_between_steps()
    {
        double[] p = [0];
        var optimizer = new Adam<double>(1, beta1: 0.5, beta2: 0, epsilon: 0);
        optimizer.Step(p, [1]); // m = ½, 1 − β₁ = ½
        Assert.Equal(-1, p[0]);
        optimizer.Beta1 = 0.75;
        optimizer.Step(p, [1]); // m = ½·¾ + ¼, 1 − β₁² = 7/16
        Assert.Equal(-1 - (0.625 / (7.0 / 16)), p[0], 1e-14);
    }

    [Fact]
    public void RmsProps_velocity_can_start_late()
    {
        double[] p = [0];
        var optimizer = new RmsProp<double>(1, alpha: 0, epsilon: 0);
        optimizer.Step(p, [5]);
        Assert.Equal(-1, p[0]);
        optimizer.Momentum = 0.5;
        optimizer.Step(p, [5]); // b = 1
        optimizer.Step(p, [5]); // b = 1.5
        Assert.Equal(-3.5, p[0]);
    }
}
