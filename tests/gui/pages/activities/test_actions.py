"""Actions of the page have words and keys, and are allowed when they make sense."""

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.session import Session
from tests import builders
from tests.gui.entry_office import keep


def test_every_action_is_in_the_menu_with_words_and_no_two_share_a_key(
    session: Session, qtbot: QtBot
) -> None:
    page = ActivitiesPage(session)
    qtbot.addWidget(page)
    words = [action.text() for action in page.actions()]
    wanted = ["Ghi mới", "Sửa", "Xóa", "Chép", "Lọc", "Bỏ lọc", "Nhân đôi", "Lịch sử…"]
    assert words[: len(wanted)] == wanted
    assert len(words) == len(set(words))
    keys = [one.shortcut().toString() for one in page.actions()]
    given = [key for key in keys if key]
    assert len(given) == len(set(given)) >= 6


def test_actions_on_rows_wait_for_rows(session: Session, qtbot: QtBot) -> None:
    keep(session, builders.an_activity(id="a"), builders.an_activity(id="b"))
    page = ActivitiesPage(session)
    qtbot.addWidget(page)
    bar = page.actions_bar
    assert page.view is not None
    assert not bar.delete.isEnabled()
    page.view.rows.selectAll()
    assert bar.delete.isEnabled()
    assert not bar.twin.isEnabled(), "one at a time is doubled"
    page.view.select_row(0)
    assert bar.twin.isEnabled()
    assert not bar.unfilter.isVisible()
    page.model.set_text("khong co gi")
    assert bar.unfilter.isVisible()
    assert not bar.edit.isEnabled()


def test_what_is_needed_less_is_behind_one_button_of_the_toolbar(
    session: Session, qtbot: QtBot
) -> None:
    page = ActivitiesPage(session)
    qtbot.addWidget(page)
    shown = [one.text() for one in page.actions_bar.more.actions() if one.text()]
    assert shown == [
        "Nhân đôi",
        "Lặp lại…",
        "Sửa một trường của nhiều mục…",
        "Dòng mới",
        "Điền xuống",
        "Chọn cột…",
        "Đính kèm tệp…",
        "Rà trùng…",
        "Ghép thành sự kiện chung…",
        "Tách khỏi sự kiện chung",
        "Lịch sử…",
    ]


def test_the_toolbar_fits_the_smallest_screen(session: Session, qtbot: QtBot) -> None:
    page = ActivitiesPage(session)
    qtbot.addWidget(page)
    page.resize(1366 - 200, 690)
    page.show()
    more = page.actions_bar.more.parent()
    assert isinstance(more, QToolButton)
    assert more.isVisible()
    assert page.actions_bar.bar.rect().contains(more.geometry())
