"""Shifting width between columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files import fonts
from desktop.files.pdf.lowering import lowered
from desktop.files.pdf.widths import PAD
from desktop.records.report import Column, ColumnType

NAMES = [f"Ủy ban nhân dân xã Ngọk Réo, thôn {place}" for place in range(1, 7)]
TEXT = Column(heading=("Đơn vị",))
FIGURE = Column(heading=("Số cuộc",), type=ColumnType.INTEGER)
SIZE = 10.0


def lines(text: str, width: float) -> int:
    return len(fonts.wrap(text, fonts.REGULAR, SIZE, width - 2 * PAD))


def test_wide_figures_give_until_names_stand_on_one_line() -> None:
    texts = [[name, "0", "0"] for name in NAMES]
    columns = (TEXT, FIGURE, FIGURE)
    found = lowered(columns, [120, 120, 120], [60, 45, 45], texts, SIZE)
    assert [lines(name, 120) for name in NAMES] == [2] * 6
    assert [lines(name, found[0]) for name in NAMES] == [1] * 6
    assert sum(found) == pytest.approx(360)
    assert min(found[1:]) >= 45


def test_a_column_of_few_texts_gives_to_one_of_many() -> None:
    long = " ".join(NAMES)
    texts = [[long, ""], [long, ""], [long, ""], [long, "một đơn vị phối hợp"]]
    found = lowered((TEXT, TEXT), [150, 350], [60, 60], texts, SIZE)
    assert found[0] > 300
    assert lines(long, found[0]) <= lines(long, 150) / 2


def test_headings_are_not_piled_up_to_save_a_line_of_one_row() -> None:
    tall = Column(
        heading=("Số lượt người tham dự các buổi phổ biến",), type=ColumnType.INTEGER
    )
    width = fonts.width(NAMES[0], fonts.REGULAR, SIZE) - 30
    found = lowered((TEXT, tall), [width, 80], [60, 40], [[NAMES[0], "0"]], SIZE)
    assert found == [width, 80]


def test_figures_under_one_heading_stay_alike() -> None:
    under = [
        Column(heading=("Trong kỳ", text), type=ColumnType.INTEGER)
        for text in ("Tử số", "Mẫu số")
    ]
    texts = [[name, "1", "2"] for name in NAMES]
    columns = (TEXT, *under)
    found = lowered(columns, [140, 100, 70], [60, 45, 45], texts, SIZE)
    assert found[0] > 140
    assert found[1] == pytest.approx(found[2])


def test_a_table_without_texts_to_break_is_left_alone() -> None:
    widths = [90.0, 150.0]
    texts = [["1.234", ""], ["12", "x"]]
    assert lowered((FIGURE, FIGURE), widths, [10, 10], texts, SIZE) == widths
    assert lowered((FIGURE, FIGURE), widths, [10, 10], [], SIZE) == widths


TEXTS = st.lists(
    st.lists(st.text(alphabet="ab đ\n", max_size=60), min_size=3, max_size=3),
    max_size=6,
)


@given(texts=TEXTS, wide=st.lists(st.floats(50, 250), min_size=3, max_size=3))
def test_the_room_is_kept_and_no_column_gives_below_its_floor(
    texts: list[list[str]], wide: list[float]
) -> None:
    found = lowered((TEXT, TEXT, FIGURE), wide, [50, 50, 50], texts, SIZE)
    assert sum(found) == pytest.approx(sum(wide))
    assert min(found) >= 50
