"""Tables on the page."""

from dataclasses import replace

import pytest

from desktop.files import fonts
from desktop.files.pdf.document import draw
from desktop.files.pdf.tables import table
from desktop.records.report import Column, ColumnType, Row, RowKind, Table
from tests.files.pdf_reader import MM, Line, Shape, find, read_lines, read_shapes
from tests.files.report_builder import (
    a_data_table,
    a_report,
    a_targets_table,
    a_wide_table,
    an_annex,
)

BOLD = "LiberationSerif-Bold"


def pages_of(
    content: Table, *, landscape: bool = False
) -> tuple[list[Line], list[Shape]]:
    """Draw a table alone in an annex, and read the annex."""
    annex = an_annex(blocks=(content,), landscape=landscape)
    drawn = draw(a_report(blocks=(), annexes=(annex,)))
    lines = [line for line in read_lines(drawn.pdf) if line.page > 0]
    return lines, [shape for shape in read_shapes(drawn.pdf) if shape.page > 0]


def one_column(*texts: str, weight: int = 1) -> Table:
    return Table(
        code="t",
        title="Bảng",
        sheet="t",
        columns=(Column(heading=("Nội dung",), weight=weight),),
        rows=tuple(Row(values=(text,)) for text in texts),
    )


def test_title_unit_and_notes_stand_around_the_table() -> None:
    lines, shapes = pages_of(a_wide_table(3), landscape=True)
    title = find(lines, "Số liệu truyền thông của các đơn vị")
    unit = find(lines, "Đơn vị tính: cuộc")
    note = find(lines, "Số liệu tính đến hết ngày chốt")
    assert (title.font, title.size) == (BOLD, 13)
    assert unit.font == "LiberationSerif-Italic"
    assert unit.x1 / MM == pytest.approx(297 - 15, abs=0.2)
    top, bottom = max(each.y1 for each in shapes), min(each.y0 for each in shapes)
    assert title.y > unit.y > top > bottom > note.y


def test_a_table_of_fourteen_columns_fits_a_landscape_page() -> None:
    lines, shapes = pages_of(a_wide_table(24), landscape=True)
    assert min(each.x0 for each in shapes) / MM >= 29.5
    assert max(each.x1 for each in shapes) / MM <= 297 - 15 + 0.5
    assert {f"({place})" for place in range(1, 15)} <= {line.text for line in lines}
    assert find(lines, "1.350.000.000").font == BOLD
    assert min(line.size for line in lines) >= 9


def test_the_heading_comes_again_on_every_page_with_its_numbers() -> None:
    lines, _ = pages_of(a_wide_table(36), landscape=True)
    pages = {line.page for line in lines}
    assert len(pages) > 2
    for text in ("Truyền thanh", "Chia theo ngôn ngữ", "(14)"):
        found = [line.page for line in lines if line.text == text]
        assert found == sorted(pages)


def test_merged_headings_stand_over_the_middle_of_their_columns() -> None:
    lines, _ = pages_of(a_targets_table())
    above = find(lines, "Kết quả trong kỳ")
    first, last = find(lines, "Tử số"), find(lines, "(%)")
    assert first.y < above.y
    assert first.x0 < above.middle < last.x1
    assert find(lines, "Mẫu").middle == pytest.approx(above.middle, abs=1)


def test_numbers_end_on_one_edge_and_text_starts_on_one() -> None:
    lines, _ = pages_of(a_data_table(8))
    money = [line for line in lines if line.text.endswith("0.000")]
    assert len(money) == 8
    assert max(line.x1 for line in money) - min(line.x1 for line in money) < 0.1
    names = [line for line in lines if line.text.startswith("Hội nghị")]
    assert len(names) == 8
    assert len({round(line.x0, 1) for line in names}) == 1
    days = [line.middle for line in lines if line.text.endswith("/2024")]
    assert max(days) - min(days) < 0.1


def test_totals_and_groups_are_bold() -> None:
    lines, _ = pages_of(a_targets_table())
    for text in ("Cộng", "1.361", "Tập huấn, bồi dưỡng"):
        assert find(lines, text).font == BOLD
    assert find(lines, "1.204").font == "LiberationSerif"


def test_a_group_runs_over_the_columns_it_leaves_blank() -> None:
    group = "Nhóm chỉ tiêu về tập huấn, bồi dưỡng, cập nhật kiến thức cho cán bộ"
    content = a_targets_table()
    row = Row(values=(group, *[None] * 6), kind=RowKind.GROUP)
    lines, _ = pages_of(replace(content, rows=(row, *content.rows)))
    line = find(lines, group)
    assert line.x0 / MM == pytest.approx(30 + 3 / MM, abs=0.3)


def test_nothing_is_printed_for_none() -> None:
    lines, _ = pages_of(a_targets_table())
    assert not [line for line in lines if "None" in line.text]
    empty = find(lines, "Tỷ lệ thôn, làng")
    row = [line.text for line in lines if abs(line.y - empty.y) < 16]
    assert set(row) == {
        "4",
        "Tỷ lệ thôn, làng có hệ thống truyền",
        "thanh phát chuyên mục",
        "Thôn",
        "Chưa đủ",
        "số liệu",
    }


