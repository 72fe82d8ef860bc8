"""The status bar shows a long job with its cancel, and how old the backup is."""

import datetime as dt
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Job, Jobs
from desktop.gui.status import SHOWN_AFTER, StatusBar, backup_age
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step

NOW = dt.datetime(2024, 11, 20, 15, 30, tzinfo=dt.UTC)


@pytest.fixture
def threaded(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_a_long_job_is_shown_after_a_while_and_can_be_stopped(
    threaded: Jobs, qtbot: QtBot
) -> None:
    bar = StatusBar(threaded)
    qtbot.addWidget(bar)
    bar.show()

    def work(progress: Progress) -> Outcome[None]:
        while True:
            progress(Step("backing_up", 1, 4))
            threading.Event().wait(0.005)

    job = Job(work, title="Sao lưu")
    threaded.start(job)
    qtbot.wait(SHOWN_AFTER // 2)
    assert not bar.stop.isVisible()
    qtbot.waitUntil(lambda: bar.progress.maximum() == 4)
    assert bar.running.text().startswith("Sao lưu: ")
    with qtbot.waitSignal(job.cancelled):
        bar.stop.click()
    qtbot.waitUntil(lambda: not bar.stop.isVisible())


def test_an_office_only_looked_at_says_so_until_another_is_opened(
    threaded: Jobs, qtbot: QtBot
) -> None:
    bar = StatusBar(threaded)
    qtbot.addWidget(bar)
    bar.show_kept(writable=False)
    assert bar.saved.text().startswith("▲ Chỉ đọc")
    bar.show_kept(writable=True)
    assert bar.saved.text() == ""


def test_a_short_job_is_never_shown(threaded: Jobs, qtbot: QtBot) -> None:
    bar = StatusBar(threaded)
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(threaded.ended):
        threaded.start(Job(lambda _progress: Outcome(None)))
    qtbot.wait(SHOWN_AFTER + 50)
    assert not bar.stop.isVisible()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (None, "▲ Chưa có bản sao lưu"),
        (NOW.replace(hour=9, minute=5), "Sao lưu 09:05 hôm nay"),
        (NOW - dt.timedelta(hours=20), "Sao lưu 1 ngày trước"),
        (NOW - dt.timedelta(days=9), "▲ Sao lưu 9 ngày trước"),
    ],
)
def test_the_age_of_a_backup_is_said_in_words(
    made: dt.datetime | None, words: str
) -> None:
    assert backup_age(made, NOW) == words
