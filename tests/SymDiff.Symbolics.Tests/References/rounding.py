"""Functions that are constant between jumps: rounding, signs, exponents."""

from mpmath import mp, mpf

from points import both_signs, every

TO_EVEN, AWAY_FROM_ZERO, TO_ZERO, TO_NEGATIVE_INFINITY, TO_POSITIVE_INFINITY = range(5)    # System.MidpointRounding


def truncate(x):
    return mp.floor(x) if x >= 0 else mp.ceil(x)


def nearest_even(x):
    below = mp.floor(x)
    rest = x - below
    up = rest > 0.5 or (rest == 0.5 and below % 2 == 1)
    return below + 1 if up else below


def away_from_zero(x):
    return mp.sign(x) * mp.floor(abs(x) + mpf(0.5))


def round_by(x, mode):
    return {TO_EVEN: nearest_even, AWAY_FROM_ZERO: away_from_zero, TO_ZERO: truncate,
            TO_NEGATIVE_INFINITY: mp.floor, TO_POSITIVE_INFINITY: mp.ceil}[mode](x)


def round_to_digits(x, digits, mode=TO_EVEN):
    return round_by(x * 10**digits, mode) / mpf(10) ** digits


def exponent(x):
    return mp.floor(mp.log(abs(x), 2))


STEADY = both_signs([1e-20, 0.1234567, 0.3141592653, 0.7654321987, 1.3456789, 2.6543217, 7.2345678, 99.876543, 1234.5678912])
MODES = range(5)


def steady(f):
    """Neither integers nor halves, and no power of two."""
    return STEADY


FUNCTIONS = [
    ("Floor", mp.floor, steady),
    ("Ceiling", mp.ceil, steady),
    ("Truncate", truncate, steady),
    ("Round", nearest_even, steady),
    ("RoundMode", round_by, lambda f: every(STEADY, MODES)),                            # Round(x, MidpointRounding)
    ("RoundDigits", round_to_digits, lambda f: every(STEADY, [0, 1, 2, 5])),            # Round(x, digits)
    ("RoundDigitsMode", round_to_digits, lambda f: every(STEADY, [0, 2], MODES)),       # Round(x, digits, MidpointRounding)
    ("Sign", mp.sign, steady),
    ("ILogB", exponent, steady),
    ("ConvertToInteger", truncate, lambda f: STEADY),
]