def test_no_row_is_torn_between_pages_and_no_letter_leaves_its_cell() -> None:
    lines, shapes = pages_of(a_data_table(60))
    cells = [shape for shape in shapes if shape.height < 100]
    for line in lines:
        if line.size > 12 or line.font == "LiberationSerif-Italic":
            continue
        around = [
            cell
            for cell in cells
            if cell.page == line.page and cell.y0 < line.y < cell.y1
        ]
        assert len(around) == 1, line
        assert around[0].y0 < line.y - 0.2 * line.size
        assert around[0].y1 > line.y + 0.7 * line.size


def test_a_row_taller_than_a_page_is_cut_between_lines() -> None:
    words = [f"chữ{place}" for place in range(1500)]
    lines, _ = pages_of(one_column(" ".join(words)))
    text = " ".join(line.text for line in lines)
    assert [word for word in text.split() if word.startswith("chữ")] == words
    pages = {line.page for line in lines}
    assert len(pages) > 1
    headings = [line.page for line in lines if line.text == "Nội dung"]
    assert headings == sorted(pages)


def test_a_word_wider_than_the_page_is_cut_and_kept() -> None:
    lines, _ = pages_of(one_column("x" * 400))
    assert "".join(line.text for line in lines if set(line.text) == {"x"}) == "x" * 400


def test_a_long_text_gets_width_from_columns_of_short_texts() -> None:
    """Pages were wasted on a column of one word a line beside an empty one."""
    columns = (
        Column(heading=("Đơn vị",), weight=10),
        Column(heading=("Kết quả thực hiện",), weight=10),
        Column(heading=("Ghi chú",), weight=10),
    )
    prose = "Tổ chức hội nghị, tập huấn, tuyên truyền lưu động trên địa bàn. " * 12
    rows = tuple(Row(values=("Huyện", prose, None)) for _ in range(6))
    content = Table(code="t", title="", sheet="t", columns=columns, rows=rows)
    height = sum(strip.height for strip in table(content, 468, 728))
    lines = fonts.wrap(prose.strip(), fonts.REGULAR, 11, 468 / 3 - 6)
    assert height < 0.75 * 6 * len(lines) * 11 * 1.22, "a third of the width each"
    printed, _ = pages_of(content)
    longest = max(line.width for line in printed if "hội nghị" in line.text)
    assert longest > 468 / 3 * 1.4


def test_a_first_row_too_tall_for_its_page_starts_under_the_heading() -> None:
    """The heading of an annex and of its table never stand there alone."""
    words = " ".join(f"chữ{place}" for place in range(420))
    lines, _ = pages_of(one_column(words, words), landscape=True)
    first = [line.text for line in lines if line.page == 1]
    assert "Nội dung" in first
    assert any(text.startswith("chữ0 ") for text in first)


def test_the_last_row_goes_along_with_its_total() -> None:
    for rows in range(12, 40):
        content = a_data_table(rows)
        total = Row(values=(None, None, "Tổng cộng", None, 1, 1, 1), kind=RowKind.TOTAL)
        strips = table(replace(content, rows=(*content.rows, total)), 468, 728)
        assert strips[-2].bound
        assert not strips[-1].bound


def test_a_group_is_bound_to_its_first_row() -> None:
    content = replace(a_targets_table(), notes=(), title="")
    bound = [strip.bound for strip in table(content, 468, 728)]
    # space, heading, group, row, row, group, row, row before the total, total
    assert bound == [True, True, True, False, False, True, False, True, False]


def test_the_last_row_of_a_table_has_company_on_its_page() -> None:
    for rows in range(24, 40):
        lines, _ = pages_of(a_data_table(rows))
        numbers = [line for line in lines if line.text.isdigit()]
        last = max(line.page for line in lines)
        ordinals = {str(rows - 1), str(rows)}
        found = {n.text for n in numbers if n.page == last and n.x0 < 40 * MM}
        assert ordinals <= found


def test_the_first_row_of_a_table_has_company_below_its_heading() -> None:
    strips = table(one_column("một", "hai", "ba", "bốn", "năm"), 468, 728)
    # title, space, heading, five rows
    bound = [strip.bound for strip in strips]
    assert bound == [True, True, True, True, False, False, True, False]
    alone = table(one_column("một"), 468, 728)
    assert [strip.bound for strip in alone] == [True, True, True, False]


def test_a_tall_first_row_may_stand_alone_below_the_heading() -> None:
    strips = table(one_column("chữ " * 900, "chữ", "chữ", "chữ"), 468, 728)
    assert [strip.bound for strip in strips[3:]] == [False, False, True, False]


def test_rows_too_tall_to_look_lost_may_part() -> None:
    strips = table(one_column("chữ", "chữ " * 900, "chữ"), 468, 728)
    assert [strip.bound for strip in strips[-2:]] == [False, False]


def test_a_yes_or_no_is_printed_in_words() -> None:
    content = Table(
        code="t",
        title="",
        sheet="t",
        columns=(Column(heading=("Lồng ghép",), type=ColumnType.ORDINAL),),
        rows=(Row(values=(True,)), Row(values=(False,))),
    )
    lines, _ = pages_of(content)
    assert [line.text for line in lines if line.size == 12][1:] == ["Có", "Không"]
