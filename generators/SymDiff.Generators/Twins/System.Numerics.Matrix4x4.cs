namespace System.Numerics;

/// <summary>Matrices of four rows, and the arithmetic.</summary>
public partial struct Matrix4x4
{
    private Matrix4x4(Vector4 x, Vector4 y, Vector4 z, Vector4 w)
    {
        (M11, M12, M13, M14) = (x.X, x.Y, x.Z, x.W);
        (M21, M22, M23, M24) = (y.X, y.Y, y.Z, y.W);
        (M31, M32, M33, M34) = (z.X, z.Y, z.Z, z.W);
        (M41, M42, M43, M44) = (w.X, w.Y, w.Z, w.W);
    }

    public Matrix4x4(
        float m11, float m12, float m13, float m14,
        float m21, float m22, float m23, float m24,
        float m31, float m32, float m33, float m34,
        float m41, float m42, float m43, float m44)
    {
        (M11, M12, M13, M14) = (m11, m12, m13, m14);
        (M21, M22, M23, M24) = (m21, m22, m23, m24);
        (M31, M32, M33, M34) = (m31, m32, m33, m34);
        (M41, M42, M43, M44) = (m41, m42, m43, m44);
    }

    public float M11;

    public float M12;

    public float M13;

    public float M14;

    public float M21;

    public float M22;

    public float M23;

    public float M24;

    public float M31;

    public float M32;

    public float M33;

    public float M34;

    public float M41;

    public float M42;

    public float M43;

    public float M44;

    public readonly Vector4 X => new(M11, M12, M13, M14);

    public readonly Vector4 Y => new(M21, M22, M23, M24);

    public readonly Vector4 Z => new(M31, M32, M33, M34);

    public readonly Vector4 W => new(M41, M42, M43, M44);

    public static Matrix4x4 Identity => new(Vector4.UnitX, Vector4.UnitY, Vector4.UnitZ, Vector4.UnitW);

    public Vector3 Translation
    {
        readonly get => new(M41, M42, M43);
        set => (M41, M42, M43) = (value.X, value.Y, value.Z);
    }

    public static Matrix4x4 operator -(Matrix4x4 value) => new(-value.X, -value.Y, -value.Z, -value.W);

    public static Matrix4x4 operator +(Matrix4x4 value1, Matrix4x4 value2)
        => new(value1.X + value2.X, value1.Y + value2.Y, value1.Z + value2.Z, value1.W + value2.W);

    public static Matrix4x4 operator -(Matrix4x4 value1, Matrix4x4 value2)
        => new(value1.X - value2.X, value1.Y - value2.Y, value1.Z - value2.Z, value1.W - value2.W);

    public static Matrix4x4 operator *(Matrix4x4 value1, float value2) => new(value1.X * value2, value1.Y * value2, value1.Z * value2, value1.W * value2);

    public static Matrix4x4 operator *(Matrix4x4 value1, Matrix4x4 value2)
        => new(Vector4.Transform(value1.X, value2), Vector4.Transform(value1.Y, value2), Vector4.Transform(value1.Z, value2), Vector4.Transform(value1.W, value2));

    public static bool operator ==(Matrix4x4 value1, Matrix4x4 value2) => value1.X == value2.X && value1.Y == value2.Y && value1.Z == value2.Z && value1.W == value2.W;

    public static bool operator !=(Matrix4x4 value1, Matrix4x4 value2) => !(value1 == value2);

    public static Matrix4x4 Add(Matrix4x4 value1, Matrix4x4 value2) => value1 + value2;

    public static Matrix4x4 Subtract(Matrix4x4 value1, Matrix4x4 value2) => value1 - value2;

    public static Matrix4x4 Multiply(Matrix4x4 value1, Matrix4x4 value2) => value1 * value2;

    public static Matrix4x4 Multiply(Matrix4x4 value1, float value2) => value1 * value2;

    public static Matrix4x4 Negate(Matrix4x4 value) => -value;
}
