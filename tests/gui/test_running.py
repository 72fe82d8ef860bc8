"""An operation ends in what it was for, in four lines, or in a report of a bug."""

import pytest
from PySide6.QtCore import QObject

from desktop.errors import Cancelled, SignatureError
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step
from tests.fakes import Answers


class Page(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.steps: list[Step] = []
        self.ends = 0

    def take(self, value: object) -> None:
        self.values.append(value)

    def step(self, step: Step) -> None:
        self.steps.append(step)

    def end(self) -> None:
        self.ends += 1


def failing(error: Exception) -> object:
    def work(_progress: Progress) -> Outcome[object]:
        raise error

    return work


def start(session: Session, work: object) -> Page:
    page = Page()
    run(
        session,
        work,  # type: ignore[arg-type]
        title="Việc",
        then=page.take,
        ended=page.end,
        told=page.step,
    )
    return page


def test_the_value_and_every_step_arrive(session: Session) -> None:
    def work(progress: Progress) -> Outcome[object]:
        progress(Step("copying", 1, 2))
        return Outcome("xong")

    page = start(session, work)
    assert (page.values, page.ends) == (["xong"], 1)
    assert page.steps == [Step("copying", 1, 2)]


def test_a_fault_is_told_in_four_lines(session: Session, ask: Answers) -> None:
    page = start(session, failing(SignatureError("wrong_password", "a.p12")))
    assert (page.values, page.ends) == ([], 1)
    assert ask.faults[0].what == "Mật khẩu của tệp khóa “a.p12” chưa đúng."


def test_stopping_is_no_fault(session: Session, ask: Answers) -> None:
    page = start(session, failing(Cancelled()))
    assert (page.values, page.ends) == ([], 1)
    assert not ask.faults


def test_a_bug_goes_to_whoever_reports_bugs(session: Session, ask: Answers) -> None:
    heard: list[object] = []
    session.jobs.unheard.connect(heard.append)
    bug = ZeroDivisionError("x")
    start(session, failing(bug))
    assert heard == [bug]
    assert not ask.faults


@pytest.mark.parametrize("wanted", [True, False])
def test_nobody_needs_to_hear_of_the_end(session: Session, wanted: bool) -> None:
    page = Page()
    run(session, lambda _progress: Outcome(wanted), title="", then=page.take)
    assert page.values == [wanted]
