"""Say of each row of the board what it is: a duty, or something to be renewed."""

import datetime as dt

from desktop.gui.pages import deadline_words
from desktop.operations.periods.read_deadlines import Due
from desktop.records.ending import Ending
from desktop.wording import endings

Shown = Due | Ending


def owed(row: Shown) -> str:
    """Return what it is, and below it who sends it to whom, or whose it is."""
    if isinstance(row, Ending):
        return f"▲ {endings.what(row)}\n{endings.whose(row)}"
    return deadline_words.owed(row)


def when(row: Shown, now: dt.datetime) -> str:
    """Return the last day and how long that is from now."""
    if isinstance(row, Ending):
        return endings.when(row, now)
    return deadline_words.whole(row, now)


def units(row: Shown) -> str:
    """Return how many of the units that owe it here have figures."""
    return "" if isinstance(row, Ending) else deadline_words.units(row)


def colour(row: Shown, now: dt.datetime) -> str:
    """Return the colour that repeats what the words say."""
    if isinstance(row, Ending):
        return "bad" if row.left < 0 else "warn"
    return deadline_words.colour(row, now)


def tip(row: Shown, now: dt.datetime) -> str:
    """Return everything known of a row, a fact a line."""
    if isinstance(row, Ending):
        return f"{endings.line(row, now)}\n{endings.to_do(row)}"
    return deadline_words.tip(row)
