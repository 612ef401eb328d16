namespace System.Numerics;

/// <summary>The three numbers, and the arithmetic.</summary>
public partial struct Vector3
{
    public float X;

    public float Y;

    public float Z;

    public Vector3(float x, float y, float z) => (X, Y, Z) = (x, y, z);

    public Vector3(float value) => (X, Y, Z) = (value, value, value);

    public Vector3(Vector2 value, float z) => (X, Y, Z) = (value.X, value.Y, z);

    public Vector3(ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 3, nameof(values));
        (X, Y, Z) = (values[0], values[1], values[2]);
    }

    public readonly float this[int index] => index switch
    {
        0 => X,
        1 => Y,
        2 => Z,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static Vector3 Zero => default;

    public static Vector3 One => new(1f);

    public static Vector3 UnitX => new(1f, 0f, 0f);

    public static Vector3 UnitY => new(0f, 1f, 0f);

    public static Vector3 UnitZ => new(0f, 0f, 1f);

    public static Vector3 operator +(Vector3 value) => value;

    public static Vector3 operator -(Vector3 value) => new(-value.X, -value.Y, -value.Z);

    public static Vector3 operator +(Vector3 left, Vector3 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    public static Vector3 operator -(Vector3 left, Vector3 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    public static Vector3 operator *(Vector3 left, Vector3 right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z);

    public static Vector3 operator /(Vector3 left, Vector3 right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z);

    public static Vector3 operator *(Vector3 left, float right) => new(left.X * right, left.Y * right, left.Z * right);

    public static Vector3 operator *(float left, Vector3 right) => right * left;

    public static Vector3 operator /(Vector3 value1, float value2) => new(value1.X / value2, value1.Y / value2, value1.Z / value2);

    public static bool operator ==(Vector3 left, Vector3 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z;

    public static bool operator !=(Vector3 left, Vector3 right) => !(left == right);
}
