"""Match the headings of a sheet with the fields of a register."""

from desktop.records.register import Register
from desktop.rules.entry_table.columns import parse_slot
from desktop.rules.entry_table.fates import Choices, ColumnMatch, Match
from desktop.rules.entry_table.headings import Headings
from desktop.rules.entry_table.lexicon import Lexicon
from desktop.rules.grid import Grid

_STRENGTH = (Match.CHOSEN, Match.REMEMBERED, Match.EXACT, Match.SIMILAR)


def match_columns(
    headings: Headings, lexicon: Lexicon, choices: Choices, register: Register
) -> tuple[ColumnMatch, ...]:
    """Return what each column is taken for; every field at most once.

    What was chosen goes before what was remembered, known, or only looks alike.
    """
    found: dict[int, tuple[str, Match]] = {}
    taken: set[str] = set()
    for match in _STRENGTH:
        for column, text in enumerate(headings.texts):
            if column in found:
                continue
            slot = _by(match, column, text, lexicon, choices)
            if slot is None or (slot and slot in taken):
                continue
            if slot and not parse_slot(slot, register):
                continue
            found[column] = (slot, match if slot else _aside(match))
            taken.add(slot)
    return tuple(
        _match(column, text, *found.get(column, ("", Match.NONE)), lexicon)
        for column, text in enumerate(headings.texts)
    )


def by_position(
    grid: Grid, register: Register, choices: Choices
) -> tuple[ColumnMatch, ...]:
    """Return the columns of a sheet without headings, in the order of the register."""
    shown = [field.name for field in register.fields if field.column]
    free = [one for one in shown if one not in choices.columns.values()]
    taken: set[str] = set()
    made = []
    for column in range(grid.width):
        chosen = choices.columns.get(column)
        slot = (
            (free[column] if column < len(free) else "") if chosen is None else chosen
        )
        if slot in taken or not parse_slot(slot, register):
            slot = ""
        taken.add(slot)
        match = Match.POSITION if chosen is None else Match.CHOSEN
        match = match if slot else Match.NONE
        made.append(ColumnMatch(column=column, heading="", field=slot, match=match))
    return tuple(made)


def _by(
    match: Match, column: int, text: str, lexicon: Lexicon, choices: Choices
) -> str | None:
    """Return the slot one way of matching gives a column; None when it gives none."""
    if match is Match.CHOSEN:
        return choices.columns.get(column)
    if not text:
        return None
    if match is Match.REMEMBERED:
        found = lexicon.recall(text)
        return None if found is None else found.field
    if match is Match.EXACT:
        return lexicon.exact(text)
    return lexicon.near(text) or None


def _aside(match: Match) -> Match:
    return match if match in (Match.CHOSEN, Match.REMEMBERED) else Match.NONE


def _match(
    column: int, text: str, slot: str, match: Match, lexicon: Lexicon
) -> ColumnMatch:
    recalled = lexicon.recall(text)
    same = recalled is not None and recalled.field == slot
    return ColumnMatch(
        column=column,
        heading=text,
        field=slot,
        match=match,
        reading=recalled.reading if recalled is not None and same else "",
    )
