"""The closed forms of torch.optim.lr_scheduler's documentation; those that can be are compared with the recursions that PyTorch runs."""

from mpmath import cos, mpf, pi


def step(t, base, o):
    return base * o["gamma"] ** (t // o["stepSize"])


def multi_step(t, base, o):
    return base * o["gamma"] ** sum(1 for milestone in o["milestones"] if milestone <= t)


def exponential(t, base, o):
    return base * o["gamma"] ** t


def cosine(t, base, o):
    return o["minimum"] + (base - o["minimum"]) * (1 + cos(pi * t / o["period"])) / 2


def linear(t, base, o):
    return base * (o["startFactor"] + (o["endFactor"] - o["startFactor"]) * min(o["steps"], t) / o["steps"])


def step_recursion(t, rate, o):
    return rate * o["gamma"] if t % o["stepSize"] == 0 else rate


def multi_step_recursion(t, rate, o):
    return rate * o["gamma"] ** o["milestones"].count(t)


def exponential_recursion(t, rate, o):
    return rate * o["gamma"]


def cosine_recursion(t, rate, o):
    # At the turn PyTorch has a formula of its own, as the quotient is 0/0 there.
    if (t - 1 - o["period"]) % (2 * o["period"]) == 0:
        return None
    return (1 + cos(pi * t / o["period"])) / (1 + cos(pi * (t - 1) / o["period"])) * (rate - o["minimum"]) + o["minimum"]


def linear_recursion(t, rate, o):
    if t > o["steps"]:
        return rate
    slope = o["endFactor"] - o["startFactor"]
    return rate * (1 + slope / (o["steps"] * o["startFactor"] + (t - 1) * slope))


def one_cycle(t, o):
    """The learning rate and the momentum."""
    total, share = o["totalSteps"], o["increasingShare"]
    high = o["maximumRate"]
    first = high / o["divisor"]
    last = first / o["finalDivisor"]
    fast, slow = o["maximumMomentum"], o["minimumMomentum"]
    up = (share * total - 1, first, high, fast, slow)
    if o["threePhases"]:
        phases = [up, (2 * share * total - 2, high, first, slow, fast), (total - 1, first, last, fast, fast)]
    else:
        phases = [up, (total - 1, high, last, slow, fast)]

    start = mpf(0)
    for end, from_rate, to_rate, from_momentum, to_momentum in phases:
        if t <= end or end == phases[-1][0]:
            part = (t - start) / (end - start)
            if o["annealing"] == "Cosine":
                return tuple(b + (a - b) / 2 * (cos(pi * part) + 1) for a, b in ((from_rate, to_rate), (from_momentum, to_momentum)))
            return tuple((b - a) * part + a for a, b in ((from_rate, to_rate), (from_momentum, to_momentum)))
        start = end


CLOSED = {"Step": step, "MultiStep": multi_step, "Exponential": exponential, "CosineAnnealing": cosine, "Linear": linear}
RECURSIONS = {
    "Step": step_recursion,
    "MultiStep": multi_step_recursion,
    "Exponential": exponential_recursion,
    "CosineAnnealing": cosine_recursion,
    "Linear": linear_recursion,
}
