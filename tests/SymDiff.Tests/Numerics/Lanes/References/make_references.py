#!/usr/bin/env python3
"""Writes lanes.tsv: values of elementary functions to 60 bits and more, against which those in lanes are measured.

Run it in this folder: python3 make_references.py. It needs mpmath and nothing else. A row has the function, the bits of its arguments, those of its value
rounded to double, and what the rounding left out, in units in the last place.
"""

import math
import random
import struct

from mpmath import mp, mpf

from functions import FUNCTIONS
from hard import HARD

COUNT = 500

mp.prec = 200


def bits(x):
    return struct.pack(">d", x).hex()


def number(text):
    return struct.unpack(">d", bytes.fromhex(text))[0]


def row(name, arguments, value):
    rounded = float(value)
    rest = 0 if math.isinf(rounded) else float((value - mpf(rounded)) / mpf(math.ulp(rounded)))
    return f"{name}\t{';'.join(map(bits, arguments))}\t{bits(rounded)}\t{rest:.4f}\n"


def main():
    with open("lanes.tsv", "w", encoding="utf-8", newline="\n") as table:
        table.write("function\targuments\tvalue\trest\n")
        for function in FUNCTIONS:
            chance = random.Random(function.name)
            arguments = [tuple(map(number, text.split(";"))) for text in HARD.get(function.name, "").split()]
            while len(arguments) < COUNT:
                arguments.append(function.draw(chance))
            for point in arguments:
                table.write(row(function.name, point, function.value(*map(mpf, point))))


if __name__ == "__main__":
    main()
