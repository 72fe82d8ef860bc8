"""Our office becomes another: what goes over, what stays, and what is refused."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.errors import InputError
from desktop.files.catalogue import load_tiers
from desktop.operations.agencies.become_office import (
    NewOffice,
    become_office,
    propose_office,
)
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.record_entry import record_many
from desktop.operations.history.undo import undo
from desktop.operations.periods.read_deadlines import read_deadlines
from desktop.records.agency import Agency, FormerName, Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline
from desktop.records.plan import Plan, PlanState
from desktop.records.target import Target
from desktop.rules.office_names import Territory, ending_levels, propose
from desktop.store import preferences, records, search
from desktop.store.shelves import SHELVES
from desktop.store.store import Store
from tests import builders

DAY = dt.date(2025, 7, 1)
EVE = dt.date(2025, 6, 30)
DECIDED = Decided(day=DAY, number="1677/NQ-UBTVQH15", decided_on=dt.date(2025, 6, 16))
OFFICE = "phong-van-hoa-xa-hoi-xa-dak-ha"
HEAD = "uy-ban-nhan-dan-xa-dak-ha"
ABOVE = "so-van-hoa-the-thao-va-du-lich-tinh-quang-ngai"
MERGED = ("ubnd-thi-tran-dak-ha", "ubnd-xa-ha-mon", "ubnd-xa-dak-la")
TOWN, MARCHING = MERGED[0], "ubnd-xa-dak-mar"


def a_new_office(store: Store, **changes: Any) -> NewOffice:
    """Return what the shipped preset proposes for a commune."""
    preset = load_tiers().presets[1]
    book = read_agencies(store)
    names = propose(
        preset.offices[0],
        Territory(place="xã Đăk Hà", above="tỉnh Quảng Ngãi"),
        book,
    )
    values: dict[str, Any] = {
        "office": names.office,
        "superior": names.superior,
        "recipient": names.recipient,
        "levels": preset.code,
        "papers": names.papers,
        "merged": MERGED,
        "ended": tuple(
            one
            for one in ending_levels(book, preset.levels, preset.lasting, DAY)
            if one != builders.OWN
        ),
    }
    return NewOffice(**(values | changes))


@pytest.fixture
def became(store: Store) -> Store:
    become_office(store, a_new_office(store), DECIDED)
    return store


def agency(store: Store, agency: str) -> Agency:
    found = records.get(store.reader, Agency, agency)
    assert found is not None
    return found


def everything(store: Store) -> dict[str, tuple[object, ...]]:
    kept: dict[str, tuple[object, ...]] = {
        shelf.table: records.find(store.reader, shelf.record) for shelf in SHELVES
    }
    return {**kept, "preferences": (preferences.get(store.reader),)}


def test_the_settings_are_those_of_the_new_office(became: Store) -> None:
    kept = preferences.get(became.reader)
    assert kept is not None
    assert (kept.agency, kept.recipient) == (OFFICE, ABOVE)
    assert kept.issuer_lines == ("UBND XÃ ĐĂK HÀ", "PHÒNG VĂN HÓA - XÃ HỘI")
    assert (kept.symbol, kept.place) == ("BC-VHXH", "Đăk Hà")
    assert (kept.levels, kept.began_on) == ("two_tier_2025", DAY)
    assert kept.recipients[1] == "Ủy ban nhân dân xã Đăk Hà"
    assert kept.plan == builders.PLAN


def test_the_old_office_ends_on_the_eve_and_the_new_one_begins(became: Store) -> None:
    assert agency(became, builders.OWN).valid_to == EVE
    new = agency(became, OFFICE)
    assert (new.valid_from, new.parent, new.tier) == (DAY, HEAD, "commune")
    assert agency(became, HEAD).valid_from == DAY


def test_units_merge_end_or_go_on(became: Store) -> None:
    assert {agency(became, one).valid_to for one in MERGED} == {EVE}
    assert agency(became, "cong-an-huyen-dak-ha").valid_to == EVE
    assert agency(became, MARCHING).valid_to is None
    assert agency(became, "thpt-nguyen-du").valid_to is None


def test_who_goes_on_stands_below_the_new_head_and_stood_below_the_old(
    became: Store,
) -> None:
    assert agency(became, MARCHING).parent == HEAD
    name = records.get(became.reader, FormerName, f"{MARCHING}/{EVE}")
    assert name is not None
    assert name.parent == "ubnd-huyen-dak-ha"


def test_every_succession_is_kept_with_its_decision(became: Store) -> None:
    kept = records.find(became.reader, Succession)
    assert {one.decision for one in kept} == {DECIDED.number}
    told = {(one.kind, one.successors) for one in kept}
    assert told == {
        (SuccessionKind.REPLACED, (OFFICE,)),
        (SuccessionKind.MERGED, (HEAD,)),
        (SuccessionKind.REPLACED, (ABOVE,)),
        (SuccessionKind.DISSOLVED, ()),
    }


def test_the_open_plan_is_carried_on_and_a_closed_one_is_not(store: Store) -> None:
    plan = records.get(store.reader, Plan, builders.PLAN)
    assert plan is not None
    closed = replace(plan, id="old", state=PlanState.CLOSED)  # type: ignore[arg-type]
    past = replace(plan, id="past", last_day=EVE)  # type: ignore[arg-type]
    with store.change("prepare") as change:
        records.put(change, closed)
        records.put(change, past)
    proposal = propose_office(store, a_new_office(store), DECIDED)
    assert [one.id for one in proposal.plans] == [builders.PLAN]
    become_office(store, a_new_office(store), DECIDED)
    carried = {one.id: one for one in records.find(store.reader, Plan)}
    assert carried[plan.id].issuer == plan.issuer
    assert (carried[plan.id].carried_by, carried[plan.id].carried_from) == (HEAD, DAY)
    assert carried[closed.id].carried_by is carried[past.id].carried_by is None


def test_duties_to_report_go_to_and_come_from_the_new(became: Store) -> None:
    found = {one.id: one.recipient for one in records.find(became.reader, Deadline)}
    assert found == {f"{builders.PLAN}/D1": OFFICE, f"{builders.PLAN}/D2": ABOVE}


def test_what_our_office_owed_it_still_owes_and_to_whom_is_told_by_name(
    store: Store,
) -> None:
    def duties() -> dict[str, tuple[bool, bool, str]]:
        return {
            one.key: (one.owed_here, one.to_here, one.deadline.recipient_text)
            for one in read_deadlines(store, 2025)
        }

    units, ours = f"{builders.PLAN}/D1", f"{builders.PLAN}/D2"
    before = duties()
    assert (before[units][:2], before[ours][:2]) == ((False, True), (True, False))
    become_office(store, a_new_office(store), DECIDED)
    assert duties() == {
        units: (False, True, agency(store, OFFICE).name),
        ours: (True, False, agency(store, ABOVE).name),
    }


def test_scopes_of_targets_move_to_heirs_in_a_new_version(became: Store) -> None:
    versions = [one for one in records.find(became.reader, Target) if one.code == "T1"]
    old, new = sorted(versions, key=lambda one: one.valid_from or dt.date.min)
    assert (old.valid_to, new.valid_from) == (EVE, DAY)
    assert old.goal == new.goal
    assert builders.OWN in old.scope
    assert OFFICE in new.scope
    assert builders.OWN not in new.scope


def test_the_new_names_are_found_by_search(became: Store) -> None:
    found = {hit.row_id for hit in search.find(became.reader, "van hoa xa hoi xa dak")}
    assert OFFICE in found


def test_entries_stay_with_whoever_made_them(store: Store) -> None:
    record_many(store, (builders.an_activity(), builders.a_broadcast(agency=TOWN)))
    before = everything(store)
    become_office(store, a_new_office(store), DECIDED)
    after = everything(store)
    assert after["activities"] == before["activities"]
    assert after["broadcasts"] == before["broadcasts"]


def test_one_undo_takes_all_of_it_back(store: Store) -> None:
    record_many(store, (builders.an_activity(),))
    before = everything(store)
    become_office(store, a_new_office(store), DECIDED)
    assert everything(store) != before
    undo(store)
    assert everything(store) == before
    assert not search.find(store.reader, "phong van hoa xa hoi xa dak ha")


def test_a_superior_of_the_book_goes_on_and_takes_the_others_in(store: Store) -> None:
    head = agency(store, MARCHING)
    new = a_new_office(store, superior=head, merged=(*MERGED, MARCHING))
    become_office(store, new, DECIDED)
    assert agency(store, MARCHING).valid_to is None
    merged = [
        one
        for one in records.find(store.reader, Succession)
        if MARCHING in one.successors
    ]
    assert [set(one.predecessors) for one in merged] == [{*MERGED, MARCHING}]


def test_a_recipient_that_stays_is_succeeded_by_nobody(store: Store) -> None:
    old = agency(store, "so-tttt-kon-tum")
    become_office(store, a_new_office(store, recipient=old), DECIDED)
    assert agency(store, old.id).valid_to is None
    kept = preferences.get(store.reader)
    assert kept is not None
    assert kept.recipient == old.id


def test_a_new_recipient_need_not_follow_the_old(store: Store) -> None:
    become_office(store, a_new_office(store, recipient_follows=False), DECIDED)
    assert agency(store, "so-tttt-kon-tum").valid_to is None


def named(**changes: Any) -> Callable[[NewOffice], NewOffice]:
    return lambda new: replace(new, office=replace(new.office, **changes))


def papers(**changes: Any) -> Callable[[NewOffice], NewOffice]:
    return lambda new: replace(new, papers=replace(new.papers, **changes))


def also(**changes: Any) -> Callable[[NewOffice], NewOffice]:
    return lambda new: replace(new, **changes)


@pytest.mark.parametrize(
    ("spoil", "day", "field", "code"),
    [
        (named(name=" "), DAY, "office", "missing"),
        (named(name="Trường THPT Nguyễn Du"), DAY, "office", "agency_same_name"),
        (named(tier="unheard"), DAY, "office", "unknown_tier"),
        (papers(symbol=" "), DAY, "symbol", "missing"),
        (papers(place=""), DAY, "place", "missing"),
        (papers(issuer_lines=("X", "")), DAY, "issuer", "missing"),
        (also(), dt.date(2023, 1, 1), "day", "not_after"),
        (also(ended=MERGED), DAY, "ended", "two_fates"),
        (also(merged=(AgencyId(builders.OWN),)), DAY, "ended", "own_office_ends"),
        (also(merged=(AgencyId("nobody"),)), DAY, "predecessors", "unknown_agency"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason_and_nothing_is_kept(
    store: Store,
    spoil: Callable[[NewOffice], NewOffice],
    day: dt.date,
    field: str,
    code: str,
) -> None:
    before = everything(store)
    with pytest.raises(InputError) as refused:
        become_office(store, spoil(a_new_office(store)), Decided(day=day))
    assert (field, code) in {(one.field, one.code) for one in refused.value.problems}
    assert everything(store) == before


def test_an_office_becomes_another_only_after_it_began(became: Store) -> None:
    new = replace(
        a_new_office(became),
        office=Agency(id=AgencyId(""), name="Phòng khác"),
        ended=(),
        merged=(),
    )
    with pytest.raises(InputError) as refused:
        become_office(became, new, DECIDED)
    assert {one.code for one in refused.value.problems} == {"before_predecessor"}


@pytest.mark.parametrize(
    ("day", "preset", "doubts"),
    [
        (dt.date(2025, 6, 30), "two_tier_2025", {"levels_not_yet"}),
        (dt.date(2025, 7, 1), "two_tier_2025", set()),
        (dt.date(2025, 6, 30), "three_tier_2023", set()),
        (dt.date(2025, 7, 1), "three_tier_2023", {"levels_no_more"}),
    ],
)
def test_levels_that_were_not_in_force_that_day_are_doubted(
    store: Store, day: dt.date, preset: str, doubts: set[str]
) -> None:
    decided = Decided(day=day, number="1677/NQ")
    new = a_new_office(store, levels=preset)
    found = propose_office(store, new, decided).problems
    told = {one.code for one in found if one.field == "levels"}
    assert (told, any(one.blocking for one in found)) == (doubts, False)


def test_a_missing_decision_is_only_a_doubt(store: Store) -> None:
    proposal = propose_office(store, a_new_office(store), Decided(day=DAY))
    assert [(one.code, one.blocking) for one in proposal.problems] == [
        ("no_decision", False)
    ]
