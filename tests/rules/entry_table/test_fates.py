"""A preview counts every row it has seen."""

from desktop.rules.entry_table.fates import CellFate, Fate, Preview, RowFate
from tests.rules.entry_table.sheets import register


def a_preview(*fates: Fate) -> Preview:
    rows = tuple(RowFate(number=n, fate=f, cells=()) for n, f in enumerate(fates, 2))
    return Preview(
        register=register(), sheet="", sheets=(), heading_row=1, columns=(), rows=rows
    )


def test_counts_agree_with_the_rows_seen() -> None:
    shown = a_preview(*Fate, Fate.ADD)
    assert sum(shown.counts.values()) == shown.seen == len(Fate) + 1
    assert [row.fate for row in shown.accepted] == [Fate.ADD, Fate.CHANGE, Fate.ADD]


def test_an_empty_preview_counts_nothing() -> None:
    assert a_preview().counts == dict.fromkeys(Fate, 0)


def test_a_cell_tells_whether_the_kept_value_becomes_another() -> None:
    same = CellFate(column=0, field="title", found="a", text="a", shown="a", before="a")
    other = CellFate(column=0, field="title", found="a", text="a", shown="a")
    assert (same.changed, other.changed) == (False, True)
