"""Sticks come and go; what was chosen stays chosen."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.gui.drives import Drive
from desktop.gui.pages.hand_off.destinations import EVERY, Destinations
from tests.gui import walking
from tests.gui.pages.report_desk import Desk


def a_drive(name: str, *, free: int = 7_900_000_000, writable: bool = True) -> Drive:
    return Drive(
        path=Path("/media") / name,
        label=name,
        free=free,
        file_system="vfat",
        writable=writable,
    )


class Socket:
    def __init__(self) -> None:
        self.drives: tuple[Drive, ...] = ()

    def __call__(self) -> tuple[Drive, ...]:
        return self.drives


def shown(desk: Desk, qtbot: QtBot, socket: Socket) -> Destinations:
    places = Destinations(desk.session, socket)
    qtbot.addWidget(places)
    places.show()
    return places


def test_without_a_stick_it_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    places = shown(desk, qtbot, Socket())
    assert places.chosen is None
    assert "Cắm USB" in places.none.text()


def test_a_stick_plugged_in_appears_by_itself_with_its_free_room(
    desk: Desk, qtbot: QtBot
) -> None:
    socket = Socket()
    places = shown(desk, qtbot, socket)
    socket.drives = (a_drive("KINGSTON"),)
    with qtbot.waitSignal(places.changed, timeout=2 * EVERY):
        pass
    assert places.list.item(0).text() == (
        "USB KINGSTON (/media/KINGSTON, VFAT), còn trống 7.900 MB"
    )
    assert places.chosen == Path("/media/KINGSTON")
    assert places.on_stick


def test_a_locked_stick_says_so(desk: Desk, qtbot: QtBot) -> None:
    socket = Socket()
    socket.drives = (a_drive("A", writable=False),)
    assert "đang khóa ghi" in shown(desk, qtbot, socket).list.item(0).text()


def test_the_stick_chosen_stays_chosen_when_another_comes(
    desk: Desk, qtbot: QtBot
) -> None:
    socket = Socket()
    socket.drives = (a_drive("B"),)
    places = shown(desk, qtbot, socket)
    socket.drives = (a_drive("A"), a_drive("B"))
    places.look()
    assert places.chosen == Path("/media/B")


def test_a_stick_pulled_out_is_no_longer_offered(desk: Desk, qtbot: QtBot) -> None:
    socket = Socket()
    socket.drives = (a_drive("A"),)
    places = shown(desk, qtbot, socket)
    socket.drives = ()
    places.look()
    assert places.chosen is None
    assert not places.on_stick


def test_a_folder_can_be_chosen_instead(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    places = shown(desk, qtbot, Socket())
    desk.ask.script = [tmp_path, None]
    places.choose_folder()
    assert places.chosen == tmp_path
    places.choose_folder()
    assert places.chosen == tmp_path
    assert not places.on_stick


def test_nobody_looks_at_drives_while_the_list_is_not_on_screen(
    desk: Desk, qtbot: QtBot
) -> None:
    places = shown(desk, qtbot, Socket())
    assert places._again.isActive()
    places.hide()
    assert not places._again.isActive()


def test_everything_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    assert not walking.nameless(shown(desk, qtbot, Socket()))
