"""Explanations are real footnotes, under the numbers of the report."""

from typing import Any

from desktop.files.word import document
from desktop.records.report import Footnote, Report
from tests.files.report_builder import a_report
from tests.files.traced_report import a_traced_report, footnotes
from tests.files.word.reading import W, parts, root


def references(report: Report) -> list[Any]:
    body = root(document.draw(report), "word/document.xml")
    return list(body.iter(f"{W}footnoteReference"))


def bearers(report: Report) -> dict[str, str]:
    """Return the words of the paragraph that bears each note, by its id."""
    found = {}
    for mark in references(report):
        paragraph = mark.getparent().getparent()
        words = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        found[mark.get(f"{W}id")] = words
    return found


def test_each_note_is_referred_to_where_it_belongs() -> None:
    assert bearers(a_traced_report()) == {
        "1": "1. Theo đơn vị",
        "2": "Kết quả theo đơn vị",
        "3": "Xã Đăk Ui",
        "4": "170 A6",
    }


def test_notes_in_the_order_of_their_places_are_counted_by_the_reader() -> None:
    assert not [m for m in references(a_traced_report()) if len(m.attrib) > 1]
    notes = root(document.draw(a_traced_report()), "word/footnotes.xml")
    assert len(list(notes.iter(f"{W}footnoteRef"))) == 4


def test_numbers_of_another_order_are_written_out() -> None:
    first, *others = footnotes()
    turned = (
        Footnote(number=9, text=first.text, section=first.section),
        *others,
    )
    report = a_traced_report(footnotes=turned)
    marks = references(report)
    assert all(m.get(f"{W}customMarkFollows") == "1" for m in marks)
    assert [m.getnext().text for m in marks] == ["(9)", "(2)", "(3)", "(4)"]
    notes = root(document.draw(report), "word/footnotes.xml")
    words = ["".join(t.text for t in n.iter(f"{W}t")) for n in notes]
    assert "(9) Xã Đăk Mar chưa báo cáo quý IV." in words


def test_a_note_whose_place_is_not_there_is_kept() -> None:
    report = a_traced_report(blocks=(), annexes=())
    assert {m.get(f"{W}id") for m in references(report)} == {"1", "2", "3", "4"}


def test_a_report_without_notes_has_no_such_part() -> None:
    assert "word/footnotes.xml" not in parts(document.draw(a_report()))
