"""Take the links to other workbooks out of one that goes back to its sender.

Whoever opens it would be asked to fetch from files somebody else named. Formulas that
looked there keep the value they had; whatever refers to nothing outside stays.
"""

import re
from collections.abc import Iterable
from typing import Final

from desktop.files.forms.marks.parts import Element, Parts

_OUTSIDE: Final = re.compile(r"(?<![\w.\[\]])\[\d+\][^\[\]!]*!")
"""A cell or name of another workbook, such as `'[1]Tháng 6'!A1` (ECMA-376, 18.17.2);
a column of a table, such as `Bảng[2024]`, is none."""


def cut(parts: Parts, sheets: Iterable[str]) -> None:
    """Take out every link to another workbook, and the formulas that follow one.

    Raises:
        ValueError: A part is damaged.
    """
    book = parts.related("", "officeDocument")[0]
    links = parts.related(book, "externalLink")
    if not links:
        return
    for sheet in sheets:
        _keep_values(parts, sheet)
    _forget(parts.root(book))
    # The order of computing names cells that are no formulas any more.
    for part in (*links, *parts.related(book, "calcChain")):
        parts.drop(part, book)


def _keep_values(parts: Parts, sheet: str) -> None:
    if b"[" not in parts.data(sheet):
        return
    root = parts.root(sheet)
    formulas = list(root.iter("{*}f"))
    shared = {one.get("si") for one in formulas if _leads_out(one)} - {None}
    for one in formulas:
        if _leads_out(one) or one.get("si") in shared:
            one.getparent().remove(one)


def _forget(book: Element) -> None:
    """Take the list of links out of the workbook, and the names that follow one."""
    for names in book.iterfind("{*}definedNames"):
        for one in list(names):
            if _leads_out(one):
                names.remove(one)
        if not len(names):
            book.remove(names)
    for one in book.findall("{*}externalReferences"):
        book.remove(one)


def _leads_out(formula: Element) -> bool:
    return bool(_OUTSIDE.search(formula.text or ""))
