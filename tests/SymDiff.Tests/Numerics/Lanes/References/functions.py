"""The functions as mpmath knows them, and where they are evaluated: where they are used most, where they are hard, and over the whole range."""

import math
import struct
from dataclasses import dataclass
from typing import Callable

from mpmath import acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, cos, cosh, erf, erfc, exp, log, mag, mp, mpf, pi, sin, sinh, sqrt, tan, tanh, workprec


@dataclass(frozen=True)
class Function:
    name: str
    value: Callable
    points: tuple  # of (weight, a draw for each argument, or one for all)

    def draw(self, chance):
        """Until the value is a number."""
        while True:
            (_, draws), = chance.choices(self.points, [weight for weight, _ in self.points])
            point = draws(chance) if callable(draws) else tuple(draw(chance) for draw in draws)
            if abs(self.value(*map(mpf, point))) < mpf(2) ** 1024 * (1 - mpf(2) ** -54):
                return point


def uniform(low, high):
    return lambda chance: chance.uniform(low, high)


def around(center, low, high):
    """Both sides of the centre, in distances of all magnitudes."""
    return lambda chance: center + math.exp(chance.uniform(math.log(low), math.log(high))) * chance.choice((-1, 1))


def positive(low, high):
    return lambda chance: math.exp(chance.uniform(math.log(low), math.log(high)))


def near_quarter_turn(chance):
    x = float(int(positive(1, 1e9)(chance)) * pi / 2)
    return struct.unpack("<d", struct.pack("<q", struct.unpack("<q", struct.pack("<d", x))[0] + chance.randint(-3, 3)))[0]


def precise(function):
    """With as many more digits as cancellation or a great argument takes."""

    def value(*arguments):
        extra = sum(2 * abs(mag(x)) for x in arguments if x != 0)
        with workprec(mp.prec + min(extra, 2400)):
            return function(*arguments)

    return value


def any_number(chance):
    """A number with random bits."""
    while True:
        x = struct.unpack("<d", struct.pack("<Q", chance.getrandbits(64)))[0]
        if math.isfinite(x):
            return x


def just_inside(chance):
    """Close to the ends of −1 … 1."""
    return chance.choice((-1, 1)) * (1 - positive(1e-16, 0.5)(chance))


def power_in_range(chance):
    """Base and exponent of a power that is a number, at the ends of the range too."""
    while True:
        base = positive(1e-30, 1e30)(chance)
        logarithm = chance.choice((uniform(-745, 709.7), uniform(-745, -700), uniform(700, 709.7)))(chance)
        if base != 1:
            return base, logarithm / math.log(base)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    with workprec(mp.prec + 2400):
        return log(1 + exp(x))


SMALL = (3, [around(0, 1e-20, 2)])
USUAL = (6, [uniform(-3, 3)])
ANGLES = (
    (8, [uniform(-8, 8)]),
    (4, [around(0, 1e-3, 1e10)]),
    (4, [near_quarter_turn]),
    (1, [around(0, 1e-300, 1e300)]),
)
POSITIVE = ((3, [positive(5e-324, 1.7e308)]), (6, [uniform(0.3, 3)]), (3, [around(1, 1e-15, 0.5)]), (1, [uniform(5e-324, 5e-308)]))
INSIDE = ((6, [uniform(-1, 1)]), (2, [around(0, 1e-20, 1)]), (2, [just_inside]))
HYPERBOLIC = ((2, [uniform(-710.4, 710.4)]), USUAL, SMALL)
POINTS = ((6, [uniform(-3, 3)] * 2), (3, [around(0, 1e-10, 1e10)] * 2), (1, [any_number] * 2))

FUNCTIONS = [
    Function("Exp", exp, ((3, [uniform(-746, 709.8)]), USUAL, (1, [uniform(-746, -708)]), SMALL)),
    Function("Exp2", lambda x: mpf(2) ** x, ((3, [uniform(-1075, 1024)]), USUAL, (1, [uniform(-1075, -1020)]), SMALL)),
    Function("Exp10", lambda x: mpf(10) ** x, ((3, [uniform(-324, 308.2)]), USUAL, (1, [uniform(-324, -307)]), SMALL)),
    Function("ExpM1", precise(lambda x: exp(x) - 1), ((2, [uniform(-60, 709.8)]), USUAL, SMALL)),
    Function("Log", log, POSITIVE),
    Function("Log2", lambda x: log(x) / log(2), POSITIVE),
    Function("Log10", lambda x: log(x) / log(10), POSITIVE),
    Function("LogP1", precise(lambda x: log(1 + x)), ((3, [positive(5e-324, 1.7e308)]), (6, [uniform(-0.7, 2)]), (3, [around(0, 1e-20, 0.99)]))),
    Function("Sigmoid", sigmoid, ((2, [uniform(-746, 60)]), USUAL, (3, [uniform(-40, 40)]))),
    Function("Sigmoid'", lambda x: sigmoid(x) * sigmoid(-x), ((2, [uniform(-745, 745)]), USUAL, (3, [uniform(-40, 40)]))),
    Function("Softplus", softplus, ((2, [uniform(-746, 60)]), USUAL, (3, [uniform(-40, 40)]))),
    Function("Sinh", precise(sinh), HYPERBOLIC),
    Function("Cosh", precise(cosh), HYPERBOLIC),
    Function("Tanh", precise(tanh), ((2, [uniform(-23, 23)]), USUAL, SMALL)),
    Function("Tanh'", precise(lambda x: 1 / cosh(x) ** 2), ((2, [uniform(-354, 354)]), USUAL, SMALL, (3, [uniform(-20, 20)]))),
    Function("Asinh", precise(asinh), ((2, [any_number]), USUAL, (3, [around(0, 1e-20, 100)]))),
    Function("Acosh", precise(acosh), ((2, [positive(1, 1.7e308)]), (6, [uniform(1, 3)]), (3, [lambda chance: 1 + positive(1e-15, 100)(chance)]))),
    Function("Atanh", precise(atanh), INSIDE),
    Function("Sin", precise(sin), ANGLES),
    Function("Cos", precise(cos), ANGLES),
    Function("Tan", precise(tan), ANGLES),
    Function("Asin", asin, INSIDE),
    Function("Acos", acos, INSIDE),
    Function("Atan", atan, ((2, [any_number]), USUAL, (3, [around(0, 1e-10, 100)]))),
    Function("Atan2", atan2, POINTS),
    Function("Cbrt", lambda x: cbrt(x) if x > 0 else -cbrt(-x), ((2, [any_number]), USUAL, (1, [uniform(-5e-308, 5e-308)]))),
    Function("Hypot", precise(lambda x, y: sqrt(x * x + y * y)), (*POINTS, (1, [uniform(-1e-307, 1e-307)] * 2))),
    Function(
        "Pow",
        precise(lambda x, y: x**y),
        (
            (3, [uniform(0, 10), uniform(-10, 10)]),
            (3, [positive(0.05, 20), uniform(-200, 200)]),
            (3, [around(1, 1e-12, 0.1), around(0, 1, 1e7)]),
            (4, power_in_range),
        ),
    ),
    Function("Erf", erf, ((4, [uniform(-6.2, 6.2)]), (4, [uniform(-1.5, 1.5)]), SMALL)),
    Function("Erfc", erfc, ((4, [uniform(-6.2, 27.3)]), (4, [uniform(-1.5, 1.5)]), (4, [uniform(0, 6)]), SMALL)),
]
