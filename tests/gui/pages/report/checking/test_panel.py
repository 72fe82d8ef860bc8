"""The list of what a report would be sent back for."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.checking.panel import CheckPanel
from desktop.gui.pages.report.checking.rows import More
from desktop.operations.entries.record_entry import record
from desktop.operations.reports.explain_findings import kept_explanations
from desktop.records.finding import Check, Finding
from desktop.rules.calendar import parse_period
from desktop.rules.vietnamese import fold
from tests import builders
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR, Desk
from tests.operations.planted_faults import SILENT, plant
from tests.operations.sound_office import a_request, make_sound


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[CheckPanel]:
    make_sound(desk.store)
    plant(desk.store)
    made = CheckPanel(desk.session)
    qtbot.addWidget(made)
    made.resize(1_000, 600)
    made.show()
    yield made
    made.close()


def row(panel: CheckPanel, code: Check) -> Finding:
    """Go to the first finding of a kind."""
    found = next(one for one in panel.findings if one.code is code)
    assert panel.list.select(found.key)
    return found


def test_nothing_is_looked_for_before_somebody_asks(panel: CheckPanel) -> None:
    assert panel.findings == ()
    assert panel.current is None
    assert not panel.go_button.isEnabled()


def test_everything_found_is_listed_the_largest_effect_first(
    panel: CheckPanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.checked) as told:
        panel.show_request(a_request())
    assert told.args == [1, 7]
    assert panel.list.model_.rows == panel.findings
    assert len(panel.findings) == 8
    assert panel.current == panel.findings[0]
    assert panel.sentence.text().startswith("Chưa ban hành được: 1 chỗ mâu thuẫn")


def test_all_of_it_has_names_in_vietnamese(panel: CheckPanel) -> None:
    panel.show_request(a_request())
    assert not walking.nameless(panel)
    assert not walking.english_left(panel)


def test_enter_goes_to_where_it_is_mended(
    panel: CheckPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_request(a_request())
    row(panel, Check.UNIT_MISSING)
    assert panel.go_button.toolTip() == "Xem đơn vị trong Thu thập"
    with qtbot.waitSignal(desk.session.place_wanted) as wanted:
        panel.list.chosen.emit(panel.current)
    assert wanted.args == ["collect", SILENT]


def test_an_empty_section_is_asked_for_of_the_page(
    panel: CheckPanel, qtbot: QtBot
) -> None:
    panel.show_request(a_request(texts={}))
    found = row(panel, Check.SECTION_EMPTY)
    with qtbot.waitSignal(panel.section_wanted) as wanted:
        panel.go()
    assert wanted.args == [found.where.record]


def test_an_explanation_is_kept_and_told_at_once(
    panel: CheckPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_request(a_request())
    found = row(panel, Check.FAR_PASSED)
    panel.explaining.field.setPlainText("Sở tổ chức thêm 02 cuộc.")
    with qtbot.waitSignal(panel.checked) as told:
        panel.explaining.keep_button.click()
    assert told.args == [1, 6]
    (kept,) = kept_explanations(desk.store, "report-year", YEAR)
    assert (kept.key, kept.text) == (found.key, "Sở tổ chức thêm 02 cuộc.")
    assert isinstance(panel.current, Finding)
    assert panel.current.explanation == kept.text
    panel.explaining.drop_button.click()
    assert not kept_explanations(desk.store, "report-year", YEAR)


def test_what_was_typed_is_kept_when_something_else_is_shown(
    panel: CheckPanel, desk: Desk
) -> None:
    panel.show_request(a_request())
    row(panel, Check.FAR_PASSED)
    panel.explaining.field.setPlainText("Sở tổ chức thêm.")
    panel.hide()
    (kept,) = kept_explanations(desk.store, "report-year", YEAR)
    assert kept.text == "Sở tổ chức thêm."


def test_what_was_mended_is_gone_when_one_looks_again(
    panel: CheckPanel, desk: Desk
) -> None:
    panel.show_request(a_request())
    row(panel, Check.NO_EVIDENCE)
    new = builders.a_posting(id="now", agency=SILENT, title="Tin của xã Đăk La")
    desk.session.start(lambda progress: record(desk.store, new, progress))
    assert Check.UNIT_MISSING not in {one.code for one in panel.findings}
    assert isinstance(panel.current, Finding)
    assert panel.current.code is Check.NO_EVIDENCE


def test_unseen_it_looks_only_when_somebody_looks_at_it(
    panel: CheckPanel, desk: Desk
) -> None:
    panel.hide()
    panel.show_request(a_request())
    assert panel.findings == ()
    panel.show()
    assert len(panel.findings) == 8


def test_the_rest_of_many_is_shown_on_wish(desk: Desk, qtbot: QtBot) -> None:
    panel = CheckPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_request(a_request())
    more = More(Check.UNIT_MISSING, 24)
    assert more in panel.list.model_.rows
    panel.list.select(f"more:{more.code}")
    assert panel.go_button.text() == "&Xem hết loại này"
    assert not panel.explaining.field.isEnabled()
    panel.go()
    assert more not in panel.list.model_.rows
    assert len(panel.list.model_.rows) == len(panel.findings)


def test_of_a_sound_office_it_says_that_all_is_well(desk: Desk, qtbot: QtBot) -> None:
    make_sound(desk.store)
    panel = CheckPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.checked) as told:
        panel.show_request(a_request())
    assert told.args == [0, 0]
    assert panel.list.when_empty.startswith("✓")
    assert panel.sentence.text() == "Ban hành được: không có gì phải sửa."


def test_what_is_open_is_told_beside_the_place_until_another_period_is_shown(
    panel: CheckPanel, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.session.waiting) as waiting:
        panel.show_request(a_request())
    assert waiting.args is not None
    assert waiting.args[:2] == ["report", 8]
    with qtbot.waitSignal(desk.session.waiting) as waiting:
        desk.session.set_period(parse_period("2025"))
    assert waiting.args is not None
    assert waiting.args[:2] == ["report", 0]


def test_why_there_is_no_report_is_said_in_the_panel(panel: CheckPanel) -> None:
    outside = replace(a_request(), period=parse_period("2035"))
    panel.show_request(outside)
    assert panel.sentence.text().startswith("Chưa tính được cho kỳ này.")
    assert panel.findings == ()


def test_its_letters_open_no_menu_and_the_next_step_stays_the_primary_one(
    panel: CheckPanel,
) -> None:
    panel.show_request(a_request())
    menus = set("TSDVCR")  # of the window, as test_menus knows them
    letters = [
        fold(each.text().partition("&")[2][:1]).upper()
        for each in panel.findChildren(QPushButton)
    ]
    assert len(set(letters)) == len(letters), "no letter serves two buttons"
    assert not menus & set(letters)
    assert not panel.go_button.property("primary")
