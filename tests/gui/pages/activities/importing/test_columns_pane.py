"""Sheet, headings and columns, matched by hand where that is needed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import Problem
from desktop.gui.pages.activities.importing.columns_pane import ColumnsPane
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.rules.entry_table.fates import Choices, Preview
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview, seen


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ColumnsPane:
    made = ColumnsPane(session.registers)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


@pytest.fixture
def preview(session: Session) -> Preview:
    return a_preview(register(session, "training"))


@pytest.fixture
def targets(session: Session) -> Targets:
    return Targets(register(session, "training"), read_names(session))


@pytest.fixture
def choices(pane: ColumnsPane) -> Callable[[], Choices]:
    """Return what the pane made of the choices it was shown."""
    held = [Choices()]
    pane.amended.connect(lambda amend: held.append(amend(held[-1])))
    return lambda: held[-1]


def test_columns_show_values_of_the_sheet_whatever_they_are(
    pane: ColumnsPane, preview: Preview, targets: Targets
) -> None:
    pane.show_seen(seen(preview), targets)
    assert [card.column for card in pane.cards] == list(range(6))
    assert "1 · 2 · 3" in pane.cards[0].text()
    assert "05/08/2024 · 31/02/2024" in pane.cards[2].text()
    assert "“Nhµ r«ng” → “Nhà rông”" in pane.cards[3].text()


def test_sheets_and_rows_of_headings_are_chosen_from_lists(
    pane: ColumnsPane,
    preview: Preview,
    targets: Targets,
    choices: Callable[[], Choices],
) -> None:
    pane.show_seen(seen(preview), targets)
    assert pane.sheet.currentText() == "Sheet1"
    assert pane.headings.currentText().startswith("Dòng 4: STT | Tên lớp")
    assert pane.headings.itemText(0) == "Dòng 1: DANH SÁCH LỚP TẬP HUẤN NĂM 2024"
    pane.headings.setCurrentIndex(0)
    pane.headings.activated.emit(0)
    assert choices() == Choices(sheet="Sheet1", headings=1)
    last = pane.headings.count() - 1
    pane.headings.activated.emit(last)
    assert choices() == Choices(sheet="Sheet1", headings=-1)
    pane.sheet.setCurrentIndex(1)
    pane.sheet.activated.emit(1)
    assert choices() == Choices(sheet="Tổng hợp")


def test_a_field_is_of_one_column_only(
    pane: ColumnsPane,
    preview: Preview,
    targets: Targets,
    choices: Callable[[], Choices],
) -> None:
    pane.show_seen(seen(preview), targets)
    pane.cards[5].field.set_value("place")
    pane.cards[5].field.changed.emit()
    assert choices().columns == {5: "place", 3: ""}
    pane.cards[0].field_chosen.emit(0, "")
    assert choices().columns == {5: "place", 3: "", 0: ""}


def test_answers_and_letters_go_into_the_choices(
    pane: ColumnsPane,
    preview: Preview,
    targets: Targets,
    choices: Callable[[], Choices],
) -> None:
    pane.show_seen(seen(preview), targets)
    pane.cards[2].reading_chosen.emit(2, "mdy")
    pane.cards[3].letters_chosen.emit(3, True)
    assert choices() == Choices(readings={2: "mdy"}, keep_letters=frozenset({3}))
    pane.cards[3].letters_chosen.emit(3, False)
    assert choices().keep_letters == frozenset()


def test_cards_stay_when_only_their_match_changes(
    pane: ColumnsPane, preview: Preview, targets: Targets
) -> None:
    pane.show_seen(seen(preview), targets)
    before = pane.cards
    other = replace(preview.columns[5], field="")
    columns = (*preview.columns[:5], other)
    pane.show_seen(seen(replace(preview, columns=columns)), targets)
    assert pane.cards == before
    assert pane.cards[5].field.value == "-"
    pane.show_seen(seen(replace(preview, columns=columns[:4])), targets)
    assert len(pane.cards) == 4


def test_the_cursor_goes_to_what_is_open(
    pane: ColumnsPane, preview: Preview, targets: Targets, qtbot: QtBot
) -> None:
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.show_seen(seen(preview), targets)
    pane.focus_first()
    assert pane.cards[1].field.hasFocus(), "the one that is only alike"
    asking = replace(preview.columns[2], asked=("dmy", "mdy"))
    columns = (*preview.columns[:2], asking, *preview.columns[3:])
    pane.show_seen(seen(replace(preview, columns=columns)), targets)
    pane.focus_first()
    assert pane.cards[2].readings[0].hasFocus()


def test_notes_are_told_but_not_those_the_cards_tell(
    pane: ColumnsPane, preview: Preview, targets: Targets
) -> None:
    notes = (
        Problem("table", "sheets_hidden", ("Nháp",), blocking=False),
        Problem("first_day", "asked_dmy", ("Ngày mở",), blocking=False),
        Problem("pillar", "column_wanting", blocking=False),
    )
    pane.show_seen(seen(replace(preview, notes=notes)), targets)
    first = pane.text().split("\n")[0]
    assert first == "Không đọc trang tính bị ẩn: Nháp."


def test_a_sheet_without_headings_says_so(
    pane: ColumnsPane, preview: Preview, targets: Targets
) -> None:
    pane.show_seen(seen(replace(preview, heading_row=0)), targets)
    assert "Không thấy dòng tiêu đề" in pane.text()
    assert pane.headings.currentText() == "Không có dòng tiêu đề"


def test_what_was_pasted_has_no_sheets_to_choose_from(
    pane: ColumnsPane, preview: Preview, targets: Targets
) -> None:
    pane.show_seen(seen(replace(preview, sheet="", sheets=("",))), targets)
    assert pane.sheet.isHidden()


def test_another_register_is_asked_for_by_its_code(
    pane: ColumnsPane, preview: Preview, targets: Targets, qtbot: QtBot
) -> None:
    pane.show_seen(seen(preview), targets)
    assert pane.register.currentText() == "Tập huấn, bồi dưỡng"
    with qtbot.waitSignal(pane.register_chosen) as heard:
        pane.register.activated.emit(1)
    assert heard.args == [pane.register.itemData(1)]
