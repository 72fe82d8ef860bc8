"""One row in full: faults at their cells, old and new, what it may repeat."""

from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from desktop.errors import Problem
from desktop.gui.pages.activities.importing.row_detail import RowDetail, twins_kept
from desktop.gui.pages.activities.importing.step_bar import Place
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.gui.session import Session
from desktop.gui.tables.columns import columns_of
from desktop.gui.tables.reading_names import read_names
from desktop.rules.entry_table.fates import Fate, RowFate
from tests import builders
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_cell, a_row, usual_rows


class Shown:
    """A detail, and what it was given besides the row."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        code, names = register(session, "training"), read_names(session)
        self.targets = Targets(code, names)
        self.columns = columns_of(code, names)
        self.detail = RowDetail()
        qtbot.addWidget(self.detail)

    def show(self, row: RowFate | None, **twins: Any) -> list[str]:
        self.detail.show_row(row, self.targets, self.columns, twins)
        return self.lines()

    def lines(self) -> list[str]:
        return self.detail.toPlainText().split("\n")


@pytest.fixture
def shown(session: Session, qtbot: QtBot) -> Shown:
    return Shown(session, qtbot)


def test_a_refused_row_names_each_fault_at_its_cell(shown: Shown) -> None:
    told = shown.show(usual_rows()[6])
    assert told[0] == "Dòng 11 · ▲ Không nhận"
    assert told[1] == "▲ E11 Số lượt người: “bốn mươi” không phải là số. "
    assert told[2] == (
        "▲ Dòng 11: Trụ cột nội dung: Chưa ghi nội dung này. Xem ở bước Cột"
    )


def test_a_doubt_is_no_fault(shown: Shown) -> None:
    told = shown.show(usual_rows()[4])
    assert told[1].startswith("? E9 Số lượt người “0”: Đã thực hiện mà không có")


def test_a_change_shows_what_is_kept_what_the_file_says_and_what_stays(
    shown: Shown,
) -> None:
    told = shown.show(usual_rows()[2])
    at = told.index("Địa điểm")
    assert told[at : at + 4] == ["Địa điểm", "Hội trường", "Nhà văn hóa", "Nhà văn hóa"]


def test_healed_letters_and_hidden_rows_are_told(shown: Shown) -> None:
    assert any("“Nhµ r«ng” → “Nhà rông”" in one for one in shown.show(usual_rows()[1]))
    assert "ẩn trong tệp" in shown.show(usual_rows()[7])[0]


def test_what_the_file_holds_is_never_taken_for_markup(shown: Shown) -> None:
    wrong = a_cell(3, "<b>x</b>", problems=(Problem("place", "missing"),))
    told = shown.show(a_row(5, Fate.REFUSED, wrong))
    assert "<b>x</b>" in told[1]


def test_a_twin_is_compared_field_by_field_and_left_again(
    shown: Shown, qtbot: QtBot
) -> None:
    kept = builders.an_activity(id="activity", place="Nhà văn hóa huyện")
    told = shown.show(usual_rows()[4], activity=kept)
    assert any("mục đã ghi: Tập huấn kiến thức" in one for one in told)
    shown.detail.anchorClicked.emit(QUrl("twin:activity"))
    told = shown.lines()
    at = told.index("Địa điểm")
    assert told[at : at + 3] == ["Địa điểm", "Hội trường", "Nhà văn hóa huyện"]
    shown.detail.anchorClicked.emit(QUrl("back:"))
    assert "Có thể trùng" in shown.detail.toPlainText()
    with qtbot.waitSignal(shown.detail.row_wanted) as heard:
        shown.detail.anchorClicked.emit(QUrl("row:5"))
    assert heard.args == [5]


def test_a_twin_that_is_gone_is_not_offered(shown: Shown) -> None:
    told = shown.show(usual_rows()[4])
    assert not any("mục đã ghi" in one for one in told)
    shown.detail.show_twin("activity")
    assert shown.lines() == told


@pytest.mark.parametrize(
    ("code", "words", "place"),
    [
        ("word_unknown", "Chọn một lần cho mọi dòng", Place.WORDS),
        ("date_ambiguous", "Trả lời ở bước Cột", Place.COLUMNS),
        ("number_ambiguous", "Trả lời ở bước Cột", Place.COLUMNS),
    ],
)
def test_what_is_settled_for_all_rows_leads_there(
    shown: Shown, qtbot: QtBot, code: str, words: str, place: Place
) -> None:
    wrong = a_cell(4, "1.5", problems=(Problem("attendance", code, ("1.5",)),))
    assert words in "\n".join(shown.show(a_row(5, Fate.REFUSED, wrong)))
    with qtbot.waitSignal(shown.detail.step_wanted) as heard:
        shown.detail.anchorClicked.emit(QUrl(f"step:{place.value}"))
    assert heard.args == [place]


def test_without_a_row_nothing_is_said(shown: Shown) -> None:
    assert shown.show(None) == [""]
    assert twins_kept(None) == ()
    assert twins_kept(usual_rows()[4]) == ("activity",)
