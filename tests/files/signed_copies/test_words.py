"""Words are read with their places, and put into lines as they are seen."""

import pytest

from desktop.files.signed_copies.words import in_lines, words_of
from tests.files.signed_copies.printed import BODY, HEAD, printed


def test_words_are_read_page_by_page_with_their_places() -> None:
    first, second = words_of(printed(HEAD, BODY))
    assert [one.text for one in second] == ["Tổng", "số", "hoạt", "động:", "12"]
    total = second[-1]
    assert total.within((200, 590, 240, 620)) or total.x0 > 80
    assert 595 < total.y0 < total.y1 < 615
    assert first[0].text == "Số:"


def test_lines_are_read_from_left_to_right_whatever_was_drawn_first() -> None:
    (page,) = words_of(printed([*reversed(HEAD), ("dưới", 80, 760)]))
    first, second = in_lines(page)
    assert [one.text for one in first] == [
        "Số:",
        "/BC-VHTT",
        "ngày",
        "tháng",
        "năm",
        "2024",
    ]
    assert [one.text for one in second] == ["dưới"]


def test_what_is_no_pdf_is_not_read() -> None:
    with pytest.raises(ValueError, match="pdf"):
        words_of(b"%PDF-1.7 garbage")
