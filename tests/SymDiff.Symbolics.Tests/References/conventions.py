"""Kinks, jumps, poles and edges: what a derivative is where calculus alone doesn't say, or where a formula easily fails.

A row: function, arguments, value, first partial derivatives, source. ANY stands for a cell that isn't fixed, except
that computing it must not throw; INACTIVE for an argument without a derivative; THROWS for an exception.
"""

from typing import NamedTuple

from mpmath import mp, mpf

mp.dps = 60
inf, nan = float("inf"), float("nan")
ANY, INACTIVE, THROWS = "any", "", "throws"
pi, log, exp, sqrt = mp.pi, mp.log, mp.exp, mp.sqrt


class Convention(NamedTuple):
    function: str
    arguments: tuple
    value: object
    partials: tuple
    source: str


TIE = "a tie gives half to each side"
NAN = "NaN in, NaN out"
SUBGRADIENT = "the derivative of a kink in a norm is 0"
LIMIT = "the true one-sided limit, +inf or -inf"
CONSTANT = "piecewise constant: 0"
CLAMP = "inside and at the bounds 1 for the value, outside 1 for the bound that holds"
POWER = "n*Pow(x, n-1) for constant n: 0 at x = 0 for n > 1, 1 for n = 1, 0 everywhere for n = 0"
EXPONENT = "the derivative by the exponent is 0 at x = 0, y >= 0"
CHOSEN = "the operand that the value equals has the derivative"
MISSING = "a NaN is a missing operand: the other one has the derivative"
QUOTIENT = "by the divisor: minus the integer quotient, truncated for %, rounded half to even for IEEERemainder"
IEEE = "IEEE arithmetic on the textbook formula"
FLAT = "saturated: exact, without a NaN"
RELATIVE = "accurate in the relative sense where the naive formula cancels"


def steps(name, arguments, values):
    return [Convention(name, (x,), value, (0,), CONSTANT) for x, value in zip(arguments, values)]


def extrema():
    for kind in ("", "Number", "Native"):
        for name, of_zeros in (("Max" + kind, 0.0), ("Min" + kind, 0.0)):
            yield Convention(name, (2.0, 2.0), 2, (0.5, 0.5), TIE)
            yield Convention(name, (-3.0, -3.0), -3, (0.5, 0.5), TIE)
            yield Convention(name, (0.0, 0.0), 0, (0.5, 0.5), TIE)
            yield Convention(name, (0.0, -0.0), of_zeros, (0.5, 0.5), TIE)
            yield Convention(name, (inf, inf), inf, (0.5, 0.5), TIE)
        yield Convention("Max" + kind, (inf, 1.0), inf, (1, 0), CHOSEN)
        yield Convention("Min" + kind, (inf, 1.0), 1, (0, 1), CHOSEN)
        yield Convention("Max" + kind, (-inf, 1.0), 1, (0, 1), CHOSEN)
        yield Convention("Min" + kind, (-inf, 1.0), -inf, (1, 0), CHOSEN)

    for name in ("Max", "Min", "MaxMagnitude", "MinMagnitude"):
        for arguments in ((nan, 1.0), (1.0, nan), (nan, nan), (inf, nan)):
            yield Convention(name, arguments, nan, (nan, nan), NAN)
        number = name + "Number"
        yield Convention(number, (nan, 1.0), 1, (0, 1), MISSING)
        yield Convention(number, (1.0, nan), 1, (1, 0), MISSING)
        yield Convention(number, (nan, nan), nan, (nan, nan), NAN)

    for kind in ("", "Number"):
        for name in ("MaxMagnitude" + kind, "MinMagnitude" + kind):
            yield Convention(name, (2.0, 2.0), 2, (0.5, 0.5), TIE)
            yield Convention(name, (-2.0, -2.0), -2, (0.5, 0.5), TIE)
            yield Convention(name, (0.0, 0.0), 0, (0.5, 0.5), TIE)
        yield Convention("MaxMagnitude" + kind, (2.0, -2.0), 2, (1, 0), CHOSEN)
        yield Convention("MaxMagnitude" + kind, (-2.0, 2.0), 2, (0, 1), CHOSEN)
        yield Convention("MinMagnitude" + kind, (2.0, -2.0), -2, (0, 1), CHOSEN)
        yield Convention("MinMagnitude" + kind, (-2.0, 2.0), -2, (1, 0), CHOSEN)


