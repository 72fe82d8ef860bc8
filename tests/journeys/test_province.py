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
from desktop.files.signatures.keys import make_test_key
from desktop.gui.pages.activities.joining.join_dialog import JoinDialog
from desktop.gui.pages.activities.joining.twins_dialog import TwinsDialog
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.comparing.comparing_pane import ComparingPane
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity
from desktop.records.identity import PlanId, RecordId
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.files.pdf_reader import read_lines, whole_text
from tests.files.pki import NOW
from tests.journeys.officer import CTRL, SHIFT, Officer
from tests.journeys.reporting import PASSWORD, export, issue, reports, sign
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
    made.choose_period("6 tháng đầu năm", "2024")
    yield made
    made.leave()


def comparing(officer: Officer) -> ComparingPane:
    page = officer.go_to(4)
    assert isinstance(page, CollectPage)
    page.tabs.setCurrentWidget(page.others["comparing"])
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


def join_what_is_offered(officer: Officer) -> None:
    """Join what two districts told of as one event.

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


def take_in(officer: Officer, packages: list[Path]) -> None:
    """Drop packages nobody sealed: the officer has to want each."""
    drop(officer, packages)
    tray = tray_of(officer)
    officer.wait(lambda: tray.contents.lines and not tray.inspecting.running)
    for line in tray.contents.lines:
        assert not line.ticked
        tray.layout_.files.select(line.key)
        QTest.keyClick(tray.layout_.files, Qt.Key.Key_Space)
    press(tray.layout_.accept_button)
    officer.wait(lambda: not tray.contents.lines)
    assert "8 mục = 8 nhận" in tray.layout_.message.text


def refuse_again(officer: Officer, packages: list[Path]) -> None:
    """Drop the same packages once more: each is refused by its name."""
    drop(officer, packages[::-1])
    tray = tray_of(officer)
    officer.wait(lambda: tray.contents.lines and not tray.inspecting.running)
    assert tray.layout_.totals.text() == (
        "3 tệp = 3 trùng.\n8 mục = 0 nhận + 0 không đổi + 8 không nhận."
    )
    for line, package in zip(tray.contents.lines, sorted(packages), strict=True):
        tray.layout_.files.select(line.key)
        why = tray.layout_.detail.why.text()
        assert why.startswith("Nội dung này đã nhận ngày ")
        assert f"(tệp “{package.name}”)" in why
    assert not tray.layout_.accept_button.isEnabled()
    press(tray.layout_.clear_button)


def traced(officer: Officer, unit: str) -> list[str]:
    """Ask what the number of a unit is made of; return where each entry came from."""
    pane = comparing(officer)
    assert pane.list.select(unit)
    press(pane.trace_button)
    officer.wait(lambda: pane.tracing and pane.tracing.isVisible())
    assert pane.tracing is not None
    table, told = pane.tracing.table, []
    for at in range(table.model().rowCount()):
        table.selectRow(at)
        officer.wait(pane.tracing.source.text)
        told.append(pane.tracing.source.text())
    return told


def judge(pdf: bytes) -> None:
    """Read the report of the province as its reader does."""
    assert b"/ByteRange" in pdf, "somebody signed it"
    told = " ".join(whole_text(read_lines(pdf)).split())
    assert "Kính gửi: Ủy ban nhân dân tỉnh Bình Phước." in told
    assert "7 hội nghị, tập huấn, cuộc phổ biến trực tiếp với 900 lượt người" in told
    assert "Số liệu chưa bao gồm 37 đơn vị chưa gửi báo cáo: " in told
    assert "Văn phòng UBND tỉnh, Sở Nội vụ, " in told
    assert "1 hoạt động phối hợp" in told
    assert "UBND TX Bình Long Đã nhận báo cáo Lần 1" in told


def a_key(folder: Path) -> Path:
    """Make the key of whoever signs."""
    path = folder / "k.p12"
    make_test_key(path, name="Chị Hạnh", organisation="Sở", password=PASSWORD, now=NOW)
    return path


def test_three_districts_become_the_report_of_a_province(
    officer: Officer, packages: list[Path], tmp_path: Path
) -> None:
    take_in(officer, packages)
    refuse_again(officer, packages)

    pane = comparing(officer)
    assert row(pane, BINH_LONG)[2:] == ["2", "400"]
    assert row(pane, "")[2:] == ["8", "1.200"], "nobody said yet that two are one"
    assert len([one for one in pane.list.model_.rows if one.missing]) == 37

    join_what_is_offered(officer)
    officer.go_to(4)
    officer.wait(lambda: row(pane, "")[2] == "7")
    assert row(pane, "")[3] == "900"
    assert row(pane, BINH_LONG)[2:] == ["2", "400"], "each is credited with its own"
    assert "tổng chỉ tính một lần" in pane.note.text()

    sources = traced(officer, BINH_LONG)
    own = f"{NAMES[BINH_LONG]} gửi gói của 6 tháng đầu năm 2024, lần 1: tệp “"
    assert len(sources) == 2
    for source, record in zip(sorted(sources), ("a000", "a099"), strict=True):
        assert source.startswith(own)
        assert packages[1].name in source
        assert f"bản ghi {record}" in source

    page = reports(officer)
    assert page.state.text().startswith("Hạn báo cáo 29/06/2024 đã qua")
    assert page.kinds.currentText() == "Báo cáo 6 tháng"
    issue(officer)
    folder = export(officer)
    sign(officer, a_key(tmp_path))
    (pdf,) = folder.glob("*.pdf")
    judge(pdf.read_bytes())
