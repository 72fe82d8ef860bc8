"""Blocks of a report as stretches of pages."""

import pytest

from desktop.files.pdf.body import LANDSCAPE, PORTRAIT, ended, stretches
from desktop.records.report import Block, Heading, Paragraph
from tests.files.report_builder import (
    a_months_chart,
    a_targets_chart,
    a_targets_table,
    a_wide_table,
)

MM = 72 / 25.4


def test_the_sheet_is_a4_with_the_margins_of_the_decree() -> None:
    assert (PORTRAIT.width / MM, PORTRAIT.height / MM) == pytest.approx((210, 297))
    assert PORTRAIT.room / MM == pytest.approx(165)
    assert PORTRAIT.tall / MM == pytest.approx(257)
    assert LANDSCAPE.room / MM == pytest.approx(252)
    assert LANDSCAPE.tall / MM == pytest.approx(170)


def test_a_heading_lies_as_what_it_heads_does() -> None:
    blocks: list[Block] = [
        Paragraph(text="Một."),
        Heading(level=1, text="I. SỐ LIỆU"),
        Heading(level=2, text="1. Của các đơn vị"),
        a_wide_table(2),
        Heading(level=1, text="II. KIẾN NGHỊ"),
        Paragraph(text="Hai."),
    ]
    found = stretches(blocks)
    assert [each.sheet for each in found] == [PORTRAIT, LANDSCAPE, PORTRAIT]
    entries = [
        [strip.entry.text for strip in each.strips if strip.entry] for each in found
    ]
    assert entries == [[], ["I. SỐ LIỆU", "1. Của các đơn vị"], ["II. KIẾN NGHỊ"]]


def test_everything_lies_in_an_annex_that_lies() -> None:
    blocks = (Paragraph(text="Một."), a_targets_table(), a_wide_table(2))
    assert [each.sheet for each in stretches(blocks, landscape=True)] == [LANDSCAPE]


def test_a_paragraph_of_several_lines_becomes_several_paragraphs() -> None:
    (stretch,) = stretches((Paragraph(text="Một.\nHai."),))
    assert [strip.before for strip in stretch.strips] == [6, 6]


def test_many_targets_are_drawn_in_parts_that_fit_a_page() -> None:
    bars = a_targets_chart().bars * 12
    (stretch,) = stretches((a_targets_chart(bars=bars),))
    assert len(stretch.strips) == 1 + 4
    assert all(strip.height < PORTRAIT.tall for strip in stretch.strips)


def test_a_chart_counts_as_body_enough_for_the_signature() -> None:
    (stretch,) = stretches((a_months_chart(),))
    assert [strip.body_lines for strip in stretch.strips] == [0, 2]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hết.", "Hết./."),
        ("Hết", "Hết./."),
        ("Hết. ", "Hết./."),
        ("Hết./.", "Hết./."),
        ("Hết ./.", "Hết ./."),
        ("Hết;", "Hết./."),
        ("100 %", "100 %./."),
    ],
)
def test_the_end_mark_takes_the_place_of_the_stop(text: str, marked: str) -> None:
    assert ended([Paragraph(text=text)]) == [Paragraph(text=marked)]


def test_the_mark_stands_on_the_last_paragraph_even_before_a_table() -> None:
    first, table = Paragraph(text="Một."), a_targets_table()
    found = ended([first, Paragraph(text="Hai."), table])
    assert found == [first, Paragraph(text="Hai./."), table]


def test_without_a_paragraph_there_is_no_mark() -> None:
    blocks = [a_targets_table()]
    assert ended(blocks) == blocks
