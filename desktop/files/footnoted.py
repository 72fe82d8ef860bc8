"""Know which place of a report bears which footnotes, and how a note is marked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop.records.report import FigureKey, Footnote, Report

MARK = "[{number}]"
"""A mark every letter of which any type has; raised digits are not in all."""


def mark(numbers: Iterable[int]) -> str:
    """Return the marks of some notes as one text, blank for none."""
    return "".join(MARK.format(number=number) for number in numbers)


class Footnoted:
    """The footnotes of a report, by the place that bears them."""

    def __init__(self, report: Report) -> None:
        """Sort the footnotes of a report by where they belong."""
        self._sections: dict[str, list[int]] = defaultdict(list)
        self._places: dict[FigureKey, list[int]] = defaultdict(list)
        self._by_table: dict[str, list[Footnote]] = defaultdict(list)
        self._others: list[Footnote] = []
        for note in sorted(report.footnotes, key=lambda one: one.number):
            self._sort_in(note)

    def _sort_in(self, note: Footnote) -> None:
        if note.at is None:
            self._sections[note.section].append(note.number)
            self._others.append(note)
        else:
            self._places[note.at].append(note.number)
            self._by_table[note.at.table].append(note)

    def section(self, place: str) -> Sequence[int]:
        """Return the numbers a heading bears."""
        return self._sections.get(place, ()) if place else ()

    def title(self, table: str) -> Sequence[int]:
        """Return the numbers the title of a table bears."""
        return self._at(table, "", "")

    def row(self, table: str, row: str) -> Sequence[int]:
        """Return the numbers the name of a row bears."""
        return self._at(table, row, "") if row else ()

    def figure(self, table: str, row: str, column: str) -> Sequence[int]:
        """Return the numbers one figure bears."""
        return self._at(table, row, column) if row and column else ()

    def marks_table(self, table: str) -> bool:
        """Tell whether anything in a table bears a note."""
        return table in self._by_table

    def of_table(self, table: str) -> Sequence[Footnote]:
        """Return the notes printed under a table, by number."""
        return self._by_table.get(table, ())

    def of_text(self, tables: Iterable[str]) -> Sequence[Footnote]:
        """Return the notes that belong under none of these tables, by number."""
        placed = set(tables)
        stray = (
            note
            for table, notes in self._by_table.items()
            if table not in placed
            for note in notes
        )
        return sorted((*self._others, *stray), key=lambda one: one.number)

    def _at(self, table: str, row: str, column: str) -> Sequence[int]:
        return self._places.get(FigureKey(table=table, row=row, column=column), ())
