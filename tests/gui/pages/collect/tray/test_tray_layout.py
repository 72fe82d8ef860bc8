"""Groups are chips with their numbers; the button says how many would be taken."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.tray.contents import Contents
from desktop.gui.pages.collect.tray.tray_layout import ALL, TrayLayout
from desktop.gui.session import Session
from desktop.progress import Step
from desktop.records.arrival import Sorting
from tests.rules.intake.files import an_arrival


def test_chips_choose_the_group_and_go_with_it(
    collecting: Session, qtbot: QtBot
) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    shown = TrayLayout(collecting, pane)
    contents = Contents()
    shown.show_contents(contents)
    assert shown.stack.currentWidget() is shown.empty
    contents.show([an_arrival("a"), an_arrival("b", sorting=Sorting.FOREIGN)])
    shown.show_contents(contents)
    chips = {code: one for code, one in shown.chips.items() if not one.isHidden()}
    assert [one.text() for one in chips.values()] == [
        "Tất cả 2",
        "Sẵn sàng 1",
        "Không phải biểu này 1",
    ]
    chips["foreign"].click()
    shown.show_contents(contents)
    assert [one.arrival.name for one in shown.files.model_.rows] == ["b"]
    contents.leave_out(contents.lines[1])
    shown.show_contents(contents)
    assert shown.chips[ALL].isChecked(), "a group that is empty is left"


def test_what_runs_and_what_is_possible_is_shown(
    collecting: Session, qtbot: QtBot
) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    shown = TrayLayout(collecting, pane)
    shown.show_running(running=True)
    shown.show_step(Step("reading_forms", 3, 500))
    assert shown.step.text() == "Đang đọc biểu 3/500"
    said = [shown.files.when_empty]
    shown.show_running(running=False)
    said.append(shown.files.when_empty)
    assert [bool(one) for one in said] == [False, True], "none is missing meanwhile"
    shown.allow(3, possible=True)
    assert shown.accept_button.isEnabled()
    shown.allow(3, possible=False)
    assert not shown.accept_button.isEnabled()


def test_a_step_of_unknown_length_is_not_counted(
    collecting: Session, qtbot: QtBot
) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    shown = TrayLayout(collecting, pane)
    shown.show_step(Step("verifying", 0, 0))
    assert shown.step.text().endswith("…")
    shown.show_step(Step("verifying", 2, 5))
    assert shown.step.text().endswith(" 2/5")


def test_however_many_groups_there_are_the_page_is_no_wider_than_a_small_screen(
    collecting: Session, qtbot: QtBot
) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.setFont(QFont(pane.font().family(), round(pane.font().pointSizeF() * 1.5)))
    shown = TrayLayout(collecting, pane)
    contents = Contents()
    contents.show([an_arrival(one.value, sorting=one) for one in Sorting])
    shown.show_contents(contents)
    pane.show()
    assert all(not one.isHidden() for one in shown.chips.values())
    assert pane.minimumSizeHint().width() < 1_000
