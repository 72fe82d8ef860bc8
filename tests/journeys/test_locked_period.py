"""A signed period: nobody writes into it, and what changes after makes a slip."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import ConflictError
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.entries.amend_cells import amend_cells
from desktop.operations.entries.change_many import NewValue, change_many
from desktop.operations.entries.import_entries import Imported, import_entries
from desktop.operations.entries.join_events import join, unjoin
from desktop.operations.entries.read_entry_table import read_entry_paste
from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.operations.history.undo import undo
from desktop.operations.issuing.attach_issued_copy import attach_issued_copy
from desktop.operations.issuing.correct_report import CorrectionRequest, correct_report
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.periods.reopen_period import reopen_period
from desktop.operations.reports.compare_reports import compare_reports
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.number_report import number_report
from desktop.operations.reports.read_report import read_frozen, read_issued
from desktop.records.activity import Activity
from desktop.records.issued import IssuedReport
from desktop.records.report import FigureChange
from desktop.rules.calendar import parse_period
from desktop.rules.cell_edits import CellEdit
from desktop.rules.entry_table.fates import Choices
from desktop.rules.reports.compare import effect
from desktop.store import journal, records
from desktop.store.store import Store
from desktop.wording.faults import explain
from desktop.wording.problems import sentence
from tests import builders
from tests.builders import OWN, UNIT, an_activity
from tests.operations.changed_agencies import DECIDED, LA, MAR, new
from tests.operations.signed_elsewhere import kept_as, signed, stamped

QUARTER = parse_period("2024-Q3")
IN_QUARTER = dt.date(2024, 8, 20)
AFTER = dt.date(2024, 10, 5)
HEADS = "Tên lớp\tTừ ngày\tĐến ngày\tSố lượt"
FIXED = Choices(fixed={"form": "training_both", "pillar": "knowledge", "agency": OWN})


def training(name: str, day: dt.date, **changes: Any) -> Activity:
    return an_activity(id=name, title=name, first_day=day, last_day=day, **changes)


@pytest.fixture(scope="module")
def pattern(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, IssuedReport]:
    """Lay out a folder with an office whose quarter was signed, for tests to copy."""
    folder = tmp_path_factory.mktemp("signed")
    office = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(office, clock=builders.a_clock) as store:
        return folder, sign_quarter(store, folder)


@pytest.fixture
def store(pattern: tuple[Path, IssuedReport], tmp_path: Path) -> Iterator[Store]:
    """Open an office of the test's own, beside the files of its report."""
    shutil.copytree(pattern[0], tmp_path, dirs_exist_ok=True)
    with Store(tmp_path / "so.stt", clock=builders.a_clock) as opened:
        opened.officer = "Y Hà"
        yield opened


@pytest.fixture
def signed_quarter(store: Store, pattern: tuple[Path, IssuedReport]) -> IssuedReport:
    """Return the report of the quarter, as the office of the test has it."""
    found = read_issued(store, pattern[1].id)
    assert found == pattern[1]
    return found


def sign_quarter(store: Store, folder: Path) -> IssuedReport:
    """Issue the report of a quarter, have it signed elsewhere, and attach it."""
    from desktop.files.signatures.keys import load_key
    from tests.files.pki import PASSWORD, pki

    store.officer = "Y Hà"
    entries = (
        training("a", IN_QUARTER, attendance=30),
        training("b", IN_QUARTER, attendance=50, agency=UNIT),
        training("c", AFTER, attendance=70),
    )
    record_many(store, entries)
    request = Request(period=QUARTER, period_words="quý III năm 2024")
    issued = issue_report(store, draft_report(store, request)).value
    exported = export_report(store, issued.id, folder / "bao-cao").value
    key = load_key(pki().person.write_p12(folder / "k.p12"), PASSWORD)
    data = signed(stamped(exported.pdf.read_bytes(), "88", "02", "10"), key)
    path = kept_as(folder / "ve.pdf", data)
    attached = attach_issued_copy(store, issued.id, path, trust=pki().trust).value
    head = attached.inspection.proposed
    number_report(store, issued.id, head.number, head.dated)
    return read_issued(store, issued.id)


def get(store: Store, name: str) -> Activity:
    found = records.get(store.reader, Activity, name)
    assert found is not None
    return found


def pasted(store: Store, *days: str) -> Imported:
    lines = (HEADS, *(f"Lớp {day}\t{day}\t{day}\t5" for day in days))
    source = read_entry_paste("", "\n".join(lines)).value
    return import_entries(store, source, "training", FIXED).value


def edit(name: str, **values: object) -> CellEdit:
    return CellEdit(record=Activity, id=name, values=values)


