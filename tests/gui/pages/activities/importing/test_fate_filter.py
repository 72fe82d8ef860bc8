"""One button for each fate there is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.digest import digest
from desktop.gui.pages.activities.importing.fate_filter import DOUBTFUL, FateFilter
from desktop.gui.session import Session
from desktop.rules.entry_table.fates import Fate
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview, a_row


def test_buttons_count_and_choose_rows(session: Session, qtbot: QtBot) -> None:
    places = digest(a_preview(register(session, "training")))
    made = FateFilter()
    qtbot.addWidget(made)
    made.show_digest(places, 10)
    texts = [one.text() for one in made.buttons.values() if not one.isHidden()]
    assert texts == [
        "Tất cả 10",
        "+ Thêm 4",
        "~ Sửa 2",
        "▲ Không nhận 2",
        "? Nên xem 2",
        "= Không đổi 1",
        "– Bỏ qua 1",
    ]
    assert list(made.places(places, 10)) == list(range(10))
    with qtbot.waitSignal(made.chosen):
        button = made.buttons[Fate.REFUSED.value]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made.places(places, 10) == [3, 6]
    made.choose(DOUBTFUL)
    assert made.places(places, 10) == [4, 7]


def test_a_button_without_rows_is_not_there_unless_it_is_down(
    session: Session, qtbot: QtBot
) -> None:
    made = FateFilter()
    qtbot.addWidget(made)
    full = digest(a_preview(register(session, "training")))
    made.show_digest(full, 10)
    made.choose(Fate.CHANGE.value)
    plain = a_preview(register(session, "training"), rows=(a_row(5, Fate.ADD),))
    made.show_digest(digest(plain), 1)
    shown = [key for key, one in made.buttons.items() if not one.isHidden()]
    assert shown == ["all", "add", "change"]


def test_every_button_has_a_name_that_says_what_it_shows(
    session: Session, qtbot: QtBot
) -> None:
    made = FateFilter()
    qtbot.addWidget(made)
    made.show_digest(digest(a_preview(register(session, "training"))), 10)
    button = made.buttons[Fate.REFUSED.value]
    assert button.accessibleName() == "Xem ▲ Không nhận: 2 dòng"
