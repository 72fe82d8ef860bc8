"""The heading of a table is found, misread, repeated, in two rows, or guessed."""

import pytest

from desktop.rules.grid import Cell, Grid, GridRow
from desktop.rules.task_table.headings import find_headings, guess_headings
from desktop.rules.task_table.words import Role
from tests.rules.task_table.tables import HEADING, WORDS, a_grid, a_row

ALL = dict(zip(Role, range(5), strict=True))


@pytest.mark.parametrize(
    "heading",
    [
        HEADING,
        "STT | Tên nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện",
        "STT | TÊN NHIỆM VỤ | CƠ QUAN CHỦ TRÌ | CƠ QUAN PHỐI HỢP | THỜI GIAN",
        "TT | Nội dung | Cơ quan⏎chủ trì | Cơ quan⏎phối hợp | Thời gian⏎thực hiện",
        "TT | Nôi dung | Cơ quan chú tri | Cơ quan phôi hợp | Thơi gian thưc hiện",
        "TT | Nội đung | Co quan chu trl | Cơ quan ph6i hợp | Thòi gian thục hiên",
    ],
)
def test_each_layout_is_known_however_it_was_read(heading: str) -> None:
    found = find_headings(a_grid("1 | Tập huấn | A | B | 2018", heading=heading), WORDS)
    assert found is not None
    assert found.columns == ALL
    assert (found.first, found.missing) == (1, ())


def test_the_layout_without_times_lacks_that_column_only() -> None:
    heading = "STT | Nhiệm vụ, giải pháp | Đơn vị chủ trì | Đơn vị phối hợp thực hiện"
    found = find_headings(a_grid("1 | Tập huấn | A | B", heading=heading), WORDS)
    assert found is not None
    assert found.missing == (Role.TIME,)


def test_titles_above_and_columns_in_another_order_do_not_matter() -> None:
    heading = "Cơ quan chủ trì | STT | Nhiệm vụ"
    grid = a_grid("DANH MỤC CÁC NHIỆM VỤ", "(Kèm theo Kế hoạch)", heading, heading="")
    found = find_headings(grid, WORDS)
    assert found is not None
    assert found.columns == {Role.LEADS: 0, Role.NUMBER: 1, Role.TEXT: 2}
    assert found.first == 3


def test_a_heading_may_take_two_rows() -> None:
    top = "TT | Nội dung | Phân công thực hiện | Phân công thực hiện | Thời gian"
    below = "| | Chủ trì | Phối hợp |"
    found = find_headings(a_grid(top, below, "1 | Tập huấn | A", heading=""), WORDS)
    assert found is not None
    assert found.columns == ALL
    assert found.first == 2


def test_headings_of_later_pages_and_column_numbers_are_skipped() -> None:
    grid = a_grid("(1) | (2) | (3) | (4) | (5)", "1 | Tập huấn | A | |", HEADING)
    found = find_headings(grid, WORDS)
    assert found is not None
    assert found.skipped == {1, 3}


def test_without_a_heading_columns_are_told_by_what_they_hold() -> None:
    rows = (
        "1.1 | Tập huấn bồi dưỡng kiến thức cho cán bộ | Sở A | Sở B | Năm 2018",
        "1.2 | Tổ chức theo dõi, tổng hợp dư luận báo chí | Sở C | Sở D | Hằng năm",
    )
    grid = a_grid(*rows, heading="")
    assert find_headings(grid, WORDS) is None
    guessed = guess_headings(grid, WORDS)
    assert guessed is not None
    assert guessed.columns == ALL
    assert guessed.guessed


def test_a_single_column_tells_nothing() -> None:
    assert guess_headings(a_grid("Kính gửi", "Trân trọng", heading=""), WORDS) is None


def test_a_long_text_with_the_words_of_a_heading_is_none() -> None:
    text = "Nội dung " * 12
    row = GridRow(number=1, cells=(Cell(text=text), Cell(text=text)))
    assert find_headings(Grid(rows=(row, a_row("1 | 2"))), WORDS) is None
