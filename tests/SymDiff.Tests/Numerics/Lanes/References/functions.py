"""The functions as mpmath knows them, and where they are evaluated: where they are used most, where they are hard, and over the whole range."""

import math
import struct
from dataclasses import dataclass
from typing import Callable

from mpmath import cos, exp, log, mag, mp, mpf, pi, sin, tanh, workprec


@dataclass(frozen=True)
class Function:
    name: str
    value: Callable
    points: tuple  # of (weight, one draw for each argument)

    def draw(self, chance):
        (_, draws), = chance.choices(self.points, [weight for weight, _ in self.points])
        return tuple(draw(chance) for draw in draws)


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

FUNCTIONS = [
    Function("Exp", exp, ((3, [uniform(-746, 709.8)]), USUAL, (1, [uniform(-746, -708)]), SMALL)),
    Function("ExpM1", precise(lambda x: exp(x) - 1), ((2, [uniform(-60, 709.8)]), USUAL, SMALL)),
    Function("Tanh", precise(tanh), ((2, [uniform(-23, 23)]), USUAL, SMALL)),
    Function("Sigmoid", sigmoid, ((2, [uniform(-746, 60)]), USUAL, (3, [uniform(-40, 40)]))),
    Function("Softplus", softplus, ((2, [uniform(-746, 60)]), USUAL, (3, [uniform(-40, 40)]))),
    Function("Log", log, ((3, [positive(5e-324, 1.7e308)]), (6, [uniform(0.3, 3)]), (3, [around(1, 1e-15, 0.5)]), (1, [uniform(5e-324, 5e-308)]))),
    Function("LogP1", precise(lambda x: log(1 + x)), ((3, [positive(5e-324, 1.7e308)]), (6, [uniform(-0.7, 2)]), (3, [around(0, 1e-20, 0.99)]))),
    Function("Sin", precise(sin), ANGLES),
    Function("Cos", precise(cos), ANGLES),
]
