namespace System.Numerics;

/// <summary>Rotations as four numbers.</summary>
public struct Quaternion
{
    private const float SlerpEpsilon = 1e-6f;

    public float X;

    public float Y;

    public float Z;

    public float W;

    public Quaternion(float x, float y, float z, float w) => (X, Y, Z, W) = (x, y, z, w);

    public Quaternion(Vector3 vectorPart, float scalarPart) => (X, Y, Z, W) = (vectorPart.X, vectorPart.Y, vectorPart.Z, scalarPart);

    public static Quaternion Zero => default;

    public static Quaternion Identity => new(0f, 0f, 0f, 1f);

    public static Quaternion operator -(Quaternion value) => new(-value.X, -value.Y, -value.Z, -value.W);

    public static Quaternion operator +(Quaternion value1, Quaternion value2) => new(value1.X + value2.X, value1.Y + value2.Y, value1.Z + value2.Z, value1.W + value2.W);

    public static Quaternion operator -(Quaternion value1, Quaternion value2) => new(value1.X - value2.X, value1.Y - value2.Y, value1.Z - value2.Z, value1.W - value2.W);

    public static Quaternion operator *(Quaternion value1, float value2) => new(value1.X * value2, value1.Y * value2, value1.Z * value2, value1.W * value2);

    // The processor fuses these additions with a product by 1 or −1, which is exact, so that it comes to the same.
    public static Quaternion operator *(Quaternion value1, Quaternion value2) => new(
        value1.W * value2.X + value1.X * value2.W + value1.Y * value2.Z - value1.Z * value2.Y,
        value1.W * value2.Y - value1.X * value2.Z + value1.Y * value2.W + value1.Z * value2.X,
        value1.W * value2.Z + value1.X * value2.Y - value1.Y * value2.X + value1.Z * value2.W,
        value1.W * value2.W - value1.X * value2.X - value1.Y * value2.Y - value1.Z * value2.Z);

    public static Quaternion operator /(Quaternion value1, Quaternion value2) => value1 * Inverse(value2);

    public static bool operator ==(Quaternion value1, Quaternion value2) => value1.X == value2.X && value1.Y == value2.Y && value1.Z == value2.Z && value1.W == value2.W;

    public static bool operator !=(Quaternion value1, Quaternion value2) => !(value1 == value2);

    public static Quaternion Add(Quaternion value1, Quaternion value2) => value1 + value2;

    public static Quaternion Subtract(Quaternion value1, Quaternion value2) => value1 - value2;

    public static Quaternion Multiply(Quaternion value1, Quaternion value2) => value1 * value2;

    public static Quaternion Multiply(Quaternion value1, float value2) => value1 * value2;

    public static Quaternion Divide(Quaternion value1, Quaternion value2) => value1 / value2;

    public static Quaternion Negate(Quaternion value) => -value;

    public static Quaternion Concatenate(Quaternion value1, Quaternion value2) => value2 * value1;

    public static Quaternion Conjugate(Quaternion value) => new(-value.X, -value.Y, -value.Z, value.W);

    public static float Dot(Quaternion quaternion1, Quaternion quaternion2)
        => quaternion1.X * quaternion2.X + quaternion1.Y * quaternion2.Y + (quaternion1.Z * quaternion2.Z + quaternion1.W * quaternion2.W);

    // Of what is as good as zero the inverse is zero.
    public static Quaternion Inverse(Quaternion value)
    {
        float square = value.LengthSquared();
        return square <= 1.1920929E-07f ? default : new(-value.X / square, -value.Y / square, -value.Z / square, value.W / square);
    }

    public static Quaternion Normalize(Quaternion value)
    {
        float length = value.Length();
        return new(value.X / length, value.Y / length, value.Z / length, value.W / length);
    }

    public static Quaternion CreateFromAxisAngle(Vector3 axis, float angle)
    {
        (float sin, float cos) = MathF.SinCos(angle * 0.5f);
        return new(axis.X * sin, axis.Y * sin, axis.Z * sin, cos);
    }

    // Both stand for the same rotation; the nearer one of the second is taken.
    public static Quaternion Lerp(Quaternion quaternion1, Quaternion quaternion2, float amount)
    {
        Quaternion near = Dot(quaternion1, quaternion2) >= 0f ? quaternion2 : -quaternion2;
        float rest = 1f - amount;
        return Normalize(new Quaternion(
            float.MultiplyAddEstimate(quaternion1.X, rest, near.X * amount),
            float.MultiplyAddEstimate(quaternion1.Y, rest, near.Y * amount),
            float.MultiplyAddEstimate(quaternion1.Z, rest, near.Z * amount),
            float.MultiplyAddEstimate(quaternion1.W, rest, near.W * amount)));
    }

    public static Quaternion Slerp(Quaternion quaternion1, Quaternion quaternion2, float amount)
    {
        float cosine = Dot(quaternion1, quaternion2);
        float sign = 1f;
        if (cosine < 0f)
        {
            cosine = -cosine;
            sign = -1f;
        }

        if (cosine > 1f - SlerpEpsilon)
        {
            return quaternion1 * (1f - amount) + quaternion2 * (amount * sign);
        }

        float angle = MathF.Acos(cosine);
        float scale = 1f / MathF.Sin(angle);
        return quaternion1 * (MathF.Sin((1f - amount) * angle) * scale) + quaternion2 * (MathF.Sin(amount * angle) * scale * sign);
    }

    public readonly float Length() => MathF.Sqrt(LengthSquared());

    public readonly float LengthSquared() => Dot(this, this);
}
