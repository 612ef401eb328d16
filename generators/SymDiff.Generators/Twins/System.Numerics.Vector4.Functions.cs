namespace System.Numerics;

/// <summary>Functions of vectors. Sums are taken pair by pair, as the lanes of the processor are; what is missing is 0.</summary>
public partial struct Vector4
{
    public static Vector4 Add(Vector4 left, Vector4 right) => left + right;

    public static Vector4 Subtract(Vector4 left, Vector4 right) => left - right;

    public static Vector4 Multiply(Vector4 left, Vector4 right) => left * right;

    public static Vector4 Divide(Vector4 left, Vector4 right) => left / right;

    public static Vector4 Multiply(Vector4 left, float right) => left * right;

    public static Vector4 Multiply(float left, Vector4 right) => left * right;

    public static Vector4 Divide(Vector4 left, float divisor) => left / divisor;

    public static Vector4 Negate(Vector4 value) => -value;

    public static Vector4 Create(float value) => new(value);

    public static Vector4 Create(float x, float y, float z, float w) => new(x, y, z, w);

    public static Vector4 Create(Vector2 vector, float z, float w) => new(vector, z, w);

    public static Vector4 Create(Vector3 vector, float w) => new(vector, w);

    public static Vector4 Abs(Vector4 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y), MathF.Abs(value.Z), MathF.Abs(value.W));

    public static Vector4 SquareRoot(Vector4 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y), MathF.Sqrt(value.Z), MathF.Sqrt(value.W));

    public static Vector4 Min(Vector4 value1, Vector4 value2) => new(MathF.Min(value1.X, value2.X), MathF.Min(value1.Y, value2.Y), MathF.Min(value1.Z, value2.Z), MathF.Min(value1.W, value2.W));

    public static Vector4 Max(Vector4 value1, Vector4 value2) => new(MathF.Max(value1.X, value2.X), MathF.Max(value1.Y, value2.Y), MathF.Max(value1.Z, value2.Z), MathF.Max(value1.W, value2.W));

    public static Vector4 Clamp(Vector4 value1, Vector4 min, Vector4 max) => Min(Max(value1, min), max);

    public static Vector4 FusedMultiplyAdd(Vector4 left, Vector4 right, Vector4 addend)
        => new(MathF.FusedMultiplyAdd(left.X, right.X, addend.X), MathF.FusedMultiplyAdd(left.Y, right.Y, addend.Y), MathF.FusedMultiplyAdd(left.Z, right.Z, addend.Z), MathF.FusedMultiplyAdd(left.W, right.W, addend.W));

    public static Vector4 MultiplyAddEstimate(Vector4 left, Vector4 right, Vector4 addend)
        => new(float.MultiplyAddEstimate(left.X, right.X, addend.X), float.MultiplyAddEstimate(left.Y, right.Y, addend.Y), float.MultiplyAddEstimate(left.Z, right.Z, addend.Z), float.MultiplyAddEstimate(left.W, right.W, addend.W));

    public static Vector4 Lerp(Vector4 value1, Vector4 value2, float amount) => Lerp(value1, value2, new Vector4(amount));

    public static Vector4 Lerp(Vector4 value1, Vector4 value2, Vector4 amount) => MultiplyAddEstimate(value1, One - amount, value2 * amount);

    public static float Dot(Vector4 left, Vector4 right) => left.X * right.X + left.Y * right.Y + (left.Z * right.Z + left.W * right.W);

    public static float Sum(Vector4 value) => value.X + value.Y + (value.Z + value.W);

    public static Vector4 Normalize(Vector4 value) => value / value.Length();

    public static float Distance(Vector4 value1, Vector4 value2) => MathF.Sqrt(DistanceSquared(value1, value2));

    public static float DistanceSquared(Vector4 value1, Vector4 value2) => (value1 - value2).LengthSquared();

    public static Vector4 Transform(Vector2 position, Matrix4x4 matrix) => MultiplyAddEstimate(matrix.Y, new Vector4(position.Y), matrix.X * position.X) + matrix.W;

    public static Vector4 Transform(Vector3 position, Matrix4x4 matrix)
        => MultiplyAddEstimate(matrix.Z, new Vector4(position.Z), MultiplyAddEstimate(matrix.Y, new Vector4(position.Y), matrix.X * position.X)) + matrix.W;

    public static Vector4 Transform(Vector4 vector, Matrix4x4 matrix)
    {
        Vector4 sum = MultiplyAddEstimate(matrix.Y, new Vector4(vector.Y), matrix.X * vector.X);
        return MultiplyAddEstimate(matrix.W, new Vector4(vector.W), MultiplyAddEstimate(matrix.Z, new Vector4(vector.Z), sum));
    }

    public static Vector4 Transform(Vector2 value, Quaternion rotation) => Transform(new Vector4(value, 0f, 1f), rotation);

    public static Vector4 Transform(Vector3 value, Quaternion rotation) => Transform(new Vector4(value, 1f), rotation);

    public static Vector4 Transform(Vector4 value, Quaternion rotation)
    {
        Quaternion turned = rotation * (new Quaternion(value.X, value.Y, value.Z, value.W) * Quaternion.Conjugate(rotation));
        return new(turned.X, turned.Y, turned.Z, turned.W);
    }

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    public readonly float LengthSquared() => X * X + Y * Y + (Z * Z + W * W);
}
