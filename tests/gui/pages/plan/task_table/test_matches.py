"""A row in full, and a choice for each name that needs a second look."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.task_table.matches import KEEP, RowDetail
from desktop.gui.session import Session
from desktop.operations.plans.inspect_task_table import inspect_task_table, read_against
from desktop.operations.plans.read_task_table import read_task_paste
from desktop.rules.task_table.fates import PreviewRow
from desktop.rules.task_table.words import Role
from tests.gui.pages.plan.task_table.tables import HEADING, ROWS


def rows(session: Session) -> tuple[PreviewRow, ...]:
    source = read_task_paste("", "\n".join((HEADING, *ROWS)))
    return inspect_task_table(session.store, source).value.rows


def test_only_names_that_need_it_get_a_choice(session: Session, qtbot: QtBot) -> None:
    detail = RowDetail(session)
    qtbot.addWidget(detail)
    known, unknown, _ = rows(session)
    detail.show_row(known)
    assert not detail.fields
    assert "Dòng 2 · Thêm" in detail.text()
    detail.show_row(unknown)
    (field,) = detail.fields
    assert field.accessibleName() == "Chủ trì “Hội Chữ thập xanh” là"
    assert field.itemData(field.findData(KEEP)) == KEEP
    assert field.count() > len(session.agencies)
    assert "▲ Chưa biết “Hội Chữ thập xanh”" in detail.text()
    detail.show_row(None)
    assert detail.text() == ""


def test_a_choice_tells_its_place_and_the_agencies(
    session: Session, qtbot: QtBot
) -> None:
    detail = RowDetail(session)
    qtbot.addWidget(detail)
    detail.show_row(rows(session)[1])
    told: list[tuple[object, ...]] = []
    detail.chosen.connect(lambda *args: told.append(args))
    (field,) = detail.fields
    for code in (KEEP, "?0", "phong-vhtt-dak-ha"):
        field.set_value(code)
        field.changed.emit()
    nearest = rows(session)[1].leads[0].proposals[0].agencies
    assert told == [
        (2, Role.LEADS, 0, ()),
        (2, Role.LEADS, 0, nearest),
        (2, Role.LEADS, 0, ("phong-vhtt-dak-ha",)),
    ]


def test_a_change_shows_the_words_of_now_and_those_to_come(
    session: Session, qtbot: QtBot
) -> None:
    detail = RowDetail(session)
    qtbot.addWidget(detail)
    known = next(one for one in read_against(session.store).tasks if one.code == "4.2")
    line = f"4.2\t{known.text}\tPhòng Văn hóa - Thông tin huyện\t{known.partner_text}"
    source = read_task_paste("", f"{HEADING}\n{line}")
    (row,) = inspect_task_table(session.store, source).value.rows
    detail.show_row(row)
    was = f"Chủ trì: “{known.lead_text}” → “Phòng Văn hóa - Thông tin huyện”"
    assert was in detail.text().split("\n")
