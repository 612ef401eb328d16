using System.Numerics;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Numerics;

/// <summary>Quaternions and matrices.</summary>
public sealed partial class RotationTests
{
    private static readonly Matrix4x4 s_matrix = new(2, 0.5f, -1, 0.25f, 1, 3, 0.75f, -0.5f, 0.1f, -0.2f, 1.5f, 0.3f, 1, 2, 3, 1);

    internal static IEnumerable<Case> Cases =>
    [
        Four((x, y, z, w) => Turned(new((float)x, (float)y, (float)z, (float)w)), q => TurnedGradient(q), q => TurnedValueAndGradient(q)),
        Four((x, y, z, w) => Algebra(new((float)x, (float)y, (float)z, (float)w)), q => AlgebraGradient(q), q => AlgebraValueAndGradient(q)),
        Four((x, y, z, w) => Between(new((float)x, (float)y, (float)z, (float)w)), q => BetweenGradient(q), q => BetweenValueAndGradient(q)),
        Case.Of((float a, float b, float c) => Arm(a, b, c), (a, b, c) => ArmGradient(a, b, c), (a, b, c) => ArmValueAndGradient(a, b, c)),
        Case.Of((float a, float b, float c) => Mapped(a, b, c), (a, b, c) => MappedGradient(a, b, c), (a, b, c) => MappedValueAndGradient(a, b, c)),
        Case.Of(
            (float x) => OfAMatrix(s_matrix * x) + 0 * Weighted(Matrix4x4.Identity, s_matrix) + 0 * Sine(0),
            x => Along(OfAMatrixGradient(s_matrix * x)),
            x => OfAMatrixValueAndGradient(s_matrix * x) is var (v, g) ? (v, Along(g)) : default),
    ];

    [Fact] public void A_rotation_still_turns_where_the_framework_takes_exact_numbers()
    {
        Assert.Equal(1, SineGradient(0), 1e-6);
        Assert.Equal(0, SineGradient(MathF.PI / 2), 1e-6);
        Assert.Equal(-1, SineGradient(MathF.PI), 1e-6);
        Assert.Equal(0, SineGradient(-MathF.PI / 2), 1e-6);
        Assert.Equal((0f, 1f), SineValueAndGradient(0));
    }

    // Each element is the factor of one number.
    [Fact] public void The_gradient_of_a_matrix_is_a_matrix()
        => Assert.Equal(Matrix4x4.Transpose(s_matrix), WeightedGradient(Matrix4x4.Identity, s_matrix));

    private static float Along(Matrix4x4 gradient)
    {
        float sum = 0;
        for (int i = 0; i < 16; i++)
        {
            sum += gradient[i / 4, i % 4] * s_matrix[i / 4, i % 4];
        }

        return sum;
    }

    private static Case Four(
        Func<double, double, double, double, double> value,
        Func<Quaternion, Quaternion> gradient,
        Func<Quaternion, (float Value, Quaternion Gradient)> both,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string name = "")
        => Case.Of(
            value,
            (x, y, z, w) => gradient(new((float)x, (float)y, (float)z, (float)w)) is var g ? (g.X, g.Y, g.Z, g.W) : default,
            (x, y, z, w) => both(new((float)x, (float)y, (float)z, (float)w)) is var (v, g) ? (v, (g.X, g.Y, g.Z, g.W)) : default,
            name).Within(1e-2);

    [Differentiable]
    internal static float Turned(Quaternion q)
    {
        Vector3 v = Vector3.Transform(new Vector3(1, 2, 3), Quaternion.Normalize(q));
        return v.X + 2 * v.Y - v.Z + Vector3.Transform(Vector3.UnitX, Matrix4x4.CreateFromQuaternion(q)).Y;
    }

    [Differentiable]
    internal static float Algebra(Quaternion q)
    {
        Quaternion r = Quaternion.Concatenate(q, new Quaternion(1, -1, 0.5f, 2)) * 0.5f + Quaternion.Inverse(q) - Quaternion.Conjugate(q) / Quaternion.Identity;
        return r.X * r.W + r.Y - r.Z + q.Length();
    }

    [Differentiable]
    internal static float Between(Quaternion q)
    {
        Quaternion start = Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.5f);
        Quaternion end = Quaternion.Normalize(q);
        Quaternion middle = Quaternion.Slerp(start, end, 0.3f) + Quaternion.Lerp(start, end, 0.6f);
        return middle.X + 2 * middle.Y - middle.Z * middle.W;
    }

    // Three joints, each with a link behind it.
    [Differentiable]
    internal static float Arm(float a, float b, float c)
    {
        Matrix4x4 pose = Matrix4x4.CreateTranslation(0, 0, 0.5f) * Matrix4x4.CreateRotationZ(c);
        pose *= Matrix4x4.CreateTranslation(new Vector3(0.4f, 0, 0)) * Matrix4x4.CreateRotationY(b);
        pose *= Matrix4x4.CreateTranslation(Vector3.UnitX) * Matrix4x4.CreateRotationX(a);
        Vector3 tip = Vector3.Transform(new Vector3(0.3f, 0.2f, 0.1f), pose);
        return tip.X + 2 * tip.Y - 3 * tip.Z + Vector3.TransformNormal(Vector3.UnitZ, pose).Y;
    }

    [Differentiable]
    internal static float Mapped(float a, float b, float c)
    {
        Matrix4x4 map = Matrix4x4.CreateScale(a, b, c) + Matrix4x4.CreateFromAxisAngle(Vector3.UnitZ, a) - Matrix4x4.Identity * b;
        map.M23 = c * a;
        map = Matrix4x4.Lerp(map, Matrix4x4.Transpose(map), 0.25f);
        map.Translation = new Vector3(a, 2 * b, c);
        Vector4 moved = Vector4.Transform(new Vector4(1, -1, 2, 1), map);
        return moved.X * moved.Y + moved.Z * map.Translation.Y + map.GetDeterminant();
    }

    [Differentiable]
    internal static float OfAMatrix(Matrix4x4 m) => m.GetDeterminant() + Vector3.Transform(Vector3.One, m * m).Length();

    [Differentiable(nameof(m))]
    internal static float Weighted(Matrix4x4 m, Matrix4x4 by)
    {
        Matrix4x4 product = m * by;
        return product.M11 + product.M22 + product.M33 + product.M44;
    }

    [Differentiable]
    internal static float Sine(float angle) => Matrix3x2.CreateRotation(angle).M12;
}
