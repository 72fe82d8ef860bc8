"""Operations run on one thread, answer once, on the main thread, and can be stopped."""

import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled, ConflictError
from desktop.gui.jobs import UPDATES_EVERY, Job, Jobs
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step
from tests.fakes import AtOnce

TOUCHED = frozenset({"activities"})


@pytest.fixture
def threaded(qtbot: QtBot) -> Any:
    jobs = Jobs()
    yield jobs
    jobs.close()


def answers_of(job: Job) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    job.succeeded.connect(lambda value: heard.append(("succeeded", value)))
    job.failed.connect(lambda error: heard.append(("failed", error)))
    job.cancelled.connect(lambda: heard.append(("cancelled", None)))
    return heard


def on_main_thread() -> bool:
    application = QCoreApplication.instance()
    return application is not None and QThread.currentThread() is application.thread()


def test_no_answer_is_lost_however_quick_the_job(threaded: Jobs, qtbot: QtBot) -> None:
    heard: list[object] = []
    for number in range(300):
        job = Job(lambda _progress, n=number: Outcome(n))  # type: ignore[misc]
        job.succeeded.connect(heard.append)
        threaded.start(job)
    qtbot.waitUntil(lambda: len(heard) == 300, timeout=10_000)
    assert heard == list(range(300))


def test_work_runs_elsewhere_and_its_answer_arrives_here(
    threaded: Jobs, qtbot: QtBot
) -> None:
    where: list[bool] = []

    def work(_progress: Progress) -> Outcome[int]:
        where.append(threading.current_thread() is threading.main_thread())
        return Outcome(1)

    job = Job(work)
    job.succeeded.connect(lambda _value: where.append(on_main_thread()))
    with qtbot.waitSignal(threaded.ended):
        threaded.start(job)
    assert where == [False, True]


def test_jobs_run_one_after_the_other(threaded: Jobs, qtbot: QtBot) -> None:
    running: list[int] = []
    most: list[int] = []

    def work(_progress: Progress) -> Outcome[None]:
        running.append(1)
        time.sleep(0.01)
        most.append(len(running))
        running.pop()
        return Outcome(None)

    for _ in range(5):
        threaded.start(Job(work))
    qtbot.waitUntil(lambda: not threaded.waiting)
    assert most == [1] * 5


def test_a_change_is_told_once_with_its_tables_before_the_asker_hears(
    threaded: Jobs, qtbot: QtBot
) -> None:
    heard: list[object] = []
    threaded.changed.connect(lambda *told: heard.append(told))
    job = Job(lambda _progress: Outcome("value", TOUCHED), initiator="page")
    job.succeeded.connect(heard.append)
    with qtbot.waitSignal(threaded.ended):
        threaded.start(job)
    assert heard == [(TOUCHED, "page"), "value"]


def test_work_that_touched_nothing_tells_of_no_change(
    threaded: Jobs, qtbot: QtBot
) -> None:
    told: list[object] = []
    threaded.changed.connect(lambda *what: told.append(what))
    with qtbot.waitSignal(threaded.ended):
        threaded.start(Job(lambda _progress: Outcome(1)))
    assert told == []


def test_a_job_that_runs_stops_at_its_next_report(threaded: Jobs, qtbot: QtBot) -> None:
    reports: list[int] = []

    def work(progress: Progress) -> Outcome[None]:
        for done in range(10_000):
            reports.append(done)
            progress(Step("exporting", done, 10_000))
            time.sleep(0.002)
        return Outcome(None, TOUCHED)

    job = Job(work)
    heard = answers_of(job)
    with qtbot.waitSignal(job.progressed):
        threaded.start(job)
    with qtbot.waitSignal(threaded.ended):
        job.cancel()
    assert heard == [("cancelled", None)]
    assert len(reports) < 10_000


