"""The words of a letter can be written over; its tables stay."""

from dataclasses import replace

from desktop.records.report import Paragraph, Table
from desktop.rules.letters.words import with_words, words_of
from tests.files.report_builder import a_report

TABLE = next(
    block
    for annex in a_report().annexes
    for block in annex.blocks
    if isinstance(block, Table)
)
LETTER = replace(
    a_report(), blocks=(Paragraph(text="Một."), TABLE, Paragraph(text="Hai."))
)


def test_the_words_are_its_paragraphs_one_a_line() -> None:
    assert words_of(LETTER) == "Một.\nHai."


def test_other_words_leave_the_tables_before_the_last_of_them() -> None:
    written = with_words(LETTER, "Đề nghị gửi ngay.\n\n  Trân trọng.")
    assert words_of(written) == "Đề nghị gửi ngay.\nTrân trọng."
    assert written.blocks[1:] == (TABLE, Paragraph(text="Trân trọng."))


def test_nothing_written_leaves_the_letter_as_it_is() -> None:
    assert with_words(LETTER, " \n") == LETTER
