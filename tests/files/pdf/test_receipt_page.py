"""The page of a receipt is one page with all it tells, however long names are."""

import datetime as dt

import pytest

from desktop.files.pdf.receipt_page import draw_receipt
from tests.files.pdf_reader import MM, page_sizes, read_lines, whole_text

AT = dt.datetime(2026, 2, 1, 8, tzinfo=dt.timezone(dt.timedelta(hours=7)))
FACTS = (("Đơn vị gửi", "Phòng Văn hóa và Thông tin"), ("Số mục đã nhận", "1.234"))
LONG = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân " * 20


@pytest.mark.parametrize(
    ("title", "facts"),
    [
        ("Biên nhận của Sở", FACTS),
        (LONG, (("Đơn vị gửi", LONG), ("Mã đối chiếu", "A" * 200), *FACTS)),
    ],
)
def test_it_is_one_page_with_room_around(
    title: str, facts: tuple[tuple[str, str], ...]
) -> None:
    drawn = draw_receipt(title, "TẬP HUẤN", facts, AT)
    assert page_sizes(drawn) == [(210, 297)]
    lines = read_lines(drawn)
    assert min(line.x0 for line in lines) / MM >= 24.9
    assert max(line.x1 for line in lines) / MM <= 185.1
    assert min(line.y for line in lines) / MM >= 25
    assert draw_receipt(title, "TẬP HUẤN", facts, AT) == drawn


def test_each_label_stands_before_its_value() -> None:
    said = whole_text(read_lines(draw_receipt("Biên nhận của Sở", "", FACTS, AT)))
    places = [said.index(one) for fact in FACTS for one in fact]
    assert places == sorted(places)
    assert "TẬP HUẤN" not in said
