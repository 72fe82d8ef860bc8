"""Body, signature and annexes follow one another as on the page."""

from desktop.records.report import Heading, Paragraph
from tests.files.report_builder import a_report, an_annex
from tests.files.word.reading import opened, texts


def test_the_end_mark_stands_once_after_the_last_sentence() -> None:
    blocks = (Paragraph(text="Một."), Paragraph(text="Hai."))
    found = texts(opened(a_report(blocks=blocks, annexes=())))
    assert found.index("Một.") + 1 == found.index("Hai./.")


def test_a_paragraph_of_several_lines_is_several_paragraphs() -> None:
    found = texts(opened(a_report(blocks=(Paragraph(text="a\nb"),), annexes=())))
    assert found.index("a") + 1 == found.index("b./.")


def test_a_single_annex_keeps_the_word() -> None:
    found = texts(opened(a_report(annexes=(an_annex(label=""),))))
    place = found.index("Phụ lục")
    assert found[place + 1] == an_annex().title.upper()
    assert found[place + 2] == f"({an_annex().reference})"


def test_headings_deeper_than_the_third_level_are_set_as_the_third() -> None:
    blocks = (Heading(level=7, text="sâu"),)
    made = opened(a_report(blocks=blocks, annexes=()))
    assert [p.style.name for p in made.paragraphs if p.text == "sâu"] == ["Heading 3"]


def test_the_signature_stands_before_the_annexes() -> None:
    found = texts(opened(a_report()))
    assert found.index("Trần Thị Thuỷ Tiên") < found.index("Phụ lục I")
