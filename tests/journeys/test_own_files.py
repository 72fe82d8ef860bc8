"""Whatever an office exports is of a piece: pages, data and workbook agree."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.files.carried_report import carried_data
from desktop.files.package_ties import differences
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import judge
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.correct_report import CorrectionRequest, correct_report
from desktop.operations.issuing.export_report import export_report
from desktop.operations.reports.number_report import number_report
from desktop.operations.reports.read_report import read_issued
from desktop.records.signing import SigningWay
from desktop.store.store import Store
from tests.builders import NOW, an_activity
from tests.operations.desk import REPORT, lay_out, sit_down


def as_sent(store: Store) -> str:
    """Return the report that is sent, as one that everybody exports."""
    return REPORT


def numbered(store: Store) -> str:
    """Return it with the number and day it was given after it was frozen."""
    number_report(store, REPORT, "123", dt.date(2024, 11, 20))
    return REPORT


def corrected(store: Store) -> str:
    """Return the slip that tells what changed since."""
    record(store, an_activity(attendance=99))
    return correct_report(
        store, CorrectionRequest(report=REPORT, reason="Xã gửi muộn")
    ).value.id


@pytest.mark.parametrize("way", list(SigningWay))
@pytest.mark.parametrize("made", [as_sent, numbered, corrected])
def test_nothing_is_told_of_files_an_office_exports_but_that_nobody_signed(
    tmp_path: Path, way: SigningWay, made: Callable[[Store], str]
) -> None:
    lay_out(tmp_path)
    desk = sit_down(tmp_path)
    with desk.store as store:
        report = made(store)
        exported = export_report(store, report, tmp_path / "xuat", way=way).value
        figures = carried_data(read_issued(store, report).content.encode())
    files = {one.name: one.read_bytes() for one in (exported.pdf, exported.workbook)}
    found = [judge(name, files[name], None, Trust(), now=NOW) for name in files]
    assert [[one.code for one in each.findings] for each in found] == [["unsigned"]] * 2
    assert figures is not None
    assert [each.report for each in found] == [figures.found] * 2
    assert list(differences(figures, found, files)) == []
