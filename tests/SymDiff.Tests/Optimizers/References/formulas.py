"""The update formulas of PyTorch's documentation (torch.optim), one step for one parameter, with numbers of any precision.

Options are Python floats, the numbers that a user writes; the arithmetic is mpmath's.
"""

from mpmath import mp, mpf, sqrt

mp.dps = 60

DEFAULTS = {
    "Sgd": dict(learningRate=1e-3, momentum=0.0, dampening=0.0, weightDecay=0.0, nesterov=False, maximize=False),
    "Adam": dict(learningRate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8, weightDecay=0.0, amsgrad=False, maximize=False),
    "AdamW": dict(learningRate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8, weightDecay=1e-2, amsgrad=False, maximize=False),
    "RmsProp": dict(learningRate=1e-2, alpha=0.99, epsilon=1e-8, weightDecay=0.0, momentum=0.0, centered=False, maximize=False),
    "Adagrad": dict(learningRate=1e-2, learningRateDecay=0.0, weightDecay=0.0, initialAccumulatorValue=0.0, epsilon=1e-10, maximize=False),
}


def exact(options):
    return {name: value if isinstance(value, bool) else mpf(value) for name, value in options.items()}


def regularised(p, g, o):
    g = -g if o["maximize"] else g
    return g + o["weightDecay"] * p


def sgd(p, g, state, t, o):
    g = regularised(p, g, o)
    mu = o["momentum"]
    if mu != 0:
        b = g if t == 1 else mu * state["b"] + (1 - o["dampening"]) * g
        state["b"] = b
        g = g + mu * b if o["nesterov"] else b
    return p - o["learningRate"] * g


def adam_direction(g, state, t, o):
    beta1, beta2 = o["beta1"], o["beta2"]
    state["m"] = m = beta1 * state.get("m", 0) + (1 - beta1) * g
    state["v"] = v = beta2 * state.get("v", 0) + (1 - beta2) * g**2
    if o["amsgrad"]:
        state["vmax"] = v = max(state.get("vmax", mpf(0)), v)
    return (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + o["epsilon"])


def adam(p, g, state, t, o):
    return p - o["learningRate"] * adam_direction(regularised(p, g, o), state, t, o)


def adam_w(p, g, state, t, o):
    g = -g if o["maximize"] else g
    p = p - o["learningRate"] * o["weightDecay"] * p
    return p - o["learningRate"] * adam_direction(g, state, t, o)


def rms_prop(p, g, state, t, o):
    g = regularised(p, g, o)
    alpha, mu = o["alpha"], o["momentum"]
    state["v"] = v = alpha * state.get("v", 0) + (1 - alpha) * g**2
    if o["centered"]:
        state["a"] = a = alpha * state.get("a", 0) + (1 - alpha) * g
        v = v - a**2
    step = g / (sqrt(v) + o["epsilon"])
    if mu > 0:
        state["b"] = step = mu * state.get("b", 0) + step
    return p - o["learningRate"] * step


def adagrad(p, g, state, t, o):
    g = regularised(p, g, o)
    state["s"] = s = state.get("s", o["initialAccumulatorValue"]) + g**2
    rate = o["learningRate"] / (1 + (t - 1) * o["learningRateDecay"])
    return p - rate * g / (sqrt(s) + o["epsilon"])


STEPS = {"Sgd": sgd, "Adam": adam, "AdamW": adam_w, "RmsProp": rms_prop, "Adagrad": adagrad}