def clamps():
    for name in ("Clamp", "ClampNative"):
        yield Convention(name, (1.0, 0.0, 2.0), 1, (1, 0, 0), CLAMP)
        yield Convention(name, (0.0, 0.0, 2.0), 0, (1, 0, 0), CLAMP)
        yield Convention(name, (2.0, 0.0, 2.0), 2, (1, 0, 0), CLAMP)
        yield Convention(name, (-1.0, 0.0, 2.0), 0, (0, 1, 0), CLAMP)
        yield Convention(name, (3.0, 0.0, 2.0), 2, (0, 0, 1), CLAMP)
        yield Convention(name, (2.0, 2.0, 2.0), 2, (1, 0, 0), CLAMP)
        yield Convention(name, (1.0, 2.0, 2.0), 2, (0, 1, 0), CLAMP)
        yield Convention(name, (inf, 0.0, 2.0), 2, (0, 0, 1), CLAMP)
        yield Convention(name, (-inf, 0.0, 2.0), 0, (0, 1, 0), CLAMP)
        yield Convention(name, (1.0, 3.0, 2.0), THROWS, (THROWS, THROWS, THROWS), "min > max throws as the function does")
    yield Convention("Clamp", (nan, 0.0, 2.0), nan, (ANY, ANY, ANY), "not fixed, but must not throw")


def powers():
    for n, value, slope in ((0.0, 1, 0), (1.0, 0, 1), (2.0, 0, 0), (3.0, 0, 0), (1.5, 0, 0), (0.5, 0, inf)):
        yield Convention("Pow", (0.0, n), value, (slope, INACTIVE), POWER)
        yield Convention("Pow", (0.0, n), value, (slope, 0), EXPONENT)
    yield Convention("Pow", (0.0, -1.0), inf, (-inf, INACTIVE), IEEE)
    for x in (-3.0, -1.0, 1e-300, 1e300, inf, -inf, nan):
        yield Convention("Pow", (x, 0.0), 1, (0, INACTIVE), POWER)
    for x in (-3.0, 1e-300, 1e300, inf):
        yield Convention("Pow", (x, 1.0), x, (1, INACTIVE), POWER)
    yield Convention("Pow", (-3.0, 2.0), 9, (-6, INACTIVE), POWER)
    yield Convention("Pow", (-3.0, 3.0), -27, (27, INACTIVE), POWER)
    yield Convention("Pow", (-2.0, -1.0), -0.5, (-0.25, INACTIVE), POWER)
    yield Convention("Pow", (-3.0, 2.0), 9, (-6, nan), "a negative base has no derivative by the exponent")
    yield Convention("Pow", (-3.0, 0.5), nan, (nan, nan), NAN)
    yield Convention("Pow", (2.0, 3.0), 8, (12, 8 * log(2)), IEEE)
    yield Convention("Pow", (1.0, 5.0), 1, (5, 0), IEEE)
    yield Convention("Pow", (1e-8, 1.0), 1e-8, (1, INACTIVE), POWER)
    yield Convention("Pow", (2.0, nan), nan, (nan, nan), NAN)
    yield Convention("Pow", (nan, 2.0), nan, (nan, nan), NAN)


