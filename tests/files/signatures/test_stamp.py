"""What is seen of a signature fits its field, on nothing."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from desktop.files import fonts
from desktop.files.signatures import stamp

LINES = ("KÝ THỬ", "Nguyễn Thị Ánh Nguyệt", "2026-06-01T09:15:30+07:00")


def texts(data: bytes) -> list[str]:
    page = pypdfium2.PdfDocument(data)[0]
    text: str = page.get_textpage().get_text_bounded()
    return text.split("\r\n")


def boxes(data: bytes) -> list[tuple[float, float, float, float]]:
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    return [text.get_rect(one) for one in range(text.count_rects())]


@pytest.mark.parametrize("size", [(130.0, 70.0), (113.4, 70.9), (300.0, 40.0)])
def test_the_page_is_as_large_as_the_field_and_all_lines_are_on_it(
    size: tuple[float, float],
) -> None:
    data = stamp.draw(*size, LINES)
    with pikepdf.open(BytesIO(data)) as document:
        found = [float(one) for one in document.pages[0].mediabox]
    assert found == pytest.approx([0, 0, *size])
    assert texts(data) == list(LINES)
    for left, bottom, right, top in boxes(data):
        assert left >= 0
        assert bottom >= 0
        assert right <= size[0]
        assert top <= size[1]


def test_a_line_is_as_wide_as_its_letters_are() -> None:
    (left, _, right, _) = boxes(stamp.draw(300, 100, (LINES[1],)))[0]
    expected = fonts.width(LINES[1], fonts.REGULAR, stamp.LARGEST)
    assert right - left == pytest.approx(expected, rel=0.05)


def test_a_long_name_is_broken_between_words() -> None:
    data = stamp.draw(100, 70, ("Nguyễn Thị Ánh Nguyệt " * 3,))
    found = texts(data)
    assert len(found) > 1
    assert " ".join(found).split() == ("Nguyễn Thị Ánh Nguyệt " * 3).split()


def test_a_word_too_long_for_the_field_is_made_smaller_before_it_is_cut() -> None:
    assert texts(stamp.draw(100, 70, (LINES[2],))) == [LINES[2]]


def test_what_cannot_fit_at_all_is_left_out_rather_than_run_over() -> None:
    data = stamp.draw(60, 12, tuple("abcdefgh"))
    assert len(texts(data)) <= 2
    assert all(bottom >= 0 for _, bottom, _, _ in boxes(data))


def test_nothing_is_painted_behind_the_letters() -> None:
    with pikepdf.open(BytesIO(stamp.draw(130, 70, LINES))) as document:
        painted = {str(one.operator) for one in pikepdf.parse_content_stream(
            document.pages[0]
        )}  # fmt: skip
    assert not painted & {"re", "f", "f*", "B", "S", "Do", "sh"}
    assert "Tj" in painted


def test_only_embedded_type_is_used() -> None:
    with pikepdf.open(BytesIO(stamp.draw(130, 70, LINES))) as document:
        used = document.pages[0].Resources.Font
        names = [str(one.BaseFont) for one in used.values()]
        assert all(
            "FontFile2" in str(one.FontDescriptor.keys()) for one in used.values()
        )
    assert names
    assert all(name.endswith("LiberationSerif") for name in names)


def test_no_lines_are_a_blank_page() -> None:
    assert texts(stamp.draw(130, 70, ())) == [""]
