namespace System.Numerics;

/// <summary>Affine maps of the plane.</summary>
public struct Matrix3x2
{
    public Matrix3x2(float m11, float m12, float m21, float m22, float m31, float m32)
    {
        (M11, M12) = (m11, m12);
        (M21, M22) = (m21, m22);
        (M31, M32) = (m31, m32);
    }

    public float M11;

    public float M12;

    public float M21;

    public float M22;

    public float M31;

    public float M32;

    public static Matrix3x2 Identity => new(1f, 0f, 0f, 1f, 0f, 0f);

    public Vector2 Translation
    {
        readonly get => new(M31, M32);
        set => (M31, M32) = (value.X, value.Y);
    }

    public static Matrix3x2 operator -(Matrix3x2 value) => new(-value.M11, -value.M12, -value.M21, -value.M22, -value.M31, -value.M32);

    public static Matrix3x2 operator +(Matrix3x2 value1, Matrix3x2 value2)
        => new(value1.M11 + value2.M11, value1.M12 + value2.M12, value1.M21 + value2.M21, value1.M22 + value2.M22, value1.M31 + value2.M31, value1.M32 + value2.M32);

    public static Matrix3x2 operator -(Matrix3x2 value1, Matrix3x2 value2)
        => new(value1.M11 - value2.M11, value1.M12 - value2.M12, value1.M21 - value2.M21, value1.M22 - value2.M22, value1.M31 - value2.M31, value1.M32 - value2.M32);

    public static Matrix3x2 operator *(Matrix3x2 value1, float value2)
        => new(value1.M11 * value2, value1.M12 * value2, value1.M21 * value2, value1.M22 * value2, value1.M31 * value2, value1.M32 * value2);

    public static bool operator ==(Matrix3x2 value1, Matrix3x2 value2)
        => value1.M11 == value2.M11 && value1.M12 == value2.M12 && value1.M21 == value2.M21 && value1.M22 == value2.M22 && value1.M31 == value2.M31 && value1.M32 == value2.M32;

    public static bool operator !=(Matrix3x2 value1, Matrix3x2 value2) => !(value1 == value2);

    public static Matrix3x2 operator *(Matrix3x2 value1, Matrix3x2 value2) => new(
        value1.M11 * value2.M11 + value1.M12 * value2.M21,
        value1.M11 * value2.M12 + value1.M12 * value2.M22,
        value1.M21 * value2.M11 + value1.M22 * value2.M21,
        value1.M21 * value2.M12 + value1.M22 * value2.M22,
        value1.M31 * value2.M11 + value1.M32 * value2.M21 + value2.M31,
        value1.M31 * value2.M12 + value1.M32 * value2.M22 + value2.M32);

    public static Matrix3x2 Add(Matrix3x2 value1, Matrix3x2 value2) => value1 + value2;

    public static Matrix3x2 Subtract(Matrix3x2 value1, Matrix3x2 value2) => value1 - value2;

    public static Matrix3x2 Multiply(Matrix3x2 value1, Matrix3x2 value2) => value1 * value2;

    public static Matrix3x2 Multiply(Matrix3x2 value1, float value2) => value1 * value2;

    public static Matrix3x2 Negate(Matrix3x2 value) => -value;

    public static Matrix3x2 CreateTranslation(Vector2 position) => CreateTranslation(position.X, position.Y);

    public static Matrix3x2 CreateTranslation(float xPosition, float yPosition) => new(1f, 0f, 0f, 1f, xPosition, yPosition);

    public static Matrix3x2 CreateScale(float scale) => CreateScale(scale, scale);

    public static Matrix3x2 CreateScale(Vector2 scales) => CreateScale(scales.X, scales.Y);

    public static Matrix3x2 CreateScale(float xScale, float yScale) => new(xScale, 0f, 0f, yScale, 0f, 0f);

    // Close to a quarter of a turn the framework takes the exact numbers. They move like those beside them.
    public static Matrix3x2 CreateRotation(float radians)
    {
        const float small = 0.001f * MathF.PI / 180f;
        float turn = MathF.IEEERemainder(radians, MathF.PI * 2f);
        (float sin, float cos) = MathF.SinCos(turn);
        if (turn > -small && turn < small)
        {
            (sin, cos) = (Exactly(0f, sin), Exactly(1f, cos));
        }
        else if (turn > MathF.PI / 2f - small && turn < MathF.PI / 2f + small)
        {
            (sin, cos) = (Exactly(1f, sin), Exactly(0f, cos));
        }
        else if (turn < -MathF.PI + small || turn > MathF.PI - small)
        {
            (sin, cos) = (Exactly(0f, sin), Exactly(-1f, cos));
        }
        else if (turn > -MathF.PI / 2f - small && turn < -MathF.PI / 2f + small)
        {
            (sin, cos) = (Exactly(-1f, sin), Exactly(0f, cos));
        }

        return new(cos, sin, -sin, cos, 0f, 0f);
    }

    public static Matrix3x2 CreateSkew(float radiansX, float radiansY) => new(1f, MathF.Tan(radiansY), MathF.Tan(radiansX), 1f, 0f, 0f);

    public readonly float GetDeterminant() => M11 * M22 - M21 * M12;

    private static float Exactly(float value, float moving) => value + (moving - SymDiff.Gradients.Stop(moving));
}
