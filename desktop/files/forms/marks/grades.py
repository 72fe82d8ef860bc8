"""How bad a marked cell is, the worst first, and the colour it is given for that."""

from typing import Final

FAULT, DOUBT, MENDED = 0, 1, 2
COLOURS: Final = ("FFFFC7CE", "FFFFEB9C", "FFC6EFCE")
"""Light red, yellow and green, in which Excel itself shows bad, neutral and good."""

Told = tuple[str, str, int]
"""Address of a cell, what is said of it, and how bad it is."""


def worse(one: int, other: int) -> int:
    """Return the worse of two grades: a cell with a fault and a doubt is faulty."""
    return min(one, other)
