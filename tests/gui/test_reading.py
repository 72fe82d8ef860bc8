"""What a page has read is read again when it is out of date, and only then."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.progress import Progress
from desktop.records.period import Period
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.gui.pages.asking import do


class Held:
    """A worker that runs nothing until it is told to."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], None]] = []

    def submit(self, call: Callable[[], None], /) -> object:
        self.calls.append(call)
        return None

    def shutdown(self) -> None:
        pass

    def run(self) -> None:
        while self.calls:
            self.calls.pop(0)()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def read(_store: Store, period: Period, _progress: Progress) -> object:
    return period.code


def test_a_page_nobody_looks_at_reads_nothing(page: QWidget, session: Session) -> None:
    reading = Reading(page, session, read)
    do(session, builders.an_activity())
    assert reading.value is None
    page.show()
    assert reading.value == "2024"


def test_each_deed_and_each_period_is_read_once(
    page: QWidget, session: Session
) -> None:
    reading = Reading(page, session, read)
    arrived: list[object] = []
    reading.arrived.connect(arrived.append)
    page.show()
    page.hide()
    page.show()
    assert arrived == ["2024"], "nothing had changed meanwhile"
    do(session, builders.an_activity())
    session.set_period(parse_period("2024-H1"))
    assert arrived == ["2024", "2024", "2024-H1"]


def test_an_answer_of_another_period_is_never_shown(
    page: QWidget, session: Session
) -> None:
    worker = Held()
    session.jobs = Jobs(worker)
    reading = Reading(page, session, read)
    arrived: list[object] = []
    reading.arrived.connect(arrived.append)
    page.show()
    session.set_period(parse_period("2024-Q1"))
    session.set_period(parse_period("2024-Q2"))
    worker.run()
    assert arrived == ["2024-Q2"]
    assert not session.jobs.waiting


def test_a_reading_somebody_stopped_is_made_up_for_later(
    page: QWidget, session: Session
) -> None:
    worker = Held()
    session.jobs = Jobs(worker)
    reading = Reading(page, session, read)
    page.show()
    session.jobs.cancel_all()
    worker.run()
    assert reading.value is None
    page.hide()
    page.show()
    worker.run()
    assert reading.value == "2024"