Way = Callable[[Store], object]
WAYS: dict[str, Way] = {
    "a new entry": lambda store: record(store, training("new", IN_QUARTER)),
    "an entry changed": lambda store: record(store, training("a", IN_QUARTER)),
    "moved into": lambda store: record(store, training("c", IN_QUARTER)),
    "moved out of": lambda store: record(store, training("a", AFTER)),
    "removed": lambda store: remove(store, Activity, ("a",)),
    "several removed": lambda store: remove(store, Activity, ("c", "a")),
    "a cell": lambda store: amend_cells(store, [edit("a", attendance=31)], "edit_cell"),
    "cells of open and locked rows": lambda store: amend_cells(
        store, [edit("c", attendance=1), edit("a", attendance=1)], "paste_cells"
    ),
    "one field of many": lambda store: change_many(
        store,
        [get(store, "c"), get(store, "a")],
        NewValue(field="place", value="Nơi khác"),
        "Địa điểm",
    ),
    "events joined": lambda store: join(
        store, get(store, "a").id, [get(store, "b").id]
    ),
    "undo": undo,
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_writing_reaches_a_signed_period(
    store: Store, signed_quarter: IssuedReport, way: str
) -> None:
    before = records.find(store.reader, Activity), journal.head(store.reader)
    with pytest.raises(ConflictError) as caught:
        WAYS[way](store)
    assert caught.value.reason == "period_locked"
    assert (records.find(store.reader, Activity), journal.head(store.reader)) == before
    told = explain(caught.value)
    assert "quý III năm 2024" in told.why
    assert "do Y Hà ghi, báo cáo số 88" in told.why
    assert "Mở lại kỳ" in told.next
    assert read_issued(store, signed_quarter.id) == signed_quarter


def test_of_a_pasted_table_only_the_rows_outside_are_stored(
    store: Store, signed_quarter: IssuedReport
) -> None:
    before = {one.id for one in records.find(store.reader, Activity)}
    done = pasted(store, "01/10/2024", "21/08/2024")
    (new,) = {one.id for one in records.find(store.reader, Activity)} - before
    assert get(store, new).last_day == dt.date(2024, 10, 1)
    refused = next(one for one in done.preview.rows if not one.accepted)
    told = " ".join(sentence(one) for cell in refused.cells for one in cell.problems)
    assert "từ 01/07/2024 đến 30/09/2024" in told
    assert "mở lại kỳ" in told
    assert read_issued(store, signed_quarter.id) == signed_quarter


def test_what_lies_outside_goes_on(store: Store, signed_quarter: IssuedReport) -> None:
    assert signed_quarter.number == "88"
    record(store, training("c", AFTER, attendance=71))
    record(store, training("d", AFTER, agency=UNIT))
    pasted(store, "15/10/2024")
    join(store, get(store, "c").id, [get(store, "d").id])
    unjoin(store, [get(store, "d").id])
    merge_agencies(store, (MAR, LA), new("UBND xã Mới"), DECIDED)
    undo(store)


def test_two_figures_changed_after_signing_make_slip_one(
    store: Store, signed_quarter: IssuedReport, tmp_path: Path
) -> None:
    frozen = read_frozen(store, signed_quarter)
    papers = {path: _hash(path) for path in (tmp_path / "bao-cao").rglob("*.*")}
    reopen_period(store, QUARTER, "Hai xã gửi bổ sung")
    record(store, training("a", IN_QUARTER, attendance=33))
    record(store, training("b", IN_QUARTER, attendance=54, agency=UNIT))
    request = CorrectionRequest(report=signed_quarter.id, reason="Hai xã gửi bổ sung")
    slip = correct_report(store, request).value
    counted = [one for one in read_frozen(store, slip).changes if not one.total]
    assert {(one.old, one.new) for one in counted} == {(30, 33), (50, 54)}
    assert _by(counted) == 7
    totals = [one for one in read_frozen(store, slip).changes if one.total]
    assert (80, 87) in {(one.old, one.new) for one in totals}
    found = compare_reports(store, signed_quarter.id, slip.id)
    assert [(one.at, one.old, one.new) for one in found.changes] == [
        (one.at, one.old, one.new) for one in read_frozen(store, slip).changes
    ]
    assert read_issued(store, signed_quarter.id) == signed_quarter
    assert read_frozen(store, signed_quarter) == frozen
    assert {path: _hash(path) for path in papers} == papers


def _by(changes: list[FigureChange]) -> Decimal:
    return sum((effect(one) or Decimal(0) for one in changes), Decimal(0))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_builders_stand_on_days_of_their_own() -> None:
    assert QUARTER.first_day <= IN_QUARTER <= QUARTER.last_day < AFTER
    assert builders.NOW.date() > AFTER
