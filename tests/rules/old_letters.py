"""Texts as offices wrote them before Unicode: the way back from the letters we read."""

import re
import unicodedata
from functools import cache

from desktop.rules.old_letters import OF_TCVN3, OF_VNI

PLAIN_FONT = ".VnTime"
CAPITALS_FONT = ".VnTimeH"


@cache
def codes(letters: str) -> dict[str, str]:
    """Return each letter as it was written; the shortest way where there are two."""
    table = OF_TCVN3 if letters == "tcvn3" else OF_VNI
    made: dict[str, str] = {}
    for written, meant in table.items():
        # A capital keeps its sign a capital, as the keyboard wrote it.
        if meant not in made or written.isupper():
            made[meant] = written
    return made


def written(text: str, letters: str) -> str:
    """Return a text as a file in the old letters has it."""
    table = codes(letters)
    return "".join(table.get(one, one) for one in unicodedata.normalize("NFC", text))


def in_runs(text: str) -> tuple[tuple[str, str], ...]:
    """Return a text in TCVN3 with the words the plain font cannot write in the other.

    Those are the words with a capital that has a tone; they are in capitals then.
    """
    parts = re.split(r"(\w+)", unicodedata.normalize("NFC", text))
    return tuple(_run(part) for part in parts if part)


def _run(part: str) -> tuple[str, str]:
    if any(
        one.isupper() and one not in codes("tcvn3") for one in part if ord(one) > 127
    ):
        return written(part.lower(), "tcvn3"), CAPITALS_FONT
    return written(part, "tcvn3"), PLAIN_FONT
