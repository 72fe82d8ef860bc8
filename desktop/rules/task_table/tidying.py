"""Put together again what a page, a scanner or a narrow column broke."""

import re

from desktop.rules.vietnamese import normalise

_ITEM = re.compile(r"[-–+•*·]\s|(?:[a-zđ]|\d{1,2})[.)]\s")
"""How a line begins that is an item of a list, and stays a line of its own."""


def joined(text: str) -> str:
    """Return a text whose lines run on, save items of a list.

    A year range cut at its dash (`2023-` / `2028`) is put together without a space.
    """
    made = ""
    for line in (" ".join(each.split()) for each in normalise(text).split("\n")):
        if not line:
            continue
        if not made:
            made = line
        elif _ITEM.match(line):
            made = f"{made}\n{line}"
        else:
            made += ("" if made.endswith("-") and line[0].isdigit() else " ") + line
    return made


def continued(above: str, below: str) -> str:
    """Return the text of a cell that goes on in the cell below it."""
    return "\n".join(part for part in (above.rstrip(), below.strip()) if part)
