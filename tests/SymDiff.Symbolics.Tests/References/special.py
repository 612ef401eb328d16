"""Functions that SymDiff has beyond .NET's."""

from mpmath import mp

from functions import Function
from points import both_signs, every, near, real, within


def saturating(f):
    """Through underflow of e^-|x| on both sides."""
    return within(real(f) + both_signs([15.0, 25.0, 36.0, 50.0, 350.0, 400.0, 745.0]), -1001, 1001)


def pairs(f):
    axes = [-1000.0, -30.0, -1.5, -1e-10, 0.0, 0.3, 2.0, 50.0, 1000.0]
    return every(axes, axes) + [(1000.0, 1000.5), (1e10, 1e10), (-1e10, -1e10 + 1)]


def entropies(f):
    factors = both_signs([1e-20, 0.3, 1.0, 2.5, 1e10]) + [0.0]
    return every(factors, [1e-30, 0.1, 0.5, 1.0, 1.0 + f.epsilon, 2.0, 1e20])


def bells(f):
    """Through underflow of e^-x^2, and at the seams of the usual approximations."""
    return within(real(f) + both_signs([0.84375, 0.85, 1.25, 1.2501, 2.857, 2.858, 4.5, 6.0, 8.0, 9.2, 15.0, 26.0]), -26.5, 26.5)


def waves(f):
    return within(real(f), -1e7, 1e7) + both_signs([float(k * mp.pi) for k in (1, 2, 3, 100)] + near(1.0, f))


SPECIAL_FUNCTIONS = [
    Function("Softplus", lambda x: mp.log(1 + mp.exp(x)), saturating),
    Function("Sigmoid", lambda x: 1 / (1 + mp.exp(-x)), saturating),
    Function("SigmoidSlope", lambda x: mp.exp(-x) / (1 + mp.exp(-x)) ** 2, saturating),
    Function("LogSumExp", lambda x, y: mp.log(mp.exp(x) + mp.exp(y)), pairs),
    Function("XLogY", lambda x, y: x * mp.log(y), entropies),
    Function("SechSquared", lambda x: mp.sech(x) ** 2, saturating),     # the slope of Tanh
    Function("Erf", mp.erf, bells),
    Function("Erfc", mp.erfc, bells),
    Function("Sinc", lambda x: mp.sin(x) / x if x else mp.mpf(1), waves),
]
