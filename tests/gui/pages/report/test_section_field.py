"""A section says that it was edited, and which of its numbers no longer agree."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.section_field import SectionField
from desktop.records.report import Column, Row, Table
from desktop.rules.reports.draft_text import Generated, PlacedNumber, StaleNumber
from tests.gui import walking

STALE = StaleNumber(start=3, old="634", new="712", code="people")


def field(qtbot: QtBot) -> SectionField:
    made = SectionField("II. Kết quả", 1)
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def test_showing_words_is_not_typing(qtbot: QtBot) -> None:
    made = field(qtbot)
    with qtbot.assertNotEmitted(made.changed):
        made.show_words("Đã 634 lượt.")
    with qtbot.waitSignal(made.changed):
        made.text.insertPlainText("Toàn huyện: ")


def test_what_no_longer_agrees_is_told_with_what_it_is_now(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.show_words("Đã 634 lượt.")
    made.show_state(edited=True, stale=(STALE,))
    assert made.stale.text() == "▲ 1 số không còn khớp sổ: 634 → 712"
    assert made.badge.text() == "đã sửa"
    (mark,) = made.text.extraSelections()
    assert mark.cursor.selectedText() == "634"  # type: ignore[attr-defined]
    with qtbot.waitSignal(made.update_wanted):
        made.update_button.click()
    with qtbot.waitSignal(made.restore_wanted):
        made.restore.click()


def test_untouched_words_offer_nothing(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.show_state(edited=False, stale=())
    assert made.restore.isHidden()
    assert not made.update_button.isVisible()
    assert made.badge.isHidden()


def test_the_field_is_as_tall_as_its_words(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.show_words("Một dòng")
    one = made.text.height()
    made.show_words("\n".join(["Một dòng"] * 6))
    assert made.text.height() >= one + 5 * made.text.fontMetrics().lineSpacing()


def test_nobody_writes_where_words_are_still_to_come(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.say_hints("Để trống thì in: “…”", "Đang tính…")
    made.wait_for_words(waiting=True)
    assert made.text.isReadOnly()
    assert made.text.placeholderText() == "Đang tính…"
    made.wait_for_words(waiting=False)
    assert not made.text.isReadOnly()
    made.wait_for_words(waiting=False, writable=False)
    assert made.text.isReadOnly()


def test_a_table_is_one_press_away(qtbot: QtBot) -> None:
    made = field(qtbot)
    table = Table(
        code="t1",
        title="Bảng",
        sheet="Biểu 1",
        columns=(Column(heading=("Số",)),),
        rows=(Row(values=(1,)),),
    )
    made.show_tables([table])
    made.show_tables([table])
    (button,) = (
        one for one in made.findChildren(type(made.restore)) if "▦" in one.text()
    )
    assert button.text() == "▦ Xem bảng Biểu 1 (1 dòng)"
    with qtbot.waitSignal(made.table_wanted) as wanted:
        button.click()
    assert wanted.args == ["t1"]
    assert not walking.nameless(made)


def test_charts_are_told_of_and_seen_in_the_preview(qtbot: QtBot) -> None:
    made = field(qtbot)
    assert made.charts_button.isHidden()
    made.show_charts(2)
    assert made.charts_button.text() == "▥ Xem 2 biểu đồ trong bản xem trước"
    with qtbot.waitSignal(made.preview_wanted):
        made.charts_button.click()


def test_a_field_says_when_the_records_tell_nothing(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.say_hints("Để trống thì in câu viết sẵn.", "Đang tính…", "Sổ chưa có số liệu.")
    made.wait_for_words(waiting=True)
    assert made.text.placeholderText() == "Đang tính…"
    made.say_known(made=False)
    made.wait_for_words(waiting=False)
    assert made.text.placeholderText() == "Sổ chưa có số liệu."


MADE = Generated(
    text="Mở 12 lớp, đạt 3 chỉ tiêu.",
    numbers=(
        PlacedNumber(code="trainings", start=3, text="12"),
        PlacedNumber(code="count:met", start=15, text="3"),
    ),
)


@pytest.mark.parametrize(
    ("at", "code"), [(4, "trainings"), (5, "trainings"), (15, ""), (8, ""), (0, "")]
)
def test_the_menu_asks_about_a_figure_and_nothing_else(
    qtbot: QtBot, at: int, code: str
) -> None:
    made = field(qtbot)
    made.show_words(MADE.text)
    made.say_numbers(MADE, {"trainings"})
    menu = made.text.menu(at)
    asking, line, *usual = menu.actions()
    assert asking.text() == "Số này từ đâu?\tCtrl+Enter"
    assert asking.isEnabled() == bool(code)
    assert line.isSeparator()
    assert len(usual) > 5, "what every field offers is still there"
    if code:
        with qtbot.waitSignal(made.figure_wanted) as wanted:
            asking.trigger()
        assert wanted.args == [code]
    menu.deleteLater()
