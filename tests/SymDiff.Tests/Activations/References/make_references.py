#!/usr/bin/env python3
"""Writes activations.tsv and softmax.tsv: what the activation functions must be, and their slopes, from the published definitions, to 25 digits.

Run it in this folder: python3 make_references.py. It needs mpmath and nothing else. All arguments are exact in single precision.
Slopes are differences at high precision, but for the kinks, where they are PyTorch's choice.
"""

import random
import struct

from mpmath import cosh, diff, erf, exp, log, mp, mpf, nstr, sinh, sqrt, tanh

mp.dps = 80
POINTS = [-200.0, -90.0, -30.0, -19.5, -7.25, -3.0, -2.5, -1.0, -0.75, -0.01, -1e-10, 0.0, 1e-10, 0.01, 0.5, 1.0, 2.5, 3.0, 5.75, 6.0, 19.5, 30.0, 90.0, 200.0]


def short(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def softplus(x):
    return log(1 + exp(x))


def softplus_above(x, beta=1, threshold=20):
    return x if beta * x > threshold else softplus(beta * x) / beta


def elu(x, alpha=1):
    return x if x > 0 else alpha * (exp(x) - 1)


def celu(x, alpha=1):
    return max(mpf(0), x) + min(mpf(0), alpha * (exp(x / alpha) - 1))


SCALE, ALPHA = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")


def selu(x):
    return SCALE * (max(mpf(0), x) + min(mpf(0), ALPHA * (exp(x) - 1)))


def sigmoid(x):
    return 1 / (1 + exp(-x))


# Name, options, definition, and the slopes where there is a kink.
FUNCTIONS = [
    ("Relu", {}, lambda x: max(mpf(0), x), {0.0: 0}),
    ("LeakyRelu", {}, lambda x: max(mpf(0), x) + mpf(0.01) * min(mpf(0), x), {0.0: mpf(0.01)}),
    ("LeakyRelu", {"negativeSlope": 0.3}, lambda x: max(mpf(0), x) + mpf(0.3) * min(mpf(0), x), {0.0: mpf(0.3)}),
    ("PRelu", {"weight": 0.25}, lambda x: max(mpf(0), x) + mpf(0.25) * min(mpf(0), x), {0.0: mpf(0.25)}),
    ("Relu6", {}, lambda x: min(max(mpf(0), x), mpf(6)), {0.0: 0, 6.0: 0}),
    ("Elu", {}, elu, {}),
    ("Elu", {"alpha": 1.5}, lambda x: elu(x, mpf(1.5)), {0.0: mpf(1.5)}),
    ("Celu", {}, celu, {0.0: 1}),
    ("Celu", {"alpha": 1.5}, lambda x: celu(x, mpf(1.5)), {0.0: 1}),
    ("Selu", {}, selu, {0.0: SCALE * ALPHA}),
    ("Gelu", {}, lambda x: x / 2 * (1 + erf(x / sqrt(mpf(2)))), {}),
    ("GeluTanh", {}, lambda x: x / 2 * (1 + tanh(sqrt(2 / mp.pi) * (x + mpf(0.044715) * x ** 3))), {}),
    ("Silu", {}, lambda x: x * sigmoid(x), {}),
    ("Mish", {}, lambda x: x * tanh(softplus(x)), {}),
    ("Softplus", {}, softplus_above, {}),
    ("Softplus", {"beta": 2.0, "threshold": 5.0}, lambda x: softplus_above(x, 2, 5), {2.5: sigmoid(mpf(5))}),
    ("Softsign", {}, lambda x: x / (1 + abs(x)), {0.0: 1}),
    ("Tanh", {}, tanh, {}),
    ("Sigmoid", {}, sigmoid, {}),
    ("LogSigmoid", {}, lambda x: -softplus(-x), {}),
    ("HardTanh", {}, lambda x: max(mpf(-1), min(x, mpf(1))), {-1.0: 0, 1.0: 0}),
    ("HardTanh", {"min": -0.75, "max": 3.0}, lambda x: max(mpf(-0.75), min(x, mpf(3))), {-0.75: 0, 3.0: 0}),
    ("HardSigmoid", {}, lambda x: max(mpf(0), min(x + 3, mpf(6))) / 6, {-3.0: 0, 3.0: 0}),
    ("HardSwish", {}, lambda x: x * max(mpf(0), min(x + 3, mpf(6))) / 6, {-3.0: 0, 3.0: 1}),
]


def rows():
    """Rows of numbers: few and many, close together and far apart."""
    chance = random.Random(7)
    yield from ([0.0], [5.0, 5.0], [1.0, 2.0, 3.0], [-0.5, 0.25, -1000.0], [1000.0, 1001.0, 998.5], [-3000.0, -3001.0], [90.0, -90.0, 0.0, 89.0], [1e-10, 0.0, -1e-10])
    yield [mp.ninf, 0.0, 1.5]
    for length, width in ((7, 1), (33, 5), (100, 30)):
        yield [chance.uniform(-width, width) for _ in range(length)]


def softmax():
    with open("softmax.tsv", "w", encoding="utf-8", newline="\n") as file:
        print("x", "softmax", "logSoftmax", sep="\t", file=file)
        for row in rows():
            x = [mpf(short(number)) for number in row]
            total = sum(map(exp, x))
            columns = x, [exp(number) / total for number in x], [number - log(total) for number in x]
            print(*(" ".join(nstr(number, 25) for number in column) for column in columns), sep="\t", file=file)


def main():
    softmax()
    with open("activations.tsv", "w", encoding="utf-8", newline="\n") as file:
        print("activation", "options", "x", "value", "slope", sep="\t", file=file)
        for name, options, define, kinks in FUNCTIONS:
            for point in map(short, POINTS):
                slope = kinks[point] if point in kinks else diff(define, mpf(point), h=mpf(10) ** -40)
                print(name, ";".join(f"{key}={value!r}" for key, value in options.items()), repr(point), nstr(define(mpf(point)), 25), nstr(slope, 25), sep="\t", file=file)


if __name__ == "__main__":
    main()
