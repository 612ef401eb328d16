#!/usr/bin/env python3
"""Prints the polynomials of src/SymDiff/Numerics/Lanes: python3 polynomials.py [name]. It needs mpmath and nothing else; all take some minutes.

Each approximates what is left of a function when its first terms are split off; its error counts beside the whole function.
"""

import struct
import sys

from mpmath import asin, atan, atanh, cos, erf, erfc, exp, expm1, log, log1p, mp, mpf, nstr, sin, sqrt

from remez import minimax

mp.prec = 260

SMALL = mpf(10) ** -12  # Instead of 0, where the expressions below are 0/0.


def precise(function):
    """With digits to spare for the cancellation close to 0."""

    def value(x):
        with mp.workprec(600):
            return function(x)

    return value


def of_square(function):
    return precise(lambda z: function(sqrt(z)))


def exp_rest(r):
    return (expm1(r) - r) / r**2 if r else mpf(1) / 2


def log_rest(f):
    return (log1p(f) - f + f * f / 2) / f**3 if f else mpf(1) / 3


def erfc_scaled(q):
    a = 4 * (1 + q) / (1 - q)
    return exp(a * a) * erfc(a) * (1 + 2 * a)


LN2 = mpf("0.3470")
SQUARE = mpf("0.7855") ** 2
SINGLE_SQUARE = mpf("0.795") ** 2
ROOTS = sqrt(mpf(0.5)) - 1 - mpf("1e-4"), sqrt(mpf(2)) - 1 + mpf("1e-4")

SINE = of_square(lambda s: (sin(s) / s - 1) / s**2)
COSINE = of_square(lambda s: (cos(s) - 1 + s**2 / 2) / s**4)
ARC_SINE = of_square(lambda s: (asin(s) / s - 1) / s**2)
ARC_TANGENT = of_square(lambda s: (atan(s) / s - 1) / s**2)
AREA_TANGENT = of_square(lambda s: (atanh(s) / s - 1) / s**2)
ERROR = of_square(lambda s: erf(s) / s - 1)

# Name, coefficients in double and in float; function, weight, interval.
POLYNOMIALS = [
    ("exp", 10, 5, precise(exp_rest), lambda r: r**2 / exp(r) if abs(r) > mpf("0.03") else mpf("0.001"), (-LN2, LN2)),
    ("expm1", 11, 6, precise(exp_rest), lambda r: max(r**2 / abs(expm1(r)), mpf("0.01")) if r else mpf("0.01"), (-LN2, LN2)),
    ("log: R", 7, 0, of_square(lambda s: (2 * atanh(s) / s - 2) / s**2), lambda z: z / 2, (SMALL, "0.02945")),
    ("log: P", 0, 8, precise(log_rest), lambda f: max(abs(f**3 / log1p(f)), mpf("0.003")) if f else mpf("0.003"), ROOTS),
    ("log in two parts", 7, 0, of_square(lambda s: ((2 * atanh(s) / s - 2) / s**2 - mpf(2) / 3) / s**2), lambda z: z * z / 2, (SMALL, "0.02945")),
    ("sin in double", 6, 0, SINE, lambda z: z * sqrt(z) / sin(sqrt(z)), (SMALL, SQUARE)),
    ("cos in double", 6, 0, COSINE, lambda z: z * z / cos(sqrt(z)), (SMALL, SQUARE)),
    ("sin in float", 0, 3, SINE, lambda z: z * sqrt(z) / sin(sqrt(z)), (SMALL, SINGLE_SQUARE)),
    ("cos in float", 0, 3, COSINE, lambda z: z * z / cos(sqrt(z)), (SMALL, SINGLE_SQUARE)),
    ("asin", 12, 5, ARC_SINE, lambda z: z * sqrt(z) / asin(sqrt(z)), (SMALL, "0.2501")),
    ("atan", 12, 6, ARC_TANGENT, lambda z: z * sqrt(z) / atan(sqrt(z)), (SMALL, mpf("0.5005") ** 2)),
    ("atanh", 9, 5, AREA_TANGENT, lambda z: z, (SMALL, "0.0812")),
    ("cbrt", 5, 4, lambda x: x ** (-mpf(1) / 3), lambda x: x ** (mpf(1) / 3), (1, 2)),
    ("erf: P", 13, 7, ERROR, lambda z: sqrt(z) / erf(sqrt(z)), (SMALL, 1)),
    ("erf: W in double", 18, 0, lambda a: -log(erfc(a)) / a, lambda a: a * erfc(a), ("0.99", "5.95")),
    ("erf: W in float", 0, 7, lambda a: -log(erfc(a)) / a, lambda a: a * erfc(a), ("0.99", "3.95")),
    ("erfc: G", 24, 0, erfc_scaled, lambda q: 1 / erfc_scaled(q), (-1, (mpf(27.3) - 4) / (mpf(27.3) + 4))),
]


def single(x):
    return nstr(mpf(struct.unpack("f", struct.pack("f", float(x)))[0]), 9) + "f"


def main():
    for name, doubles, singles, function, weight, interval in POLYNOMIALS:
        if len(sys.argv) > 1 and not name.startswith(sys.argv[1]):
            continue
        for count, text in ((doubles, lambda x: repr(float(x))), (singles, single)):
            if count:
                coefficients, error = minimax(function, weight, *interval, count)
                print(f"{name}, error 2^{nstr(log(error, 2), 4)}")
                for coefficient in coefficients:
                    print("   ", text(coefficient))


if __name__ == "__main__":
    main()
