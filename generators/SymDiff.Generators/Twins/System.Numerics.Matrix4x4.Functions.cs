namespace System.Numerics;

/// <summary>Matrices of rotations and other maps, and functions of matrices.</summary>
public partial struct Matrix4x4
{
    public static Matrix4x4 CreateRotationX(float radians)
    {
        (float sin, float cos) = MathF.SinCos(radians);
        return new(Vector4.UnitX, new Vector4(0f, cos, sin, 0f), new Vector4(0f, -sin, cos, 0f), Vector4.UnitW);
    }

    public static Matrix4x4 CreateRotationY(float radians)
    {
        (float sin, float cos) = MathF.SinCos(radians);
        return new(new Vector4(cos, 0f, -sin, 0f), Vector4.UnitY, new Vector4(sin, 0f, cos, 0f), Vector4.UnitW);
    }

    public static Matrix4x4 CreateRotationZ(float radians)
    {
        (float sin, float cos) = MathF.SinCos(radians);
        return new(new Vector4(cos, sin, 0f, 0f), new Vector4(-sin, cos, 0f, 0f), Vector4.UnitZ, Vector4.UnitW);
    }

    public static Matrix4x4 CreateTranslation(Vector3 position) => CreateTranslation(position.X, position.Y, position.Z);

    public static Matrix4x4 CreateTranslation(float xPosition, float yPosition, float zPosition)
        => new(Vector4.UnitX, Vector4.UnitY, Vector4.UnitZ, new Vector4(xPosition, yPosition, zPosition, 1f));

    public static Matrix4x4 CreateScale(float scale) => CreateScale(scale, scale, scale);

    public static Matrix4x4 CreateScale(Vector3 scales) => CreateScale(scales.X, scales.Y, scales.Z);

    public static Matrix4x4 CreateScale(float xScale, float yScale, float zScale)
        => new(new Vector4(xScale, 0f, 0f, 0f), new Vector4(0f, yScale, 0f, 0f), new Vector4(0f, 0f, zScale, 0f), Vector4.UnitW);

    public static Matrix4x4 CreateFromAxisAngle(Vector3 axis, float angle) => CreateFromQuaternion(Quaternion.CreateFromAxisAngle(axis, angle));

    public static Matrix4x4 CreateFromQuaternion(Quaternion quaternion)
    {
        (float x, float y, float z, float w) = (quaternion.X, quaternion.Y, quaternion.Z, quaternion.W);
        return new(
            new Vector4(1f - 2f * (y * y + z * z), 2f * (x * y + z * w), 2f * (z * x - y * w), 0f),
            new Vector4(2f * (x * y - z * w), 1f - 2f * (z * z + x * x), 2f * (y * z + x * w), 0f),
            new Vector4(2f * (z * x + y * w), 2f * (y * z - x * w), 1f - 2f * (y * y + x * x), 0f),
            Vector4.UnitW);
    }

    public static Matrix4x4 Lerp(Matrix4x4 matrix1, Matrix4x4 matrix2, float amount)
        => new(Vector4.Lerp(matrix1.X, matrix2.X, amount), Vector4.Lerp(matrix1.Y, matrix2.Y, amount), Vector4.Lerp(matrix1.Z, matrix2.Z, amount), Vector4.Lerp(matrix1.W, matrix2.W, amount));

    public static Matrix4x4 Transpose(Matrix4x4 matrix) => new(
        matrix.M11, matrix.M21, matrix.M31, matrix.M41,
        matrix.M12, matrix.M22, matrix.M32, matrix.M42,
        matrix.M13, matrix.M23, matrix.M33, matrix.M43,
        matrix.M14, matrix.M24, matrix.M34, matrix.M44);

    // By the minors of the last two rows.
    public readonly float GetDeterminant()
    {
        float ofZW = M33 * M44 - M34 * M43;
        float ofYW = M32 * M44 - M34 * M42;
        float ofYZ = M32 * M43 - M33 * M42;
        float ofXW = M31 * M44 - M34 * M41;
        float ofXZ = M31 * M43 - M33 * M41;
        float ofXY = M31 * M42 - M32 * M41;
        return M11 * (M22 * ofZW - M23 * ofYW + M24 * ofYZ) - M12 * (M21 * ofZW - M23 * ofXW + M24 * ofXZ)
            + M13 * (M21 * ofYW - M22 * ofXW + M24 * ofXY) - M14 * (M21 * ofYZ - M22 * ofXZ + M23 * ofXY);
    }
}
