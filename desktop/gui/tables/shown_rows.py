"""Which rows of a long list are shown: read at once, or beside whoever types.

Nothing here touches the window, so that it may run on a reading thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.store import listing
from desktop.store.store import Store
from desktop.store.views import View

if TYPE_CHECKING:
    from array import array


@dataclass(frozen=True, slots=True)
class ShownRows:
    """The rows of one view."""

    view: View
    count: int
    numbers: "array[int] | None" = None
    """Numbers of all rows, in the order shown; None for the natural order of a view
    without filters, of which blocks are read as they are needed."""
    sums: dict[str, int | None] | None = None
    """Sums of columns, where they were read together with the rows."""


def read_rows(store: Store, view: View, *, narrowed: bool) -> ShownRows:
    """Read which rows a view shows; a narrowed one is looked through once only."""
    db = store.reader
    if view.order is not None:
        numbers = listing.ordered(db, view)
    elif narrowed:
        numbers = listing.newest(db, view)
    else:
        return ShownRows(view, listing.count(db, view))
    return ShownRows(view, len(numbers), numbers)


def read_rows_and_sums(
    store: Store, view: View, *, narrowed: bool, columns: Sequence[str]
) -> ShownRows:
    """Read which rows a view shows, and what they add up to."""
    rows = read_rows(store, view, narrowed=narrowed)
    sums = listing.totals(store.reader, view, columns, rows.numbers)
    return ShownRows(view, rows.count, rows.numbers, sums)
