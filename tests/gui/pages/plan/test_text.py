"""The text of a plan, part by part, by keyboard."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.part_kinds import KINDS
from desktop.gui.pages.plan.plan import PlanPage
from desktop.gui.session import Session
from desktop.records.plan import LegalBasis, PlanSection, RoadmapStep
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
    take_back,
    texts,
)

ALT, KEY = Qt.KeyboardModifier.AltModifier, Qt.Key


def at(page: PlanPage, code: str) -> None:
    page.tabs.setCurrentWidget(page.text)
    page.text.show_part(code)


def test_the_outline_counts_each_kind(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    model = page.text.outline.model_
    shown = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert shown[:4] == [
        "Đọc toàn văn",
        "Đầu và cuối văn bản",
        "Lời văn (7)",
        "Căn cứ (3)",
    ]
    assert shown[-1] == "Nơi nhận (11)"


def test_a_basis_is_added_changed_and_removed_by_keyboard(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot, True)
    at(page, "bases")
    press(page.text.list, KEY.Key_Insert)
    opened = dialog(page)
    opened.save()
    assert said(opened, "document_type").startswith("▲")
    fill(opened, document_type="Tờ trình", number="23/TTr-STTTT", relation="proposal")
    fill(opened, issued_on=dt.date(2023, 3, 20))
    opened.save()
    assert last_verb(session) == "add_basis"
    assert texts(page.text)[-1] == "Theo đề nghị"
    assert texts(page.text, 1)[-1] == "Tờ trình số 23/TTr-STTTT ngày 20/03/2023"
    made = page.text.list.model_.rows[-1]
    page.text.list.select(made.id)
    press(page.text.list, KEY.Key_F2)
    fill(dialog(page), summary="về việc ban hành kế hoạch")
    dialog(page).save()
    page.text.list.select(made.id)
    press(page.text.list, KEY.Key_Delete)
    assert last_verb(session) == "remove_basis"
    assert records.get(session.store.reader, LegalBasis, made.id) is None
    asked = session.ask
    assert isinstance(asked, Answers)
    assert asked.asked == ["Xóa căn cứ này? [Xóa] [Thôi]"]


def test_sections_change_places_and_back(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    at(page, "sections")
    before = texts(page.text)
    page.text.list.select(page.text.list.model_.rows[2].id)
    press(page.text.list, KEY.Key_Up, ALT)
    assert texts(page.text)[1] == before[2]
    assert page.text.list.current.heading == before[2], "one stays on the section"
    take_back(session)
    assert texts(page.text) == before


def test_recipients_change_places_and_the_filing_line_stays_last(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot, True)
    at(page, "recipients")
    press(page.text.list, KEY.Key_Insert)
    fill(dialog(page), text="Báo Kon Tum", note="(b/c)", electronic=True)
    dialog(page).save()
    assert texts(page.text, 1)[-2:] == ["Báo Kon Tum (b/c) (Bản ĐT)", "Lưu: VT, VHTT"]
    page.text.list.select("10")
    press(page.text.list, KEY.Key_Up, ALT)
    assert texts(page.text, 1)[9] == "Báo Kon Tum (b/c) (Bản ĐT)"
    press(page.text.list, KEY.Key_Delete)
    assert len(session.plan.recipients) == 11


def test_the_head_is_written_from_the_outline(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    at(page, "head")
    assert "Trích yếu" in texts(page.text)
    press(page.text.list, KEY.Key_F2)
    opened = dialog(page)
    fill(opened, last_day=dt.date(2022, 1, 1))
    opened.save()
    assert said(opened, "last_day") == "▲ Ngày kết thúc phải từ ngày 01/01/2023 trở đi."
    fill(opened, last_day=dt.date(2028, 12, 31), number="15/KH-UBND")
    opened.save()
    assert session.plan.number == "15/KH-UBND"
    assert "số 15/KH-UBND" in page.sentence.text()


@pytest.mark.parametrize("code", [one.code for one in KINDS])
def test_every_kind_can_be_begun_and_left(
    session: Session, qtbot: QtBot, code: str
) -> None:
    page = a_page(session, qtbot)
    at(page, code)
    page.text.add()
    opened = dialog(page)
    opened.reject()
    assert last_verb(session) == "create_office", "nothing was kept"


def test_a_wording_belongs_to_a_value_of_a_catalogue(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    at(page, "values")
    page.text.list.select(page.text.list.model_.rows[0].id)
    page.text.edit()
    opened = dialog(page)
    other = page.text.list.model_.rows[1]
    fill(opened, code=f"{other.catalogue}/{other.code}")
    opened.save()
    assert said(opened, "code") == (
        "▲ Kế hoạch đã có cách gọi cho giá trị này của danh mục."
    )


def test_a_step_of_the_road_map_has_years_and_tasks(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    at(page, "steps")
    page.text.add()
    opened = dialog(page)
    fill(opened, first_year=2025, last_year=2024, text="Khảo sát")
    opened.save()
    assert said(opened, "last_year").startswith("▲")
    fill(opened, last_year=2026, tasks=(builders.task("2.2"),))
    opened.save()
    (kept,) = records.find(session.store.reader, RoadmapStep)
    assert (kept.first_year, kept.last_year, kept.tasks) == (
        2025,
        2026,
        (builders.task("2.2"),),
    )
    assert texts(page.text) == ["2025–2026"]


def test_a_section_without_words_is_refused(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    at(page, "sections")
    page.text.add()
    dialog(page).save()
    assert said(dialog(page), "text").startswith("▲")
    assert len(records.find(session.store.reader, PlanSection)) == 7


def test_what_was_added_is_gone_to_and_without_a_row_nothing_is_offered(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    at(page, "steps")
    buttons = page.text.verbs.buttons
    needy = [buttons[name] for name in ("Sửa", "Lên", "Xuống", "Xóa")]
    assert not any(one.isEnabled() for one in needy)
    page.text.add()
    fill(dialog(page), first_year=2024, text="Sơ kết")
    dialog(page).save()
    assert page.text.list.current.text == "Sơ kết"
    assert all(one.isEnabled() for one in needy)
    at(page, "head")
    assert buttons["Sửa"].isEnabled()
