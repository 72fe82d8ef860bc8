"""Hold what all sheets of one workbook share: styles, words, names, a work folder."""

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from desktop.files.workbook.styles import Styles
from desktop.files.workbook.text import carried
from desktop.files.workbook.words import Words

NAME_LENGTH = 31
"""Characters Excel allows in the name of a sheet."""

_NOT_IN_SHEET_NAME = re.compile(r"[\\*?:/\[\]\t\r\n]")
_NOT_IN_RANGE_NAME = re.compile("[^A-Za-z0-9_]")


@dataclass(slots=True, kw_only=True)
class Book:
    """A workbook being written."""

    words: Words
    folder: Path
    """Where sheets wait, as XML, until the workbook is packed."""
    mark: str = ""
    """Printed above every page; blank for none."""
    code: str = ""
    """Code of the data of a report; blank where there is none to compare."""
    workbook: Any = field(default_factory=lambda: Workbook(write_only=True))
    styles: Styles = field(init=False)
    _sheet_names: set[str] = field(default_factory=set)
    _range_names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Give the workbook its font."""
        self.styles = Styles(self.workbook)

    def sheet_name(self, wanted: str) -> str:
        """Return a name no other sheet has, as near to the wanted one as allowed."""
        name = _unique(sheet_name(wanted), self._sheet_names, NAME_LENGTH, " ({})")
        self._sheet_names.add(name.casefold())
        return name

    def name_range(self, code: str, sheet: str, area: str) -> None:
        """Let formulas and other programs find a table by `table_` and its code.

        The prefix keeps codes such as `T1` from being read as a cell's address.
        """
        base = "table_" + _NOT_IN_RANGE_NAME.sub("_", code)
        name = _unique(base, self._range_names, 255, "_{}")
        self._range_names.add(name.casefold())
        self.workbook.defined_names[name] = DefinedName(
            name, attr_text=f"{quote_sheetname(sheet)}!{area}"
        )

    def close(self) -> None:
        """Close the sheets' files, so that they can be deleted; Windows insists."""
        for sheet in self.workbook.worksheets:
            if not sheet.closed:
                with suppress(OSError):  # a full disk was told of before
                    sheet.close()


def sheet_name(wanted: str) -> str:
    """Return the wanted name without what Excel forbids, at most 31 characters."""
    name = _NOT_IN_SHEET_NAME.sub(" ", unicodedata.normalize("NFC", carried(wanted)))
    return name[:NAME_LENGTH].strip(" '") or "_"


def _unique(wanted: str, taken: Iterable[str], longest: int, tail: str) -> str:
    name, place = wanted, 1
    while name.casefold() in taken:
        place += 1
        end = tail.format(place)
        name = wanted[: longest - len(end)].rstrip() + end
    return name
