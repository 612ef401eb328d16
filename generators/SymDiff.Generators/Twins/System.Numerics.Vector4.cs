namespace System.Numerics;

/// <summary>The four numbers, and the arithmetic.</summary>
public partial struct Vector4
{
    public float X;

    public float Y;

    public float Z;

    public float W;

    public Vector4(float x, float y, float z, float w) => (X, Y, Z, W) = (x, y, z, w);

    public Vector4(float value) => (X, Y, Z, W) = (value, value, value, value);

    public Vector4(Vector2 value, float z, float w) => (X, Y, Z, W) = (value.X, value.Y, z, w);

    public Vector4(Vector3 value, float w) => (X, Y, Z, W) = (value.X, value.Y, value.Z, w);

    public Vector4(ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 4, nameof(values));
        (X, Y, Z, W) = (values[0], values[1], values[2], values[3]);
    }

    public readonly float this[int index] => index switch
    {
        0 => X,
        1 => Y,
        2 => Z,
        3 => W,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static Vector4 Zero => default;

    public static Vector4 One => new(1f);

    public static Vector4 UnitX => new(1f, 0f, 0f, 0f);

    public static Vector4 UnitY => new(0f, 1f, 0f, 0f);

    public static Vector4 UnitZ => new(0f, 0f, 1f, 0f);

    public static Vector4 UnitW => new(0f, 0f, 0f, 1f);

    public static Vector4 operator +(Vector4 value) => value;

    public static Vector4 operator -(Vector4 value) => new(-value.X, -value.Y, -value.Z, -value.W);

    public static Vector4 operator +(Vector4 left, Vector4 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z, left.W + right.W);

    public static Vector4 operator -(Vector4 left, Vector4 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z, left.W - right.W);

    public static Vector4 operator *(Vector4 left, Vector4 right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z, left.W * right.W);

    public static Vector4 operator /(Vector4 left, Vector4 right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z, left.W / right.W);

    public static Vector4 operator *(Vector4 left, float right) => new(left.X * right, left.Y * right, left.Z * right, left.W * right);

    public static Vector4 operator *(float left, Vector4 right) => right * left;

    public static Vector4 operator /(Vector4 value1, float value2) => new(value1.X / value2, value1.Y / value2, value1.Z / value2, value1.W / value2);

    public static bool operator ==(Vector4 left, Vector4 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z && left.W == right.W;

    public static bool operator !=(Vector4 left, Vector4 right) => !(left == right);
}
