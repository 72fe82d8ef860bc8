"""Read and compare versions of the program, such as 0.2.0."""

import re

_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){2}")
"""Three whole numbers; Windows keeps each in 16 bits."""
_LARGEST = 0xFFFF


def parse_version(text: str) -> tuple[int, ...] | None:
    """Return the numbers of a version, or None where the text is none."""
    if _VERSION.fullmatch(text) is None:
        return None
    numbers = tuple(int(part) for part in text.split("."))
    return numbers if max(numbers) <= _LARGEST else None


def is_later(one: str, other: str) -> bool:
    """Tell whether a version comes after another.

    Raises:
        ValueError: One of them is no version.
    """
    return _numbers(one) > _numbers(other)


def _numbers(text: str) -> tuple[int, ...]:
    numbers = parse_version(text)
    if numbers is None:
        raise ValueError(text)
    return numbers
