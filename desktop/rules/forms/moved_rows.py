"""Know the rows of a marked copy again that were sorted without their hidden keys.

Each row that says all that another one said, but for what was asked about, is that
other one: nobody changed a hundred cells by turning rows round.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from desktop.records.form import FormContent
from desktop.rules.forms.slots import Held, Slot

Row = tuple[str, str]
"""Sheet and key."""
Said = tuple[str, frozenset[tuple[str, str]]]
"""A sheet, and fields with what stands in them."""
Texts = dict[str, str]
"""What stands in a row, by field; blank ones left out."""

_MANY: Final = 200
"""Rows that are not looked through for the likest: more was written anew than moved."""
_MOVED: Final = "~"
"""Before the key of a row whose own key turned out to be another row's."""


def rows_again(marked: FormContent, now: Mapping[Slot, Held]) -> dict[Slot, Held]:
    """Return what stands in a form that came back, each row under its own key.

    Args:
        marked: Content of the marked copy.
        now: What stands in the form, by the keys found beside its rows.
    """
    search = _Search(marked)
    found = _by_row((slot, held.text) for slot, held in now.items())
    settled = {row: row for row, texts in found.items() if search.is_same(row, texts)}
    for row in settled:
        search.take(row)
    for row, texts in found.items():
        other = None if row in settled else search.find(row[0], texts)
        if other is not None:
            settled[row] = other
            search.take(other)
    for row, texts in found.items():
        other = None if row in settled else search.likest(row, texts)
        if other is not None:
            settled[row] = other
            search.take(other)
    taken = set(settled.values())
    return {
        (slot[0], _key(slot[:2], settled, taken), slot[2]): held
        for slot, held in now.items()
    }


class _Search:
    """The rows of a marked copy, by what each says besides what was asked about."""

    def __init__(self, marked: FormContent) -> None:
        slots = (((o.sheet, o.row, o.field), o.value) for o in marked.stood)
        self._stood = _by_row(slots)
        fields: defaultdict[Row, set[str]] = defaultdict(set)
        for one in marked.asked:
            fields[one.sheet, one.row].add(one.field)
        self._free = dict.fromkeys(self._stood)
        self._asked = {row: frozenset(fields.get(row, ())) for row in self._stood}
        self._rows: defaultdict[frozenset[str], dict[Said, list[Row]]]
        self._rows = defaultdict(dict)
        for row, asked in self._asked.items():
            said = _said(row[0], self._stood[row], asked)
            if said[1]:
                self._rows[asked].setdefault(said, []).append(row)

    def is_same(self, row: Row, texts: Texts) -> bool:
        """Tell whether a row says what stood under its key."""
        asked = self._asked.get(row)
        if asked is None:
            return False
        stood = _said(row[0], self._stood[row], asked)
        return bool(stood[1]) and stood == _said(row[0], texts, asked)

    def find(self, sheet: str, texts: Texts) -> Row | None:
        """Return the row not taken yet that says what this one does."""
        for asked, rows in self._rows.items():
            same = rows.get(_said(sheet, texts, asked))
            if same:
                return same[0]
        return None

    def likest(self, row: Row, texts: Texts) -> Row | None:
        """Return the row not taken yet of which this one says half or more."""
        free = [one for one in self._free if one[0] == row[0]]
        if not texts or len(free) > _MANY:
            return None

        def alike(one: Row) -> tuple[int, bool]:
            stood = self._stood[one].items()
            return sum(texts.get(name) == told for name, told in stood), one == row

        other = max(free, key=alike, default=None)
        if other is None or 2 * alike(other)[0] < len(texts):
            return None
        return other

    def take(self, row: Row) -> None:
        """Let nobody else be a row."""
        asked = self._asked[row]
        said = _said(row[0], self._stood[row], asked)
        if said[1]:
            self._rows[asked][said].remove(row)
        del self._free[row]


def _said(sheet: str, texts: Texts, asked: frozenset[str]) -> Said:
    return sheet, frozenset(one for one in texts.items() if one[0] not in asked)


def _key(row: Row, settled: Mapping[Row, Row], taken: set[Row]) -> str:
    """Return the key of a row; one whose own is another's is none of those asked."""
    if row in settled:
        return settled[row][1]
    return f"{_MOVED}{row[1]}" if row in taken else row[1]


def _by_row(told: Iterator[tuple[Slot, str]]) -> dict[Row, Texts]:
    """Return what is not blank of each row; totals are no rows."""
    found: dict[Row, Texts] = {}
    for (sheet, row, field), text in told:
        if row:
            held = found.setdefault((sheet, row), {})
            if text.strip():
                held[field] = plain(text)
    return found


def plain(text: str) -> str:
    """Return a text as cells are compared: spaces and forms of letters aside."""
    return " ".join(unicodedata.normalize("NFC", text).split())
