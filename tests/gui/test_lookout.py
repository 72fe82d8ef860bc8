"""Questions are read off the main thread, and the next one stops the last."""

import gc
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled, ConflictError
from desktop.gui.lookout import Lookout, found_or_fault
from desktop.store.store import Store
from tests import builders

ENDLESS = (
    "with recursive n(i) as (select 1 union all select i + 1 from n) "
    "select count(*) from n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with builders.a_bare_store(tmp_path / "so.stt") as opened:
        yield opened


@pytest.fixture
def lookout(store: Store, qtbot: QtBot) -> Iterator[Lookout]:
    made = Lookout(store)
    yield made
    made.close()


def plans(store: Store) -> int:
    return int(store.reader.execute("select count(*) from plans").fetchone()[0])


def test_an_answer_comes_to_the_main_thread_from_another(
    lookout: Lookout, qtbot: QtBot
) -> None:
    threads: list[int] = []
    lookout.answered.connect(lambda *_: threads.append(threading.get_ident()))
    with qtbot.waitSignal(lookout.answered) as answered:
        lookout.ask("ai?", lambda _store: threading.get_ident())
    question, reader = answered.args
    assert question == "ai?"
    assert threads == [threading.get_ident()]
    assert reader != threading.get_ident()


def test_the_next_question_interrupts_a_query_that_would_never_end(
    lookout: Lookout, qtbot: QtBot
) -> None:
    heard: list[object] = []
    running = threading.Event()

    def endless(store: Store) -> object:
        running.set()
        return store.reader.execute(ENDLESS).fetchone()

    lookout.answered.connect(lambda question, _answer: heard.append(question))
    lookout.ask("endless", endless)
    assert running.wait(5)
    time.sleep(0.05)  # until the statement itself runs
    with qtbot.waitSignal(lookout.answered, timeout=2000):
        lookout.ask("next", plans)
    assert heard == ["next"]


def test_only_the_last_of_many_questions_is_answered(
    lookout: Lookout, qtbot: QtBot
) -> None:
    heard: list[object] = []
    lookout.answered.connect(lambda question, _answer: heard.append(question))
    with qtbot.waitSignal(lookout.answered):
        for number in range(50):
            lookout.ask(number, plans)
    qtbot.wait(50)
    assert heard == [49]


def test_a_question_dropped_is_never_answered(lookout: Lookout, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(lookout.answered, wait=100):
        lookout.ask("?", plans)
        lookout.drop()


def test_a_bug_is_handed_on(lookout: Lookout, qtbot: QtBot) -> None:
    def broken(_store: Store) -> object:
        raise ZeroDivisionError

    with qtbot.waitSignal(lookout.failed) as failed:
        lookout.ask("?", broken)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_closing_stops_what_runs_and_the_store_closes_after_it(
    store: Store, qtbot: QtBot
) -> None:
    lookout = Lookout(store)
    running = threading.Event()

    def endless(store: Store) -> object:
        running.set()
        return store.reader.execute(ENDLESS).fetchone()

    lookout.ask("endless", endless)
    assert running.wait(5)
    time.sleep(0.05)
    began = time.monotonic()
    lookout.close()
    assert time.monotonic() - began < 2


def test_where_jobs_run_at_once_so_does_reading(store: Store, qtbot: QtBot) -> None:
    lookout = Lookout(store, beside=False)
    heard: list[tuple[object, object]] = []
    lookout.answered.connect(lambda question, answer: heard.append((question, answer)))
    lookout.ask("?", plans)
    assert heard == [("?", plans(store))]


def test_a_look_gives_what_it_finds_or_the_fault_that_says_why_not() -> None:
    fault = ConflictError("no_office")

    def refused() -> int:
        raise fault

    assert found_or_fault(lambda: 12) == 12
    assert found_or_fault(refused) is fault


def test_a_look_that_is_stopped_gives_nothing_and_says_so() -> None:
    def stopped() -> int:
        raise Cancelled

    with pytest.raises(Cancelled):
        found_or_fault(stopped)


def test_a_look_goes_on_collecting_afterwards_whatever_came_of_it() -> None:
    assert found_or_fault(gc.isenabled) is False
    assert gc.isenabled()
