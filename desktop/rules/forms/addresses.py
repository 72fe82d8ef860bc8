"""Turn addresses of cells into places counted from 0, and back."""

import re
from functools import cache
from typing import Final

_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@cache
def column_at(letters: str) -> int:
    """Return the place of a column, counted from 0.

    Raises:
        ValueError: They are no letters of a column.
    """
    number = 0
    for letter in letters:
        number = number * len(_ALPHABET) + _ALPHABET.index(letter) + 1
    if not number:
        raise ValueError(letters)
    return number - 1


@cache
def letters_at(column: int) -> str:
    """Return the letters of a column counted from 0."""
    made, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, len(_ALPHABET))
        made = _ALPHABET[at] + made
    return made


def cell_at(address: str) -> tuple[int, int]:
    """Return row and column of an address such as `C9`, counted from 0.

    Raises:
        ValueError: It is none.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(address)
    return int(found[2]) - 1, column_at(found[1])