def roots_and_norms():
    yield Convention("Sqrt", (0.0,), 0, (inf,), LIMIT)
    yield Convention("Sqrt", (inf,), inf, (0,), IEEE)
    yield Convention("Sqrt", (-1.0,), nan, (nan,), NAN)
    yield Convention("Cbrt", (0.0,), 0, (inf,), LIMIT)
    yield Convention("Cbrt", (-0.0,), 0, (inf,), LIMIT)
    yield Convention("Cbrt", (-8.0,), -2, (mpf(1) / 12,), IEEE)
    yield Convention("Cbrt", (inf,), inf, (0,), IEEE)
    yield Convention("RootN", (0.0, 1), 0, (1, INACTIVE), LIMIT)
    yield Convention("RootN", (0.0, 2), 0, (inf, INACTIVE), LIMIT)
    yield Convention("RootN", (0.0, 3), 0, (inf, INACTIVE), LIMIT)
    yield Convention("RootN", (-8.0, 3), -2, (mpf(1) / 12, INACTIVE), IEEE)
    yield Convention("RootN", (-8.0, 2), nan, (nan, INACTIVE), NAN)
    yield Convention("RootN", (8.0, 0), nan, (nan, INACTIVE), NAN)
    yield Convention("ReciprocalEstimate", (0.0,), inf, (-inf,), IEEE)
    yield Convention("Hypot", (0.0, 0.0), 0, (0, 0), SUBGRADIENT)
    yield Convention("Hypot", (-0.0, 0.0), 0, (0, 0), SUBGRADIENT)
    yield Convention("Hypot", (3.0, 4.0), 5, (mpf(3) / 5, mpf(4) / 5), IEEE)
    yield Convention("Hypot", (0.0, -2.0), 2, (0, -1), IEEE)
    yield Convention("Hypot", (nan, 1.0), nan, (nan, nan), NAN)
    yield Convention("Abs", (0.0,), 0, (0,), SUBGRADIENT)
    yield Convention("Abs", (-0.0,), 0, (0,), SUBGRADIENT)
    yield Convention("Abs", (nan,), nan, (nan,), NAN)
    yield Convention("Abs", (inf,), inf, (1,), IEEE)
    yield Convention("Abs", (-inf,), inf, (-1,), IEEE)
    yield Convention("CopySign", (2.0, -1.0), -2, (-1, 0), "the sign turns the derivative too")
    yield Convention("CopySign", (-2.0, -1.0), -2, (1, 0), "the sign turns the derivative too")
    yield Convention("CopySign", (2.0, -0.0), -2, (-1, 0), "the sign turns the derivative too")
    yield Convention("CopySign", (0.0, 1.0), 0, (0, 0), SUBGRADIENT)
    yield Convention("CopySign", (0.0, -1.0), 0, (0, 0), SUBGRADIENT)
    yield Convention("Relu", (0.0,), 0, (0,), "Relu'(0) = 0")


def logarithms_and_exponentials():
    for name in ("Log", "Log2", "Log10"):
        yield Convention(name, (0.0,), -inf, (inf,), LIMIT)
        yield Convention(name, (inf,), inf, (0,), IEEE)
        yield Convention(name, (-1.0,), nan, (ANY,), "not fixed, but must not throw")
    for name, scale in (("LogP1", 1), ("Log2P1", log(2)), ("Log10P1", log(10))):
        yield Convention(name, (-1.0,), -inf, (inf,), LIMIT)
        yield Convention(name, (inf,), inf, (0,), IEEE)
        yield Convention(name, (1e-17,), log(1 + mpf(1e-17)) / scale, (1 / (1 + mpf(1e-17)) / scale,), RELATIVE)
    yield Convention("LogBase", (8.0, 2.0), 3, (1 / (8 * log(2)), -log(8) / (2 * log(2) ** 2)), IEEE)
    yield Convention("LogBase", (8.0, 1.0), nan, (ANY, ANY), "not fixed, but must not throw")
    for name in ("Exp", "Exp2", "Exp10"):
        yield Convention(name, (-inf,), 0, (0,), FLAT)
        yield Convention(name, (inf,), inf, (inf,), IEEE)
    for name, slope in (("ExpM1", exp(mpf(1e-17))), ("Exp2M1", log(2) * mp.power(2, 1e-17)), ("Exp10M1", log(10) * mp.power(10, 1e-17))):
        base = {"ExpM1": mp.e, "Exp2M1": 2, "Exp10M1": 10}[name]
        with mp.workdps(120):
            value = mp.power(base, mpf(1e-17)) - 1 if base != mp.e else mp.expm1(mpf(1e-17))
        yield Convention(name, (-inf,), -1, (0,), FLAT)
        yield Convention(name, (inf,), inf, (inf,), IEEE)
        yield Convention(name, (1e-17,), value, (slope,), RELATIVE)


