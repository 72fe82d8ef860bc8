"""Eight faults are found, five mended, three explained, and the PDF says so."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.report.draft import REGISTER, draft_id
from desktop.gui.pages.report.report import ReportPage
from desktop.operations.entries.keep_draft import keep
from desktop.operations.reports.read_report import read_issued, read_report
from desktop.records.activity import Activity
from desktop.records.finding import Check, Finding
from desktop.records.issued import IssuedReport
from desktop.store import records
from desktop.store.store import Store
from tests.builders import a_clock
from tests.journeys.officer import CTRL, SHIFT, Entered, Officer
from tests.operations.planted_faults import KINDS, plant
from tests.operations.sound_office import TEXTS, YEAR, make_sound

WORDS = {
    Check.FAR_PASSED: "Sở Thông tin và Truyền thông tổ chức thêm 02 cuộc.",
    Check.UNLIKE_PAST: "Năm 2024 cuộc thi lần đầu tổ chức trực tuyến tới mọi trường.",
    Check.NO_EVIDENCE: "Ảnh của đợt xe loa do xã giữ, sẽ bổ sung trước ngày 31/12.",
}
BESIDE = "Thư mục “bao-cao” cạnh sổ"


@pytest.fixture
def officer(office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    with Store(office, clock=a_clock) as store:
        make_sound(store)
        plant(store)
        keep(store, draft_id(YEAR), REGISTER, {"texts": dict(TEXTS)})
    made = Officer(tmp_path, qtbot)
    made.open(office)
    made.choose_year("2024")
    yield made
    if made.window.isVisible():
        made.leave()


def check(officer: Officer) -> ReportPage:
    """Go to the step `Soát` and wait for what is found now."""
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    officer.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    page.checking.refresh()
    before = page.checking.findings
    officer.wait(lambda: page.checking.findings is not before)
    return page


def kinds(page: ReportPage) -> list[Check]:
    return [one.code for one in page.checking.findings]


def choose(page: ReportPage, code: Check) -> Finding:
    """Go to the row of a finding."""
    found = next(one for one in page.checking.findings if one.code is code)
    assert page.checking.list.select(found.key)
    page.checking.list.setFocus()
    return found


def mend(officer: Officer, code: Check, entry: dict[str, Entered]) -> None:
    """Go where a finding leads, type what is right, and record it."""
    page = check(officer)
    found = choose(page, code)
    officer.press(Qt.Key.Key_Return)
    activities = officer.window.stack.currentWidget()
    assert isinstance(activities, ActivitiesPage)
    officer.wait(lambda: activities.dialog is not None)
    dialog = activities.dialog
    assert dialog is not None
    officer.qtbot.waitUntil(dialog.isActiveWindow)
    fault = dialog.form.fields[found.where.field]
    at = dialog.focusWidget()
    assert at is not None
    assert fault is at or fault.isAncestorOf(at), "the cursor stands where it is wrong"
    dialog.form.focus_first()
    officer.fill(dialog, entry)
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    officer.wait(lambda: activities.dialog is None)


def try_to_issue(officer: Officer) -> None:
    officer.ask.script = [True]
    officer.press(Qt.Key.Key_B, CTRL | SHIFT)


def test_five_are_mended_three_explained_and_signing_opens(officer: Officer) -> None:
    page = check(officer)
    assert set(kinds(page)) == KINDS
    assert len(page.checking.findings) == len(KINDS)
    effects = [one.effect for one in page.checking.findings]
    assert effects == sorted(effects, reverse=True)
    assert page.checking.findings[0].blocks

    try_to_issue(officer)
    officer.wait(lambda: officer.ask.faults)
    fault = officer.ask.faults.pop()
    assert fault.what == "Chưa ban hành được báo cáo."
    assert "Cán bộ làm công tác quyền con người" in fault.why
    assert not records.find(officer.session.store.reader, IssuedReport)

    mend_five(officer)
    page = check(officer)
    assert set(kinds(page)) == set(WORDS)
    explain_three(officer, page)

    try_to_issue(officer)
    officer.wait(lambda: page.current)
    issued = read_issued(officer.session.store)
    footnotes = read_report(officer.session.store, issued).footnotes
    assert [one.number for one in footnotes] == [1, 2, 3]
    assert {one.text for one in footnotes} == set(WORDS.values())

    officer.ask.script = [BESIDE]
    officer.press(Qt.Key.Key_E, CTRL)
    officer.wait(lambda: page.current and page.current.exported)
    printed = words_of(officer.session.store.path.with_name("bao-cao"))
    for one in footnotes:
        assert printed.count(f"({one.number}) {one.text}") == 1, one.text


def mend_five(officer: Officer) -> None:
    """Mend the numbers, the days, the unit, the people, and what is there twice."""
    mend(officer, Check.PARTS_DIFFER, {"attendance": "450"})
    mend(officer, Check.DATE_OUTSIDE, {"first_day": "2/1/2024"})
    mend(officer, Check.COUNTED_TWICE, {"state": "da huy"})
    group = "can bo, cong chuc lam cong tac quyen con nguoi"
    officer.record("headcount", {"group": group, "as_of": "1/2/2024", "people": "150"})

    page = check(officer)
    found = choose(page, Check.UNIT_MISSING)
    officer.press(Qt.Key.Key_Return)
    collect = officer.window.stack.currentWidget()
    assert isinstance(collect, CollectPage)
    officer.wait(
        lambda: [one.agency.name for one in collect.units.chosen] == [found.subject]
    )
    officer.record(
        "posting",
        {
            "title": "Tin cua xa Dak La",
            "agency": "xa dak la",
            "channel": "facebook",
            "first_day": "5/6/2024",
            "last_day": "5/6/2024",
            "items": "3",
        },
    )
    db = officer.session.store.reader
    mended = records.get(db, Activity, "parts")
    assert mended is not None
    assert mended.attendance == 450


def explain_three(officer: Officer, page: ReportPage) -> None:
    """Say why three findings stay as they are."""
    panel = page.checking
    for code, words in WORDS.items():
        found = choose(page, code)
        panel.explaining.field.setFocus()
        panel.explaining.field.setPlainText(words)
        QTest.keyClick(panel.explaining.keep_button, Qt.Key.Key_Space)
        officer.wait(partial(said, page, code))
        assert found.explainable
    assert panel.sentence.text() == (
        "Ban hành được: không có gì phải sửa; 3 chỗ đã giải thích, in thành chú thích."
    )


def said(page: ReportPage, code: Check) -> bool:
    """Tell whether a finding was explained."""
    found = page.checking.findings
    return any(one.code is code and one.explanation for one in found)


def words_of(folder: Path) -> str:
    """Return the words of the one PDF in a folder, lines joined."""
    (path,) = folder.glob("*.pdf")
    document = pypdfium2.PdfDocument(path)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return re.sub(r"\s+", " ", " ".join(texts))
