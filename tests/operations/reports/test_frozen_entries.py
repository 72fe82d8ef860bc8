"""The entries behind a report are those of the moment it was issued."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import ConflictError
from desktop.files.wire.entries import (
    TABLES,
    control_total,
    entries_from_json,
    entries_to_json,
    rows_to_json,
)
from desktop.operations.entries.record_entry import record
from desktop.operations.entries.remove_entry import remove
from desktop.operations.issuing.correct_report import CorrectionRequest, correct_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import draft_report
from desktop.operations.reports.frozen_entries import frozen_entries
from desktop.operations.reports.read_report import read_issued
from desktop.records.activity import Activity
from desktop.records.exchange_entries import Entries, EntryRecord
from desktop.records.product import Product
from desktop.records.returns import Return, UnlistedTotal
from desktop.store import received, records
from desktop.store.store import Store
from tests import builders
from tests.builders import OWN, PLAN, UNIT
from tests.files.pki import pki
from tests.operations.desk import REPORT, REQUEST, Desk
from tests.operations.intake import sent_packages


def frozen(desk: Desk, report: str = REPORT) -> Entries:
    return frozen_entries(desk.store, read_issued(desk.store, report))


def put(desk: Desk, held: tuple[object, ...]) -> None:
    with desk.store.change("import") as change:
        for one in held:
            records.put(change, one)


def ids(entries: Entries) -> set[str]:
    return {str(one.id) for one in entries.rows}


def test_the_entries_of_the_days_go_with_all_they_name(desk: Desk) -> None:
    found = frozen(desk)
    assert ids(found) == {"activity", "product"}
    assert (found.agency, found.plan) == (OWN, PLAN)
    assert (found.first_day, found.last_day) == (
        dt.date(2024, 1, 1),
        dt.date(2024, 12, 31),
    )
    assert {one.code for one in found.tasks} == {"2.2", "3.3"}
    assert OWN in {one.id for one in found.agencies}
    above = {one.parent for one in found.agencies if one.parent}
    assert above <= {one.id for one in found.agencies}
    codes = {(one.catalogue, one.code) for one in found.catalogue}
    assert ("product_type", "radio_report") in codes
    assert ("pillar", "knowledge") in codes
    assert [one.id for one in found.plans] == [PLAN]
    assert found.plans[0].issuer in {one.id for one in found.agencies}


def test_the_targets_tell_their_versions_and_what_the_report_counted(
    desk: Desk,
) -> None:
    found = {one.code: one for one in frozen(desk).targets}
    assert len(found) > 5
    assert all(one.goal == f"{PLAN}/{code}" for code, one in found.items())
    told = [one for one in found.values() if one.numerator is not None]
    assert told
    assert all(one.all_numerator is not None for one in told)


def test_what_was_done_since_is_not_in_it(desk: Desk) -> None:
    before = entries_to_json(frozen(desk))
    record(desk.store, builders.an_activity(title="Tên khác hẳn", attendance=999))
    record(desk.store, builders.an_activity(id="later"))
    remove(desk.store, Product, ("product",))
    assert entries_to_json(frozen(desk)) == before


def test_a_slip_has_the_entries_it_was_counted_from(desk: Desk) -> None:
    record(desk.store, builders.an_activity(attendance=55))
    request = CorrectionRequest(report=REPORT, reason="Đếm sót")
    slip = correct_report(desk.store, request).value
    record(desk.store, builders.an_activity(attendance=77))
    totals = [
        control_total(frozen(desk, each).rows).attendance for each in (REPORT, slip.id)
    ]
    assert totals == [40, 55]
    assert {one.id for one in frozen(desk, slip.id).targets} == {
        one.id for one in frozen(desk).targets
    }


def test_what_counts_since_earlier_days_and_what_is_named_goes_beside(
    desk: Desk,
) -> None:
    early = dt.date(2023, 9, 1)
    put(
        desk,
        (
            builders.a_channel(id="channel", opened_on=early),
            builders.a_headcount("press", 3, id="count", as_of=early),
            builders.a_product(id="old", first_published=early),
            builders.an_activity(id="gone", last_day=early),
            builders.an_activity(id="lead", last_day=dt.date(2023, 12, 31)),
        ),
    )
    put(
        desk,
        (
            builders.a_posting(id="posting", product="old"),
            builders.an_activity(id="account", agency=UNIT, joined_to="lead"),
            UnlistedTotal(
                id="total",  # type: ignore[arg-type]
                agency=UNIT,  # type: ignore[arg-type]
                figure="events",  # type: ignore[arg-type]
                first_day=early,
                last_day=dt.date(2024, 3, 31),
                value=5,  # type: ignore[arg-type]
            ),
            UnlistedTotal(
                id="whole",  # type: ignore[arg-type]
                agency=UNIT,  # type: ignore[arg-type]
                figure="direct_attendance",  # type: ignore[arg-type]
                first_day=dt.date(2024, 1, 1),
                last_day=dt.date(2024, 12, 31),
                value=Decimal(100),
                whole=True,
            ),
        ),
    )
    issued = issue_report(desk.store, draft_report(desk.store, REQUEST)).value
    found = frozen_entries(desk.store, issued)
    assert ids(found) == {
        *("activity", "product", "posting", "account"),
        *("total", "whole"),
    }
    (whole,) = (one for one in found.rows if one.id == "whole")
    assert isinstance(whole, UnlistedTotal)
    assert (whole.value, whole.whole) == (60, False), "what it counted, and no more"
    earlier = {str(one.id) for one in found.earlier}
    assert earlier >= {"channel", "count", "old", "lead"}
    assert "gone" not in earlier
    assert control_total(found.rows).entries == 6
    data = entries_to_json(found)
    back = entries_from_json(data, name=desk.store.path)
    assert entries_to_json(back) == data
    assert {type(one) for one in back.earlier} >= {Activity, Product}


def test_a_report_of_a_moment_the_history_does_not_know_is_told(desk: Desk) -> None:
    issued = replace(read_issued(desk.store, REPORT), journal_head="f" * 64)
    with pytest.raises(ConflictError) as caught:
        frozen_entries(desk.store, issued)
    assert (caught.value.reason, caught.value.facts) == ("issued_unknown", (REPORT,))


_PREFIXED = ("id", "product", "joined_to", "parent")
"""Fields that hold the id of an entry."""


def sent_again(store: Store, ret: Return) -> tuple[EntryRecord, ...]:
    """Return what a return put, as its sender knows it: without its prefix."""
    found = []
    for one in received.of_return(store.reader, ret.id):
        held: Any = records.get(store.reader, TABLES[one.place], one.row_id)
        named = {
            name: str(getattr(held, name)).removeprefix(f"{ret.sender}.")
            for name in _PREFIXED
            if getattr(held, name, None)
        }
        found.append(replace(held, **named))
    return tuple(found)


@settings(max_examples=4)
@given(data=st.data())
def test_what_is_sent_taken_in_and_sent_again_is_the_same_bytes(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("law")
    days = st.dates(sent_packages.FIRST, sent_packages.LAST)
    held: list[Any] = []
    for number in range(data.draw(st.integers(1, 4))):
        joins = data.draw(st.booleans())
        held.append(
            sent_packages.an_entry(
                number,
                last_day=data.draw(days),
                attendance=data.draw(st.none() | st.integers(0, 10**6)),
                note=data.draw(st.text(st.characters(codec="utf-8"), max_size=8)),
                joined_to=held[0].id if held and joins else None,
            )
        )
    day = data.draw(days)
    unit = sent_packages.COMMUNE
    work = {"tasks": (), "agency": unit}
    held.append(builders.a_product(first_published=day, **work))
    held.append(
        builders.a_posting(first_day=day, last_day=day, product="product", **work)
    )
    sent = sent_packages.entries_of(held)
    package = sent_packages.a_package(folder, sent, pki().person.key(folder))
    with sent_packages.a_receiver(folder / "so.stt") as store:
        sent_packages.take_in(store, pki().trust, package)
        (ret,) = records.find(store.reader, Return)
        assert rows_to_json(sent_again(store, ret)) == rows_to_json(sent.rows)
        assert (ret.entries, ret.control) == (
            len(sent.rows),
            control_total(sent.rows).code,
        )
