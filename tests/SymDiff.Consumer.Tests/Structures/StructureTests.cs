using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Structures;

/// <summary>Structures, records, tuples and classes that are plain data, inside of differentiated methods.</summary>
public sealed partial class StructureTests
{
    private static readonly Sample Given = new([0.5, -1.25, 2], 1.5, Kind.Quadratic);
    private static readonly Polynomial Fixed = new(0.5, 1.5);

    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(Operators, OperatorsGradient, OperatorsValueAndGradient),
        Case.Of(Copies, CopiesGradient, CopiesValueAndGradient),
        Case.Of(CopiesInCalls, CopiesInCallsGradient, CopiesInCallsValueAndGradient),
        Case.Of(OneFieldInABranch, OneFieldInABranchGradient, OneFieldInABranchValueAndGradient),
        Case.Of(Carried, CarriedGradient, CarriedValueAndGradient),
        Case.Of(CarriedByMethods, CarriedByMethodsGradient, CarriedByMethodsValueAndGradient),
        Case.Of(Nested, NestedGradient, NestedValueAndGradient),
        Case.Of(PrimaryConstructor, PrimaryConstructorGradient, PrimaryConstructorValueAndGradient),
        Case.Of(RecordOfAClass, RecordOfAClassGradient, RecordOfAClassValueAndGradient),
        Case.Of(PlainClass, PlainClassGradient, PlainClassValueAndGradient),
        Case.Of(CapturedStructure, CapturedStructureGradient, CapturedStructureValueAndGradient),
        Case.Of(GenericStructure, GenericStructureGradient, GenericStructureValueAndGradient),
        Case.Of(Defaults, DefaultsGradient, DefaultsValueAndGradient),
        Case.Of(Conversions, ConversionsGradient, ConversionsValueAndGradient),
        Case.Of(ReadOnlyReceiver, ReadOnlyReceiverGradient, ReadOnlyReceiverValueAndGradient),
        Case.Of(EarlyReturn, EarlyReturnGradient, EarlyReturnValueAndGradient),
        Case.Of(ByReference, ByReferenceGradient, ByReferenceValueAndGradient),
        Case.Of((double x) => Passed(x, Given), x => PassedGradient(x, Given), x => PassedValueAndGradient(x, Given)),
        Case.Of((double x) => PassedObject(x, Fixed), x => PassedObjectGradient(x, Fixed), x => PassedObjectValueAndGradient(x, Fixed)),
        Case.Of((double x) => PassedMoving(x, new Moving(0.5, 1)), x => PassedMovingGradient(x, new Moving(0.5, 1)), x => PassedMovingValueAndGradient(x, new Moving(0.5, 1))),
        Case.Of((double x) => PassedTuple(x, (0.5f, new Point(2, 3))), x => PassedTupleGradient(x, (0.5f, new Point(2, 3))), x => PassedTupleValueAndGradient(x, (0.5f, new Point(2, 3)))),
        Case.Of((double x) => Equality(x, new Point(2, double.NaN), new Point(2, double.NaN)), x => EqualityGradient(x, new Point(2, double.NaN), new Point(2, double.NaN)), x => EqualityValueAndGradient(x, new Point(2, double.NaN), new Point(2, double.NaN))),
        Case.Of((double x) => new Scaled(2, 0.5).At(x), x => new Scaled(2, 0.5).AtGradient(x), x => new Scaled(2, 0.5).AtValueAndGradient(x)),
    ];

    // c keeps what the original had: x·x + 10·y.
    [Fact] public void A_copy_does_not_see_later_writes() => Assert.Equal((2 * 3, 10.0), CopiesGradient(3, 5));

    [Fact] public void An_object_that_is_null_throws_what_the_method_throws() => Assert.Throws<NullReferenceException>(() => PassedObjectGradient(1, null!));

    [Differentiable]
    internal static double Operators(double x, double y)
    {
        Point p = new(x, y);
        Point q = 2 * p + -new Point(y, 1) + (x, x * y);
        q += p;
        return q.Dot(p) + p.Rotated(0.5).X * q.SquaredNorm;
    }

    [Differentiable]
    internal static double Copies(double x, double y)
    {
        Moving m = new(x, y);
        Moving c = m;
        m.Position = 100 * x * y;
        m.Velocity *= m.Position;
        return c.Position * x + 10 * c.Velocity;
    }

    [Differentiable]
    internal static double CopiesInCalls(double x, double y)
    {
        Moving m = new() { Position = x, Velocity = y };
        double changed = Change(m);
        return changed * m.Position + m.Velocity;

        static double Change(Moving own)
        {
            own.Position += 3;
            own.Step(0.5);
            return own.Position * own.Steps;
        }
    }

    [Differentiable]
    internal static double OneFieldInABranch(double x, double y)
    {
        Moving m;
        m.Position = x;
        m.Velocity = y;
        m.Steps = 0;
        if (x > y)
        {
            m.Velocity = x * y;
        }
        else if (y > 1)
        {
            m = new Moving(y, m.Position);
        }

        Point p = x > 0 ? new Point(x, y) : (y, 2 * x);
        return m.Energy + p.X * m.Velocity;
    }

    [Differentiable]
    internal static double Carried(double x, double y)
    {
        Point p = new(x, y);
        Point sum = default;
        for (int i = 0; i < 5; i++)
        {
            p = new Point(Math.Sin(p.Y) + 0.5 * p.X, p.X * 0.25 + p.Y);
            sum += p;
        }

        return sum.X * p.Y + sum.Y;
    }

    [Differentiable]
    internal static double CarriedByMethods(double x, double h)
    {
        Moving m = new(x, 0.5);
        double seen = 0;
        while (m.Steps < 7)
        {
            m.Step(h);
            if (m.Steps % 2 == 0)
            {
                m.Velocity *= 0.9;
            }

            seen += m.StepAndTell(0.5 * h);
        }

        return m.Energy + seen;
    }

    [Differentiable]
    internal static double Nested(double x, double y)
    {
        Body body = new(x, new Moving(y, x * y));
        Body before = body;
        body.Moving.Velocity += 2;
        body.Moving.Step(0.5);
        body.Mass = y;
        body.Drag += x;
        for (int i = 0; i < 3; i++)
        {
            body.Moving.Step(0.1 * body.Drag);
        }

        return body.Mass * body.Moving.Energy + before.Moving.Velocity * before.Mass + before.Drag;
    }

    [Differentiable]
    internal static double PrimaryConstructor(double x, double y)
    {
        Line line = new(x, y);
        Line other = line with { Intercept = x * x };
        line.Steepen(y);
        return line.At(2) * other.At(x);
    }

    [Differentiable]
    internal static double RecordOfAClass(double x, double y)
    {
        Settings settings = new(x);
        Settings changed = settings with { Rate = y, Count = 4 };
        (double rate, int count) = changed;
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            total += rate * settings.Decay + changed.Decay * i;
        }

        return total + settings.Rate * settings.Count;
    }

    [Differentiable]
    internal static double PlainClass(double x, double y)
    {
        Polynomial p = x > 0 ? new Polynomial(x, y) : new Polynomial(y, x) { B = 2 * x };
        (double a, _, double c) = p;
        return p.At(y) + p[1] * a - c + p[2];
    }

    [Differentiable]
    internal static double CapturedStructure(double x, double y)
    {
        Moving m = new(x, y);
        Action<double> push = force => m.Velocity += force * m.Position;
        Func<double> read = () => m.Velocity;
        push(y);
        Moving copy = m;
        m.Position = 2;
        push(x);
        return read() * copy.Velocity;
    }

    [Differentiable]
    internal static double GenericStructure(double x, double y)
    {
        Interval<double> inner = new() { Low = x, High = y };
        Interval<Interval<double>> outer = new() { Low = inner };
        inner.Low = 100;
        outer.High.Low = y * y;
        return Width(outer.Low) * outer.High.Low + outer.High.High;

        static double Width(Interval<double> interval) => interval.High - interval.Low;
    }

    [Differentiable]
    internal static double Defaults(double x)
    {
        Moving a = default;
        Moving b = new();
        Body c = default;
        a.Velocity = x;
        return a.Energy + b.Position * x + c.Mass * c.Drag + c.Mass * x;
    }

    [Differentiable]
    internal static double Conversions(double x, double y)
    {
        Point p = (x, y);
        return (double)p + (double)(Point)(y, 1.0);
    }

    [Differentiable]
    internal static double ReadOnlyReceiver(double x, double h)
    {
        Moving m = new(x, 1);
        return m.EnergyAfter(h) + m.Position;
    }

    [Differentiable]
    internal static double EarlyReturn(double x, double y)
    {
        Point p = First(x, y);
        return p.X * p.Y;

        static Point First(double x, double y)
        {
            Point p = new(x, 1);
            for (int i = 1; i < 6; i++)
            {
                p += new Point(x, y * y);
                if (p.Y > 3)
                {
                    return new Point(p.Y, p.X);
                }
            }

            return p;
        }
    }

    [Differentiable]
    internal static double ByReference(double x, double y)
    {
        Moving m = new(x, y);
        Make(x, out Moving other);
        Exchange(ref m, ref other);
        return m.Position * 3 + other.Position * m.Velocity;

        static void Make(double x, out Moving made)
        {
            made = default;
            made.Velocity = x * x;
        }

        static void Exchange(ref Moving a, ref Moving b)
        {
            (a, b) = (b, a);
            a.Position += b.Velocity;
        }
    }

    [Differentiable(nameof(x))]
    internal static double Passed(double x, Sample sample)
    {
        double total = 0;
        Sample copy = sample;
        for (int i = 0; i < copy.Values.Length; i++)
        {
            total += sample.Kind == Kind.Quadratic ? copy.Values[i] * x * x : x;
        }

        return total * sample.Scale;
    }

    [Differentiable(nameof(x))]
    internal static double PassedObject(double x, Polynomial p) => p.A + x * p.At(x) + p[1];

    [Differentiable(nameof(x))]
    internal static double PassedMoving(double x, Moving m)
    {
        m.Velocity += x;
        m.Step(x);
        return m.Energy;
    }

    [Differentiable(nameof(x))]
    internal static double PassedTuple(double x, (float Scale, Point At) given)
    {
        (float scale, Point at) = given;
        given.At += (x, 1);
        return scale * given.At.SquaredNorm + at.X * x;
    }

    [Differentiable(nameof(x))]
    internal static double Equality(double x, Point a, Point b)
        => (a == b ? x * x : x) + (a != b ? 3 * x : 1) + ((a.X, 1) == (b.X, 1) ? x : 0) + ((a.Y, 1) == (b.Y, 1) ? 100 * x : 0);

    internal readonly partial struct Scaled(double factor, double offset)
    {
        private double Offset { get; } = offset;

        private double Apply(double x) => factor * x * x + Offset;

        [Differentiable]
        public double At(double x)
        {
            Scaled copy = this;
            return copy.Offset * Apply(x);
        }
    }
}
