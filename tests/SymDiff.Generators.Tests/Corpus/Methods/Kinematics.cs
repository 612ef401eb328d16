using System;
using SymDiff;

public static partial class Kinematics
{
    [Differentiable(nameof(q1), nameof(q2)), At(0.3, 0.5, 1.0, 0.8), At(0.0, 0.0, 1.0, 1.0)]
    public static double TwoLinkX(double q1, double q2, double l1, double l2) => l1 * Math.Cos(q1) + l2 * Math.Cos(q1 + q2);

    private static (double X, double Y) Forward(double q1, double q2, double q3)
    {
        double x = Math.Cos(q1) + 0.8 * Math.Cos(q1 + q2) + 0.5 * Math.Cos(q1 + q2 + q3);
        double y = Math.Sin(q1) + 0.8 * Math.Sin(q1 + q2) + 0.5 * Math.Sin(q1 + q2 + q3);
        return (x, y);
    }

    [Differentiable, At(0.3, 0.5, -0.2), At(1.0, -1.5, 2.0)]
    public static double ThreeLinkDistance(double q1, double q2, double q3)
    {
        (double x, double y) = Forward(q1, q2, q3);
        double dx = x - 1, dy = y - 0.5;
        return Math.Sqrt(dx * dx + dy * dy);
    }

    [Differentiable(nameof(angles)), At(new[] { 0.1, 0.2, 0.3 }, new[] { 1.0, 1, 0.5 }), At(new[] { 0.1, 0.2, 0.3, -1, 2, 0.5, 0.25, 1, 1 }, new[] { 1.0, 1, 0.5, 1, 1, 1, 1, 1, 1 })]
    public static double PlanarChain(double[] angles, double[] lengths)
    {
        double x = 0, y = 0, heading = 0;
        for (int i = 0; i < angles.Length; i++)
        {
            heading += angles[i];
            x += lengths[i] * Math.Cos(heading);
            y += lengths[i] * Math.Sin(heading);
        }

        return Math.Sqrt(x * x + y * y);
    }

    // One row of the transform suffices for the height.
    [Differentiable(nameof(q)), At(new[] { 0.1, 0.2, 0.3 }), At(new[] { -1.0, 0.5, 2 })]
    public static double DenavitHartenbergHeight(double[] q)
    {
        double[] a = [0.0, 0.4, 0.3];
        double[] alpha = [Math.PI / 2, 0, 0.3];
        double[] d = [0.5, 0, 0.1];
        double zx = 0, zy = 0, zz = 1, z = 0;
        for (int i = 0; i < q.Length; i++)
        {
            var (s, c) = Math.SinCos(q[i]);
            double ca = Math.Cos(alpha[i]), sa = Math.Sin(alpha[i]);
            z += zx * a[i] * c + zy * a[i] * s + zz * d[i];
            double nx = zx * c + zy * s;
            double ny = -zx * s * ca + zy * c * ca + zz * sa;
            double nz = zx * s * sa - zy * c * sa + zz * ca;
            (zx, zy, zz) = (nx, ny, nz);
        }

        return z;
    }

    [Differentiable(nameof(w), nameof(x), nameof(y), nameof(z)), At(1.0, 0.1, 0.2, 0.3, 1.0, 2.0, 3.0), At(0.0, 1.0, 0.0, 0.0, 1.0, -1.0, 0.5)]
    public static double QuaternionRotation(double w, double x, double y, double z, double vx, double vy, double vz)
    {
        double norm = Math.Sqrt(w * w + x * x + y * y + z * z);
        w /= norm;
        x /= norm;
        y /= norm;
        z /= norm;
        double tx = 2 * (y * vz - z * vy);
        double ty = 2 * (z * vx - x * vz);
        double tz = 2 * (x * vy - y * vx);
        return vx + w * tx + y * tz - z * ty;
    }

