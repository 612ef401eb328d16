using System;
using System.Numerics;
using SymDiff;

public static partial class Vectors
{
    [Differentiable(nameof(w), nameof(x), nameof(y), nameof(z)), At(0.9f, 0.1f, 0.3f, -0.2f, 1f), At(0.2f, -0.7f, 0.4f, 0.5f, -2f)]
    public static float RotatedByQuaternion(float w, float x, float y, float z, float height)
    {
        var q = Quaternion.Normalize(new Quaternion(x, y, z, w));
        Vector3 v = Vector3.Transform(new Vector3(1, -2, height), q);
        return v.X + 0.5f * v.Y - v.Z;
    }

    private static Matrix4x4 Joint(float angle, float twist, float length, float offset)
        => Matrix4x4.CreateRotationX(twist) * Matrix4x4.CreateTranslation(length, 0, offset) * Matrix4x4.CreateRotationZ(angle);

    // The tip of an arm of any number of joints.
    [Differentiable(nameof(q)), At(new[] { 0.1f, 0.2f, 0.3f }), At(new[] { -1f, 0.5f, 2f, 0.7f, 0.1f, -0.4f })]
    public static float DenavitHartenbergTip(float[] q)
    {
        Matrix4x4 pose = Matrix4x4.Identity;
        for (int i = 0; i < q.Length; i++)
        {
            pose = Joint(q[i], i % 2 == 0 ? MathF.PI / 2 : 0, 0.4f, 0.1f) * pose;
        }

        return pose.Translation.X + 2 * pose.Translation.Y - pose.Translation.Z;
    }

    [Differentiable, At(1f, 0.5f, 0.25f), At(-0.5f, 2f, 1f)]
    public static float AreaOfTriangle(float x, float y, float z)
    {
        Vector3 a = new(x, 1, 0), b = new(0, y, 1), c = new(1, 0, z);
        return 0.5f * Vector3.Cross(b - a, c - a).Length();
    }

    // How much light a surface throws to the eye (Blinn and Phong).
    [Differentiable, At(0.3f, 0.4f, 20f), At(-0.2f, 0.6f, 5f)]
    public static float Shade(float tilt, float turn, float shininess)
    {
        Vector3 normal = Vector3.Transform(Vector3.UnitZ, Quaternion.CreateFromAxisAngle(Vector3.UnitX, tilt) * Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn));
        Vector3 light = Vector3.Normalize(new Vector3(1, 1, 2));
        Vector3 half = Vector3.Normalize(light + Vector3.UnitZ);
        return 0.2f + MathF.Max(0, Vector3.Dot(normal, light)) + MathF.Pow(MathF.Max(0, Vector3.Dot(normal, half)), shininess);
    }

    [Differentiable, At(0.2f, 0.7f, 1.5f), At(1.2f, -0.4f, 0.5f)]
    public static float Spline(float x, float y, float t)
    {
        Vector2 p0 = new(0, 0), p1 = new(x, 1), p2 = new(1, y), p3 = new(2, 2);
        Vector2 a = Vector2.Lerp(p0, p1, t), b = Vector2.Lerp(p1, p2, t), c = Vector2.Lerp(p2, p3, t);
        Vector2 p = Vector2.Lerp(Vector2.Lerp(a, b, t), Vector2.Lerp(b, c, t), t);
        return p.X * p.Y;
    }
}
