"""Minimax polynomials by the exchange algorithm of E. Remez."""

from mpmath import cos, lu_solve, matrix, mpf, pi


def minimax(function, weight, low, high, count, exchanges=8, samples=1500):
    """The coefficients, the lowest first, of the polynomial that minimises the greatest |weight·(polynomial − function)|, and that error."""
    low, high = mpf(low), mpf(high)
    middle, half = (low + high) / 2, (high - low) / 2
    points = [middle - half * cos(pi * (2 * i + 1) / (2 * count + 2)) for i in range(count + 1)]
    grid = [middle - half * cos(pi * (i + mpf(0.5)) / samples) for i in range(samples)]
    values = [(x, function(x), weight(x)) for x in grid]

    for _ in range(exchanges):
        left, right = matrix(count + 1, count + 1), matrix(count + 1, 1)
        for i, x in enumerate(points):
            for power in range(count):
                left[i, power] = x**power
            left[i, count] = (-1) ** i / weight(x)
            right[i] = function(x)
        coefficients = list(lu_solve(left, right))[:count]

        errors = [w * (evaluate(coefficients, x) - y) for x, y, w in values]
        extrema = alternating(errors)
        while len(extrema) > count + 1:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        if len(extrema) < count + 1:
            break
        moved = max(abs(grid[i] - x) for i, x in zip(extrema, points))
        points = [grid[i] for i in extrema]
        if moved < half / 50000:
            break

    return coefficients, max(map(abs, errors))


def evaluate(coefficients, x):
    result = mpf(0)
    for coefficient in reversed(coefficients):
        result = result * x + coefficient
    return result


def alternating(errors):
    """Of each run of errors with one sign, where it is greatest."""
    extrema, sign = [], 0
    for i, error in enumerate(errors):
        if (error > 0) - (error < 0) != sign:
            sign = (error > 0) - (error < 0)
            extrema.append(i)
        elif abs(error) > abs(errors[extrema[-1]]):
            extrema[-1] = i
    return extrema
