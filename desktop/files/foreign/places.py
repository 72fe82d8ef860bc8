"""Read and write the addresses of cells, such as `B12`."""

from functools import cache
from typing import Final

_DIGITS: Final = "0123456789"
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS: Final = len(_ALPHABET)
_LAST_COLUMN: Final = 16_384


def place(address: str) -> tuple[int, int]:
    """Return row and column of an address such as `B12`, counted from one.

    Raises:
        ValueError: It is none.
    """
    letters = address.rstrip(_DIGITS)
    return int(address[len(letters) :]), _column(letters)


@cache
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + _ALPHABET.index(letter) + 1
    if not 0 < number <= _LAST_COLUMN:
        raise ValueError(repr(letters))
    return number


def letters_of(column: int) -> str:
    """Return the letters of a column counted from one."""
    made = ""
    while column:
        column, at = divmod(column - 1, _LETTERS)
        made = _ALPHABET[at] + made
    return made
