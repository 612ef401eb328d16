#!/usr/bin/env python3
"""Writes the tables of high-precision values and derivatives against which SymDiff's primitives are tested.

Run it in this folder with Python 3 and mpmath (Debian: python3-mpmath, and python3-gmpy2 for speed); it needs a few
minutes. Everything is computed from the definitions by differences at thousands of bits: no derivative is written down.
Only conventions.tsv holds decisions.

Columns are separated by tabs; arguments by semicolons, each the exact text of a double (or an integer, where the
argument is one). d1 is the derivative by the first argument, d12 the second derivative by the first and the second.
An empty cell: there is no such argument, or it is an integer.
"""

from multiprocessing import Pool
from pathlib import Path

from mpmath import mp, mpf

from conventions import CONVENTIONS
from differences import jet
from functions import FUNCTIONS
from points import DOUBLE, SINGLE, rounded
from special import SPECIAL_FUNCTIONS

DIGITS = 40
FIRST = [(0,), (1,), (2,)]
SECOND = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
FORMATS = {"double": DOUBLE, "single": SINGLE}
TABLES = {"primitives": FUNCTIONS, "special": SPECIAL_FUNCTIONS}


def text(number):
    """Forty digits, without needless zeros."""
    if isinstance(number, str):
        return number
    number = mpf(number)
    if not mp.isfinite(number):
        return "nan" if mp.isnan(number) else "inf" if number > 0 else "-inf"
    if number == int(number) and abs(number) < 2**53:
        return str(int(number))
    return mp.nstr(number, DIGITS)


def arguments_text(arguments):
    return ";".join(repr(a) for a in arguments)


def row(job):
    table, index, arguments = job
    function = TABLES[table][index]
    undefined = function.undefined(*arguments)
    real = [i for i, a in enumerate(arguments) if isinstance(a, float)]
    derivatives = jet(function.define, arguments, [i for i in real if i not in undefined])
    cells = [function.name, arguments_text(arguments), text(derivatives[()])]
    for indices in FIRST + SECOND:
        if any(i not in real for i in indices):
            cells.append("")
        else:
            cells.append(text(derivatives.get(indices, "nan")))
    return cells


def name(indices):
    return "d" + "".join(str(i + 1) for i in indices)


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for cells in [header, *rows]:
            file.write("\t".join(cells) + "\n")


def main():
    folder = Path(__file__).parent
    with Pool() as pool:
        for table, functions in TABLES.items():
            for format, suffix in (("double", ""), ("single", ".single")):
                jobs = [(table, i, arguments) for i, function in enumerate(functions) for arguments in rounded(function.points(FORMATS[format]), FORMATS[format])]
                header = ["function", "args", "value", *map(name, FIRST + SECOND)]
                write(folder / f"{table}{suffix}.tsv", header, pool.map(row, jobs, chunksize=16))
    conventions = [[c.function, arguments_text(c.arguments), text(c.value), *map(text, c.partials), *[""] * (3 - len(c.partials)), c.source] for c in CONVENTIONS]
    write(folder / "conventions.tsv", ["function", "args", "value", "d1", "d2", "d3", "source"], conventions)


if __name__ == "__main__":
    main()
