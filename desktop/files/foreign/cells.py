"""Tell what one cell of a sheet holds: its text, its kind, why not to trust it.

ECMA-376 part 1, 18.3.1.4 (cell) and 18.18.11 (types).
"""

from dataclasses import dataclass, field
from typing import Final

from desktop.files.foreign import values
from desktop.files.foreign.strings import Runs, Shared
from desktop.files.foreign.styles import PLAIN, Style

FORMULA: Final = "formula"
"""Fault of a formula whose value nobody computed."""
ERROR: Final = "error_value"
"""Fault of a cell whose value is `#REF!` or the like."""

ERROR_TYPE: Final = "e"
"""Type of a cell that says itself that its value is none."""

_NUMBER: Final = "n"
_SHARED: Final = "s"
_COMPUTED: Final = "str"
_INLINE: Final = "inlineStr"

Look = tuple[str, str, bool, str]
"""Kind, font, bold, fault, as in `rules.grid.Cell`."""


@dataclass(slots=True)
class RawCell:
    """A cell as the XML has it."""

    style: int = 0
    type: str = _NUMBER
    value: str | None = None
    inline: Shared | None = None
    formula: bool = False


@dataclass(frozen=True, slots=True)
class FoundCell:
    """What a cell holds."""

    text: str
    look: Look
    runs: Runs = ()
    """Text and font of each run, where they have several fonts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the cells of every sheet refer to."""

    strings: list[Shared] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    since_1904: bool = False

    def read(self, raw: RawCell) -> FoundCell | None:
        """Return what a cell holds; None for one that is blank.

        Raises:
            ValueError: It does not hold what it says.
            IndexError: It refers to a text that is not there.
        """
        style = self._style(raw.style)
        if raw.type == _SHARED and raw.value:
            return _written(self.strings[int(raw.value)], style)
        if raw.type == _INLINE and raw.inline is not None:
            return _written(raw.inline, style)
        text, kind, fault = self._told(raw, style)
        if not text and not fault:
            return None
        return FoundCell(text, (kind, style.font, style.bold, fault))

    def _style(self, number: int) -> Style:
        return self.styles[number] if 0 <= number < len(self.styles) else PLAIN

    def _told(self, raw: RawCell, style: Style) -> tuple[str, str, str]:
        """Return text, kind and fault of a cell that holds no shared text."""
        if raw.type == ERROR_TYPE:
            return values.plain_text(raw.value or ""), "", ERROR
        if not raw.value:
            empty = raw.type == _COMPUTED and raw.value is not None
            return "", "", FORMULA if raw.formula and not empty else ""
        if raw.type == _NUMBER:
            told = values.number(raw.value, style.form, since_1904=self.since_1904)
        elif raw.type == "b":
            told = values.flag(raw.value)
        elif raw.type == "d":
            told = values.iso_day(raw.value)
        else:
            told = values.plain_text(raw.value), ""
        return *told, ""


def _written(shared: Shared, style: Style) -> FoundCell | None:
    """Return a text, with its runs where their fonts differ."""
    if isinstance(shared, str):
        look = ("", style.font, style.bold, "")
        return FoundCell(shared, look) if shared else None
    runs = tuple((text, font or style.font) for text, font in shared)
    fonts = {font for _, font in runs}
    text = "".join(one for one, _ in runs)
    alone = fonts.pop() if len(fonts) == 1 else ""
    return FoundCell(text, ("", alone, style.bold, ""), () if alone else runs)
