"""Read what the cells of a workbook look like: font, weight, form of numbers."""

from dataclasses import dataclass
from typing import Final

from desktop.files.foreign.archive import Archive
from desktop.files.foreign.formats import GENERAL, Form, form_of
from desktop.files.foreign.outline import is_true
from desktop.files.foreign.xml import MAIN, Attributes, Feed

_FONTS: Final = f"{MAIN}fonts"
_CELLS: Final = f"{MAIN}cellXfs"
_TOPS: Final = (_FONTS, _CELLS, f"{MAIN}dxfs", f"{MAIN}cellStyleXfs")


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell looks like, as far as it tells what is meant."""

    font: str = ""
    bold: bool = False
    form: Form = GENERAL


PLAIN: Final = Style()


def styles_of(archive: Archive, part: str) -> list[Style]:
    """Return the styles by the numbers cells have. Raise ValueError when damaged."""
    if not part:
        return []
    reader = _Reader()
    Feed(reader.start, reader.end).whole(archive.chunks(part))
    return reader.styles()


class _Reader:
    """Collect fonts, codes and the formats of cells, which refer to both."""

    def __init__(self) -> None:
        self._within = ""
        self._fonts: list[tuple[str, bool]] = []
        self._codes: dict[int, str] = {}
        self._cells: list[tuple[int, int]] = []

    def start(self, name: str, told: Attributes) -> None:
        """Take the beginning of an element."""
        if name in _TOPS:
            self._within = name
        elif name == f"{MAIN}numFmt" and "numFmtId" in told:
            self._codes[int(told["numFmtId"])] = told.get("formatCode", "")
        elif self._within == _FONTS:
            self._font(name.removeprefix(MAIN), told.get("val"))
        elif self._within == _CELLS and name == f"{MAIN}xf":
            ids = (told.get("fontId", "0"), told.get("numFmtId", "0"))
            self._cells.append((int(ids[0]), int(ids[1])))

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == self._within:
            self._within = ""

    def styles(self) -> list[Style]:
        """Return what was collected; a font that is not there tells nothing."""
        return [self._style(font, number) for font, number in self._cells]

    def _font(self, name: str, value: str | None) -> None:
        if name == "font":
            self._fonts.append(("", False))
        elif name in ("name", "b") and self._fonts:
            font, bold = self._fonts[-1]
            if name == "name":
                self._fonts[-1] = (value or "", bold)
            else:
                self._fonts[-1] = (font, value is None or is_true(value))

    def _style(self, font: int, number: int) -> Style:
        known = 0 <= font < len(self._fonts)
        name, bold = self._fonts[font] if known else ("", False)
        return Style(name, bold, form_of(number, self._codes))
