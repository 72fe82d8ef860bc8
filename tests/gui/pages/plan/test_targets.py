"""Targets are written, given versions and numbers by year."""

import datetime as dt
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.plan import PlanPage
from desktop.gui.pages.plan.targets import PLANNED
from desktop.gui.session import Session
from desktop.operations.plans.put_milestones import put_milestones
from desktop.records.target import Milestone, Target
from desktop.rules.calendar import parse_period
from desktop.store import records
from tests import builders
from tests.fakes import Answers
from tests.gui.pages.plan.plan_desk import (
    a_page,
    dialog,
    fill,
    last_verb,
    press,
    said,
)

KEY = Qt.Key


def at(page: PlanPage, code: str) -> None:
    page.tabs.setCurrentWidget(page.targets)
    assert page.targets.list.select(f"{builders.PLAN}/{code}")


def versions(session: Session, code: str) -> list[Target]:
    return list(records.find(session.store.reader, Target, where={"code": code}))


def test_only_counts_can_be_planned(session: Session, qtbot: QtBot) -> None:
    model = a_page(session, qtbot).targets.list.model_
    writable = {
        result.target.code
        for row, result in enumerate(model.rows)
        if model.flags(model.index(row, PLANNED)) & Qt.ItemFlag.ItemIsEditable
    }
    assert writable == {"T3", "T5a"}
    heading = model.headerData(PLANNED, Qt.Orientation.Horizontal)
    assert heading == "Giao năm 2024"


def test_a_target_of_words_gets_no_numbers_by_year(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    button = page.targets.verbs.buttons["Số giao theo năm"]
    at(page, "T0")
    assert not button.isEnabled()
    at(page, "T2b")
    assert button.isEnabled(), "a share may be asked for by year"


def test_a_target_is_changed_in_place(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    at(page, "T2b")
    press(page.targets.list, KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    opened = dialog(page)
    fill(opened, value=Decimal(101))
    opened.save()
    assert said(opened, "value") == "▲ Tỷ lệ không thể quá 100 % (đang ghi 101)."
    fill(opened, value=Decimal(95), training="either")
    opened.save()
    (kept,) = versions(session, "T2b")
    assert (kept.value, str(kept.training)) == (Decimal(95), "either")
    assert last_verb(session) == "set_target"


def test_a_new_target_is_added_and_gone_to(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    page.tabs.setCurrentWidget(page.targets)
    press(page.targets.list, KEY.Key_Insert)
    opened = dialog(page)
    fill(opened, code="T9", text="Số cuộc thi", label="Cuộc thi", unit="cuộc")
    fill(opened, formula="figure", direction="count")
    opened.save()
    assert said(opened, "figure") == "▲ Cách tính đã chọn cần nội dung này."
    fill(opened, figure="contests")
    opened.save()
    (kept,) = versions(session, "T9")
    assert (kept.id, kept.figure) == (f"{builders.PLAN}/T9", "contests")
    assert page.targets.list.current.target == kept


def test_a_version_from_a_day_closes_the_one_before(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    at(page, "T2b")
    page.targets.new_version()
    opened = dialog(page)
    assert "code" not in opened.editors
    fill(opened, from_day=dt.date(2025, 7, 1), value=Decimal(60))
    opened.save()
    assert said(opened, "decision").startswith("▲")
    fill(opened, decision="15/QĐ-UBND")
    opened.save()
    old, new = versions(session, "T2b")
    assert (old.valid_to, new.valid_from) == (
        dt.date(2025, 6, 30),
        dt.date(2025, 7, 1),
    )
    assert (new.value, new.decision) == (Decimal(60), "15/QĐ-UBND")
    at(page, "T2b")
    told = page.targets.versions.text()
    assert "từ 01/01/2023 đến 30/06/2025" in told
    assert "từ 01/07/2025 đến 31/12/2028 (15/QĐ-UBND)" in told


def test_a_version_on_the_first_day_is_refused_with_the_days(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    at(page, "T2b")
    page.targets.new_version()
    opened = dialog(page)
    fill(opened, from_day=dt.date(2023, 1, 1), decision="1/QĐ")
    opened.save()
    told = opened.message.text
    assert "từ 02/01/2023 đến 31/12/2028" in told
    assert len(versions(session, "T2b")) == 1


def test_a_removed_version_lets_the_one_before_go_on(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot, True)
    at(page, "T2b")
    page.targets.new_version()
    fill(dialog(page), from_day=dt.date(2024, 7, 1), decision="15/QĐ")
    dialog(page).save()
    session.set_period(parse_period("2024"))
    page.tabs.setCurrentWidget(page.targets)
    assert page.targets.list.select(f"{builders.PLAN}/T2b@2024-07-01")
    press(page.targets.list, KEY.Key_Delete)
    asked = session.ask
    assert isinstance(asked, Answers)
    assert asked.asked == ["Xóa bản từ 01/07/2024 của T2b? [Xóa] [Thôi]"]
    assert [one.valid_to for one in versions(session, "T2b")] == [None]


def test_numbers_of_all_years_are_one_step(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    at(page, "T3")
    page.targets.plan_years()
    opened = dialog(page)
    assert list(opened.editors) == ["2023", "2024", "2025", "2026", "2027", "2028"]
    four = (Decimal(1), Decimal(1), Decimal(1), Decimal(2))
    fill(opened, **{"2024": (Decimal(4), four), "2025": (Decimal(3), ())})
    opened.save()
    assert said(opened, "2024") == (
        "▲ Bốn quý cộng lại được 5, không bằng số của năm (4)."
    )
    fill(opened, **{"2024": (Decimal(5), four)})
    opened.save()
    found = records.find(session.store.reader, Milestone)
    assert [(one.year, one.value, one.quarters) for one in found] == [
        (2024, Decimal(5), four),
        (2025, Decimal(3), ()),
    ]
    assert last_verb(session) == "set_milestone"


def test_a_number_typed_in_the_table_stays_split(
    session: Session, qtbot: QtBot
) -> None:
    target = versions(session, "T3")[0]
    one = Decimal(1)
    put_milestones(session.store, target.id, 2024, Decimal(4), (one,) * 4)
    page = a_page(session, qtbot)
    model = page.targets.list.model_
    row = model.row_of(target.id)
    assert row is not None
    model.setData(model.index(row, PLANNED), "6")
    (kept,) = records.find(session.store.reader, Milestone)
    assert [int(each) for each in kept.quarters] == [1, 1, 2, 2]
