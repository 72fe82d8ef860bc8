"""What the officer writes is kept while he types, and is there again."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.templates import load_template
from desktop.gui.pages.report.draft import (
    KEPT_WITHIN,
    DraftForm,
    draft_id,
    written_sections,
)
from desktop.operations.entries import keep_draft
from desktop.rules.calendar import parse_period
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR, Desk


def form(desk: Desk, qtbot: QtBot) -> DraftForm:
    made = DraftForm(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_section_of_the_outline_is_written_by_its_key() -> None:
    keys = [key for key, _ in written_sections(load_template("report-year"))]
    assert keys[:4] == ["direction", "results", "targets", "activities"]
    assert {"strengths", "shortcomings", "causes", "outlook"} <= set(keys)


def test_what_is_typed_is_kept_a_moment_after_the_first_key(
    desk: Desk, qtbot: QtBot
) -> None:
    made = form(desk, qtbot)
    QTest.keyClicks(made.head.number, "12")
    made.sections["strengths"].text.setPlainText("Đã làm tốt.")
    assert not desk.drafts()
    qtbot.waitUntil(lambda: bool(desk.drafts()), timeout=2 * KEPT_WITHIN)
    (values,) = desk.drafts()
    assert values["number"] == "12"
    assert isinstance(values["texts"], dict)
    assert values["texts"]["strengths"]["text"] == "Đã làm tốt."


def test_it_is_there_again_when_the_page_is_made_anew(desk: Desk, qtbot: QtBot) -> None:
    made = form(desk, qtbot)
    made.head.date.setText("31/2")
    made.sections["proposals"].text.setPlainText("Xin thêm kinh phí.\nXin thêm loa.")
    made.keep()
    again = form(desk, qtbot)
    assert again.sections["proposals"].words == "Xin thêm kinh phí.\nXin thêm loa."
    assert again.head.date.text() == "31/2"


def test_showing_what_was_kept_is_not_typing(desk: Desk, qtbot: QtBot) -> None:
    keep_draft.keep(desk.store, draft_id(YEAR), "report", {"number": "7"})
    made = form(desk, qtbot)
    with qtbot.assertNotEmitted(made.changed):
        made.show_period(YEAR)
    assert made.head.number.text() == "7"


def test_another_period_keeps_the_last_one_first(desk: Desk, qtbot: QtBot) -> None:
    made = form(desk, qtbot)
    made.sections["outlook"].text.setPlainText("Của năm 2024")
    made.show_period(parse_period("2023"))
    assert not made.sections["outlook"].words
    kept = keep_draft.kept(desk.store)
    assert [each.id for each in kept] == ["report/report-year/2024"]


def test_the_request_holds_everything_written(desk: Desk, qtbot: QtBot) -> None:
    made = form(desk, qtbot)
    made.head.number.setText(" 12 ")
    made.head.date.setText("5/12/2024")
    made.sections["outlook"].text.setPlainText("  \n")
    made.sections["proposals"].text.setPlainText("Xin thêm loa.")
    request = made.request
    assert request.number == "12"
    assert str(request.dated) == "2024-12-05"
    assert request.period_words == "năm 2024"
    assert dict(request.texts) == {"proposals": "Xin thêm loa."}


def test_a_date_that_is_none_is_not_readable(desk: Desk, qtbot: QtBot) -> None:
    made = form(desk, qtbot)
    assert made.readable
    made.head.date.setText("31/2/2024")
    assert not made.readable


def test_every_field_says_what_is_printed_when_it_stays_blank(
    desk: Desk, qtbot: QtBot
) -> None:
    made = form(desk, qtbot)
    made.read()
    hints = [
        each.text.placeholderText()
        for each in made.sections.values()
        if not each.text.isHidden()
    ]
    assert len(hints) > 10
    assert all("ể trống thì in" in hint for hint in hints)
    assert "Sổ chưa có số liệu của kỳ cho mục này." in hints[0], "nothing is recorded"
    assert not walking.nameless(made)


def test_whoever_types_without_a_pause_is_kept_as_well(
    desk: Desk, qtbot: QtBot
) -> None:
    made = form(desk, qtbot)
    text = made.sections["charts"].text

    def one_letter_more() -> bool:
        text.insertPlainText("a")
        return bool(desk.drafts())

    qtbot.waitUntil(one_letter_more, timeout=2 * KEPT_WITHIN)