def trigonometry():
    for name, unit in (("Asin", mpf(1)), ("AsinPi", pi)):
        yield Convention(name, (1.0,), pi / 2 / unit, (inf,), LIMIT)
        yield Convention(name, (-1.0,), -pi / 2 / unit, (inf,), LIMIT)
    for name, unit in (("Acos", mpf(1)), ("AcosPi", pi)):
        yield Convention(name, (1.0,), 0, (-inf,), LIMIT)
        yield Convention(name, (-1.0,), pi / unit, (-inf,), LIMIT)
    for name, unit in (("Atan2", mpf(1)), ("Atan2Pi", pi)):
        yield Convention(name, (0.0, 0.0), 0, (nan, nan), "undefined at the origin: NaN")
        yield Convention(name, (1.0, 2.0), mp.atan2(1, 2) / unit, (mpf(2) / 5 / unit, -mpf(1) / 5 / unit), IEEE)
        yield Convention(name, (0.0, 1.0), 0, (1 / unit, 0), IEEE)
        yield Convention(name, (0.0, -1.0), pi / unit, (-1 / unit, 0), "on the cut: the derivative is continuous across it")
        yield Convention(name, (-0.0, -1.0), -pi / unit, (-1 / unit, 0), "on the cut: the derivative is continuous across it")
    yield Convention("Atan", (inf,), pi / 2, (0,), FLAT)
    yield Convention("Atan", (-inf,), -pi / 2, (0,), FLAT)
    for name in ("Sin", "Cos", "Tan", "SinPi", "CosPi", "TanPi"):
        yield Convention(name, (inf,), nan, (nan,), NAN)
        yield Convention(name, (nan,), nan, (nan,), NAN)


def hyperbolics():
    yield Convention("Tanh", (20.0,), mp.tanh(20), (mp.sech(20) ** 2,), RELATIVE)
    yield Convention("Tanh", (-20.0,), -mp.tanh(20), (mp.sech(20) ** 2,), RELATIVE)
    yield Convention("Tanh", (300.0,), 1, (mp.sech(300) ** 2,), RELATIVE)
    yield Convention("Tanh", (inf,), 1, (0,), FLAT)
    yield Convention("Tanh", (-inf,), -1, (0,), FLAT)
    yield Convention("Tanh", (800.0,), 1, (0,), FLAT)
    yield Convention("Tanh", (nan,), nan, (nan,), NAN)
    yield Convention("Asinh", (inf,), inf, (0,), IEEE)
    yield Convention("Asinh", (1e300,), mp.asinh(mpf(1e300)), (1 / mpf(1e300),), RELATIVE)
    yield Convention("Acosh", (1.0,), 0, (inf,), LIMIT)
    yield Convention("Acosh", (inf,), inf, (0,), IEEE)
    yield Convention("Acosh", (1e300,), mp.acosh(mpf(1e300)), (1 / mpf(1e300),), RELATIVE)
    yield Convention("Atanh", (1.0,), inf, (inf,), LIMIT)
    yield Convention("Atanh", (-1.0,), -inf, (inf,), LIMIT)


def jumps():
    special, of_special = [inf, -inf, nan], [inf, -inf, nan]
    yield from steps("Floor", [2.0, -2.0, 0.0, *special], [2, -2, 0, *of_special])
    yield from steps("Ceiling", [2.0, -2.0, 0.0, *special], [2, -2, 0, *of_special])
    yield from steps("Truncate", [2.0, -2.0, 0.0, *special], [2, -2, 0, *of_special])
    yield from steps("Round", [2.5, 3.5, -2.5, 0.5, 2.0, *special], [2, 4, -2, 0, 2, *of_special])
    yield from steps("Sign", [0.0, -0.0, 5.0, inf], [0, 0, 1, 1])
    yield Convention("Sign", (nan,), THROWS, (0,), "the function throws, its derivative must not")


