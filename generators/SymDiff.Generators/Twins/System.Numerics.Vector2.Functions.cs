namespace System.Numerics;

/// <summary>Functions of vectors. Sums are taken pair by pair, as the lanes of the processor are; what is missing is 0.</summary>
public partial struct Vector2
{
    public static Vector2 Add(Vector2 left, Vector2 right) => left + right;

    public static Vector2 Subtract(Vector2 left, Vector2 right) => left - right;

    public static Vector2 Multiply(Vector2 left, Vector2 right) => left * right;

    public static Vector2 Divide(Vector2 left, Vector2 right) => left / right;

    public static Vector2 Multiply(Vector2 left, float right) => left * right;

    public static Vector2 Multiply(float left, Vector2 right) => left * right;

    public static Vector2 Divide(Vector2 left, float divisor) => left / divisor;

    public static Vector2 Negate(Vector2 value) => -value;

    public static Vector2 Create(float value) => new(value);

    public static Vector2 Create(float x, float y) => new(x, y);

    public static Vector2 Abs(Vector2 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y));

    public static Vector2 SquareRoot(Vector2 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y));

    public static Vector2 Min(Vector2 value1, Vector2 value2) => new(MathF.Min(value1.X, value2.X), MathF.Min(value1.Y, value2.Y));

    public static Vector2 Max(Vector2 value1, Vector2 value2) => new(MathF.Max(value1.X, value2.X), MathF.Max(value1.Y, value2.Y));

    public static Vector2 Clamp(Vector2 value1, Vector2 min, Vector2 max) => Min(Max(value1, min), max);

    public static Vector2 FusedMultiplyAdd(Vector2 left, Vector2 right, Vector2 addend)
        => new(MathF.FusedMultiplyAdd(left.X, right.X, addend.X), MathF.FusedMultiplyAdd(left.Y, right.Y, addend.Y));

    public static Vector2 MultiplyAddEstimate(Vector2 left, Vector2 right, Vector2 addend)
        => new(float.MultiplyAddEstimate(left.X, right.X, addend.X), float.MultiplyAddEstimate(left.Y, right.Y, addend.Y));

    public static Vector2 Lerp(Vector2 value1, Vector2 value2, float amount) => Lerp(value1, value2, new Vector2(amount));

    public static Vector2 Lerp(Vector2 value1, Vector2 value2, Vector2 amount) => MultiplyAddEstimate(value1, One - amount, value2 * amount);

    public static float Dot(Vector2 left, Vector2 right) => left.X * right.X + left.Y * right.Y + 0f;

    public static float Sum(Vector2 value) => value.X + value.Y + 0f;

    public static float Cross(Vector2 left, Vector2 right) => left.X * right.Y - left.Y * right.X;

    public static Vector2 Normalize(Vector2 value) => value / value.Length();

    public static float Distance(Vector2 value1, Vector2 value2) => MathF.Sqrt(DistanceSquared(value1, value2));

    public static float DistanceSquared(Vector2 value1, Vector2 value2) => (value1 - value2).LengthSquared();

    public static Vector2 Reflect(Vector2 vector, Vector2 normal)
    {
        float along = Dot(vector, normal);
        return MultiplyAddEstimate(new Vector2(-(along + along)), normal, vector);
    }

    public static Vector2 Transform(Vector2 position, Matrix3x2 matrix) => TransformNormal(position, matrix) + new Vector2(matrix.M31, matrix.M32);

    public static Vector2 Transform(Vector2 position, Matrix4x4 matrix) => First(Vector4.Transform(position, matrix));

    public static Vector2 Transform(Vector2 value, Quaternion rotation) => First(Vector4.Transform(value, rotation));

    public static Vector2 TransformNormal(Vector2 normal, Matrix3x2 matrix)
        => MultiplyAddEstimate(new Vector2(matrix.M21, matrix.M22), new Vector2(normal.Y), new Vector2(matrix.M11, matrix.M12) * normal.X);

    public static Vector2 TransformNormal(Vector2 normal, Matrix4x4 matrix)
        => MultiplyAddEstimate(new Vector2(matrix.M21, matrix.M22), new Vector2(normal.Y), new Vector2(matrix.M11, matrix.M12) * normal.X);

    private static Vector2 First(Vector4 value) => new(value.X, value.Y);

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    // A square is no negative zero, which the missing lanes would change.
    public readonly float LengthSquared() => X * X + Y * Y;
}
