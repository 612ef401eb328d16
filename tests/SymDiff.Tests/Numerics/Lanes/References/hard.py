"""Arguments, by their bits, at which errors are or once were great, and famous ones."""

ANGLES = """
4480f0cf064dd592 c480f0cf064dd592 7e37e43c8800759c 7fefffffffffffff 7506ac5b262ca1ff 4056c6cbc45dc8de c046c6cbc45dc8de 40a07362736f5739 
412e847fffffffff 412e848000000001
"""

HARD = {
    "Sin": ANGLES,
    "Cos": ANGLES,
}
