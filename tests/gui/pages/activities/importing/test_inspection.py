"""What runs off the main thread: the last wish counts, a stop changes nothing."""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.pages.activities.importing.inspection import Inspection, Seen
from desktop.gui.session import Session
from desktop.operations.entries.read_entry_table import (
    read_entry_file,
    read_entry_paste,
)
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step
from desktop.rules.entry_table.fates import Choices, Fate
from desktop.rules.grid import TableSource
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.sheets import (
    a_sheet,
    kept,
    pasted,
    workbook,
)


@pytest.fixture
def inspection(session: Session) -> Inspection:
    return Inspection(session, register(session, "training"))


def read(inspection: Inspection, count: int = 3) -> None:
    text = pasted(a_sheet(count))
    inspection.read("Bảng", lambda _: read_entry_paste("", text))


def keep_letters(column: int, choices: Choices) -> Choices:
    return replace(choices, keep_letters=choices.keep_letters | {column})


def without(number: int, choices: Choices) -> Choices:
    return replace(choices, left_out=choices.left_out | {number})


def added(inspection: Inspection) -> int:
    assert inspection.preview is not None
    return inspection.preview.counts[Fate.ADD]


def test_a_table_is_read_and_looked_at_in_one_go(
    inspection: Inspection, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(inspection.shown):
        read(inspection)
    assert added(inspection) == 3
    assert inspection.seen is not None
    assert len(inspection.seen.places.places[Fate.ADD]) == 3
    assert not inspection.running


def test_before_a_table_is_read_there_is_nothing_to_do(
    inspection: Inspection, session: Session
) -> None:
    inspection.amend(lambda choices: replace(choices, sheet="x"))
    inspection.look_again()
    inspection.keep()
    inspection.choose_register(session.registers[1])
    assert inspection.preview is None
    assert not inspection.running


def test_only_the_last_of_many_choices_is_shown(session: Session, qtbot: QtBot) -> None:
    session.jobs = Jobs()
    inspection = Inspection(session, register(session, "training"))
    with qtbot.waitSignal(inspection.shown):
        read(inspection, 30)
    shown: list[Seen | None] = []
    inspection.shown.connect(lambda: shown.append(inspection.seen))
    for column in range(8):
        inspection.amend(partial(keep_letters, column))
    inspection.amend(partial(without, 2))
    qtbot.waitUntil(lambda: not inspection.running)
    session.jobs.close()
    assert len(shown) == 1, "not each was looked at to its end"
    assert shown[0] is not None
    assert shown[0].choices == Choices(
        keep_letters=frozenset(range(8)), left_out=frozenset({2})
    )
    assert added(inspection) == 29


def test_a_tick_is_seen_at_once_and_reads_nothing_anew(
    session: Session, qtbot: QtBot
) -> None:
    session.jobs = Jobs()
    inspection = Inspection(session, register(session, "training"))
    with qtbot.waitSignal(inspection.shown):
        read(inspection, 30)
    inspection.amend(partial(without, 2))
    assert not inspection.running
    assert added(inspection) == 29
    assert inspection.seen is not None
    assert inspection.seen.places.places[Fate.LEFT_OUT] == [0]
    with qtbot.waitSignal(inspection.kept):
        inspection.keep()
    session.jobs.close()
    assert len(kept(session)) == 29


def test_a_stopped_look_leaves_choices_and_preview_as_they_were(
    session: Session, qtbot: QtBot
) -> None:
    session.jobs = Jobs()
    inspection = Inspection(session, register(session, "training"))
    with qtbot.waitSignal(inspection.shown):
        read(inspection)
    before = inspection.seen
    with qtbot.waitSignal(inspection.stopped):
        inspection.amend(partial(keep_letters, 1))
        inspection.cancel()
    session.jobs.close()
    assert inspection.seen is before
    assert before is not None
    assert inspection.choices == before.choices


def test_an_import_that_is_stopped_keeps_nothing(
    session: Session, qtbot: QtBot
) -> None:
    session.jobs = Jobs()
    inspection = Inspection(session, register(session, "training"))
    with qtbot.waitSignal(inspection.shown):
        read(inspection, 250)
    with qtbot.waitSignal(inspection.stopped):
        inspection.keep()
        assert inspection.keeping
        inspection.cancel()
    session.jobs.close()
    assert kept(session) == ()
    assert (inspection.keeping, added(inspection)) == (False, 250)


def test_reading_can_be_stopped(session: Session, qtbot: QtBot) -> None:
    session.jobs = Jobs()
    inspection = Inspection(session, register(session, "training"))
    begun, go_on = threading.Event(), threading.Event()

    def slow(progress: Progress) -> Outcome[TableSource]:
        begun.set()
        go_on.wait(10)
        progress(Step("reading", 1, 2))
        raise AssertionError

    with qtbot.waitSignal(inspection.stopped):
        inspection.read("Bảng", slow)
        assert begun.wait(10)
        inspection.cancel()
        go_on.set()
    session.jobs.close()
    assert inspection.preview is None


def test_a_sheet_without_headings_is_still_shown(
    inspection: Inspection, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["một", "hai"], ["ba", "bốn"]]
    path = workbook(tmp_path / "tran.xlsx", rows, headings=("u", "v"))
    inspection.read(path.name, lambda progress: read_entry_file(path, progress))
    assert inspection.preview is not None
    assert inspection.preview.heading_row == 0
    assert inspection.choices == inspection.begun, "nobody chose it"


def test_what_cannot_be_looked_at_takes_the_choice_back(
    inspection: Inspection, qtbot: QtBot
) -> None:
    read(inspection)
    with qtbot.waitSignal(inspection.failed):
        inspection.amend(lambda choices: replace(choices, sheet="không có"))
    assert inspection.choices == inspection.begun
    assert added(inspection) == 3


def test_another_register_begins_without_choices(
    inspection: Inspection, session: Session
) -> None:
    read(inspection)
    inspection.amend(lambda choices: replace(choices, left_out=frozenset({2})))
    conference = register(session, "conference")
    inspection.choose_register(conference)
    assert inspection.preview is not None
    assert inspection.preview.register == conference
    assert inspection.choices.left_out == frozenset()


def test_rows_are_kept_by_the_preview_on_screen(
    inspection: Inspection, session: Session, qtbot: QtBot
) -> None:
    read(inspection)
    inspection.amend(lambda choices: replace(choices, left_out=frozenset({3})))
    with qtbot.waitSignal(inspection.kept) as heard:
        inspection.keep()
    assert heard.args[0].added == 2
    assert sorted(one.attendance or 0 for one in kept(session)) == [31, 33]
