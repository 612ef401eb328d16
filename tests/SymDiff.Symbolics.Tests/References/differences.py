"""Derivatives by central differences, thousands of bits deep, so that no rule of calculus is assumed."""

from itertools import combinations

from mpmath import mp, mpf

# Two unrelated settings (bits of precision, bits by which a step is below the scale of its argument).
# The truncation error is about 2^-600 in relative terms, the rounding error far below that.
SETTINGS = ((8000, 300), (9000, 350))
AGREEMENT = mpf(10) ** -60


class Unreliable(Exception):
    """The two settings don't agree: the function isn't smooth at the point, or the step doesn't suit it."""


def jet(function, arguments, active):
    """The value, and all first and second partial derivatives: a dictionary from index tuples, as () or (0, 1)."""
    rough, fine = (_jet(function, arguments, active, *setting) for setting in SETTINGS)
    return {indices: _agreed(rough[indices], fine[indices], function, arguments, indices) for indices in fine}


def _agreed(rough, fine, function, arguments, indices):
    (value, noise), (better, better_noise) = rough, fine
    if abs(value) <= noise and abs(better) <= better_noise:
        return mpf(0)
    if abs(value - better) > AGREEMENT * abs(better):
        raise Unreliable(f"{function} {arguments} {indices}: {mp.nstr(value, 20)} {mp.nstr(better, 20)}")
    return better


def _jet(function, arguments, active, precision, depth):
    mp.prec = precision
    point = [mpf(a) if isinstance(a, float) else a for a in arguments]
    step = {i: mp.ldexp(_scale(arguments, i), -depth) for i in active}
    largest = mpf(0)

    def at(**moves):
        nonlocal largest
        moved = list(point)
        for i, sign in moves["by"]:
            moved[i] = moved[i] + sign * step[i]
        value = mpf(function(*moved))
        largest = max(largest, abs(value))
        return value

    here = at(by=())
    result = {(): (here, mpf(0))}
    for i in active:
        after, before = at(by=[(i, 1)]), at(by=[(i, -1)])
        result[(i,)] = (after - before) / (2 * step[i])
        result[(i, i)] = (after - 2 * here + before) / step[i] ** 2
    for i, j in combinations(active, 2):
        corners = sum(a * b * at(by=[(i, a), (j, b)]) for a in (1, -1) for b in (1, -1))
        result[(i, j)] = corners / (4 * step[i] * step[j])

    for indices in [key for key in result if key]:
        size = mpf(1)
        for i in indices:
            size *= step[i]
        result[indices] = (result[indices], mp.ldexp(largest, 40 - precision) / size)
    return result


def _scale(arguments, index):
    """A power of two below which the function is surely smooth in the argument: it never exceeds 1."""
    own = abs(arguments[index])
    sizes = [own] if own else [abs(a) for a in arguments if isinstance(a, float) and a]
    return mp.ldexp(1, int(mp.floor(mp.log(min([1.0, *sizes]), 2))))
