"""The functions of System.Math, MathF, double and float, as mpmath knows them, and where each is evaluated.

A row gives the neutral name of the function, its definition and its points, by format. Integer arguments are int, and
have no derivative. Points are off kinks, jumps and poles: those stand in conventions.py.
"""

from typing import Callable, NamedTuple

from mpmath import mp

from points import both_signs, every, near, nonzero, positive, real, within
import rounding


class Function(NamedTuple):
    name: str
    define: Callable
    points: Callable
    undefined: Callable = lambda *arguments: ()    # the arguments for which there is no derivative at the point


def root(x, n):
    """The real root: of a negative number too, where n is odd."""
    magnitude = mp.root(abs(x), abs(n))
    magnitude = magnitude if n > 0 else 1 / magnitude
    return magnitude if x > 0 else -magnitude


def power(x, y):
    return x ** int(y) if x < 0 else mp.power(x, y)


def log_plus_one(x):
    return mp.log(1 + x)


def smaller_magnitude(x, y):
    return x if abs(x) < abs(y) else y


def larger_magnitude(x, y):
    return x if abs(x) > abs(y) else y


def everywhere(f):
    return real(f)


def exponents(f):
    """Up to overflow and down to underflow of e^x."""
    return within(real(f), -746, 710)


def above_minus_one(f):
    return within(real(f) + near(-1.0, f), -1, mp.inf)


def logarithmic(f):
    return within(positive(f) + near(1.0, f), 0, mp.inf)


def angles(f):
    """Also the numbers next to multiples of π/2, where sine, cosine or the inverse of the tangent almost vanish."""
    turns = [float(k * mp.pi / 2) for k in (1, 2, 3, 4, 7, 11, 22, 1000, 10**6)]
    return real(f) + both_signs(turns)


def half_turns(f):
    return within(real(f), -1e6, 1e6) + both_signs(near(0.5, f) + near(1.0, f) + [0.75, 1.25, 1.75, 123.25, 4567.875])


def between_poles(f):
    return [x for x in half_turns(f) if abs(x) % 1 != 0.5]


def unit(f):
    return within(real(f) + both_signs(near(1.0, f) + near(0.5, f)), -1, 1)


def above_one(f):
    return within(positive(f) + near(1.0, f), 1, mp.inf)


SIDES = [3.0, 4.0, 1.0, 0.5, 1e-5, 12.75]
EXTREME_PAIRS = [
    (x, y) for a, b in [(1e-300, 1e-300), (1e300, 1e300), (1e300, 1e-300), (1e-200, 1.0), (1.0, 1e200), (3e-170, 4e-170), (3e160, 4e160),
                        (1e-30, 1e-30), (1e30, 1e30), (1e30, 1e-30), (3e-25, 4e-25), (3e25, 4e25)]
    for x, y in [(a, b), (-a, b), (a, -b), (-b, a)]]


def plane(f):
    """Pairs in all quadrants, and on the axes, but neither the origin nor the cut of Atan2."""
    axes = both_signs(SIDES)
    return every(axes, axes) + EXTREME_PAIRS + [(0.0, 2.0), (3.0, 0.0), (-3.0, 0.0), (0.0, 1e-20)]


def products(f):
    axes = [-7.25, -1.0, -0.1, 0.3, 1.0, 2.5, 1e10]
    return every(axes, axes)


def powers(f):
    free = every([1e-300, 1e-20, 0.01, 0.3, 0.9, 1.0, 1.1, 2.0, 3.5, 10.0, 1e5, 1e100], [-2.5, -1.0, -0.5, 0.0, 1e-10, 1 / 3, 0.5, 1.0, 2.0, 3.0, 7.25])
    bases_below_zero = every([-1e20, -3.0, -1.0, -0.5, -1e-5], [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 8.0])
    steep = [(1.0 + 4 * f.epsilon, 1e6), (0.999, 5000.0), (2.0, 100.5), (2.0, -100.5), (10.0, 30.0)]
    return free + bases_below_zero + steep


def roots(f):
    magnitudes = [1e-300, 1e-20, 0.001, 0.5, 1.0, 2.0, 8.0, 27.0, 1e5, 1e300, 1e30]
    return every(magnitudes, [-5, -3, -2, -1, 1, 2, 3, 4, 5, 9]) + every([-x for x in magnitudes], [-5, -3, -1, 1, 3, 5, 9])


def bases(f):
    arguments = [1e-300, 1e-20, 0.01, 0.5, 0.999, 1.0, 1.001, 2.0, 8.0, 1000.0, 1e30, 1e300]
    return every(arguments, [1e-20, 0.1, 0.5, 0.999, 1.001, 1.5, 2.0, 2.718281828459045, 10.0, 1e20])


def unequal(f):
    """Pairs of different magnitude."""
    axes = [-1e10, -7.5, -2.0, -0.3, 0.5, 1.0, 2.5, 1e-20, 1e20]
    return [(x, y) for x, y in every(axes, axes) if abs(x) != abs(y)] + [(0.0, 1.0), (-1.0, 0.0)]


def signs(f):
    return every([-1e20, -7.5, -0.3, 1e-20, 0.5, 2.0], [-3.0, -1e-20, 1e20, 0.5])


def bounds(f):
    return [(x, low, high) for x in [-1e20, -3.5, -0.25, 0.1, 0.75, 2.0, 1e10] for low, high in [(-1.0, 1.0), (0.2, 0.6), (-5.0, -1e-5), (1e-10, 1e15)]]


def triples(f):
    axes = [-2.5, 0.3, 1.0, 7.0]
    return every(axes, axes, axes) + [(1e20, 1e-20, -1.0), (1.0 + f.epsilon, 1.0 - f.epsilon, -1.0)]


