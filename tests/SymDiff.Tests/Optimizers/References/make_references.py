#!/usr/bin/env python3
"""Writes gradients.tsv, optimizers.tsv and schedules.tsv: what the optimizers and the schedules of learning rates must compute.

Run it in this folder: python3 make_references.py. It needs mpmath and nothing else.
"""

import random
import struct
from itertools import product

from mpmath import mpf, nstr

import formulas
import schedules
import single

COUNT = 11  # A full vector of either precision and a remainder, with vectors of 128 and of 256 bits.


def number(x):
    return nstr(x, 21, strip_zeros=True)


def bits(x):
    return struct.pack(">f", x.value).hex()


def text(options):
    def one(value):
        if isinstance(value, (list, tuple)):
            return " ".join(map(repr, value))
        return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else repr(value)

    return ";".join(f"{name}={one(value)}" for name, value in options.items())


# Sequences of gradients. All numbers are exact in single precision.

def short(x):
    return single.Single(x).value


def steady(source, t, i):
    return short(source.gauss(0, 1))


def scaled(source, t, i):
    return short(source.gauss(0, 1) * 10.0 ** (i % 9 - 4))


def rests(source, t, i):
    return short(source.gauss(0, 1)) if (t + i) % 3 == 0 else 0.0


SEQUENCES = {"steady": (steady, 12), "scaled": (scaled, 6), "rests": (rests, 8)}


def sequence(name):
    source = random.Random(name)
    gradient, steps = SEQUENCES[name]
    parameters = [short(source.gauss(0, 2)) for _ in range(COUNT)]
    return parameters, [[gradient(source, t, i) for i in range(COUNT)] for t in range(steps)]


def combinations(**choices):
    return [dict(chosen) for chosen in product(*([(name, value) for value in values] for name, values in choices.items()))]


def cases():
    sgd = combinations(learningRate=[0.1], momentum=[0.0, 0.9], dampening=[0.0, 0.25], weightDecay=[0.0, 0.01], nesterov=[False, True], maximize=[False, True])
    yield "Sgd", [{}] + [o for o in sgd if not o["nesterov"] or (o["momentum"] > 0 and o["dampening"] == 0)]
    adam = combinations(learningRate=[0.02], beta1=[0.9, 0.3], beta2=[0.99], epsilon=[1e-6], weightDecay=[0.0, 0.1], amsgrad=[False, True], maximize=[False, True])
    yield "Adam", [{}, dict(beta1=0.0, beta2=0.0, learningRate=0.1)] + adam
    yield "AdamW", [{}] + adam
    rms = combinations(learningRate=[0.05], alpha=[0.9], epsilon=[1e-4], weightDecay=[0.0, 0.1], momentum=[0.0, 0.5], centered=[False, True], maximize=[False, True])
    yield "RmsProp", [{}, dict(alpha=0.25, centered=True)] + rms
    adagrad = combinations(learningRate=[0.2], learningRateDecay=[0.0, 0.1], weightDecay=[0.0, 0.1], initialAccumulatorValue=[0.0, 0.5], epsilon=[1e-3], maximize=[False, True])
    yield "Adagrad", [{}] + adagrad


def write_gradients(file):
    """Step 0 has the parameters at the beginning."""
    print("sequence", "step", "numbers", sep="\t", file=file)
    for name in SEQUENCES:
        start, gradients = sequence(name)
        for step, numbers in enumerate([start] + gradients):
            print(name, step, ";".join(map(repr, numbers)), sep="\t", file=file)


def write_optimizers(file):
    print("optimizer", "options", "sequence", "step", "parameters", "size", "single", sep="\t", file=file)
    for optimizer, choices in cases():
        for options in choices:
            for name in ["steady"] if options.get("maximize") else SEQUENCES:
                write_case(optimizer, options, name, file)


