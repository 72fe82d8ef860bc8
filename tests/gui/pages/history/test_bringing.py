"""What came back is counted; where nothing had to, that is said."""

from PySide6.QtCore import QObject

from desktop.gui.pages.history.bringing import Bringing
from desktop.gui.session import Session
from tests.gui.pages.history.history_office import AMENDED, REMOVED, some_history


def said(session: Session) -> tuple[Bringing, list[str]]:
    some_history(session)
    heard: list[str] = []
    bringing = Bringing(session, QObject(session))
    bringing.brought.connect(heard.append)
    return bringing, heard


def test_records_are_counted(session: Session) -> None:
    bringing, heard = said(session)
    bringing.all_removed(REMOVED)
    assert heard == ["Đã mang lại 3 mục."]


def test_a_record_that_stands_so_is_left(session: Session) -> None:
    bringing, heard = said(session)
    for _ in range(2):
        bringing.as_before([("activities", "a")], AMENDED)
    assert heard == ["Đã mang lại 1 mục.", "Mục này vẫn đang như thế."]
