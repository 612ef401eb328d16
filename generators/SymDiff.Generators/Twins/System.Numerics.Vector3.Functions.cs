namespace System.Numerics;

/// <summary>Functions of vectors. Sums are taken pair by pair, as the lanes of the processor are; what is missing is 0.</summary>
public partial struct Vector3
{
    public static Vector3 Add(Vector3 left, Vector3 right) => left + right;

    public static Vector3 Subtract(Vector3 left, Vector3 right) => left - right;

    public static Vector3 Multiply(Vector3 left, Vector3 right) => left * right;

    public static Vector3 Divide(Vector3 left, Vector3 right) => left / right;

    public static Vector3 Multiply(Vector3 left, float right) => left * right;

    public static Vector3 Multiply(float left, Vector3 right) => left * right;

    public static Vector3 Divide(Vector3 left, float divisor) => left / divisor;

    public static Vector3 Negate(Vector3 value) => -value;

    public static Vector3 Create(float value) => new(value);

    public static Vector3 Create(float x, float y, float z) => new(x, y, z);

    public static Vector3 Create(Vector2 vector, float z) => new(vector, z);

    public static Vector3 Abs(Vector3 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y), MathF.Abs(value.Z));

    public static Vector3 SquareRoot(Vector3 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y), MathF.Sqrt(value.Z));

    public static Vector3 Min(Vector3 value1, Vector3 value2) => new(MathF.Min(value1.X, value2.X), MathF.Min(value1.Y, value2.Y), MathF.Min(value1.Z, value2.Z));

    public static Vector3 Max(Vector3 value1, Vector3 value2) => new(MathF.Max(value1.X, value2.X), MathF.Max(value1.Y, value2.Y), MathF.Max(value1.Z, value2.Z));

    public static Vector3 Clamp(Vector3 value1, Vector3 min, Vector3 max) => Min(Max(value1, min), max);

    public static Vector3 FusedMultiplyAdd(Vector3 left, Vector3 right, Vector3 addend)
        => new(MathF.FusedMultiplyAdd(left.X, right.X, addend.X), MathF.FusedMultiplyAdd(left.Y, right.Y, addend.Y), MathF.FusedMultiplyAdd(left.Z, right.Z, addend.Z));

    public static Vector3 MultiplyAddEstimate(Vector3 left, Vector3 right, Vector3 addend)
        => new(float.MultiplyAddEstimate(left.X, right.X, addend.X), float.MultiplyAddEstimate(left.Y, right.Y, addend.Y), float.MultiplyAddEstimate(left.Z, right.Z, addend.Z));

    public static Vector3 Lerp(Vector3 value1, Vector3 value2, float amount) => Lerp(value1, value2, new Vector3(amount));

    public static Vector3 Lerp(Vector3 value1, Vector3 value2, Vector3 amount) => MultiplyAddEstimate(value1, One - amount, value2 * amount);

    public static float Dot(Vector3 left, Vector3 right) => left.X * right.X + left.Y * right.Y + (left.Z * right.Z + 0f);

    public static float Sum(Vector3 value) => value.X + value.Y + (value.Z + 0f);

    public static Vector3 Cross(Vector3 left, Vector3 right)
        => new(left.Y * right.Z - left.Z * right.Y, left.Z * right.X - left.X * right.Z, left.X * right.Y - left.Y * right.X);

    public static Vector3 Normalize(Vector3 value) => value / value.Length();

    public static float Distance(Vector3 value1, Vector3 value2) => MathF.Sqrt(DistanceSquared(value1, value2));

    public static float DistanceSquared(Vector3 value1, Vector3 value2) => (value1 - value2).LengthSquared();

    public static Vector3 Reflect(Vector3 vector, Vector3 normal)
    {
        float along = Dot(vector, normal);
        return MultiplyAddEstimate(new Vector3(-(along + along)), normal, vector);
    }

    public static Vector3 Transform(Vector3 position, Matrix4x4 matrix) => First(Vector4.Transform(position, matrix));

    public static Vector3 Transform(Vector3 value, Quaternion rotation) => First(Vector4.Transform(value, rotation));

    public static Vector3 TransformNormal(Vector3 normal, Matrix4x4 matrix)
    {
        Vector3 sum = new Vector3(matrix.M11, matrix.M12, matrix.M13) * normal.X;
        sum = MultiplyAddEstimate(new Vector3(matrix.M21, matrix.M22, matrix.M23), new Vector3(normal.Y), sum);
        return MultiplyAddEstimate(new Vector3(matrix.M31, matrix.M32, matrix.M33), new Vector3(normal.Z), sum);
    }

    private static Vector3 First(Vector4 value) => new(value.X, value.Y, value.Z);

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    // A square is no negative zero, which the missing lanes would change.
    public readonly float LengthSquared() => X * X + Y * Y + Z * Z;
}
