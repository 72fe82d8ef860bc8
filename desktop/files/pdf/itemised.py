"""Write names below one another as Decree 30/2020 lists them."""

from collections.abc import Sequence
from typing import Final

from desktop.files.pdf.words import words

_STOPS: Final = " ;.,"


def items(texts: Sequence[str]) -> list[str]:
    """Return each text behind a dash, ended by `;`, and the last by `.`."""
    last = len(texts) - 1
    forms = ("item", "last_item")
    return [
        words("lists")[forms[place == last]].format(text=text.rstrip(_STOPS))
        for place, text in enumerate(texts)
    ]
