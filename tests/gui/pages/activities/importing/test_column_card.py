"""One column: what it is taken for, what it asks, what was done to its letters."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.column_card import ColumnCard, ColumnState
from desktop.gui.pages.activities.importing.digest import Healed
from desktop.rules.entry_table.fates import ColumnMatch, Match

CHOICES = (("-", "Bỏ qua cột này"), ("title", "Tên lớp"), ("first_day", "Từ ngày"))


def a_state(**changes: Any) -> ColumnState:
    match = {"column": 2, "heading": "Ngày mở", "field": "first_day"}
    match |= {"match": Match.EXACT} | changes.pop("of", {})
    values: dict[str, Any] = {
        "match": ColumnMatch(**match),  # type: ignore[arg-type]
        "samples": ("05/08/2024", "06/08/2024"),
    }
    return ColumnState(**(values | changes))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_card_says_heading_samples_field_and_how_it_was_known(
    parent: QWidget,
) -> None:
    card = ColumnCard(a_state(), CHOICES, parent)
    told = card.text().split("\n")
    assert "C" in told
    assert "Ngày mở" in told
    assert "05/08/2024 · 06/08/2024" in told
    assert "✓ giống hệt" in told
    assert card.field.value == "first_day"
    assert card.field.accessibleName() == "Mục của cột C “Ngày mở”"
    assert card.readings == ()


def test_a_heading_that_is_only_alike_is_a_proposal(parent: QWidget) -> None:
    card = ColumnCard(a_state(of={"match": Match.SIMILAR}), CHOICES, parent)
    assert "? gần giống, xem lại" in card.text()


def test_choosing_a_field_is_told_and_choosing_none_too(
    parent: QWidget, qtbot: QtBot
) -> None:
    card = ColumnCard(a_state(), CHOICES, parent)
    told: list[tuple[int, str]] = []
    card.field_chosen.connect(lambda *args: told.append(args))
    for code in ("first_day", "title", "-"):
        card.field.set_value(code)
        card.field.changed.emit()
    assert told == [(2, "title"), (2, "")]
    card.field.setEditText("không có mục này")
    card.field.changed.emit()
    assert len(told) == 2, "half a word chooses nothing"


def test_a_question_has_no_answer_until_somebody_gives_one(
    parent: QWidget, qtbot: QtBot
) -> None:
    asking = a_state(of={"asked": ("dmy", "mdy")})
    card = ColumnCard(asking, CHOICES, parent)
    assert "▲ Trong cột này, ngày hay tháng đứng trước?" in card.text()
    assert [one.isChecked() for one in card.readings] == [False, False]
    assert card.readings[1].accessibleName() == (
        "Tháng/ngày: 05/08 là 8 tháng 5, cột C “Ngày mở”"
    )
    with qtbot.waitSignal(card.reading_chosen) as heard:
        card.readings[1].click()
    assert heard.args == [2, "mdy"]
    card.show_state(a_state(of={"reading": "mdy"}, answered=True))
    assert [one.isChecked() for one in card.readings] == [False, True]
    assert "✓ Trong cột này" in card.text()


def test_a_column_that_answers_itself_asks_nothing(parent: QWidget) -> None:
    card = ColumnCard(a_state(of={"reading": "dmy"}), CHOICES, parent)
    assert "Trong cột này" not in card.text()


def test_a_question_about_numbers_has_its_own_answers(parent: QWidget) -> None:
    asking = a_state(of={"asked": ("grouped", "decimal")})
    card = ColumnCard(asking, CHOICES, parent)
    assert [one.text() for one in card.readings] == [
        "1,500 là một nghìn năm trăm",
        "1,500 là một phẩy năm",
    ]


def test_letters_are_shown_before_and_after_and_may_be_kept(
    parent: QWidget, qtbot: QtBot
) -> None:
    healed = Healed(kind="vni", found="Taäp huaán", text="Tập huấn", cells=12)
    card = ColumnCard(a_state(healed=healed), CHOICES, parent)
    assert "Chữ kiểu cũ VNI, 12 ô: “Taäp huaán” → “Tập huấn”" in card.text()
    with qtbot.waitSignal(card.letters_chosen) as heard:
        card.keep.click()
    assert heard.args == [2, True]
    card.show_state(a_state(letters_kept=True))
    assert "giữ như trong tệp" in card.text()
    with qtbot.waitSignal(card.letters_chosen) as heard:
        card.keep.click()
    assert heard.args == [2, False]
    card.show_state(a_state())
    assert card.keep.isHidden() or not card.keep.isVisibleTo(card)
