"""Find doubts that every row raises: they are of the sheet and not of a row."""

from collections import Counter

from desktop.rules.entry_table.fates import Preview

_FEWEST = 2
"""Rows of which one can say that all of them raise a doubt."""


def doubts_of_all(shown: Preview) -> frozenset[tuple[str, str]]:
    """Return field and code of each doubt all rows accepted share.

    A sheet of others has no column for tasks, so no row has any: told once, it is
    known; told of each row, it hides what is worth a look.
    """
    accepted = shown.accepted
    if len(accepted) < _FEWEST:
        return frozenset()
    raised = Counter(
        pair
        for row in accepted
        for pair in {(one.field, one.code) for one in row.problems if not one.blocking}
    )
    return frozenset(pair for pair, count in raised.items() if count == len(accepted))
