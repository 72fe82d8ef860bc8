"""What tests of pages do again and again: do a deed, hear where one is sent."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.operations.entries import record_entry


def do(session: Session, *many: object) -> None:
    """Keep records as the program does, so that pages hear of it."""
    session.start(lambda progress: record_entry.record_many(session.store, many))


def heard(session: Session) -> list[tuple[str, object]]:
    """Return the list into which every wish to go somewhere is written."""
    wishes: list[tuple[str, object]] = []
    session.place_wanted.connect(lambda place, what: wishes.append((place, what)))
    return wishes


def shown(page: QWidget, qtbot: QtBot) -> None:
    """Show a page in the size the smallest screen leaves it."""
    qtbot.addWidget(page)
    page.resize(1166, 660)
    page.show()