def test_a_job_cancelled_before_it_began_does_nothing(
    threaded: Jobs, qtbot: QtBot
) -> None:
    gate = threading.Event()
    done: list[str] = []

    def wait(_progress: Progress) -> Outcome[None]:
        gate.wait(5)
        return Outcome(None)

    def work(_progress: Progress) -> Outcome[None]:
        done.append("worked")
        return Outcome(None)

    second = Job(work)
    heard = answers_of(second)
    threaded.start(Job(wait))
    threaded.start(second)
    second.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not threaded.waiting)
    assert (done, heard) == ([], [("cancelled", None)])


def test_progress_is_told_ten_times_a_second_at_most(
    threaded: Jobs, qtbot: QtBot
) -> None:
    def work(progress: Progress) -> Outcome[None]:
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            progress(Step("exporting", 1, 2))
        return Outcome(None)

    steps: list[object] = []
    job = Job(work)
    job.progressed.connect(steps.append)
    with qtbot.waitSignal(threaded.ended):
        threaded.start(job)
    assert 2 <= len(steps) <= 0.5 / UPDATES_EVERY + 1


def test_a_fault_the_asker_listens_for_is_his_alone(
    threaded: Jobs, qtbot: QtBot
) -> None:
    def work(_progress: Progress) -> Outcome[None]:
        raise ConflictError("closed_period")

    unheard: list[object] = []
    threaded.unheard.connect(unheard.append)
    job = Job(work)
    heard = answers_of(job)
    with qtbot.waitSignal(threaded.ended):
        threaded.start(job)
    (name, error) = heard[0]
    assert (name, type(error), unheard) == ("failed", ConflictError, [])


@pytest.mark.parametrize("error", [ConflictError("closed_period"), ZeroDivisionError()])
def test_a_fault_nobody_listens_for_is_told_to_the_window(
    threaded: Jobs, qtbot: QtBot, error: Exception
) -> None:
    def work(_progress: Progress) -> Outcome[None]:
        raise error

    with qtbot.waitSignal(threaded.unheard) as told:
        threaded.start(Job(work))
    assert told.args == [error]


def test_a_bug_in_one_job_does_not_stop_the_next(threaded: Jobs, qtbot: QtBot) -> None:
    broken = Job(lambda _progress: Outcome(1 // 0))
    heard = answers_of(broken)
    sound = Job(lambda _progress: Outcome("sound"))
    after = answers_of(sound)
    threaded.start(broken)
    threaded.start(sound)
    qtbot.waitUntil(lambda: not threaded.waiting)
    assert isinstance(heard[0][1], ZeroDivisionError)
    assert after == [("succeeded", "sound")]


def test_stopping_is_not_told_as_a_fault(threaded: Jobs, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> Outcome[None]:
        raise Cancelled

    unheard: list[object] = []
    threaded.unheard.connect(unheard.append)
    with qtbot.waitSignal(threaded.ended):
        threaded.start(Job(work))
    assert unheard == []


def test_a_job_is_handed_over_once(threaded: Jobs, qtbot: QtBot) -> None:
    job = Job(lambda _progress: Outcome(None), title="Sao lưu")
    with qtbot.waitSignal(threaded.ended):
        threaded.start(job)
    with pytest.raises(RuntimeError, match="Sao lưu"):
        threaded.start(job)


def test_closing_waits_for_the_job_that_runs(qtbot: QtBot) -> None:
    jobs = Jobs()
    done: list[str] = []

    def work(_progress: Progress) -> Outcome[None]:
        time.sleep(0.05)
        done.append("whole")
        return Outcome(None)

    jobs.start(Job(work))
    qtbot.wait(10)
    jobs.close()
    assert done == ["whole"]


def test_two_thousand_signals_leave_the_interpreter_alive(qtbot: QtBot) -> None:
    jobs = Jobs(AtOnce())
    seen: list[bool] = []
    jobs.changed.connect(lambda _touched, initiator: seen.append(initiator))
    for _ in range(2_000):
        jobs.start(Job(lambda _progress: Outcome(None, TOUCHED), initiator=True))
    assert seen == [True] * 2_000
