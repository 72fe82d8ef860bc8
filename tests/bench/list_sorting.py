"""How long a list of a hundred thousand rows takes to sort and to filter.

Each is what happens between the click, or the end of the pause after the last key, and
the model that shows its first row: rows, count, sums. The ratio is to the time people
still take for at once.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.gui.session import Session
from desktop.gui.tables.conditions import can_filter
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from tests.bench.long_offices import LONG, office
from tests.bench.pairs import Row, seconds
from tests.gui import entry_office
from tests.gui.entry_office import YEAR

AT_ONCE = 0.150
"""Seconds."""
FIRST = f"first sort of {LONG:,} rows by title / {AT_ONCE * 1000:.0f} ms"
SORT = f"slowest sort of {LONG:,} rows / {AT_ONCE * 1000:.0f} ms"
FILTER = f"slowest filter of {LONG:,} rows / {AT_ONCE * 1000:.0f} ms"
FOUND = f"slowest search in the list of {LONG:,} rows / {AT_ONCE * 1000:.0f} ms"
LIMITS = dict.fromkeys((FIRST, SORT, FILTER, FOUND), 1.0)
TURNS = 3
WORDS = ("t", "tap huan", "quyền con người", "xa dak ha", "không có")
TYPED = {
    "title": ("quyen", "người có uy tín", "e"),
    "place": ("dak", "Ŏ Ƀai"),
    "note": ("phoi hop",),
    "last_day": ("/05/", "2024"),
    "attendance": ("> 100", "50-90"),
    "@evidence": ("có", "chưa", "> 1", "0"),
}
"""What is typed into a filter; into all others, `a`."""


def a_model(session: Session) -> RegisterModel:
    """Return the list of trainings, as it opens."""
    register = entry_office.register(session, "training")
    return RegisterModel(session.store, register, read_names(session), YEAR)


def taken(model: RegisterModel, work: Callable[[], object]) -> float:
    """Return the seconds until the first row is there, and what all add up to."""

    def all_of_it() -> None:
        work()
        model.record(0)
        model.count_all()
        model.totals()

    return seconds(all_of_it)


def first_sort(session: Session) -> float:
    """Return the seconds of a sort of which nothing was read before."""
    model = a_model(session)
    column = next(n for n, c in enumerate(model.columns) if c.field.name == "title")
    return taken(model, lambda: model.sort(column))


def sorts(session: Session) -> Iterator[tuple[float, str]]:
    """Yield the median seconds of every column both ways, with its heading."""
    model = a_model(session)
    for number, column in enumerate(model.columns):
        if not column.sort:
            continue
        for way in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            found = []
            for _ in range(TURNS):
                model.sort(-1)
                found.append(taken(model, lambda n=number, w=way: model.sort(n, w)))  # type: ignore[misc]
            yield statistics.median(found), column.label


def filters(session: Session) -> Iterator[tuple[float, str]]:
    """Yield the median seconds of what is typed into the filters of every column."""
    model = a_model(session)
    for number, column in enumerate(model.columns):
        if not can_filter(column):
            continue
        for typed in TYPED.get(column.field.name, ("a",)):
            found = []
            for _ in range(TURNS):
                model.clear_filters()
                found.append(
                    taken(model, lambda n=number, t=typed: model.set_filter(n, t))  # type: ignore[misc]
                )
            yield statistics.median(found), f"{column.label}: {typed}"


def searches(session: Session) -> Iterator[tuple[float, str]]:
    """Yield the median seconds of what is typed into the search of the list."""
    model = a_model(session)
    for text in WORDS:
        found = []
        for _ in range(TURNS):
            model.set_text("")
            found.append(taken(model, lambda t=text: model.set_text(t)))  # type: ignore[misc]
        yield statistics.median(found), text


def run() -> list[Row]:
    """Measure everything and keep the slowest of each."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory() as name,
        entry_office.opened(office(LONG), Path(name)) as session,
    ):
        first = first_sort(session)
        slowest = {
            SORT: max(sorts(session)),
            FILTER: max(filters(session)),
            FOUND: max(searches(session)),
        }
    application.processEvents()
    rows = [(FIRST, first / AT_ONCE, f"{first * 1000:.0f} ms")]
    for label, (each, what) in slowest.items():
        rows.append((label, each / AT_ONCE, f"{each * 1000:.0f} ms, {what}"))
    return rows
