"""Accepting adds, changes, removes; what was edited here since is asked about."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.records.arrival import Counts, Fate
from desktop.records.form import Prefilled
from desktop.records.period import PeriodStanding, PeriodState
from desktop.rules.forms.judging import (
    Judgement,
    Place,
    Stored,
    judge,
    lock_reason,
    wanted,
)
from desktop.rules.forms.statement import Statement, read_statement
from tests.rules.forms.sheets import (
    FIRST,
    LAST,
    LIST,
    WHOSE,
    a_content,
    a_row,
    against,
    listed,
    source,
    summary,
)

AGAINST = against()
CLOSED = PeriodStanding(
    id="2024-Q2",
    period_code="2024-Q2",
    first_day=FIRST,
    last_day=LAST,
    state=PeriodState.CLOSED,
    changed_at=dt.datetime(2024, 7, 1, tzinfo=dt.UTC),
)


def said(*rows: dict[str, object], total: object = "", shown: str = "") -> Statement:
    prefilled = [Prefilled(sheet=LIST, cell="A5", value="Một", record=shown)]
    content = a_content(prefilled=prefilled if shown else ())
    return read_statement(
        content, source(summary(B=total), listed(*rows)), WHOSE, AGAINST
    )


def stored(
    records: Mapping[Place, Any] | None = None,
    edited: frozenset[Place] = frozenset(),
    standing: frozenset[Place] = frozenset(),
) -> Stored:
    return Stored(records=records or {}, edited=edited, standing=standing)


def as_stored(statement: Statement) -> dict[Place, Any]:
    """Return what accepting a statement leaves."""
    found = judge(statement, stored(), AGAINST)
    return {(one.row.place, one.row.row_id): one.record for one in found.rows}


def fates(found: Judgement) -> list[Fate]:
    return [one.row.fate for one in found.rows]


def test_what_is_not_here_is_added() -> None:
    found = judge(said(a_row(), total=3), stored(), AGAINST)
    assert fates(found) == [Fate.ADD, Fate.ADD]
    assert found.counts == Counts(seen=2, accepted=2)


def test_the_same_again_changes_nothing() -> None:
    told = said(a_row(), total=3)
    held = as_stored(told)
    found = judge(told, stored(held, standing=frozenset(held)), AGAINST)
    assert fates(found) == [Fate.SAME, Fate.SAME]
    assert found.counts == Counts(seen=2, unchanged=2)


def test_what_differs_is_changed_and_shown_beside_ours() -> None:
    held = as_stored(said(a_row(), total=3))
    told = said(a_row(attendance=1500, place=""), total=5)
    found = judge(told, stored(held, standing=frozenset(held)), AGAINST)
    assert fates(found) == [Fate.CHANGE, Fate.CHANGE]
    changes = {one.field: (one.ours, one.theirs) for one in found.rows[0].row.changes}
    assert changes == {"attendance": ("40", "1.500"), "place": ("Nhà văn hóa", "")}
    assert (found.rows[1].row.changes[0].ours, found.rows[1].row.changes[0].theirs) == (
        "3",
        "5",
    )


def test_what_the_form_does_not_ask_for_stays() -> None:
    held = as_stored(said(a_row()))
    ((place, record),) = held.items()
    kept = replace(record, note="của cơ quan")
    found = judge(said(a_row(attendance=41)), stored({place: kept}), AGAINST)
    assert found.rows[0].record == replace(kept, attendance=41)


def test_what_was_edited_here_is_asked_about_unless_it_agrees() -> None:
    held = as_stored(said(a_row(), total=3))
    places = frozenset(held)
    told = said(a_row(attendance=50), total=9)
    found = judge(told, stored(held, edited=places, standing=places), AGAINST)
    assert fates(found) == [Fate.KEEP, Fate.KEEP]
    assert found.counts == Counts(seen=2, unchanged=2)
    again = judge(
        said(a_row(), total=3), stored(held, edited=places, standing=places), AGAINST
    )
    assert fates(again) == [Fate.SAME, Fate.SAME]


def test_what_an_earlier_return_put_and_this_one_lacks_is_removed() -> None:
    held = as_stored(said(a_row(), a_row(title="Hai"), total=5))
    places = frozenset(held)
    found = judge(said(a_row()), stored(held, standing=places), AGAINST)
    assert sorted(fates(found)) == [Fate.REMOVE, Fate.REMOVE, Fate.SAME]
    edited = judge(said(a_row()), stored(held, edited=places, standing=places), AGAINST)
    assert sorted(fates(edited)) == [Fate.KEEP, Fate.KEEP, Fate.SAME]
    assert [one.record for one in found.rows if one.row.fate is Fate.REMOVE] == [
        None,
        None,
    ]


def test_what_was_removed_here_since_is_asked_about() -> None:
    told = said(a_row())
    place = frozenset({next(iter(as_stored(told)))})
    found = judge(told, stored(standing=place, edited=place), AGAINST)
    assert fates(found) == [Fate.KEEP]


def test_what_an_earlier_version_no_longer_told_is_added_again() -> None:
    told = said(a_row())
    place = frozenset({next(iter(as_stored(told)))})
    assert fates(judge(told, stored(standing=place), AGAINST)) == [Fate.ADD]


def test_an_entry_the_form_only_showed_is_asked_about_when_it_is_gone() -> None:
    record = replace(next(iter(as_stored(said(a_row())).values())), id="id1")
    here = stored({("activities", "id1"): record})
    found = judge(said(shown="id1"), here, AGAINST)
    assert [(one.row.row_id, one.row.fate) for one in found.rows] == [
        ("id1", Fate.KEEP)
    ]


def test_an_entry_with_a_faulty_row_is_not_gone() -> None:
    record = replace(next(iter(as_stored(said(a_row())).values())), id="id1")
    here = stored({("activities", "id1"): record})
    faulty = said({"title": "Một", "key": "=id1"}, shown="id1")
    found = judge(faulty, here, AGAINST)
    assert (found.rows, found.counts) == ((), Counts(seen=1, refused=1))


def test_rows_with_faults_are_refused_and_never_taken_for_gone() -> None:
    held = as_stored(said(a_row(), total=3))
    told = said(a_row(attendance="12 buổi"), total="ba")
    found = judge(told, stored(held, standing=frozenset(held)), AGAINST)
    assert found.rows == ()
    assert found.counts == Counts(seen=2, refused=2)


def test_a_locked_period_refuses_what_it_would_change() -> None:
    locked = replace(AGAINST, standings=(CLOSED,))
    told = said(a_row())
    assert judge(told, stored(), locked).locked == CLOSED
    assert judge(said(total=4), stored(), locked).locked == CLOSED
    held = as_stored(told)
    assert judge(told, stored(held), locked).locked is None
    assert (
        judge(said(), stored(held, standing=frozenset(held)), locked).locked == CLOSED
    )
    assert lock_reason(CLOSED) == ("period_locked", "01/04/2024", "30/06/2024")


def test_everything_it_speaks_of_is_asked_for() -> None:
    told = said(a_row(), total=3, shown="id1")
    places = wanted(told, AGAINST)
    assert ("activities", "id1") in places
    assert {table for table, _ in places} == {"activities", "unlisted_totals"}
