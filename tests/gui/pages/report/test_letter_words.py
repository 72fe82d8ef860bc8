"""The words of a letter can be written over; its tables stay."""

import pytest

from desktop.errors import ConflictError
from desktop.gui.pages.report.letter_words import BODY, draft, with_words, words_of
from desktop.operations.draft_report import Request
from desktop.records.report import Paragraph, Table
from tests.gui.pages.report_desk import YEAR, Desk, issue


def request(kind: str, words: str = "") -> Request:
    texts = {BODY: words} if words else {}
    return Request(period=YEAR, period_words="năm 2024", kind=kind, texts=texts)


def test_a_cover_goes_with_the_report_issued(desk: Desk) -> None:
    with pytest.raises(ConflictError, match="nothing_issued"):
        draft(desk.store, request("letter-cover"))
    issue(desk.store, export=False, sign=False)
    letter = draft(desk.store, request("letter-cover"))
    assert "năm 2024" in words_of(letter)


def test_an_officer_writes_over_the_words_and_tables_stay(desk: Desk) -> None:
    letter = draft(desk.store, request("letter-reminder"))
    tables = [one for one in letter.blocks if isinstance(one, Table)]
    written = with_words(letter, "Đề nghị gửi ngay.\n\nTrân trọng.")
    assert words_of(written) == "Đề nghị gửi ngay.\nTrân trọng."
    assert [one for one in written.blocks if isinstance(one, Table)] == tables
    assert written.blocks[-1] == Paragraph(text="Trân trọng.")
    asked = draft(desk.store, request("letter-reminder", "Đề nghị gửi ngay."))
    assert words_of(asked) == "Đề nghị gửi ngay."


def test_nothing_written_leaves_the_letter_as_it_is(desk: Desk) -> None:
    letter = draft(desk.store, request("letter-reminder"))
    assert with_words(letter, " \n") == letter


def test_a_report_is_no_letter(desk: Desk) -> None:
    report = draft(desk.store, request("report-year"))
    assert report.kind == "report-year"
