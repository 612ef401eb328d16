namespace System.Numerics;

/// <summary>The two numbers, and the arithmetic.</summary>
public partial struct Vector2
{
    public float X;

    public float Y;

    public Vector2(float x, float y) => (X, Y) = (x, y);

    public Vector2(float value) => (X, Y) = (value, value);

    public Vector2(ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 2, nameof(values));
        (X, Y) = (values[0], values[1]);
    }

    public readonly float this[int index] => index switch
    {
        0 => X,
        1 => Y,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static Vector2 Zero => default;

    public static Vector2 One => new(1f);

    public static Vector2 UnitX => new(1f, 0f);

    public static Vector2 UnitY => new(0f, 1f);

    public static Vector2 operator +(Vector2 value) => value;

    public static Vector2 operator -(Vector2 value) => new(-value.X, -value.Y);

    public static Vector2 operator +(Vector2 left, Vector2 right) => new(left.X + right.X, left.Y + right.Y);

    public static Vector2 operator -(Vector2 left, Vector2 right) => new(left.X - right.X, left.Y - right.Y);

    public static Vector2 operator *(Vector2 left, Vector2 right) => new(left.X * right.X, left.Y * right.Y);

    public static Vector2 operator /(Vector2 left, Vector2 right) => new(left.X / right.X, left.Y / right.Y);

    public static Vector2 operator *(Vector2 left, float right) => new(left.X * right, left.Y * right);

    public static Vector2 operator *(float left, Vector2 right) => right * left;

    public static Vector2 operator /(Vector2 value1, float value2) => new(value1.X / value2, value1.Y / value2);

    public static bool operator ==(Vector2 left, Vector2 right) => left.X == right.X && left.Y == right.Y;

    public static bool operator !=(Vector2 left, Vector2 right) => !(left == right);
}
