"""Take rows of a preview out, or in again, without reading the table anew."""

from dataclasses import replace

from desktop.rules.entry_table.fates import Choices, Fate, Preview, RowFate

_SETTLED = frozenset({Fate.REFUSED, Fate.SAME})
"""Fates nobody's wish changes."""


def only_ticks(before: Choices, after: Choices) -> bool:
    """Tell whether two sets of choices differ only in which rows are wanted."""
    asked = replace(before, left_out=after.left_out, overwrite=after.overwrite)
    return asked == after


def ticked(shown: Preview, choices: Choices) -> Preview:
    """Return a preview with the rows wanted that choices say; all else stays.

    It is what inspecting the table with these choices would give, but for likely
    twins, which stay as they were found.
    """
    return replace(shown, rows=tuple(_ticked(row, choices) for row in shown.rows))


def _ticked(row: RowFate, choices: Choices) -> RowFate:
    # A row without cells is a sum or a title: it is left out whatever one wishes.
    if row.fate in _SETTLED or not row.cells:
        return row
    fate = _fate(row, choices)
    return row if fate is row.fate else replace(row, fate=fate)


def _fate(row: RowFate, choices: Choices) -> Fate:
    if row.number in choices.left_out:
        return Fate.LEFT_OUT
    if row.before is None:
        return Fate.ADD
    wanted = choices.overwrite is None or row.number in choices.overwrite
    return Fate.CHANGE if wanted else Fate.KEPT
