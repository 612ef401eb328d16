using System.Numerics;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Numerics;

/// <summary>Vectors of two to four numbers.</summary>
public sealed partial class VectorTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(
            (float x, float y) => InThePlane(new(x, y)),
            (x, y) => InThePlaneGradient(new(x, y)) is var g ? (g.X, g.Y) : default,
            (x, y) => InThePlaneValueAndGradient(new(x, y)) is var (v, g) ? (v, (g.X, g.Y)) : default),
        Case.Of(
            (float x, float y) => MappedInThePlane(x, y),
            (x, y) => MappedInThePlaneGradient(x, y),
            (x, y) => MappedInThePlaneValueAndGradient(x, y)),
        Three((x, y, z) => Arithmetic(new(x, y, z)), v => ArithmeticGradient(v), v => ArithmeticValueAndGradient(v)),
        Three((x, y, z) => Geometry(new(x, y, z)), v => GeometryGradient(v), v => GeometryValueAndGradient(v)),
        Three((x, y, z) => Norms(new(x, y, z)), v => NormsGradient(v), v => NormsValueAndGradient(v)),
        Three((x, y, z) => Bounded(new(x, y, z)), v => BoundedGradient(v), v => BoundedValueAndGradient(v)),
        Three((x, y, z) => ByIndex(new(x, y, z)), v => ByIndexGradient(v), v => ByIndexValueAndGradient(v)),
        Three((x, y, z) => Length(new(x, y, z)), v => LengthGradient(v), v => LengthValueAndGradient(v)),
        Case.Of(
            (double x, double y, double z, double w) => OfFour(new((float)x, (float)y, (float)z, (float)w)),
            (x, y, z, w) => OfFourGradient(new((float)x, (float)y, (float)z, (float)w)) is var g ? (g.X, g.Y, g.Z, g.W) : default,
            (x, y, z, w) => OfFourValueAndGradient(new((float)x, (float)y, (float)z, (float)w)) is var (v, g) ? (v, (g.X, g.Y, g.Z, g.W)) : default).Within(5e-3),
    ];

    [Fact] public void A_length_has_no_slope_at_zero() => Assert.Equal(Vector3.Zero, LengthGradient(Vector3.Zero));

    private static Case Three(
        Func<float, float, float, float> value,
        Func<Vector3, Vector3> gradient,
        Func<Vector3, (float Value, Vector3 Gradient)> both,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string name = "")
        => Case.Of(
            value,
            (x, y, z) => gradient(new(x, y, z)) is var g ? (g.X, g.Y, g.Z) : default,
            (x, y, z) => both(new(x, y, z)) is var (v, g) ? (v, (g.X, g.Y, g.Z)) : default,
            name);

    [Differentiable]
    internal static float InThePlane(Vector2 v)
    {
        Vector2 w = Vector2.Reflect(v, Vector2.Normalize(new Vector2(1, 2))) + v * new Vector2(0.5f, -1) / 3 - Vector2.UnitX;
        w = Vector2.Lerp(w, v, 0.25f);
        return Vector2.Dot(v, w) + w.Length() * v.LengthSquared() + Vector2.Distance(v, Vector2.One) + w.X * v.Y;
    }

    [Differentiable]
    internal static float MappedInThePlane(float angle, float scale)
    {
        Matrix3x2 map = Matrix3x2.CreateRotation(angle) * Matrix3x2.CreateScale(scale, 2 * scale) * Matrix3x2.CreateTranslation(scale, 1) + Matrix3x2.Identity * 0.5f;
        Vector2 moved = Vector2.Transform(new Vector2(1, 2), map) + Vector2.TransformNormal(Vector2.One, map);
        return moved.X * moved.Y + map.GetDeterminant();
    }

    [Differentiable]
    internal static float Arithmetic(Vector3 v)
    {
        Vector3 w = 2 * v + v * v - Vector3.One / (v * v + Vector3.One);
        w -= Vector3.Multiply(v, 0.5f);
        w.Y *= v.X;
        return Vector3.Dot(w, -v) + w.Y * w.Z + Vector3.Sum(v * w);
    }

    [Differentiable]
    internal static float Geometry(Vector3 v)
    {
        Vector3 axis = new(1, 2, 3);
        Vector3 normal = Vector3.Normalize(Vector3.Cross(v, axis));
        return Vector3.Dot(Vector3.Reflect(axis, normal), Vector3.UnitZ) + Vector3.Distance(v, normal) + Vector3.DistanceSquared(axis, v) + Vector3.Lerp(axis, v, v.X).Y;
    }

    [Differentiable]
    internal static float Norms(Vector3 v) => v.Length() * v.LengthSquared() + Vector3.Normalize(v).X + Vector3.SquareRoot(v * v + Vector3.One).Y;

    [Differentiable]
    internal static float Bounded(Vector3 v) => Vector3.Dot(Vector3.Clamp(v, new Vector3(-0.5f), new Vector3(1.5f, 1, 2)), Vector3.Abs(v)) + Vector3.Max(v, new Vector3(0.75f)).X - Vector3.Min(v, v * v).Z;

    [Differentiable]
    internal static float ByIndex(Vector3 v)
    {
        float sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += (i + 1) * v[i] * v[2 - i];
        }

        return sum * v.X + v[1];
    }

    [Differentiable]
    internal static float Length(Vector3 v) => v.Length();

    [Differentiable]
    internal static float OfFour(Vector4 v)
    {
        Vector4 w = Vector4.Lerp(v, new Vector4(new Vector3(1, 2, 3), 4), 0.3f) * v - v / 2;
        return Vector4.Dot(w, v) + Vector4.Normalize(w).W + Vector4.Distance(v, w) + Vector4.Sum(w) + v[3];
    }
}