def arithmetic():
    for x, y, value, by_divisor in ((-5.0, 3.0, -2, 1), (5.0, 3.0, 2, -1), (5.0, -3.0, 2, 1), (-5.0, -3.0, -2, -1), (6.0, 3.0, 0, -2), (-6.0, 3.0, 0, 2), (1.0, 3.0, 1, 0)):
        yield Convention("Remainder", (x, y), value, (1, by_divisor), QUOTIENT)
    for x, y, value, by_divisor in ((5.0, 3.0, -1, -2), (-5.0, 3.0, 1, 2), (5.0, 2.0, 1, -2), (7.0, 2.0, -1, -4), (1.0, 3.0, 1, 0), (6.0, 3.0, 0, -2)):
        yield Convention("IEEERemainder", (x, y), value, (1, by_divisor), QUOTIENT)
    for name in ("Remainder", "IEEERemainder"):
        yield Convention(name, (5.0, 0.0), nan, (ANY, ANY), "not fixed, but must not throw")
        yield Convention(name, (nan, 3.0), nan, (ANY, ANY), "not fixed, but must not throw")
    yield Convention("Divide", (1.0, 0.0), inf, (inf, -inf), IEEE)
    yield Convention("Divide", (0.0, 0.0), nan, (inf, nan), IEEE)
    yield Convention("Multiply", (0.0, inf), nan, (inf, 0), IEEE)
    yield Convention("FusedMultiplyAdd", (2.0, 3.0, 4.0), 10, (3, 2, 1), IEEE)
    yield Convention("ScaleB", (0.0, 3), 0, (8, INACTIVE), IEEE)
    yield Convention("ScaleB", (1.5, 3), 12, (8, INACTIVE), IEEE)


def beyond_dotnet():
    yield Convention("Softplus", (1000.0,), 1000, (1,), FLAT)
    yield Convention("Softplus", (-800.0,), 0, (0,), FLAT)
    yield Convention("Softplus", (inf,), inf, (1,), FLAT)
    yield Convention("Softplus", (-inf,), 0, (0,), FLAT)
    yield Convention("Sigmoid", (-800.0,), 0, (0,), FLAT)
    yield Convention("Sigmoid", (800.0,), 1, (0,), FLAT)
    yield Convention("Sigmoid", (inf,), 1, (0,), FLAT)
    yield Convention("Sigmoid", (-inf,), 0, (0,), FLAT)
    yield Convention("LogSumExp", (1000.0, 1000.0), 1000 + log(2), (0.5, 0.5), FLAT)
    yield Convention("LogSumExp", (-inf, 3.0), 3, (0, 1), FLAT)
    yield Convention("LogSumExp", (3.0, -inf), 3, (1, 0), FLAT)
    yield Convention("LogSumExp", (-1e300, 1e300), 1e300, (0, 1), FLAT)
    yield Convention("XLogY", (0.0, 0.0), 0, (-inf, 0), "x = 0 gives 0 whatever y is")
    yield Convention("XLogY", (0.0, 2.0), 0, (log(2), 0), IEEE)
    yield Convention("XLogY", (2.0, 0.0), -inf, (-inf, inf), IEEE)
    yield Convention("SechSquared", (0.0,), 1, (0,), IEEE)
    yield Convention("SechSquared", (inf,), 0, (0,), FLAT)
    yield Convention("SechSquared", (-inf,), 0, (0,), FLAT)
    yield Convention("Sinc", (0.0,), 1, (0,), "a removable singularity: the function is even")


CONVENTIONS = [row for family in (extrema, clamps, powers, roots_and_norms, logarithms_and_exponentials, trigonometry, hyperbolics, jumps, arithmetic, beyond_dotnet)
               for row in family()]