    [Differentiable, At(0.1, 0.2, 0.3), At(1.0, -0.5, 2.0)]
    public static double EulerToQuaternionW(double roll, double pitch, double yaw)
    {
        double cr = Math.Cos(roll / 2), sr = Math.Sin(roll / 2);
        double cp = Math.Cos(pitch / 2), sp = Math.Sin(pitch / 2);
        double cy = Math.Cos(yaw / 2), sy = Math.Sin(yaw / 2);
        return cr * cp * cy + sr * sp * sy;
    }

    [Differentiable, At(0.3, 0.2, 0.1, 1.0, 2.0, 3.0), At(1e-9, 0.0, 0.0, 1.0, 2.0, 3.0), At(0.0, 0.0, 0.0, 1.0, 2.0, 3.0, IsKink = true)]
    public static double RodriguesRotationX(double rx, double ry, double rz, double vx, double vy, double vz)
    {
        double theta2 = rx * rx + ry * ry + rz * rz;
        double a, b;
        if (theta2 < 1e-12)
        {
            a = 1 - theta2 / 6;
            b = 0.5 - theta2 / 24;
        }
        else
        {
            double theta = Math.Sqrt(theta2);
            a = Math.Sin(theta) / theta;
            b = (1 - Math.Cos(theta)) / theta2;
        }

        double cx = ry * vz - rz * vy;
        double cy = rz * vx - rx * vz;
        double cz = rx * vy - ry * vx;
        return vx + a * cx + b * (ry * cz - rz * cy);
    }

    [Differentiable(nameof(x), nameof(y)), At(1.2, 0.5, 1.0, 0.8), At(0.5, -0.7, 1.0, 1.0), At(5.0, 0.0, 1.0, 1.0, IsKink = true)]
    public static double InverseElbow(double x, double y, double l1, double l2)
    {
        double c = (x * x + y * y - l1 * l1 - l2 * l2) / (2 * l1 * l2);
        if (c is > 1.0 or < -1.0)
            return double.NaN;
        double q2 = Math.Acos(c);
        return Math.Atan2(y, x) - Math.Atan2(l2 * Math.Sin(q2), l1 + l2 * Math.Cos(q2));
    }

    [Differentiable(nameof(lat), nameof(lon)), At(0.8, 0.1, 0.85, 0.3), At(-0.5, 2.0, 0.5, -2.0)]
    public static double Haversine(double lat, double lon, double lat2, double lon2)
    {
        double s1 = Math.Sin((lat2 - lat) / 2), s2 = Math.Sin((lon2 - lon) / 2);
        double h = s1 * s1 + Math.Cos(lat) * Math.Cos(lat2) * s2 * s2;
        return 2 * 6371 * Math.Asin(Math.Sqrt(h));
    }

    [Differentiable(nameof(px), nameof(py), nameof(pz), nameof(f)), At(0.1, 0.2, 2.0, 500.0), At(-1.0, 0.5, 3.0, 300.0)]
    public static double ProjectWithDistortion(double px, double py, double pz, double f)
    {
        const double k1 = -0.1, k2 = 0.01;
        double u = px / pz, v = py / pz;
        double r2 = u * u + v * v;
        double distortion = 1 + k1 * r2 + k2 * r2 * r2;
        return Math.Pow(f * u * distortion - 10, 2) + Math.Pow(f * v * distortion - 20, 2);
    }

    [Differentiable(nameof(speed), nameof(steer)), At(5.0, 0.1, 20), At(1.0, -0.3, 5), At(1.0, 0.0, 3)]
    public static double BicycleModelHeading(double speed, double steer, int steps)
    {
        double x = 0, y = 0, heading = 0;
        for (int i = 0; i < steps; i++)
        {
            x += speed * Math.Cos(heading) * 0.05;
            y += speed * Math.Sin(heading) * 0.05;
            heading += speed / 2.5 * Math.Tan(steer) * 0.05;
            if (heading > Math.PI) heading -= 2 * Math.PI;
            else if (heading < -Math.PI) heading += 2 * Math.PI;
        }

        return heading + x * y;
    }
}
