"""The same steps in single precision, each operation rounded once, in the order in which PyTorch makes them on one tensor.

Scalars are computed in double precision, as Python does there, and rounded where they meet a tensor.
"""

import math
import struct


class Single:
    """A float32. Double precision has more than twice its bits, so that rounding a result twice is rounding it once."""

    def __init__(self, value):
        self.value = struct.unpack("f", struct.pack("f", value))[0]

    def __add__(self, other):
        return Single(self.value + _value(other))

    def __sub__(self, other):
        return Single(self.value - _value(other))

    def __mul__(self, other):
        return Single(self.value * _value(other))

    def __truediv__(self, other):
        return Single(self.value / _value(other))

    def __neg__(self):
        return Single(-self.value)

    def sqrt(self):
        return Single(math.sqrt(self.value))

    def max(self, other):
        return self if self.value >= other.value else other

    def lerp(self, end, weight):
        if abs(weight) < 0.5:
            return self + (end - self) * weight
        return end - (end - self) * (Single(1) - weight)


def _value(x):
    return x.value if isinstance(x, Single) else Single(x).value


def regularised(p, g, o):
    g = -g if o["maximize"] else g
    return g + p * o["weightDecay"] if o["weightDecay"] != 0 else g


def sgd(p, g, state, t, o):
    g = regularised(p, g, o)
    if o["momentum"] != 0:
        b = g if t == 1 else state["b"] * o["momentum"] + g * (1 - o["dampening"])
        state["b"] = b
        g = g + b * o["momentum"] if o["nesterov"] else b
    return p - g * o["learningRate"]


def adam_step(p, g, state, t, o):
    state["m"] = m = state.get("m", Single(0)).lerp(g, 1 - o["beta1"])
    state["v"] = v = state.get("v", Single(0)) * o["beta2"] + Single(1 - o["beta2"]) * g * g
    if o["amsgrad"]:
        state["vmax"] = v = state.get("vmax", Single(0)).max(v)
    step_size = o["learningRate"] / (1 - o["beta1"] ** t)
    divisor = v.sqrt() / (1 - o["beta2"] ** t) ** 0.5 + o["epsilon"]
    return p - Single(step_size) * m / divisor


def adam(p, g, state, t, o):
    return adam_step(p, regularised(p, g, o), state, t, o)


def adam_w(p, g, state, t, o):
    g = -g if o["maximize"] else g
    return adam_step(p * (1 - o["learningRate"] * o["weightDecay"]), g, state, t, o)


def rms_prop(p, g, state, t, o):
    g = regularised(p, g, o)
    state["v"] = v = state.get("v", Single(0)) * o["alpha"] + Single(1 - o["alpha"]) * g * g
    if o["centered"]:
        state["a"] = a = state.get("a", Single(0)).lerp(g, 1 - o["alpha"])
        v = v - a * a
    divisor = v.sqrt() + o["epsilon"]
    if o["momentum"] > 0:
        state["b"] = b = state.get("b", Single(0)) * o["momentum"] + g / divisor
        return p - b * o["learningRate"]
    return p - Single(o["learningRate"]) * g / divisor


def adagrad(p, g, state, t, o):
    g = regularised(p, g, o)
    state["s"] = s = state.get("s", Single(o["initialAccumulatorValue"])) + g * g
    rate = o["learningRate"] / (1 + (t - 1) * o["learningRateDecay"])
    return p - Single(rate) * g / (s.sqrt() + o["epsilon"])


STEPS = {"Sgd": sgd, "Adam": adam, "AdamW": adam_w, "RmsProp": rms_prop, "Adagrad": adagrad}
