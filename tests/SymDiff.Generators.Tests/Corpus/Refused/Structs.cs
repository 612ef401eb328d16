using System;
using System.Numerics;
using SymDiff;

public static partial class Structs
{
    [Differentiable, Refused("SYMD0108")]
    public static double ArcCosine(double x, double y) => Complex.Acos(new Complex(x, y)).Real;
}
