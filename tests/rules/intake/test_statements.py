"""What may be taken in, and in which turn."""

import datetime as dt
from dataclasses import replace

from desktop.records.arrival import ArrivalRow, Counts, Fate, Sorting
from desktop.records.returns import ReturnKind
from desktop.rules.intake.statements import (
    counted,
    in_turn,
    key_of,
    key_of_return,
    rivals,
    takeable,
    ticked_at_first,
)
from tests.rules.intake.files import LAST, a_return, an_arrival

DAY = dt.timedelta(days=1)


def test_a_file_and_its_return_are_the_same_statement() -> None:
    assert key_of(an_arrival()) == key_of_return(a_return())
    assert key_of(an_arrival(kind=None)) is None


def test_only_what_is_ready_is_ticked_but_more_can_be_taken() -> None:
    ticked = {one for one in Sorting if ticked_at_first(an_arrival(sorting=one))}
    can = {one for one in Sorting if takeable(an_arrival(sorting=one))}
    assert ticked == {Sorting.READY, Sorting.RECEIPT}
    assert can == ticked | {Sorting.OTHER_PERIOD, Sorting.HELD}
    assert not ticked_at_first(an_arrival(reasons=(("unsealed",),)))


def test_a_blank_form_that_would_take_entries_away_waits_for_the_officer() -> None:
    gone = ArrivalRow(place="t", row_id="r", title="x", fate=Fate.REMOVE)
    blank = an_arrival(reasons=(("nothing_told",),))
    assert ticked_at_first(blank), "that nothing was done is told, too"
    assert not ticked_at_first(replace(blank, rows=(gone,)))
    assert takeable(replace(blank, rows=(gone,)))
    assert ticked_at_first(an_arrival(rows=(gone,)))


def test_older_versions_are_taken_in_before_newer_ones() -> None:
    names = [("b", 2, 0), ("a", 1, 1), ("c", 1, 0)]
    files = [an_arrival(name, version=v, slip=s) for name, v, s in names]
    assert [one.name for one in in_turn(files)] == ["c", "a", "b"]


def test_a_form_beside_a_package_that_tells_of_its_unit_is_its_rival() -> None:
    form = an_arrival("biểu")
    own = an_arrival("gói", kind=ReturnKind.PACKAGE, version=3)
    assert rivals([form, own]) == (form, own)
    above = replace(own, sender="b", tells_of=("a", "c"))
    assert rivals([above, form]) == (above, form)
    assert rivals([above, an_arrival("khác", sender="d")]) == ()
    later = replace(above, first_day=LAST + DAY, last_day=LAST + DAY)
    assert rivals([later, form]) == ()
    assert rivals([replace(above, kind=None), form]) == ()


def test_two_files_of_one_unit_and_version_are_rivals() -> None:
    one, two = an_arrival("a"), an_arrival("b")
    assert rivals([one, two, an_arrival("c", sender="c")]) == (one, two)
    assert rivals([one, an_arrival("b", slip=1)]) == ()


def test_the_control_totals_follow_what_the_officer_says_of_what_he_edited() -> None:
    def row(row_id: str, fate: Fate, at: str) -> ArrivalRow:
        return ArrivalRow(place="t", row_id=row_id, title=row_id, fate=fate, at=at)

    rows = (
        row("edited", Fate.KEEP, "Hội nghị!5"),
        row("gone", Fate.KEEP, ""),
        row("part", Fate.KEEP, "Tổng hợp!C7"),
        row("rest", Fate.SAME, "Tổng hợp!C7"),
        row("half", Fate.KEEP, "Tổng hợp!C8"),
        row("new", Fate.ADD, "Tổng hợp!C8"),
    )
    counts = Counts(seen=4, accepted=1, refused=1, unchanged=2)
    file = an_arrival(rows=rows, counts=counts)
    every = frozenset(one.row_id for one in rows)
    assert counted(file, every) == counts
    assert counted(file, every - {"gone", "half"}) == counts, "counted as taken, or not"
    taken = Counts(seen=4, accepted=3, refused=1, unchanged=0)
    assert counted(file, frozenset()) == taken
    assert counted(file, every - {"part"}) == replace(taken, accepted=2, unchanged=1)
