"""An office on a stick is copied here, may go and come back, and is let go of well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import media, paths
from desktop.gui import drives
from desktop.gui.app import Program
from desktop.gui.drives import Drive
from desktop.gui.jobs import Job, Jobs
from desktop.gui.settings import Settings
from desktop.gui.sticks import BACK, CHANGED, GONE, MAY_GO, Sticks
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.copy_to_machine import copies_of
from desktop.operations.outcome import Outcome
from desktop.store import evidence, journal
from desktop.store.store import Store
from tests.builders import an_activity
from tests.fakes import Answers
from tests.store.deeds import record_one
from tests.store.powerless import read_only


@pytest.fixture
def usb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let every drive of this test whose name begins with USB be a stick."""

    def kind(path: Path) -> media.Medium:
        inside = path.relative_to(tmp_path) if path.is_relative_to(tmp_path) else path
        on_stick = inside.parts[0].startswith("USB")
        return media.Medium.REMOVABLE if on_stick else media.Medium.FIXED

    def plugged() -> tuple[Drive, ...]:
        return tuple(
            Drive(path=one, label=one.name, free=1, file_system="vfat", writable=True)
            for one in tmp_path.glob("USB*")
        )

    monkeypatch.setattr(media, "drive_kind", kind)
    monkeypatch.setattr(drives, "removable", plugged)
    monkeypatch.setattr(paths, "local_folder", lambda: tmp_path / "máy này")
    root = tmp_path / "USB-E"
    root.mkdir()
    return root


@pytest.fixture
def on_stick(office: Path, usb: Path) -> Path:
    return office.rename(usb / "so.stt")


@pytest.fixture
def program(
    on_stick: Path, settings: Settings, jobs: Jobs, ask: Answers, qtbot: QtBot
) -> Iterator[Program]:
    """Open the window on the office of the stick."""
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    made.begin(on_stick)
    qtbot.waitUntil(lambda: made.window.session is not None)
    yield made
    made.window.close()
    made.end()


def store_of(program: Program) -> Store:
    assert program.window.session is not None
    return program.window.session.store


def sticks_of(program: Program) -> Sticks:
    assert program._sticks is not None
    return program._sticks


def leave(program: Program, qtbot: QtBot) -> None:
    """Close the window as somebody does, and wait until it is."""
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible())


def mode(store: Store) -> str:
    return str(store.reader.execute("pragma journal_mode").fetchone()[0])


def test_the_office_is_copied_when_it_is_opened_and_when_it_is_left(
    program: Program, ask: Answers, qtbot: QtBot
) -> None:
    store = store_of(program)
    mark = evidence.mark(store.reader)
    assert mode(store) == "delete"
    assert len(copies_of(mark)) == 1
    assert "Đã chép thêm một bản" in program.window.message.text
    record(store, an_activity())
    head = journal.head(store.reader)
    leave(program, qtbot)
    assert len(copies_of(mark)) == 2
    with Store(copies_of(mark)[0], writable=False) as copy:
        assert journal.head(copy.reader) == head
    assert ask.told[-1].startswith(MAY_GO)


def test_on_the_machine_of_somebody_else_nothing_is_left(
    office: Path,
    usb: Path,
    settings: Settings,
    jobs: Jobs,
    ask: Answers,
    qtbot: QtBot,
) -> None:
    settings.copies_sticks = False
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    made.begin(office.rename(usb / "so.stt"))
    qtbot.waitUntil(lambda: made.window.session is not None)
    mark = evidence.mark(store_of(made).reader)
    record(store_of(made), an_activity())
    leave(made, qtbot)
    made.end()
    assert copies_of(mark) == ()
    assert ask.told[-1].startswith(MAY_GO)


def test_nothing_but_the_file_is_left_on_a_stick_that_may_go(
    program: Program, on_stick: Path, qtbot: QtBot
) -> None:
    record(store_of(program), an_activity())
    leave(program, qtbot)
    left = {one.name for one in on_stick.parent.iterdir()}
    assert left == {"so.stt", "sao-luu"}