def write_case(optimizer, options, name, file):
    start, gradients = sequence(name)
    o = formulas.DEFAULTS[optimizer] | options
    p, p32 = [mpf(x) for x in start], [single.Single(x) for x in start]
    state, state32 = [{} for _ in p], [{} for _ in p]
    size = [abs(x) for x in p]
    for t, gradient in enumerate(gradients, 1):
        before = p
        p = [formulas.STEPS[optimizer](x, mpf(g), s, t, formulas.exact(o)) for x, g, s in zip(p, gradient, state)]
        p32 = [single.STEPS[optimizer](x, single.Single(g), s, t, o) for x, g, s in zip(p32, gradient, state32)]
        # What rounding errors are measured by: the largest number that has gone into the parameter.
        size = [max(s, abs(new), abs(new - old)) for s, new, old in zip(size, p, before)]
        if t in (1, 2, len(gradients)):
            print(optimizer, text(options), name, t, ";".join(map(number, p)), ";".join(nstr(x, 2) for x in size), ";".join(map(bits, p32)), sep="\t", file=file)


SCHEDULES = [
    ("Step", dict(stepSize=3)),
    ("Step", dict(stepSize=7, gamma=0.5)),
    ("MultiStep", dict(milestones=[3, 8, 8, 20])),
    ("MultiStep", dict(milestones=[], gamma=0.5)),
    ("Exponential", dict(gamma=0.9)),
    ("CosineAnnealing", dict(period=10)),
    ("CosineAnnealing", dict(period=7, minimum=0.01)),
    ("Linear", dict()),
    ("Linear", dict(startFactor=0.125, endFactor=1.0, steps=12)),
    ("Linear", dict(startFactor=1.0, endFactor=0.0, steps=9)),
]
SCHEDULE_DEFAULTS = {
    "Step": dict(gamma=0.1),
    "MultiStep": dict(gamma=0.1),
    "Exponential": {},
    "CosineAnnealing": dict(minimum=0.0),
    "Linear": dict(startFactor=1.0 / 3, endFactor=1.0, steps=5),
}
CYCLES = [
    dict(maximumRate=0.1, totalSteps=30),
    dict(maximumRate=1.5, totalSteps=31, increasingShare=0.25, annealing="Linear"),
    dict(maximumRate=0.1, totalSteps=40, increasingShare=0.3, threePhases=True),
    dict(maximumRate=0.1, totalSteps=23, increasingShare=0.4, annealing="Linear", minimumMomentum=0.8, maximumMomentum=0.9, divisor=10.0, finalDivisor=100.0, threePhases=True),
    dict(maximumRate=0.1, totalSteps=1),
    dict(maximumRate=0.1, totalSteps=5, increasingShare=0.0),
    dict(maximumRate=0.1, totalSteps=5, increasingShare=1.0),
]
CYCLE_DEFAULTS = dict(increasingShare=0.3, annealing="Cosine", minimumMomentum=0.85, maximumMomentum=0.95, divisor=25.0, finalDivisor=1e4, threePhases=False)


def exact(options):
    return {name: mpf(value) if isinstance(value, float) else value for name, value in options.items()}


def write_schedules(file):
    print("schedule", "options", "initial", "step", "rate", "momentum", sep="\t", file=file)
    base = 0.3
    for name, options in SCHEDULES:
        o = exact(SCHEDULE_DEFAULTS[name] | options)
        before = None
        for t in range(26):
            rate = schedules.CLOSED[name](t, mpf(base), o)
            if t > 0 and (recursive := schedules.RECURSIONS[name](t, before, o)) is not None:
                assert abs(recursive - rate) < mpf(10) ** -40, (name, options, t)
            before = rate
            print(name, text(options), repr(base), t, number(rate), "", sep="\t", file=file)
    for options in CYCLES:
        for t in range(options["totalSteps"]):
            rate, momentum = schedules.one_cycle(t, exact(CYCLE_DEFAULTS | options))
            print("OneCycle", text(options), repr(base), t, number(rate), number(momentum), sep="\t", file=file)


if __name__ == "__main__":
    for name, write in (("gradients", write_gradients), ("optimizers", write_optimizers), ("schedules", write_schedules)):
        with open(f"{name}.tsv", "w", encoding="utf-8", newline="\n") as file:
            write(file)
