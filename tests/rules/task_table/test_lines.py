"""Rows become tasks and groups; what a page broke is put together and told."""

from desktop.rules.grid import Cell, Grid, GridRow
from desktop.rules.task_table.headings import find_headings
from desktop.rules.task_table.lines import Line, read_lines
from desktop.rules.task_table.words import Role
from tests.rules.task_table.tables import HEADING, WORDS, a_row, lines_of


def codes(line: Line) -> list[str]:
    return [problem.code for problem in line.problems]


def test_a_merged_row_is_a_group() -> None:
    group, task = lines_of("I | [Xây dựng cơ chế]", "1.1 | Lập quy chế | A | B | 2018")
    assert (group.group, group.number, group.text(Role.TEXT)) == (
        True,
        "I",
        "Xây dựng cơ chế",
    )
    assert not task.group
    assert group.text(Role.LEADS) == ""


def test_a_text_repeated_across_is_a_group_too() -> None:
    (group,) = lines_of("2 | Đào tạo | Đào tạo | đào  tạo | Đào tạo")
    assert (group.group, group.text(Role.TEXT), group.text(Role.TIME)) == (
        True,
        "Đào tạo",
        "",
    )


def test_a_row_merged_with_its_number_gives_it_back() -> None:
    heading = a_row(HEADING, 1)
    cells = (Cell(text="II. Đào tạo", block=7),) * 5
    grid = Grid(rows=(heading, GridRow(number=2, cells=cells)))
    headings = find_headings(grid, WORDS)
    assert headings is not None
    (group,) = read_lines(grid, headings)
    assert (group.number, group.text(Role.TEXT)) == ("II", "Đào tạo")


def test_a_plain_row_heads_the_numbers_that_begin_with_its_own() -> None:
    one, two = lines_of("1 | Tuyên truyền | | |", "1.1 | Phổ biến | A | B |")
    assert (one.group, two.group) == (True, False)


def test_a_roman_number_or_letters_below_make_a_group() -> None:
    lines = lines_of("IV | Đa dạng | | |", "4 | Sản phẩm | | |", "a) | Phim | A | B |")
    assert [line.group for line in lines] == [True, True, False]


def test_a_row_that_goes_on_on_the_next_page_is_joined_and_told() -> None:
    (line,) = lines_of(
        "1. | của Thủ | UBND các huyện, thị xã, | Sở A, Công | Từ năm 2023 – 2028",
        "",
        "| tướng Chính phủ | thành phố | an tỉnh |",
    )
    assert line.text(Role.TEXT) == "của Thủ tướng Chính phủ"
    assert line.text(Role.PARTNERS) == "Sở A, Công\nan tỉnh"
    assert line.rows == (2, 4)
    assert codes(line) == ["row_continued"]
    assert line.problems[0].facts == ("4",)


def test_a_sentence_apart_without_a_number_is_stray() -> None:
    task, stray = lines_of("1 | Tập huấn | A | B | 2018", "", "| Nơi nhận: | | |")
    assert codes(task) == []
    assert codes(stray) == ["row_stray"]
    assert stray.problems[0].blocking


def test_broken_lines_are_joined() -> None:
    (line,) = lines_of("1 | Tổ chức theo dõi,⏎tổng hợp⏎dư luận | A | B | Từ năm⏎2018")
    assert line.text(Role.TEXT) == "Tổ chức theo dõi, tổng hợp dư luận"
    assert line.text(Role.TIME) == "Từ năm 2018"


def test_a_misread_number_is_told() -> None:
    (line,) = lines_of("l.1 | Tập huấn | A | B | 2018")
    assert (line.number, line.printed) == ("1.1", "l.1")
    assert codes(line) == ["number_mended"]


def test_what_is_no_number_is_a_fault() -> None:
    bad, none = lines_of("01/01/2023 | Tập huấn | A | B |", "? | | A | B |")
    assert codes(bad) == ["number_unread"]
    assert "text_missing" in codes(none)


def test_cells_one_with_those_above_are_not_said_twice() -> None:
    heading = a_row(HEADING, 1)
    first = [Cell(text="1", block=1), Cell(text="Phần một"), Cell(text="A", block=2)]
    below = [Cell(text="1", block=1), Cell(text="phần hai"), Cell(text="A", block=2)]
    rows = (GridRow(number=n, cells=tuple(c)) for n, c in ((2, first), (3, below)))
    grid = Grid(rows=(heading, *rows))
    headings = find_headings(grid, WORDS)
    assert headings is not None
    (line,) = read_lines(grid, headings)
    assert line.text(Role.TEXT) == "Phần một phần hai"
    assert line.text(Role.LEADS) == "A"


def test_a_lead_merged_over_two_tasks_leads_both() -> None:
    heading = a_row(HEADING, 1)
    made = [
        GridRow(
            number=n,
            cells=(Cell(text=str(n)), Cell(text=f"Việc {n}"), Cell(text="A", block=9)),
        )
        for n in (2, 3)
    ]
    grid = Grid(rows=(heading, *made))
    headings = find_headings(grid, WORDS)
    assert headings is not None
    assert [one.text(Role.LEADS) for one in read_lines(grid, headings)] == ["A", "A"]


def test_a_formula_and_a_hidden_row_are_told() -> None:
    cells = (Cell(text="1"), Cell(text="Việc"), Cell(fault="formula"))
    hidden = GridRow(number=2, cells=cells, hidden=True)
    grid = Grid(rows=(a_row(HEADING, 1), hidden))
    headings = find_headings(grid, WORDS)
    assert headings is not None
    (line,) = read_lines(grid, headings)
    told = {problem.code: problem.blocking for problem in line.problems}
    assert told == {"formula": True, "row_hidden": False}


def test_without_a_column_of_numbers_each_text_is_a_task() -> None:
    lines = lines_of("Việc một | A", "Việc hai | B", heading="Nội dung | Chủ trì")
    assert [line.text(Role.TEXT) for line in lines] == ["Việc một", "Việc hai"]
    assert [codes(line) for line in lines] == [[], []]
