"""Tell in which fonts the texts of a page are: they say what its letters mean.

Excel names fonts in classes, Word beside the text, old pages in `font` elements.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_FAMILY: Final = re.compile(
    r"(?<![\w-])font-family\s*:\s*(\"[^\"]*\"|'[^']*'|[^;,\"']+)", re.IGNORECASE
)
_SELECTOR: Final = re.compile(r"(?:td|th|table|body|font|p|span)?\.([\w-]+)|(td|body)")
_CELLS: Final = ("td", "th")

Runs = tuple[tuple[str, str], ...]


class Fonts:
    """The fonts of one page."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401  lxml is imported late
        """Read the rules of its style sheets."""
        self._by_name: dict[str, str] = {}
        for style in root.iter("style"):
            for names, told in _RULE.findall(style.text or ""):
                font = _family(told)
                if font:
                    self._by_name.update((name, font) for name in _names(names))

    def of_cell(self, cell: Any, text: str) -> tuple[str, Runs]:  # noqa: ANN401
        """Return the font of a cell's text; where there are several, its runs.

        Args:
            cell: The element.
            text: Its text as it is read, whose spaces may differ from the page's.
        """
        letters = [
            font
            for part, font in self._parts(cell, self._around(cell))
            for letter in part
            if not letter.isspace()
        ]
        fonts = set(letters)
        if len(fonts) < 2 or len(letters) != len("".join(text.split())):  # noqa: PLR2004
            return (fonts.pop() if len(fonts) == 1 else ""), ()
        return "", _runs(text, letters)

    def _around(self, cell: Any) -> str:  # noqa: ANN401
        """Return the font a cell has by itself, by what it stands in, or by rule."""
        chain = [cell, *cell.iterancestors()]
        found = next((font for one in chain if (font := self._own(one))), "")
        return found or self._by_name.get("td") or self._by_name.get("body", "")

    def _parts(self, element: Any, font: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401
        """Yield each text of an element with its font."""
        yield element.text or "", font
        for child in element:
            if isinstance(child.tag, str):
                yield from self._parts(child, self._own(child) or font)
            yield child.tail or "", font

    def _own(self, element: Any) -> str:  # noqa: ANN401
        """Return the font an element names itself."""
        told = _family(element.get("style") or "") or element.get("face") or ""
        if told:
            return str(told).split(",")[0].strip().strip("\"'")
        classes = (element.get("class") or "").split()
        return next((self._by_name[one] for one in classes if one in self._by_name), "")


def _family(style: str) -> str:
    """Return the first font a style names."""
    found = _FAMILY.search(style)
    return found[1].strip().strip("\"'").strip() if found else ""


def _names(selectors: str) -> Iterator[str]:
    """Yield the classes and elements a rule is for."""
    for selector in selectors.replace("<!--", "").split(","):
        found = _SELECTOR.fullmatch(selector.strip())
        if found:
            yield found[1] or found[2]


def _runs(text: str, letters: list[str]) -> Runs:
    """Return the text in runs of one font each; spaces go with what is before them."""
    made: list[list[str]] = []
    left = iter(letters)
    for letter in text:
        font = made[-1][1] if letter.isspace() and made else next(left, "")
        if made and made[-1][1] == font:
            made[-1][0] += letter
        else:
            made.append([letter, font])
    return tuple((part, font) for part, font in made)
