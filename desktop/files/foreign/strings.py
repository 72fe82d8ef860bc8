"""Read the texts that the cells of a workbook share, and the fonts within them."""

from typing import Final

from desktop.files.foreign.archive import Archive
from desktop.files.foreign.values import plain_text
from desktop.files.foreign.xml import MAIN, Attributes, Feed

_ITEMS: Final = (f"{MAIN}si", f"{MAIN}is")
_TEXT: Final = f"{MAIN}t"
_RUN: Final = f"{MAIN}r"
_FONT: Final = f"{MAIN}rFont"
_SOUND: Final = f"{MAIN}rPh"
"""How a text sounds, in East Asian workbooks: it is not in the cell."""

Runs = tuple[tuple[str, str], ...]
"""Text and font of each part of a text; a blank font is that of the cell."""
Shared = str | Runs
"""A text in the font of its cell, or one whose runs have fonts of their own."""


def shared_texts(archive: Archive, part: str) -> list[Shared]:
    """Return every shared text in order. Raise ValueError when it is damaged."""
    if not part:
        return []
    found: list[Shared] = []
    collector = TextCollector()

    def end(name: str) -> None:
        if name in _ITEMS:
            found.append(collector.taken())
        else:
            collector.end(name)

    Feed(collector.start, end, collector.data).whole(archive.chunks(part))
    return found


class TextCollector:
    """Put together one text from the elements it is made of."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._runs: list[tuple[str, str]] = []
        self._text: list[str] = []
        self._font = ""
        self._inside = False
        self._sound = 0

    def start(self, name: str, told: Attributes) -> None:
        """Take the beginning of an element."""
        if name == _TEXT:
            self._inside = not self._sound
        elif name == _FONT:
            self._font = told.get("val", "")
        elif name == _SOUND:
            self._sound += 1

    def data(self, text: str) -> None:
        """Take text, which counts within `t` only."""
        if self._inside:
            self._text.append(text)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == _TEXT:
            self._inside = False
        elif name == _RUN:
            self._close()
        elif name == _SOUND:
            self._sound -= 1

    def taken(self) -> Shared:
        """Return the text collected, and begin anew."""
        self._close()
        runs, self._runs = self._runs, []
        if len(runs) == 1 and not runs[0][1]:
            return runs[0][0]
        return tuple(runs) if runs else ""

    def _close(self) -> None:
        text = plain_text("".join(self._text))
        if text:
            self._runs.append((text, self._font))
        self._text.clear()
        self._font = ""
