"""Sharing the width of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files import fonts
from desktop.files.pdf.widths import (
    PAD,
    column_widths,
    least_widths,
    squeezed_widths,
    widest_words,
)
from desktop.records.report import Column, ColumnType

WORDS = st.lists(
    st.text(alphabet="abcnmđăễ 1234.", max_size=12), min_size=4, max_size=4
)
COLUMNS = [
    Column(heading=("TT",), type=ColumnType.ORDINAL, weight=4),
    Column(heading=("Tên hoạt động",), weight=30),
    Column(heading=("Kinh phí (đồng)",), type=ColumnType.MONEY, weight=10),
    Column(heading=("Ghi chú",), weight=10),
]


@given(rows=st.lists(WORDS, max_size=8), room=st.floats(200, 700))
def test_widths_fill_the_room_and_cut_no_word(
    rows: list[list[str]], room: float
) -> None:
    texts = [[fonts.clean(text) for text in row] for row in rows]
    widths = column_widths(COLUMNS, widest_words(COLUMNS, texts), room, 12)
    if widths is None:
        assert sum(least_widths(widest_words(COLUMNS, texts), 12)) > room
        return
    assert sum(widths) == pytest.approx(room)
    for row in texts:
        for text, width in zip(row, widths, strict=True):
            for word in text.split(" "):
                assert fonts.width(word, fonts.BOLD, 12) + 2 * PAD <= width + 1e-6


def test_room_is_shared_by_weight_when_words_are_short() -> None:
    columns = [Column(heading=("a",), weight=weight) for weight in (10, 20, 30)]
    assert column_widths(columns, widest_words(columns, []), 600, 12) == pytest.approx(
        [100, 200, 300]
    )


def test_a_column_too_narrow_for_its_number_takes_from_the_others() -> None:
    texts = [["1", "x", "1.234.567.890.000", "x"]]
    widths = column_widths(COLUMNS, widest_words(COLUMNS, texts), 400, 12)
    assert widths is not None
    number = fonts.width("1.234.567.890.000", fonts.BOLD, 12) + 2 * PAD
    assert widths[2] == pytest.approx(number, abs=0.1)
    assert widths[2] > 400 * 10 / 54
    assert sum(widths) == pytest.approx(400)


def test_words_are_squeezed_before_numbers() -> None:
    texts = [["1", "x" * 100, "1.234.567.890", "y"]]
    words = widest_words(COLUMNS, texts)
    assert column_widths(COLUMNS, words, 300, 7) is None
    widths = squeezed_widths(COLUMNS, words, 300, 7)
    assert sum(widths) == pytest.approx(300)
    least = least_widths(words, 7)
    assert widths[2] == pytest.approx(least[2])
    assert widths[1] < least[1]


def test_numbers_too_wide_for_the_page_are_squeezed_alike() -> None:
    columns = [Column(heading=("a",), type=ColumnType.MONEY)] * 3
    widths = squeezed_widths(columns, widest_words(columns, [["9" * 60] * 3]), 300, 7)
    assert widths == pytest.approx([100, 100, 100])


def test_room_is_kept_behind_figures_but_not_behind_headings() -> None:
    columns = [Column(heading=("Số lượng",)), Column(heading=("a",))]
    words = widest_words(columns, [["1.234", "1.234"]])
    bare = least_widths(words, 12)
    tailed = least_widths(words, 12, [10, 10])
    assert tailed[0] - bare[0] == pytest.approx(
        max(0, fonts.width("1.234", fonts.BOLD, 12) + 10 + 2 * PAD + 0.01 - bare[0])
    )
    assert tailed[1] - bare[1] == pytest.approx(10)


def test_a_long_heading_is_given_room_where_there_is_some() -> None:
    heading = "Số lượng tin, bài được đăng tải, phát trên phương tiện thông tin"
    columns = [
        Column(heading=("Đơn vị",), weight=60),
        Column(heading=(heading,), type=ColumnType.INTEGER, weight=5),
    ]
    words = widest_words(columns, [["Huyện", "12"]])
    widths = column_widths(columns, words, 468, 12)
    assert widths is not None
    lines = fonts.wrap(heading, fonts.BOLD, 12, widths[1] - 2 * PAD)
    assert len(lines) <= 6
    assert widths[1] > 468 * 5 / 65
    tight = column_widths(columns, words, sum(least_widths(words, 12)), 12)
    assert tight == pytest.approx(least_widths(words, 12)), "no room, no favours"


def test_columns_of_text_share_by_weight_and_by_length() -> None:
    columns = [Column(heading=("a",)), Column(heading=("b",)), Column(heading=("c",))]
    texts = [["từ " * 30, "từ " * 10, ""]]
    cleaned = [[fonts.clean(text) for text in row] for row in texts]
    widths = column_widths(columns, widest_words(columns, cleaned), 300, 12)
    assert widths == pytest.approx([162.5, 87.5, 50], abs=0.5)
    assert sum(widths or []) == pytest.approx(300)
