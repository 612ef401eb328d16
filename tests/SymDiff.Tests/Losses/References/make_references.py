#!/usr/bin/env python3
"""Writes losses.tsv: what the losses must be, from the published definitions, to 25 digits.

Run it in this folder: python3 make_references.py. It needs mpmath and nothing else. All inputs are exact in single precision.
"""

import random
import struct

from mpmath import mp, mpf, nstr

from losses import LOSSES

mp.dps = 120
N = 7


def short(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def normal(source, n, scale=1.0):
    return [short(source.gauss(0, scale)) for _ in range(n)]


def probabilities(source, n):
    return [short(source.random()) for _ in range(n)]


def signs(source, n):
    return [source.choice([-1.0, 1.0]) for _ in range(n)]


def positive(source, n):
    return [short(abs(source.gauss(0, 1)) + 0.05) for _ in range(n)]


def labels(source, n, classes):
    return [source.randrange(classes) for _ in range(n)]


def cases(s):
    yield "MeanSquaredError", {}, normal(s, N), normal(s, N)
    yield "MeanAbsoluteError", {}, normal(s, N), normal(s, N)
    for beta in ({}, {"beta": 0.3}, {"beta": 0.0 + 2.5}):
        yield "SmoothL1", beta, normal(s, N), normal(s, N, 3)
    for delta in ({}, {"delta": 0.3}, {"delta": 2.5}):
        yield "Huber", delta, normal(s, N), normal(s, N, 3)
    yield "BinaryCrossEntropy", {}, probabilities(s, N), probabilities(s, N)
    yield "BinaryCrossEntropy", {}, [0.0, 1.0, 1.0, 0.0, 0.5], [0.0, 1.0, 0.0, 1.0, 1.0]
    yield "BinaryCrossEntropy", {"weight": positive(s, N)}, probabilities(s, N), probabilities(s, N)
    yield "BinaryCrossEntropyWithLogits", {}, probabilities(s, N), normal(s, N, 3)
    yield "BinaryCrossEntropyWithLogits", {}, [1.0, 0.0, 1.0, 0.0, 0.25, 1.0], [90.0, -90.0, -200.0, 200.0, 0.0, 25.0]
    yield "BinaryCrossEntropyWithLogits", {"weight": positive(s, 6), "positiveWeight": positive(s, 3)}, probabilities(s, 6), normal(s, 6, 3)
    yield "BinaryCrossEntropyWithLogits", {"positiveWeight": positive(s, 6)}, probabilities(s, 6), normal(s, 6, 3)
    for margin in ({}, {"margin": 0.25}):
        yield "Hinge", margin, signs(s, N), normal(s, N)
        yield "HingeEmbedding", margin, signs(s, N), positive(s, N)
        yield "MarginRanking", {**margin, "second": normal(s, N)}, signs(s, N), normal(s, N)
        yield "CosineEmbedding", {**margin, "second": normal(s, 12)}, signs(s, 4), normal(s, 12)
    yield "CosineEmbedding", {"second": [0.0, 0.0, 1e-6, 0.0]}, [1.0, 1.0], [1.0, 2.0, 1e-6, 1e-6]
    yield "SoftMargin", {}, signs(s, N), normal(s, N, 10)
    yield "SoftMargin", {}, [1.0, -1.0], [-200.0, -200.0]
    for options in ({}, {"labelSmoothing": 0.1}, {"labelSmoothing": 1.0}):
        yield "CrossEntropy", options, labels(s, 4, 3), normal(s, 12, 2)
        yield "CrossEntropy", {**options, "weight": positive(s, 3)}, labels(s, 4, 3), normal(s, 12, 2)
        yield "CrossEntropy", {**options, "weight": positive(s, 3)}, [2, -100, 0, -100], normal(s, 12, 2)
        yield "CrossEntropy", {**options, "ignoreIndex": 1}, [1, 0, 2, 1], normal(s, 12, 2)
        yield "CrossEntropyOfProbabilities", {**options, "classes": 3}, probabilities(s, 12), normal(s, 12, 2)
        yield "CrossEntropyOfProbabilities", {**options, "classes": 3, "weight": positive(s, 3)}, probabilities(s, 12), normal(s, 12, 2)
    yield "CrossEntropy", {}, [0, 1], [1000.0, 998.0, 0.0, -1000.0]
    yield "NegativeLogLikelihood", {}, labels(s, 4, 3), normal(s, 12, 2)
    yield "NegativeLogLikelihood", {"weight": positive(s, 3)}, labels(s, 4, 3), normal(s, 12, 2)
    yield "NegativeLogLikelihood", {"weight": positive(s, 3), "ignoreIndex": 1}, [1, 0, 2, 1], normal(s, 12, 2)
    yield "KullbackLeiblerDivergence", {}, probabilities(s, N) + [0.0], normal(s, N + 1)
    yield "KullbackLeiblerDivergence", {"logTarget": True}, normal(s, N), normal(s, N)
    yield "GaussianNegativeLogLikelihood", {"variance": positive(s, 6)}, normal(s, 6), normal(s, 6)
    yield "GaussianNegativeLogLikelihood", {"variance": positive(s, 3), "full": True}, normal(s, 6), normal(s, 6)
    yield "GaussianNegativeLogLikelihood", {"variance": [0.0, 1e-9, 1.0], "epsilon": 0.001}, normal(s, 3), normal(s, 3)
    yield "PoissonNegativeLogLikelihood", {}, [0.0, 1.0, 2.0, 5.0], normal(s, 4)
    yield "PoissonNegativeLogLikelihood", {"full": True}, [0.0, 1.0, 2.0, 5.0], normal(s, 4)
    yield "PoissonNegativeLogLikelihood", {"logInput": False, "epsilon": 0.01}, [0.0, 1.0, 2.0, 5.0], positive(s, 4)


def text(value):
    return " ".join(map(repr, value)) if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else repr(value)


def exact(value):
    return [v if isinstance(v, int) else mpf(v) for v in value] if isinstance(value, list) else value


def main():
    with open("losses.tsv", "w", encoding="utf-8", newline="\n") as file:
        print("loss", "options", "target", "prediction", "mean", "sum", "size", sep="\t", file=file)
        for loss, options, target, prediction in cases(random.Random(3)):
            terms, weight = LOSSES[loss](exact(target), exact(prediction), {name: exact(value) for name, value in options.items()})
            # Rounding errors are measured by the largest number that is calculated with.
            size = max(*map(abs, terms), *map(abs, prediction), mpf(1e-30))
            print(
                loss, ";".join(f"{name}={text(value)}" for name, value in options.items()), text(target), text(prediction),
                nstr(sum(terms) / weight, 25), nstr(sum(terms), 25), nstr(size, 5), sep="\t", file=file)


if __name__ == "__main__":
    main()