def test_a_machine_without_room_keeps_nobody_from_leaving(
    program: Program,
    ask: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    record(store_of(program), an_activity())
    in_the_way = tmp_path / "tệp"
    in_the_way.touch()
    monkeypatch.setattr(paths, "local_folder", lambda: in_the_way)
    leave(program, qtbot)
    assert len(ask.faults) == 1
    assert ask.told[-1].startswith(MAY_GO)


def test_a_stick_that_is_pulled_out_is_told_and_work_goes_on_when_it_is_back(
    program: Program, usb: Path, on_stick: Path
) -> None:
    sticks, message = sticks_of(program), program.window.message
    pages = program.window.page("overview")
    away = usb.rename(usb.with_name("ngăn kéo"))
    sticks.look()
    assert message.text == GONE
    sticks.look()
    assert message.text == GONE
    away.rename(usb)
    sticks.look()
    assert message.text == BACK
    record_one(store_of(program))
    assert store_of(program).path == on_stick
    assert program.window.page("overview") is pages, "what was being typed is there"


def test_it_may_come_back_under_another_letter(
    program: Program, usb: Path, settings: Settings
) -> None:
    away = usb.rename(usb.with_name("ngăn kéo"))
    sticks_of(program).look()
    back = away.rename(usb.with_name("USB-F"))
    sticks_of(program).look()
    store = store_of(program)
    assert store.path == back / "so.stt"
    assert (store.writable, mode(store)) == (True, "delete")
    record_one(store)
    assert settings.recent_offices[0] == back / "so.stt"


def test_what_was_recorded_elsewhere_meanwhile_is_shown(
    program: Program, usb: Path
) -> None:
    pages = program.window.page("overview")
    away = usb.rename(usb.with_name("ngăn kéo"))
    sticks_of(program).look()
    store_of(program).close()  # the stick has gone, and with it all handles of files
    with Store(away / "so.stt") as elsewhere:
        record_one(elsewhere)
    away.rename(usb)
    sticks_of(program).look()
    assert program.window.message.text == CHANGED
    assert program.window.page("overview") is not pages


def test_another_office_on_another_stick_is_not_taken_for_it(
    program: Program, usb: Path, tmp_path: Path
) -> None:
    usb.rename(usb.with_name("ngăn kéo"))
    other = usb.with_name("USB-G")
    other.mkdir()
    (other / "so.stt").write_bytes(b"SQLite format 3\x00 khac")
    sticks_of(program).look()
    sticks_of(program).look()
    assert program.window.message.text == GONE
    assert store_of(program).path == usb / "so.stt"


def test_a_deed_while_it_is_away_is_refused_in_four_lines(
    program: Program, usb: Path, ask: Answers
) -> None:
    store = store_of(program)
    usb.rename(usb.with_name("ngăn kéo"))
    with pytest.raises(Exception) as caught:  # noqa: PT011  asked of the answer below
        record_one(store)
    assert getattr(caught.value, "reason", "") == "gone"
    assert caught.value.__cause__ is not None
    assert sticks_of(program).understands(caught.value.__cause__)
    assert "bị rút" in ask.faults[-1].why
    assert not sticks_of(program).understands(ValueError("a bug"))


def test_an_office_only_looked_at_is_watched_and_not_copied(
    on_stick: Path, settings: Settings, jobs: Jobs, ask: Answers, qtbot: QtBot
) -> None:
    ask.choose_action = "Mở chỉ để xem"
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    with read_only(on_stick, on_stick.parent):
        made.begin(on_stick)
        qtbot.waitUntil(lambda: made.window.session is not None)
        assert not store_of(made).writable
        assert copies_of(evidence.mark(store_of(made).reader)) == ()
        made.window.close()
        made.end()
    assert ask.told[-1].startswith(MAY_GO)


def test_an_office_on_the_machine_is_left_without_a_word(
    office: Path, settings: Settings, jobs: Jobs, ask: Answers, qtbot: QtBot
) -> None:
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    made.begin(office)
    qtbot.waitUntil(lambda: made.window.session is not None)
    assert mode(store_of(made)) == "wal"
    made.window.close()
    made.end()
    assert ask.told == []


def test_leaving_while_the_copy_is_made_waits_for_it_and_asks_nothing(
    program: Program, ask: Answers, qtbot: QtBot
) -> None:
    copying = Job(
        lambda _progress: Outcome(None), title="Chép", initiator=program._sticks
    )
    program.jobs._waiting.append(copying)
    leave(program, qtbot)
    program.jobs._waiting.clear()
    assert ask.asked == []
    assert ask.told[-1].startswith(MAY_GO)
