"""Explanations at the foot of the page where their anchor stands."""

from dataclasses import replace

import pytest

from desktop.files.pdf.document import draw
from desktop.files.pdf.footnotes import DOCUMENT, anchored, mark, note_lines
from desktop.records.report import (
    FigureKey,
    Footnote,
    Heading,
    Paragraph,
    Report,
    Table,
)
from tests.files.pdf_reader import MM, Line, find, read_lines, read_shapes
from tests.files.report_builder import (
    a_data_table,
    a_report,
    a_sentence,
    a_targets_table,
    an_annex,
)

WHY = "Đơn vị chưa gửi số liệu do mất điện kéo dài"


def keyed(table: Table) -> Table:
    columns = tuple(
        replace(column, key=f"c{place}") for place, column in enumerate(table.columns)
    )
    rows = tuple(replace(row, key=f"r{place}") for place, row in enumerate(table.rows))
    return replace(table, columns=columns, rows=rows)


def at_figure(number: int, row: str, column: str = "", table: str = "t") -> Footnote:
    key = FigureKey(table=table, row=row, column=column)
    return Footnote(number=number, text=f"{WHY} {number}", at=key)


def a_noted_report(table: Table, *notes: Footnote, **changes: object) -> Report:
    blocks = (
        Heading(level=1, text="I. KẾT QUẢ", place="I"),
        keyed(replace(table, code="t")),
        Paragraph(text=a_sentence()),
    )
    report = a_report(blocks=blocks, annexes=(), footnotes=notes)
    return replace(report, **changes)  # type: ignore[arg-type]


def foot_of(lines: list[Line], number: int) -> Line:
    return find(lines, f"({number}) {WHY}")


def raised(lines: list[Line], number: int) -> Line:
    """Return the number that stands raised at its anchor."""
    sign = f"({number})"
    (found,) = (line for line in lines if line.text == sign and line.size < 9)
    return found


def test_a_heading_bears_its_number_and_the_foot_the_words() -> None:
    note = Footnote(number=1, text=f"{WHY} 1", section="I")
    pdf = draw(a_noted_report(a_targets_table(), note)).pdf
    lines = read_lines(pdf)
    sign, foot = raised(lines, 1), foot_of(lines, 1)
    heading = find(lines, "I. KẾT QUẢ")
    assert sign.page == foot.page == heading.page
    assert heading.x1 - 1 <= sign.x0 + 3 * 14 * 0.25
    assert heading.y + 3 < sign.y < heading.y + 14 * 0.7
    assert sign.size == pytest.approx(14 * 0.62, abs=0.01)
    assert (foot.font, foot.size) == ("LiberationSerif", 11)
    assert 20 <= foot.y / MM < 24, "on the bottom margin"


def test_a_short_rule_stands_between_text_and_notes() -> None:
    note = Footnote(number=1, text=f"{WHY} 1", section="I")
    blocks = (Heading(level=1, text="I. KẾT QUẢ", place="I"), Paragraph(text="Hết."))
    pdf = draw(a_report(blocks=blocks, annexes=(), footnotes=(note,))).pdf
    foot = foot_of(read_lines(pdf), 1)
    rule = min(read_shapes(pdf), key=lambda shape: shape.y0)
    assert rule.x0 / MM == pytest.approx(30, abs=0.3)
    assert rule.width / MM == pytest.approx(50, abs=0.6)
    assert foot.y + 8 < rule.y0 < foot.y + 22


def test_a_row_bears_it_behind_its_name_and_a_figure_behind_the_figure() -> None:
    notes = (at_figure(1, "r1"), at_figure(2, "r1", "c3"))
    lines = read_lines(draw(a_noted_report(a_targets_table(), *notes)).pdf)
    (name,) = (line for line in lines if line.text == "quyền con người")
    figure = find(lines, "87")
    assert raised(lines, 1).y > name.y
    assert 0 < raised(lines, 1).x0 - name.x1 < 3
    assert 0 < raised(lines, 2).x0 - figure.x1 < 3
    assert raised(lines, 2).y > figure.y
    assert foot_of(lines, 1).y > foot_of(lines, 2).y


def test_figures_of_a_column_still_end_on_one_edge_beside_a_number() -> None:
    lines = read_lines(
        draw(a_noted_report(a_targets_table(), at_figure(1, "r1", "c3"))).pdf
    )
    ends = [find(lines, text).x1 for text in ("87", "186", "318")]
    assert max(ends) - min(ends) < 0.3


def test_the_title_of_a_table_bears_what_is_said_of_all_of_it() -> None:
    lines = read_lines(draw(a_noted_report(a_targets_table(), at_figure(1, ""))).pdf)
    title = find(lines, "Kết quả thực hiện các mục tiêu, chỉ tiêu")
    assert title.y < raised(lines, 1).y < title.y + 13
    assert raised(lines, 1).page == foot_of(lines, 1).page == title.page


@pytest.mark.parametrize("place", [0, 7, 19, 20, 21, 22, 23, 24, 25, 45, 46, 59])
def test_a_note_never_leaves_the_page_of_its_row(place: int) -> None:
    table = replace(a_data_table(60), landscape=False)
    notes = (
        at_figure(1, f"r{place}", "c4"),
        at_figure(2, f"r{min(place + 1, 59)}", "c5"),
    )
    pdf = draw(a_noted_report(table, *notes)).pdf
    lines = read_lines(pdf)
    for number in (1, 2):
        assert raised(lines, number).page == foot_of(lines, number).page
    shapes = read_shapes(pdf)
    for number in (1, 2):
        foot = foot_of(lines, number)
        cells = [s.y0 for s in shapes if s.page == foot.page and s.height > 5]
        assert foot.y + 11 < min(cells), "no row reaches into the notes"