def mixtures(f):
    return every([-2.0, 0.5, 1e5], [-3.0, 0.25, 1e-5], [-0.5, 0.0, 0.1, 0.5, 0.9, 1.0, 1.5])


def divisions(f):
    """Also quotients just below an integer or a half, which division in the format itself rounds up to it."""
    deceptive = [(1.0, 0.1), (-1.0, 0.1), (1.0, 0.2), (1.0, -0.2), (0.75, 0.1)]
    return deceptive + every([-1e15, -100.7, -5.0, -0.3, 0.2, 5.0, 7.3, 1e6, 123456.789], [-3.0, -0.7, 3.0, 2.25, 1003.3])


def scalings(f):
    return every([-3.0, -1e-20, 0.0, 0.7, 1e20], [-20, -1, 0, 1, 3, 30])


FUNCTIONS = [
    Function("Negate", lambda x: -x, everywhere),
    Function("Add", lambda x, y: x + y, products),
    Function("Subtract", lambda x, y: x - y, products),
    Function("Multiply", lambda x, y: x * y, products),
    Function("Divide", lambda x, y: x / y, products),
    Function("Remainder", lambda x, y: x - y * rounding.truncate(x / y), divisions),
    Function("IEEERemainder", lambda x, y: x - y * rounding.nearest_even(x / y), divisions),

    Function("Sqrt", mp.sqrt, positive),
    Function("Cbrt", lambda x: root(x, 3), nonzero),
    Function("RootN", root, roots),
    Function("ReciprocalEstimate", lambda x: 1 / x, nonzero),                   # the exact value: .NET's is an estimate
    Function("ReciprocalSqrtEstimate", lambda x: 1 / mp.sqrt(x), positive),     # the exact value: .NET's is an estimate
    Function("Pow", power, powers, lambda x, y: (1,) if x < 0 else ()),
    Function("Hypot", lambda x, y: mp.sqrt(x * x + y * y), plane),

    Function("Exp", mp.exp, exponents),
    Function("Exp2", lambda x: mp.power(2, x), lambda f: within(real(f), -1075, 1024)),
    Function("Exp10", lambda x: mp.power(10, x), lambda f: within(real(f), -324, 309)),
    Function("ExpM1", lambda x: mp.exp(x) - 1, exponents),
    Function("Exp2M1", lambda x: mp.power(2, x) - 1, lambda f: within(real(f), -1075, 1024)),
    Function("Exp10M1", lambda x: mp.power(10, x) - 1, lambda f: within(real(f), -324, 309)),
    Function("Log", mp.log, logarithmic),
    Function("Log2", lambda x: mp.log(x) / mp.log(2), logarithmic),
    Function("Log10", lambda x: mp.log(x) / mp.log(10), logarithmic),
    Function("LogP1", log_plus_one, above_minus_one),
    Function("Log2P1", lambda x: log_plus_one(x) / mp.log(2), above_minus_one),
    Function("Log10P1", lambda x: log_plus_one(x) / mp.log(10), above_minus_one),
    Function("LogBase", lambda x, b: mp.log(x) / mp.log(b), bases),

    Function("Sin", mp.sin, angles),
    Function("Cos", mp.cos, angles),
    Function("Tan", mp.tan, angles),
    Function("SinPi", mp.sinpi, half_turns),
    Function("CosPi", mp.cospi, half_turns),
    Function("TanPi", lambda x: mp.sinpi(x) / mp.cospi(x), between_poles),
    Function("Asin", mp.asin, unit),
    Function("Acos", mp.acos, unit),
    Function("Atan", mp.atan, everywhere),
    Function("AsinPi", lambda x: mp.asin(x) / mp.pi, unit),
    Function("AcosPi", lambda x: mp.acos(x) / mp.pi, unit),
    Function("AtanPi", lambda x: mp.atan(x) / mp.pi, everywhere),
    Function("Atan2", mp.atan2, plane),
    Function("Atan2Pi", lambda y, x: mp.atan2(y, x) / mp.pi, plane),
    Function("DegreesToRadians", lambda x: x * mp.pi / 180, everywhere),
    Function("RadiansToDegrees", lambda x: x * 180 / mp.pi, everywhere),

    Function("Sinh", mp.sinh, exponents),
    Function("Cosh", mp.cosh, exponents),
    Function("Tanh", mp.tanh, lambda f: within(real(f), -1001, 1001)),
    Function("Asinh", mp.asinh, everywhere),
    Function("Acosh", mp.acosh, above_one),
    Function("Atanh", mp.atanh, unit),

    Function("FusedMultiplyAdd", lambda x, y, z: x * y + z, triples),
    Function("MultiplyAddEstimate", lambda x, y, z: x * y + z, triples),
    Function("Lerp", lambda a, b, t: a * (1 - t) + b * t, mixtures),
    Function("ScaleB", lambda x, n: mp.ldexp(x, n), scalings),

    Function("Abs", abs, nonzero),
    Function("CopySign", lambda x, y: abs(x) if y > 0 else -abs(x), signs),
    *[Function("Max" + kind, max, unequal) for kind in ("", "Number", "Native")],
    *[Function("Min" + kind, min, unequal) for kind in ("", "Number", "Native")],
    *[Function("MaxMagnitude" + kind, larger_magnitude, unequal) for kind in ("", "Number")],
    *[Function("MinMagnitude" + kind, smaller_magnitude, unequal) for kind in ("", "Number")],
    *[Function("Clamp" + kind, lambda x, low, high: min(max(x, low), high), bounds) for kind in ("", "Native")],

    *[Function(name, define, points) for name, define, points in rounding.FUNCTIONS],
]
