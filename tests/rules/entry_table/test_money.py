"""The unit of money is told by a heading, or by a line above."""

import pytest

from desktop.rules.entry_table.money import factor_above, factor_of, is_money
from tests.rules.entry_table.sheets import a_context, a_field, a_grid

WORDS = a_context().words


@pytest.mark.parametrize(
    ("heading", "factor"),
    [
        ("Kinh phí (triệu đồng)", 1_000_000),
        ("Kinh phí (ĐVT: triệu đồng)", 1_000_000),
        ("Kinh phí, triệu đồng", 1_000_000),
        ("Kinh phí – Triệu đồng", 1_000_000),
        ("Kinh phí (tr.đ)", 1_000_000),
        ("Kinh phí (1.000đ)", 1000),
        ("Kinh phí (nghìn đồng)", 1000),
        ("Kinh phí [đồng]", 1),
        ("Kinh phí (tỷ đồng)", 1_000_000_000),
    ],
)
def test_a_heading_tells_its_unit(heading: str, factor: int) -> None:
    assert factor_of(heading, WORDS) == factor


@pytest.mark.parametrize("heading", ["Kinh phí", "Kinh phí (nếu có)", "Trích yếu"])
def test_another_heading_tells_none(heading: str) -> None:
    assert factor_of(heading, WORDS) is None


def test_a_line_above_tells_the_unit_of_all_money() -> None:
    rows = a_grid(("BÁO CÁO",), ("", "Đơn vị tính: triệu đồng")).rows
    assert factor_above(rows, WORDS) == 1_000_000
    assert factor_above(a_grid(("Đơn vị: Phòng",)).rows, WORDS) is None
    assert factor_above((), WORDS) is None


def test_money_is_what_is_counted_in_dong() -> None:
    assert is_money(a_field("spending"))
    assert is_money(a_field("spent", "budget"))
    assert not is_money(a_field("attendance"))
