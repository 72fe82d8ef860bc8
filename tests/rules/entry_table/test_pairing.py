"""A row is the kept entry of its id, or one with the same title, days and agency."""

from dataclasses import replace
from typing import Any

from desktop.records.activity import Activity, ActivityKind
from desktop.rules.entry_table.building import identity
from desktop.rules.entry_table.pairing import Pairing, Repeats
from tests import builders
from tests.rules.entry_table.sheets import UNIT, KeptList, register

KEPT = builders.an_activity(id="one", title="Tập huấn tại Hòa Bình")


def pairing(
    *kept: Activity, made: tuple[Any, ...] = (), ids: tuple[str, ...] = ()
) -> Pairing:
    return Pairing(register(), KeptList(kept), made or kept, ids)


def never(_kept: Any) -> bool:
    return False


def test_an_id_finds_its_entry_once() -> None:
    found = pairing(KEPT, ids=("one",))
    assert found.by_id("one") == (KEPT, ())
    again, problems = found.by_id("one")
    assert again is None
    assert [(p.code, p.blocking) for p in problems] == [("id_repeated", False)]


def test_an_id_nobody_has_makes_a_new_entry_and_says_so() -> None:
    one, problems = pairing(KEPT, ids=("gone",)).by_id("gone")
    assert one is None
    assert [(p.code, p.blocking) for p in problems] == [("id_unknown", False)]
    assert pairing(KEPT).by_id("") == (None, ())


def test_an_id_of_another_register_is_refused() -> None:
    other = replace(KEPT, kind=ActivityKind.CONTEST)
    one, problems = pairing(other, ids=("one",)).by_id("one")
    assert one is None
    assert [(p.code, p.blocking) for p in problems] == [("id_elsewhere", True)]


def test_the_same_title_days_and_agency_are_the_same_entry() -> None:
    made = replace(KEPT, id="", title="TẬP HUẤN tại Hoà Bình", attendance=1)  # type: ignore[arg-type]
    assert pairing(KEPT, made=(made,)).alike(identity(made), never) == KEPT
    elsewhere = replace(made, agency=UNIT)
    assert pairing(KEPT, made=(elsewhere,)).alike(identity(elsewhere), never) is None


def test_entries_that_are_alike_are_paired_one_by_one() -> None:
    other = replace(KEPT, id="two", attendance=7)  # type: ignore[arg-type]
    found = pairing(KEPT, other)
    same = found.alike(identity(KEPT), lambda kept: kept.attendance != 7)
    assert same == other, "what would not change goes first"
    assert found.alike(identity(KEPT), never) == KEPT
    assert found.alike(identity(KEPT), never) is None


def test_an_entry_named_by_its_id_is_nobody_elses() -> None:
    found = pairing(KEPT, ids=("one",))
    assert found.alike(identity(KEPT), never) is None


def test_only_the_days_of_the_sheet_are_asked_for() -> None:
    kept = KeptList((KEPT,))
    Pairing(register(), kept, (KEPT,), ())
    assert kept.asked == [(KEPT.last_day, KEPT.last_day)]
    nothing = KeptList((KEPT,))
    Pairing(register(), nothing, (), ())
    assert nothing.asked == []


def test_rows_of_one_entry_are_told_with_the_earlier_row() -> None:
    repeats = Repeats()
    assert repeats.seen(4, identity(KEPT), KEPT) is None
    assert repeats.seen(5, identity(KEPT), KEPT) == (4, True)
    changed, other = replace(KEPT, attendance=1), replace(KEPT, title="Khác")
    assert repeats.seen(6, identity(changed), changed) == (4, False)
    assert repeats.seen(7, identity(other), other) is None
