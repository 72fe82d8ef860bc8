"""Deeds with a whole template; what they lead to is held by `test_window`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.pages.report.template_editor.desk import TemplateDesk
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.operations.reports.put_template import put_template
from desktop.operations.reports.read_templates import load_for, read_template
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.fakes import Answers, AtOnce

YEAR = "report-year"


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    path = builders.an_office(tmp_path / "so.stt")
    settings = Settings(tmp_path / "x.ini")
    with Store(path, clock=builders.a_clock) as store:
        yield Session(store, Jobs(AtOnce()), Answers(), settings, parse_period("2024"))


def test_a_template_made_meanwhile_is_not_written_over(
    session: Session, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = TemplateDesk(session, window)
    kept: list[str] = []
    desk.kept.connect(kept.append)
    template = load_for(session.store, YEAR)
    put_template(session.store, replace(template, closing="Người khác./."))
    desk.save(replace(template, closing="Của ta./."), "", seen=0)
    assert kept == []
    assert isinstance(session.ask, Answers)
    assert "Báo cáo năm" in session.ask.faults[-1].what
    desk.save(replace(template, closing="Của ta./."), "", seen=1)
    assert kept == ["Đã lưu mẫu của cơ quan."]


def test_nothing_is_written_where_no_file_is_chosen(
    session: Session, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = TemplateDesk(session, window)
    said: list[str] = []
    desk.said.connect(said.append)
    assert isinstance(session.ask, Answers)
    session.ask.script = [None, None]
    state = read_template(session.store, YEAR)
    desk.export(state)
    desk.import_(state)
    assert said == []
    assert session.ask.script == []
