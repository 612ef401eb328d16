using SymDiff.Consumer.Tests.Cases;

#pragma warning disable SYMD0207 // How often some of these loops run is meant to depend on what is differentiated.

namespace SymDiff.Consumer.Tests.Structures;

/// <summary>When a structure is read, copied and changed: in C#'s order, on a copy where C# makes one.</summary>
public sealed partial class StructureOrderTests
{
    private static readonly Point Origin = new(0.5, 2);

    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(CompoundWithChange, CompoundWithChangeGradient, CompoundWithChangeValueAndGradient),
        Case.Of(ArgumentsWithChanges, ArgumentsWithChangesGradient, ArgumentsWithChangesValueAndGradient),
        Case.Of(ChangeInABranch, ChangeInABranchGradient, ChangeInABranchValueAndGradient),
        Case.Of(ChangingGetter, ChangingGetterGradient, ChangingGetterValueAndGradient),
        Case.Of(ReadOnlyPlaces, ReadOnlyPlacesGradient, ReadOnlyPlacesValueAndGradient),
        Case.Of(PartsOfReadOnlyPlaces, PartsOfReadOnlyPlacesGradient, PartsOfReadOnlyPlacesValueAndGradient),
        Case.Of(ReadOnlyWhileMade, ReadOnlyWhileMadeGradient, ReadOnlyWhileMadeValueAndGradient),
        Case.Of(Swapped, SwappedGradient, SwappedValueAndGradient),
        Case.Of(InTuples, InTuplesGradient, InTuplesValueAndGradient),
        Case.Of(ChangeInTheCondition, ChangeInTheConditionGradient, ChangeInTheConditionValueAndGradient),
        Case.Of(ReplacedFromInside, ReplacedFromInsideGradient, ReplacedFromInsideValueAndGradient),
        Case.Of(Static, StaticGradient, StaticValueAndGradient),
        Case.Of(ChosenStructure, ChosenStructureGradient, ChosenStructureValueAndGradient),
        Case.Of(OtherName, OtherNameGradient, OtherNameValueAndGradient),
        Case.Of(LocalFunctions, LocalFunctionsGradient, LocalFunctionsValueAndGradient),
        Case.Of(GenericMethod, GenericMethodGradient, GenericMethodValueAndGradient),
        Case.Of(NestedLoops, NestedLoopsGradient, NestedLoopsValueAndGradient),
        Case.Of(Reassigned, ReassignedGradient, ReassignedValueAndGradient),
        Case.Of(Folded, FoldedGradient, FoldedValueAndGradient),
        Case.Of(Extended, ExtendedGradient, ExtendedValueAndGradient),
    ];

    // The old position is read before the step, and what the step returns added to it.
    [Differentiable]
    internal static double CompoundWithChange(double x, double h)
    {
        Moving m = new(x, 2);
        m.Position += m.StepAndTell(h) * m.Velocity;
        return m.Position * m.Velocity;
    }

    [Differentiable]
    internal static double ArgumentsWithChanges(double x, double h)
    {
        Moving m = new(x, 2);
        Moving made = new(velocity: m.StepAndTell(h), position: m.Position * m.Velocity);
        Moving other = m with { Position = m.StepAndTell(h) };
        return Three(m.Position, m.StepAndTell(h), m.Position) + made.Energy * other.Velocity + other.Position;

        static double Three(double a, double b, double c) => a + 10 * b + 100 * c * a;
    }

    [Differentiable]
    internal static double ChangeInABranch(double x, double h)
    {
        Moving m = new(x, 1);
        double seen = x > 0 ? m.StepAndTell(h) : m.Energy;
        bool both = h > 0 && m.StepAndTell(x) > 1 || m.StepAndTell(0.5) < 0;
        return seen * m.Position + (both ? m.Velocity : m.Steps * x);
    }

    [Differentiable]
    internal static double ChangingGetter(double x, double y)
    {
        Counting c = new() { Value = x };
        double total = c.Next * c.Next;
        for (int i = 0; i < 3; i++)
        {
            total += c.Next * y;
        }

        return total * c.Value;
    }

    // What can't be assigned is copied before a method changes it.
    [Differentiable]
    internal static double ReadOnlyPlaces(double x, double h)
    {
        Holding holding = new(new Moving(x, 3));
        double stepped = holding.Fixed.StepAndTell(h) + holding.Property.StepAndTell(h) + holding.Free.StepAndTell(h);
        return stepped * holding.Fixed.Position + holding.Property.Position + holding.Free.Position * InPlace(holding.Free, h);

        static double InPlace(in Moving m, double h) => m.StepAndTell(h) + m.Position;
    }

    // So is a part of what can't.
    [Differentiable]
    internal static double PartsOfReadOnlyPlaces(double x, double h)
    {
        Pair pair = new() { First = new Moving(x, 3), Second = new Moving(h, x) };
        double told = pair.Told(h) + Told(pair, h);
        pair.First.StepAndTell(h);
        return told * pair.First.Position + pair.Second.Velocity;

        static double Told(in Pair pair, double h) => pair.Second.StepAndTell(h) * pair.Second.Position;
    }

    // A constructor may change what it has made readonly.
    [Differentiable]
    internal static double ReadOnlyWhileMade(double x, double h)
    {
        Stepped made = new(new Moving(x, 2), h);
        return made.Moving.Position * made.Told + made.Moving.StepAndTell(h);
    }

    [Differentiable]
    internal static double Swapped(double x, double y)
    {
        Moving m = new(x, y);
        (m.Position, m.Velocity) = (m.Velocity * 2, m.Position);
        m = new Moving { Position = m.Velocity, Velocity = m.Position };
        return m.Position * m.Position + m.Velocity;
    }

    [Differentiable]
    internal static double InTuples(double x, double h)
    {
        (Moving M, double D) t = (new Moving(x, 1), h);
        (Moving M, double D) u = t;
        t.M.Step(h);
        t.M.Position *= t.D;
        t.D = 5;
        return t.M.Position * u.M.Position + u.D + t.M.Velocity;
    }

    [Differentiable]
    internal static double ChangeInTheCondition(double x, double h)
    {
        Moving m = new(x, 1);
        int n = 0;
        while (m.StepAndTell(0.1 + h * h) < 1 && n < 8)
        {
            n++;
        }

        return m.Energy + n * m.Velocity;
    }

    [Differentiable]
    internal static double ReplacedFromInside(double x, double y)
    {
        Counting c = new() { Value = x };
        c.Reset(y);
        Counting d = c.Doubled();
        d.Reset(x * d.Value);
        return c.Value * d.Value + c.Next;
    }

    [Differentiable]
    internal static double Static(double x, double y) => Origin.Dot(new Point(x, y)) + (Origin + (y, x)).SquaredNorm;

    [Differentiable]
    internal static double ChosenStructure(double x, double y)
    {
        Point p = x switch
        {
            > 1 => new Point(x, y),
            > 0 => (y, x * y),
            _ when y > 0 => default,
            _ => -new Point(y, x),
        };
        return p.SquaredNorm + p.X * y;
    }

    [Differentiable]
    internal static double OtherName(double x, double h)
    {
        Moving m = new(x, 1);
        ref Moving r = ref m;
        r.Step(h);
        Moving copy = r;
        m.Velocity *= 2;
        return r.Velocity * copy.Velocity + m.Position;
    }

    [Differentiable]
    internal static double LocalFunctions(double x, double h)
    {
        Moving m = new(x, 1);
        Moving before = m;
        Push();
        Push();
        return m.Energy * before.Position;

        void Push()
        {
            Moving saved = m;
            m.Step(h);
            m.Velocity += saved.Velocity * saved.Position;
        }
    }

    [Differentiable]
    internal static double GenericMethod(double x, double y)
    {
        (Point a, Moving b) = Exchange(new Moving(x, y), new Point(y, 2 * x));
        return a.Dot(First(a, (x, x))) + b.Energy;

        static (TOther, T) Exchange<T, TOther>(T one, TOther other) => (other, one);
        static T First<T>(T one, T other) => 1 > 2 ? other : one;
    }

    [Differentiable]
    internal static double NestedLoops(double x, double h)
    {
        Moving m = new(x, 1);
        Point sum = default;
        for (int i = 0; i < 3; i++)
        {
            Moving inner = m;
            for (int j = 0; j <= i; j++)
            {
                inner.Step(h);
                if (inner.Steps > 2)
                {
                    break;
                }

                sum += (inner.Position, inner.Velocity);
            }

            m.Position += inner.Velocity * 0.5;
        }

        return sum.Dot((m.Position, m.Velocity));
    }

    [Differentiable]
    internal static double Reassigned(double x, double y)
    {
        Settings settings = new(x);
        for (int i = 0; i < 4; i++)
        {
            settings = new Settings(settings.Rate * y + settings.Decay, i) { Decay = 0.5 * settings.Rate };
        }

        return settings.Rate + settings.Decay * settings.Count;
    }

    [Differentiable]
    internal static double Folded(double x, double y)
        => Enumerable.Range(1, 4).Aggregate(new Point(x, y), (p, i) => p.Rotated(y) + i * p).X + Enumerable.Range(0, 3).Select(i => new Point(i * x, y)).Sum(p => p.SquaredNorm);

    [Differentiable]
    internal static double Extended(double x, double y)
    {
        Moving m = new(x, 1);
        m.Push(y);
        return m.Copied(x).Energy + m.Velocity;
    }

    internal struct Counting
    {
        public double Value;

        public double Next
        {
            get
            {
                Value *= 1.5;
                return Value;
            }
        }

        public void Reset(double value) => this = new Counting { Value = value * Value };

        public Counting Doubled()
        {
            Value *= 2;
            return this;
        }
    }

    internal struct Holding(Moving moving)
    {
        public readonly Moving Fixed = moving;
        public Moving Free = moving;

        public Moving Property { get; } = moving;
    }
}

internal static class MovingExtensions
{
    public static void Push(ref this Moving m, double by) => m.Velocity += by * m.Position;

    public static Moving Copied(this Moving m, double h)
    {
        m.Step(h);
        return m;
    }
}
