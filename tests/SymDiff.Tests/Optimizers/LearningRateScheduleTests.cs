using System.Globalization;

namespace SymDiff.Tests;

/// <summary>Schedules against their published closed forms, computed elsewhere.</summary>
public sealed class LearningRateScheduleTests
{
    public static TheoryData<string> Schedules => new("Step", "MultiStep", "Exponential", "CosineAnnealing", "Linear", "OneCycle");

    [Theory, MemberData(nameof(Schedules))]
    public void Rates_are_those_of_the_closed_form(string name)
    {
        var rows = Table.Read("Optimizers.schedules.tsv").Where(row => row["schedule"] == name).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var options = new Options(row["options"]);
            LearningRateSchedule schedule = Create(name, options);
            long step = long.Parse(row["step"], CultureInfo.InvariantCulture);
            Close(Number(row["rate"]), schedule.At(step, Number(row["initial"])));
            if (schedule is OneCycleSchedule cycle)
            {
                Close(Number(row["momentum"]), cycle.MomentumAt(step));
                Assert.Equal(schedule.At(step, 123), cycle.At(step));
            }
        });

        // A few units in the last place; a power has as many more as its exponent has halves.
        static void Close(double expected, double actual) => Assert.InRange(actual, expected - (8e-16 * expected) - 1e-17, expected + (8e-16 * expected) + 1e-17);
    }

    [Fact]
    public void One_schedule_follows_another()
    {
        var warmUp = new LinearSchedule(startFactor: 0.1, steps: 4);
        var cosine = new CosineAnnealingSchedule(10);
        var decay = new ExponentialSchedule(0.5);
        var schedule = new SequentialSchedule([warmUp, cosine, decay], milestones: [4, 9]);
        for (int step = 0; step < 20; step++)
        {
            double expected = step < 4 ? warmUp.At(step, 0.3) : step < 9 ? cosine.At(step - 4, 0.3) : decay.At(step - 9, 0.3);
            Assert.Equal(expected, schedule.At(step, 0.3));
        }
    }

    [Fact]
    public void Chained_schedules_multiply()
    {
        var schedule = new ChainedSchedule([new LinearSchedule(startFactor: 0.5, steps: 2), new ExponentialSchedule(0.5)]);
        Assert.Equal([0.5, 0.375, 0.25, 0.125], Enumerable.Range(0, 4).Select(step => schedule.At(step, 1)));
        var cycle = new OneCycleSchedule(1, 10);
        Assert.Equal(cycle.At(3) / 8, new ChainedSchedule([cycle, new ExponentialSchedule(0.5)]).At(3, 7));
        Assert.Throws<ArgumentException>(() => new ChainedSchedule([new ExponentialSchedule(0.5), cycle]));
    }

    [Fact]
    public void A_schedule_drives_an_optimizer()
    {
        var schedule = new StepSchedule(stepSize: 2, gamma: 0.5);
        IOptimizer<double> optimizer = new Sgd<double>();
        double[] p = [0];
        for (int i = 0; i < 5; i++)
        {
            optimizer.LearningRate = schedule.At(optimizer.StepCount, initialRate: 1);
            optimizer.Step(p, [-1]);
        }

        Assert.Equal(1 + 1 + 0.5 + 0.5 + 0.25, p[0]);
    }

    [Fact]
    public void A_schedule_of_ones_own_is_asked_with_checked_arguments()
    {
        var schedule = new Halving();
        Assert.Equal(0.25, schedule.At(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule.At(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialRate", () => schedule.At(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("initialRate", () => schedule.At(0, double.NaN));
    }

    [Fact]
    public void A_cycle_ends()
    {
        var schedule = new OneCycleSchedule(0.1, totalSteps: 10);
        Assert.Equal(0.1 / 25 / 1e4, schedule.At(9), 1e-20);
        Assert.Equal(0.95, schedule.MomentumAt(9), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule.At(10));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule.MomentumAt(10));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule.MomentumAt(-1));
        Assert.Equal(0.1, new OneCycleSchedule(0.1, totalSteps: 10, increasingShare: 0.1).At(0)); // The way up is a single step.
    }

    [Fact]
    public void Options_are_checked()
    {
        Refused("stepSize", () => new StepSchedule(0));
        Refused("gamma", () => new StepSchedule(1, -1));
        Refused("milestones", () => new MultiStepSchedule([3, -1]));
        Refused("gamma", () => new MultiStepSchedule([3], double.NaN));
        Refused("gamma", () => new ExponentialSchedule(-0.5));
        Refused("period", () => new CosineAnnealingSchedule(0));
        Refused("minimum", () => new CosineAnnealingSchedule(5, -1));
        Refused("startFactor", () => new LinearSchedule(startFactor: 0));
        Refused("startFactor", () => new LinearSchedule(startFactor: 1.1));
        Refused("endFactor", () => new LinearSchedule(endFactor: -0.1));
        Refused("endFactor", () => new LinearSchedule(endFactor: 1.1));
        Refused("steps", () => new LinearSchedule(steps: 0));
        Refused("maximumRate", () => new OneCycleSchedule(-1, 10));
        Refused("totalSteps", () => new OneCycleSchedule(1, 0));
        Refused("increasingShare", () => new OneCycleSchedule(1, 10, increasingShare: 1.5));
        Refused("increasingShare", () => new OneCycleSchedule(1, 10, increasingShare: double.NaN));
        Refused("annealing", () => new OneCycleSchedule(1, 10, annealing: (Annealing)2));
        Refused("minimumMomentum", () => new OneCycleSchedule(1, 10, minimumMomentum: -1));
        Refused("maximumMomentum", () => new OneCycleSchedule(1, 10, maximumMomentum: -1));
        Refused("divisor", () => new OneCycleSchedule(1, 10, divisor: 0));
        Refused("finalDivisor", () => new OneCycleSchedule(1, 10, finalDivisor: 0));
        Assert.Throws<ArgumentException>("schedules", () => new SequentialSchedule([], []));
        Assert.Throws<ArgumentException>("milestones", () => new SequentialSchedule([new Halving()], [1]));
        Assert.Throws<ArgumentException>("milestones", () => new SequentialSchedule([new Halving(), new Halving(), new Halving()], [2, 2]));
        Assert.Throws<ArgumentException>("milestones", () => new SequentialSchedule([new Halving(), new Halving()], [0]));
        Assert.Throws<ArgumentException>("schedules", () => new ChainedSchedule([]));
        Assert.Throws<ArgumentNullException>("schedules", () => new ChainedSchedule([null!]));

        static void Refused(string option, Func<object> create) => Assert.Throws<ArgumentOutOfRangeException>(option, create);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static LearningRateSchedule Create(string name, Options o) => name switch
    {
        "Step" => o.Text.Contains("gamma") ? new StepSchedule(o.Integer("stepSize", 0), o.Number("gamma", 0)) : new StepSchedule(o.Integer("stepSize", 0)),
        "MultiStep" => o.Text.Contains("gamma") ? new MultiStepSchedule(o.Integers("milestones"), o.Number("gamma", 0)) : new MultiStepSchedule(o.Integers("milestones")),
        "Exponential" => new ExponentialSchedule(o.Number("gamma", 0)),
        "CosineAnnealing" => o.Text.Contains("minimum") ? new CosineAnnealingSchedule(o.Integer("period", 0), o.Number("minimum", 0)) : new CosineAnnealingSchedule(o.Integer("period", 0)),
        "Linear" => o.Text.Length > 0 ? new LinearSchedule(o.Number("startFactor", 0), o.Number("endFactor", 0), o.Integer("steps", 0)) : new LinearSchedule(),
        "OneCycle" => o.Text == "maximumRate=0.1;totalSteps=30" ? new OneCycleSchedule(0.1, 30) : new OneCycleSchedule(
            o.Number("maximumRate", 0),
            o.Integer("totalSteps", 0),
            o.Number("increasingShare", 0.3),
            Enum.Parse<Annealing>(o.Word("annealing", "Cosine")),
            o.Number("minimumMomentum", 0.85),
            o.Number("maximumMomentum", 0.95),
            o.Number("divisor", 25),
            o.Number("finalDivisor", 1e4),
            o.Flag("threePhases")),
        _ => throw new InvalidOperationException($"Unknown schedule {name}."),
    };

    private sealed class Halving : LearningRateSchedule
    {
        protected override double Rate(long step, double initialRate) => initialRate * Math.Pow(0.5, step);
    }
}
