"""The frame of the window: whose template it is, and one place for each part."""

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.files.templates import load_template
from desktop.gui.pages.report.template_editor.frame import Frame
from desktop.gui.session import Session
from desktop.operations.reports.read_templates import TemplateState
from desktop.rules.reports.kinds import KINDS

YEAR = load_template("report-year")


def test_every_kind_can_be_chosen_and_is_called_by_its_name(
    session: Session, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    frame = Frame(session, window)
    codes = [frame.kinds.itemData(row) for row in range(frame.kinds.count())]
    assert codes == [one.code for one in KINDS]
    assert frame.kinds.itemText(0) == "Báo cáo 6 tháng"


def test_whose_template_it_is_is_said(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    frame = Frame(session, window)
    state = TemplateState(template=YEAR, shipped=YEAR, own=False)
    frame.show_state(state)
    assert "của chương trình" in frame.standing.text()
    assert not frame.reset_action.isEnabled()
    day = dt.datetime(2024, 11, 5, tzinfo=dt.UTC)
    frame.show_state(replace(state, own=True, version=3, changed_at=day, note="gọn"))
    assert frame.standing.text() == (
        "Mẫu của cơ quan, phiên bản 3, sửa 05/11/2024 (gọn)."
    )


def test_showing_every_part_changes_nothing(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    frame = Frame(session, window)
    places = [
        ("head", ""),
        ("label", ""),
        *(("section", one.key) for one in YEAR.sections),
        *(("table", one.code) for one in YEAR.tables),
    ]
    for place in places:
        frame.show_place(place, YEAR, YEAR)
        assert frame.collected(place, YEAR) == YEAR, place


def test_a_preview_that_is_none_takes_no_room(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    frame = Frame(session, window)
    frame.show_preview(None)
    assert frame.preview.isHidden()
    frame.show_preview("Một câu.")
    assert frame.preview.toPlainText() == "Một câu."
    frame.show_problem("")
    assert frame.problem.isHidden()
