"""Where the functions are evaluated: always exactly at a number of the format, double or single."""

import struct
import sys
from itertools import product
from typing import Callable, NamedTuple


class Format(NamedTuple):
    """A binary floating-point format."""
    epsilon: float
    smallest_normal: float
    largest: float
    nearest: Callable[[float], float]


def _to_single(x):
    try:
        return struct.unpack("f", struct.pack("f", x))[0]
    except OverflowError:
        return float("inf")


DOUBLE = Format(2.0**-52, sys.float_info.min, sys.float_info.max, float)
SINGLE = Format(2.0**-23, 2.0**-126, (2 - 2.0**-23) * 2.0**127, _to_single)

TINY = [1e-300, 1e-100, 1e-37, 1e-20, 1e-17, 1e-12, 1e-8, 1e-5]
MIDDLE = [0.001, 0.01, 0.1, 0.25, 0.3, 0.5, 0.7, 0.9, 1.0, 1.1, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.0, 10.0, 20.0]
LARGE = [37.0, 88.0, 100.0, 300.0, 700.0, 1000.0, 12345.678, 1e6, 1e10, 1e16]
HUGE = [1e22, 1e30, 1e100, 1e154, 1e200, 1e300]


def positive(format):
    return [format.smallest_normal, *TINY, *MIDDLE, *LARGE, *HUGE, format.largest]


def both_signs(points):
    return [-x for x in reversed(points)] + list(points)


def nonzero(format):
    return both_signs(positive(format))


def real(format):
    return nonzero(format) + [0.0]


def within(points, low, high):
    """The points strictly between the bounds."""
    return [x for x in points if low < x < high]


def near(center, format, steps=(1, 4, 2**10, 2**20)):
    """Numbers close to one of magnitude 1 or so, on both sides."""
    return [center + sign * n * format.epsilon for n in steps for sign in (-1, 1)]


def every(*axes):
    """All combinations: a list of argument tuples."""
    return list(product(*axes))


def rounded(points, format):
    """The argument tuples as the format has them, each once; what it can't represent is left out."""
    unique = {}
    for point in points:
        arguments = point if isinstance(point, tuple) else (point,)
        nearest = tuple(format.nearest(x) if isinstance(x, float) else x for x in arguments)
        lost = any(abs(b) == float("inf") or (b == 0) != (a == 0) for a, b in zip(arguments, nearest))
        if not lost:
            unique[nearest] = None
    return list(unique)
