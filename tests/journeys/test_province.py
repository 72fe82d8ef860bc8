"""A province adds up three districts: dropped, held against each other, reported."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.plans import load_plan
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.gui.pages.activities.joining.join_dialog import JoinDialog
from desktop.gui.pages.activities.joining.twins_dialog import TwinsDialog
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.comparing.comparing_pane import ComparingPane
from desktop.operations.entries.source_of import source_of
from desktop.operations.issuing.export_report import Exported, export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.issuing.ready_report import ready_report
from desktop.operations.offices.create_office import create_office
from desktop.operations.reports.draft_report import Request
from desktop.operations.signing.sign_report import ReportFiles, Signing, sign_report
from desktop.operations.signing.verify_file import own_trust
from desktop.records.activity import Activity
from desktop.records.identity import PlanId, RecordId
from desktop.records.signing import SignerRole
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.files.pdf_reader import read_lines, whole_text
from tests.files.pki import NOW
from tests.journeys.officer import CTRL, SHIFT, Officer
from tests.journeys.test_tray import drop, press, tray_of
from tests.operations.intake.sent_packages import (
    a_package,
    an_entry,
    entries_of,
    sent_plan,
)

PLAN = "binh-phuoc-2023-2028"
BOOK = load_plan(PLAN)
NAMES = {str(one.id): one.name for one in BOOK.agencies}
DONG_XOAI, BINH_LONG, BU_DANG = DISTRICTS = (
    "ubnd-thanh-pho-dong-xoai",
    "ubnd-thi-xa-binh-long",
    "ubnd-huyen-bu-dang",
)
HALF = parse_period("2024-H1")
TOGETHER = "Hội nghị truyền thông liên huyện"
PASSWORD = "mật khẩu thử"


def a_district(folder: Path, agency: str, many: int, *, together: bool) -> Path:
    """Write the package of a district with some events, one held with another."""
    rows = [
        an_entry(number, agency=agency, attendance=100, last_day=dt.date(2024, 3, 5))
        for number in range(many)
    ]
    if together:
        shared: dict[str, Any] = {"title": TOGETHER, "attendance": 300}
        rows.append(an_entry(99, agency=agency, **shared))
    days = HALF.first_day, HALF.last_day
    entries = entries_of(
        rows,
        sender=agency,
        days=days,
        plan=PlanId(PLAN),
        plans=(sent_plan(BOOK.plan),),
        agencies=tuple(sorted(BOOK.agencies, key=lambda one: one.id)),
        tasks=(),
    )
    own = str(BOOK.preferences.agency)
    return a_package(
        folder,
        entries,
        None,
        agency=NAMES[agency],
        recipient=NAMES[own],
        recipient_id=own,
        period_code=HALF.code,
    )


@pytest.fixture
def packages(tmp_path: Path) -> list[Path]:
    """Write what three districts send."""
    folder = tmp_path / "den"
    return [
        a_district(folder, DONG_XOAI, 3, together=True),
        a_district(folder, BINH_LONG, 1, together=True),
        a_district(folder, BU_DANG, 2, together=False),
    ]


@pytest.fixture
def officer(tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    path = tmp_path / "so.stt"
    create_office(path, PLAN, officer="Chị Hạnh")
    made = Officer(tmp_path, qtbot)
    made.open(path)
    made.session.set_period(HALF)
    yield made
    made.leave()


def comparing(officer: Officer) -> ComparingPane:
    page = officer.window.page("collect")
    assert isinstance(page, CollectPage)
    page.open("comparing")
    pane = page.others["comparing"].pane
    assert isinstance(pane, ComparingPane)
    officer.wait(lambda: pane.list.model_.rows)
    return pane


def row(pane: ComparingPane, key: str) -> list[str]:
    model = pane.list.model_
    at = model.row_of(key)
    assert at is not None
    return [model.index(at, column).data() for column in range(4)]


def shared_entries(store: Store) -> list[RecordId]:
    found = records.find(store.reader, Activity, where={"title": TOGETHER})
    return [one.id for one in found]


def join_what_is_offered(officer: Officer) -> RecordId:
    """Join what two districts told of as one event; return the entry counted.

    Their other entries of one day, title and number are offered too, but no more.
    """
    page = officer.go_to(3)
    officer.press(Qt.Key.Key_D, CTRL | SHIFT)
    (dialog,) = page.findChildren(TwinsDialog)
    officer.wait(lambda: dialog.pairs)
    both = set(shared_entries(officer.session.store))
    pairs = [{one.first.id, one.second.id} for one in dialog.pairs]
    assert both in pairs
    dialog.list.selectRow(pairs.index(both))
    QTest.keyClick(dialog.join_button, Qt.Key.Key_Space)
    (joining,) = dialog.findChildren(JoinDialog)
    QTest.keyClick(joining.do_button, Qt.Key.Key_Space)
    officer.wait(lambda: len(dialog.pairs) < len(pairs))
    dialog.reject()
    store = officer.session.store
    found = (records.get(store.reader, Activity, one) for one in both)
    (lead,) = {one.joined_to for one in found if one and one.joined_to}
    return RecordId(str(lead))


def exported(store: Store, folder: Path) -> Exported:
    """Draw up the half-year report, issue it, and write its files."""
    request = Request(
        period=HALF, period_words="6 tháng đầu năm 2024", kind="report-half-year"
    )
    issued = issue_report(store, ready_report(store, request)).value
    return export_report(store, issued.id, folder).value


def test_three_districts_become_the_report_of_a_province(
    officer: Officer, packages: list[Path], tmp_path: Path
) -> None:
    drop(officer, packages)
    tray = tray_of(officer)
    officer.wait(lambda: not tray.inspecting.running)
    for line in tray.contents.lines:
        assert not line.ticked, "nobody sealed it: the officer has to want it"
        tray.layout_.files.select(line.key)
        QTest.keyClick(tray.layout_.files, Qt.Key.Key_Space)
    press(tray.layout_.accept_button)
    store = officer.session.store
    officer.wait(lambda: records.count(store.reader, Activity) == 8)

    pane = comparing(officer)
    assert row(pane, BINH_LONG)[2:] == ["2", "400"]
    assert row(pane, "")[2:] == ["8", "1.200"], "nobody said yet that two are one"
    assert len([one for one in pane.list.model_.rows if one.missing]) == 37

    lead = join_what_is_offered(officer)
    officer.go_to(4)
    officer.wait(lambda: row(pane, "")[2] == "7")
    assert row(pane, "")[3] == "900"
    assert row(pane, BINH_LONG)[2:] == ["2", "400"], "each is credited with its own"
    assert "tổng chỉ tính một lần" in pane.note.text()

    pane.list.select(BINH_LONG)
    pane.trace()
    officer.wait(lambda: pane.tracing and pane.tracing.isVisible())
    (origin,) = source_of(store, f"activities/{lead}").sent
    assert (origin.package, origin.version, origin.newest) == (True, 1, True)
    assert origin.agency in {NAMES[one] for one in DISTRICTS}

    files = exported(store, tmp_path / "bao-cao")
    told = " ".join(whole_text(read_lines(files.pdf.read_bytes())).split())
    assert "Số liệu chưa bao gồm 37 đơn vị chưa gửi báo cáo" in told
    assert "Tình trạng" in told
    key = make_test_key(
        tmp_path / "k.p12",
        name="Chị Hạnh",
        organisation="Sở",
        password=PASSWORD,
        now=NOW,
    )
    signing = Signing(
        key=load_key(key, PASSWORD),
        trust=own_trust(),
        role=SignerRole.PERSON,
        seen=Appearance(lines=("Ký",)),
    )
    sign_report(
        store, ReportFiles(report=files.report.id, folder=files.pdf.parent), signing
    )
    assert b"/ByteRange" in files.pdf.read_bytes()