@pytest.mark.parametrize("filling", range(24, 34))
def test_a_note_at_a_heading_goes_with_it_over_the_page(filling: int) -> None:
    body = tuple(Paragraph(text=f"Dòng số {place}.") for place in range(filling))
    blocks = (
        *body,
        Heading(level=2, text="1. Mục", place="I.1"),
        Paragraph(text=a_sentence()),
    )
    note = Footnote(number=1, text=f"{WHY} 1", section="I.1")
    report = a_report(blocks=blocks, annexes=(), footnotes=(note,))
    lines = read_lines(draw(report).pdf)
    page = raised(lines, 1).page
    assert foot_of(lines, 1).page == find(lines, "1. Mục").page == page
    floor = foot_of(lines, 1).y + 15
    above = [line for line in lines if line.page == page and line.size > 11]
    assert min(line.y for line in above) > floor


def test_notes_stand_above_the_contact_of_the_office() -> None:
    note = Footnote(number=1, text=f"{WHY} 1", section="I")
    report = a_noted_report(a_targets_table(), note)
    head = replace(report.letterhead, contact=("Địa chỉ: thị trấn Đăk Hà",))
    lines = read_lines(draw(replace(report, letterhead=head)).pdf)
    assert foot_of(lines, 1).y > find(lines, "Địa chỉ:").y + 10


def test_notes_in_an_annex_stand_at_the_foot_of_its_pages() -> None:
    annex = an_annex(blocks=(keyed(a_data_table(60, code="data")),))
    notes = (at_figure(1, "r30", "c4", "data"), at_figure(2, "", "", "data"))
    report = a_report(blocks=(), annexes=(annex,), footnotes=notes)
    lines = read_lines(draw(report).pdf)
    assert raised(lines, 2).page == foot_of(lines, 2).page == 1
    assert raised(lines, 1).page == foot_of(lines, 1).page > 1


def test_a_note_whose_place_is_not_printed_stands_at_the_next_larger_one() -> None:
    notes = (
        at_figure(1, "r1", "gone"),
        at_figure(2, "gone"),
        at_figure(3, "gone", table="gone"),
        Footnote(number=4, text="?", section="IX"),
        Footnote(number=5, text="?", section="I"),
    )
    found = anchored(a_noted_report(a_targets_table(), *notes)).by_anchor
    numbers = {
        anchor: [note.number for note in notes] for anchor, notes in found.items()
    }
    assert numbers == {
        FigureKey(table="t", row="r1", column=""): [1],
        FigureKey(table="t", row="", column=""): [2],
        DOCUMENT: [3, 4],
        "I": [5],
    }


def test_the_subject_bears_what_is_said_of_the_whole_document() -> None:
    note = Footnote(number=7, text=f"{WHY} 7")
    report = a_noted_report(a_targets_table(), note)
    for kind in ("BÁO CÁO", ""):
        head = replace(report.letterhead, document_type=kind)
        lines = read_lines(draw(replace(report, letterhead=head)).pdf)
        sign = raised(lines, 7)
        assert sign.page == foot_of(lines, 7).page == 0
        assert sign.y > find(lines, "I. KẾT QUẢ").y + 10


def test_very_long_notes_are_all_printed_and_text_never_runs_into_them() -> None:
    long = " ".join(f"từ{place}" for place in range(2500))
    notes = (Footnote(number=1, text=long, section="I"),)
    pdf = draw(a_noted_report(a_targets_table(), *notes)).pdf
    lines = read_lines(pdf)
    small = [word for line in lines if line.size == 11 for word in line.text.split()]
    printed = [word for word in small if word.startswith("từ")]
    assert printed == [f"từ{place}" for place in range(2500)]
    for page in {line.page for line in lines}:
        notes_top = max(
            (line.y for line in lines if line.page == page and "từ" in line.text),
            default=0,
        )
        body = [
            line
            for line in lines
            if line.page == page and line.size > 11 and line.y / MM < 275
        ]
        assert all(line.y > notes_top for line in body)


def test_several_numbers_are_told_apart() -> None:
    notes = [Footnote(number=1, text="a"), Footnote(number=12, text="b")]
    assert mark(notes) == "(1)(12)"


def test_a_note_is_as_wide_as_the_text_and_starts_with_its_number() -> None:
    strips = note_lines([Footnote(number=3, text=WHY * 6)], 468)
    assert len(strips) > 2
    assert not any(strip.bound or strip.body_lines for strip in strips)


@pytest.mark.parametrize("filling", range(16, 34, 2))
def test_the_signature_keeps_its_lines_where_the_last_page_has_notes(
    filling: int,
) -> None:
    body = tuple(Paragraph(text=f"Dòng số {place}.") for place in range(filling))
    blocks = (
        *body,
        Heading(level=2, text="1. Mục", place="I.1"),
        Paragraph(text="Trên đây là báo cáo."),
    )
    note = Footnote(number=1, text=f"{WHY} 1", section="I.1")
    report = a_report(blocks=blocks, annexes=(), footnotes=(note,))
    head = replace(report.letterhead, contact=("Địa chỉ: thị trấn Đăk Hà",))
    drawn = draw(replace(report, letterhead=head))
    lines = read_lines(drawn.pdf)
    page = [line for line in lines if line.page == drawn.person_box.page]
    signed = find(page, "Nơi nhận:").y
    above = [line for line in page if line.y > signed + 1 and line.size == 14]
    assert len({round(line.y) for line in above}) >= 2
    assert find(lines, "1. Mục").page == foot_of(lines, 1).page
    assert foot_of(page, 1).y < find(page, "Trần Thị Thuỷ Tiên").y
