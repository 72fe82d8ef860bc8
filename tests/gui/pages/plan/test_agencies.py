"""Agencies with their names, days and parents, and what can be done with them."""

import datetime as dt

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.agencies import PlanAgencies
from desktop.gui.pages.plan.agency_dialogs import RenameDialog
from desktop.gui.session import Session
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.plans.read_plan import read_plan
from desktop.records.identity import AgencyId
from tests import builders
from tests.gui import walking
from tests.gui.pages.asking import do, shown

UNIT = AgencyId(builders.UNIT)
DAY = Decided(day=dt.date(2024, 7, 1), number="1")


def cells(part: PlanAgencies, agency: str = builders.UNIT) -> list[str]:
    model = part.list.model_
    row = model.row_of(agency)
    assert row is not None
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


def a_part(session: Session, qtbot: QtBot) -> PlanAgencies:
    part = PlanAgencies(session)
    shown(part, qtbot)
    return part


def renamed(session: Session, name: str) -> None:
    parent = AgencyId("ubnd-huyen-dak-ha")
    new = NewName(name=name, parent=parent)
    session.start(lambda _progress: rename_agency(session.store, UNIT, new, DAY))


def test_an_agency_is_told_with_all_one_asks_of_it(
    session: Session, qtbot: QtBot
) -> None:
    part = a_part(session, qtbot)
    assert cells(part) == [
        "Ủy ban nhân dân xã Đăk Mar",
        session.name_of("agency_kind", "commune"),
        "Cấp xã",
        "UBND huyện Đăk Hà",
        "",
        "",
        "",
    ]


def test_a_new_name_is_shown_at_once_and_the_old_one_beside_it(
    session: Session, qtbot: QtBot
) -> None:
    part = a_part(session, qtbot)
    renamed(session, "Xã M")
    told = cells(part)
    assert told[0] == "Xã M"
    assert told[-1] == "Ủy ban nhân dân xã Đăk Mar (đến 30/06/2024)"


def test_one_is_renamed_by_keyboard_and_one_undo_is_offered(
    session: Session, qtbot: QtBot
) -> None:
    part = a_part(session, qtbot)
    part.list.select(UNIT)
    part.rename()
    dialog = part.dialog
    assert isinstance(dialog, RenameDialog)
    QTest.keyClicks(dialog.name, "x")
    dialog.name.setText("Xã M")
    dialog.day.setText("1/7/2024")
    dialog.do()
    assert part.dialog is None
    assert part.message.text == "Đã đổi tên: Xã M"
    assert cells(part)[0] == "Xã M"
    part.message._do.click()
    assert cells(part)[0] == "Ủy ban nhân dân xã Đăk Mar"


def test_deeds_on_one_agency_wait_until_one_is_on_one(
    session: Session, qtbot: QtBot
) -> None:
    part = a_part(session, qtbot)
    enabled = {name for name, one in part.buttons.items() if one.isEnabled()}
    assert enabled == {"add", "merge"}
    part.list.select(UNIT)
    assert all(one.isEnabled() for one in part.buttons.values())
    part.figures_button.setChecked(True)
    assert not any(one.isEnabled() for one in part.buttons.values())


def test_every_deed_opens_its_window(session: Session, qtbot: QtBot) -> None:
    part = a_part(session, qtbot)
    part.list.select(UNIT)
    titles = []
    for button in part.buttons.values():
        button.click()
        assert part.dialog is not None
        titles.append(part.dialog.windowTitle())
        assert not walking.nameless(part.dialog)
        part.dialog.reject()
    name = "Ủy ban nhân dân xã Đăk Mar"
    assert titles == [
        "Thêm cơ quan, đơn vị",
        "Sửa cơ quan, đơn vị",
        f"Đổi tên: {name}",
        "Sáp nhập cơ quan, đơn vị",
        f"Chia tách: {name}",
        f"Giải thể: {name}",
    ]


def test_figures_by_agency_follow_the_records(session: Session, qtbot: QtBot) -> None:
    part = a_part(session, qtbot)
    part.figures_button.setChecked(True)
    assert part.figures.list.model_.rowCount() == 0
    do(session, builders.an_activity(agency=UNIT))
    assert part.figures.list.model_.rowCount() == 2
    assert not walking.nameless(part)
    assert not walking.english_left(part)


def test_nothing_can_be_done_before_all_is_known_of_the_agencies(
    session: Session, qtbot: QtBot
) -> None:
    part = PlanAgencies(session)
    qtbot.addWidget(part)
    book = read_plan(session.store, session.period)
    part.show_book(book)
    assert part.list.model_.rows
    assert not any(button.isEnabled() for button in part.buttons.values())
    shown(part, qtbot)
    assert part.buttons["merge"].isEnabled()
