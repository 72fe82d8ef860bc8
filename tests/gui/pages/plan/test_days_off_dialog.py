"""Days off are entered by hand, one or several at once."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.days_off_dialog import NOTE, DaysOffDialog
from desktop.gui.session import Session
from desktop.operations.history.undo import undo
from desktop.records.period import DayOff
from desktop.store import records
from tests.gui import walking

D = dt.date


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> DaysOffDialog:
    made = DaysOffDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(dialog: DaysOffDialog, first: str, last: str = "", name: str = "") -> None:
    dialog.first.setText(first)
    dialog.last.setText(last)
    dialog.name.setText(name)
    dialog.add()


def kept(session: Session) -> list[tuple[D, str, bool]]:
    return [
        (one.day, one.name, one.working)
        for one in records.find(session.store.reader, DayOff)
    ]


def test_the_days_of_every_year_are_known_and_stay(dialog: DaysOffDialog) -> None:
    names = [one.name for one in dialog.list.model_.rows]
    assert names == [
        "Tết Dương lịch",
        "Ngày Chiến thắng",
        "Ngày Quốc tế lao động",
        "Quốc khánh",
    ]
    dialog.list.selectRow(0)
    assert not dialog.remove_button.isEnabled()
    dialog.remove()
    assert dialog.list.model_.rowCount() == 4


def test_a_stretch_of_days_is_one_deed(dialog: DaysOffDialog, session: Session) -> None:
    enter(dialog, "8/2", "14/2/2024", "Tết Nguyên đán")
    assert [day for day, _, _ in kept(session)] == [D(2024, 2, n) for n in range(8, 15)]
    assert dialog.said.text() == "Đã ghi 7 ngày."
    assert dialog.list.model_.rowCount() == 11
    session.start(lambda _progress: undo(session.store))
    assert kept(session) == []


def test_a_day_entered_again_is_the_same_day(
    dialog: DaysOffDialog, session: Session
) -> None:
    enter(dialog, "18/4", name="Giỗ Tổ")
    dialog.working.setChecked(True)
    enter(dialog, "18/4/2024")
    assert kept(session) == [(D(2024, 4, 18), "Làm bù", True)]


def test_a_day_is_dropped(dialog: DaysOffDialog, session: Session) -> None:
    enter(dialog, "18/4", name="Giỗ Tổ")
    dialog.list.select("2024-04-18")
    assert dialog.remove_button.isEnabled()
    dialog.remove()
    assert kept(session) == []


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("", "", "Ghi ngày nghỉ."),
        ("14/2", "8/2", "Ngày cuối phải bằng hoặc sau ngày đầu."),
        ("1/1/2024", "1/1/2025", "Mỗi lần nhập nhiều nhất 31 ngày."),
        ("31/2", "", "Ghi ngày nghỉ."),
    ],
)
def test_a_slip_is_told_and_nothing_kept(
    dialog: DaysOffDialog, session: Session, first: str, last: str, said: str
) -> None:
    enter(dialog, first, last)
    assert dialog.said.text() == f"▲ {said}"
    assert kept(session) == []


def test_moving_holidays_are_asked_for_and_all_has_a_name(
    dialog: DaysOffDialog,
) -> None:
    assert "Tết Nguyên đán, Giỗ Tổ" in NOTE
    assert not walking.nameless(dialog)
    assert not walking.english_left(dialog)
