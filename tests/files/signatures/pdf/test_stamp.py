"""What is seen of a signature fits its field, on nothing."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from desktop.files import fonts
from desktop.files.signatures.pdf import stamp
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import Room
from desktop.files.signatures.pdf.pictures import Picture, read_picture
from tests.files.pdf_reader import MM
from tests.files.signatures.handwriting import a_seal, a_signature, written

LINES = ("Ký bởi", "Nguyễn Thị Ánh Nguyệt", "2026-06-01T09:15:30+07:00")


MARK = "KÝ THỬ - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


def room(
    width: float, height: float, text: float | None = None, edge: float | None = None
) -> Room:
    return Room(width=width, height=height, text=text or width, edge=edge or width)


def drawn(size: tuple[float, float], *lines: str) -> bytes:
    return stamp.draw(room(*size), Appearance(lines=lines or LINES))


@pytest.fixture
def signature(tmp_path: Path) -> Picture:
    return read_picture(written(tmp_path, a_signature()))


@pytest.fixture
def seal(tmp_path: Path) -> Picture:
    return read_picture(written(tmp_path, a_seal()), 36.0)


def ink(data: bytes, colour: str) -> tuple[float, float, float, float]:
    """Return where a page is mostly red or blue, in points from its lower left."""
    page = pypdfium2.PdfDocument(data)[0]
    picture = page.render(scale=4).to_pil().convert("RGB")
    red, _, blue = picture.split()
    more, less = (red, blue) if colour == "red" else (blue, red)
    found = ImageChops.subtract(more, less).point(lambda depth: 255 * (depth > 60))
    left, top, right, bottom = found.getbbox() or (0, 0, 0, 0)
    height = picture.height
    return left / 4, (height - bottom) / 4, right / 4, (height - top) / 4


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
    data = drawn(size)
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
    (left, _, right, _) = boxes(drawn((300, 100), LINES[1]))[0]
    expected = fonts.width(LINES[1], fonts.REGULAR, stamp.LARGEST)
    assert right - left == pytest.approx(expected, rel=0.05)


def test_a_long_name_is_broken_between_words() -> None:
    data = drawn((100, 70), "Nguyễn Thị Ánh Nguyệt " * 3)
    found = texts(data)
    assert len(found) > 1
    assert " ".join(found).split() == ("Nguyễn Thị Ánh Nguyệt " * 3).split()


def test_a_word_too_long_for_the_field_is_made_smaller_before_it_is_cut() -> None:
    assert texts(drawn((100, 70), LINES[2])) == [LINES[2]]
    assert texts(drawn((60, 70), "z" * 24)) == ["z" * 24]


def test_a_time_is_broken_behind_its_day_before_it_gets_too_small_to_read() -> None:
    data = drawn((76, 115), *LINES)
    assert texts(data)[-2:] == ["2026-06-01T", "09:15:30+07:00"]
    assert max(top - bottom for _, bottom, _, top in boxes(data)) > 6


def test_what_cannot_fit_at_all_is_left_out_rather_than_run_over() -> None:
    data = drawn((60, 12), *"abcdefgh")
    assert len(texts(data)) <= 2
    assert all(bottom >= 0 for _, bottom, _, _ in boxes(data))


def test_nothing_is_painted_behind_the_letters() -> None:
    with pikepdf.open(BytesIO(drawn((130, 70)))) as document:
        painted = {str(one.operator) for one in pikepdf.parse_content_stream(
            document.pages[0]
        )}  # fmt: skip
    assert not painted & {"re", "f", "f*", "B", "S", "Do", "sh"}
    assert "Tj" in painted


def test_only_embedded_type_is_used() -> None:
    with pikepdf.open(BytesIO(drawn((130, 70)))) as document:
        used = document.pages[0].Resources.Font
        names = [str(one.BaseFont) for one in used.values()]
        assert all(
            "FontFile2" in str(one.FontDescriptor.keys()) for one in used.values()
        )
    assert names
    assert all(name.endswith("LiberationSerif") for name in names)


def test_no_lines_are_a_blank_page() -> None:
    assert texts(stamp.draw(room(130, 70), Appearance())) == [""]


def test_text_is_never_larger_than_the_decree_s_ten_points() -> None:
    with pikepdf.open(BytesIO(drawn((500, 300)))) as document:
        sizes = {
            float(one.operands[1])
            for one in pikepdf.parse_content_stream(document.pages[0])
            if str(one.operator) == "Tf"
        }
    assert sizes == {10.0}


def test_a_signature_s_picture_fills_its_place_and_stands_in_the_middle(
    signature: Picture,
) -> None:
    seen = Appearance(lines=LINES, picture=signature)
    left, low, right, high = ink(stamp.draw(room(128, 79), seen), "blue")
    assert (left, right) == pytest.approx((0, 128), abs=1)
    assert (low + high) / 2 == pytest.approx(79 / 2, abs=1)
    across, down = signature.pixels
    assert (right - left) / (high - low) == pytest.approx(across / down, rel=0.03)


@pytest.mark.parametrize("edge", [119.0, 130.0])
def test_a_seal_has_its_real_size_and_ends_at_the_edge(
    seal: Picture, edge: float
) -> None:
    seen = Appearance(lines=LINES, picture=seal)
    data = stamp.draw(room(140, 119, edge=edge), seen)
    left, low, right, high = ink(data, "red")
    assert (right - left) / MM == pytest.approx(36, abs=0.3)
    assert (high - low) / MM == pytest.approx(36, abs=0.3)
    assert right == pytest.approx(edge, abs=0.5)


def test_the_largest_seal_keeps_its_rim_in_a_field_cut_to_whole_points(
    tmp_path: Path,
) -> None:
    largest = read_picture(written(tmp_path, a_seal()), 42.0)
    seen = Appearance(lines=LINES, picture=largest)
    left, _, right, _ = ink(stamp.draw(room(140, 119, edge=118.2), seen), "red")
    assert right - left == pytest.approx(42 * MM, abs=0.3)


def test_beside_a_picture_the_lines_are_found_but_not_seen(signature: Picture) -> None:
    data = stamp.draw(room(128, 79), Appearance(lines=LINES, picture=signature))
    assert texts(data) == list(LINES)
    bare = stamp.draw(room(128, 79), Appearance(picture=signature))
    drawings = [
        pypdfium2.PdfDocument(one)[0].render(scale=2).to_pil() for one in (data, bare)
    ]
    assert ImageChops.difference(*drawings).getbbox() is None


def test_the_mark_is_seen_over_a_picture_and_before_the_name(seal: Picture) -> None:
    seen = Appearance(lines=LINES, picture=seal, mark=MARK)
    data = stamp.draw(room(140, 119, text=76), seen)
    words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert MARK in " ".join(words.split())
    page = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("L")
    dark = page.point(lambda depth: 255 * (depth < 60))
    left, _, right, _ = dark.getbbox() or (0, 0, 0, 0)
    assert 40 < (right - left) / 4 <= 76, "beside the other field's text"
    plain = texts(stamp.draw(room(128, 79), Appearance(lines=LINES, mark=MARK)))
    assert " ".join(plain).startswith(MARK)


def test_text_keeps_out_of_another_field(seal: Picture) -> None:
    data = stamp.draw(room(140, 119, text=76), Appearance(lines=LINES))
    assert max(right for _, _, right, _ in boxes(data)) <= 76


def test_in_the_corner_lines_start_at_the_upper_left_without_a_picture(
    seal: Picture,
) -> None:
    """Decree 30/2020, Annex I, cell 14: size 10, black, no picture."""
    lines = ("Số: 05/BC-VHTT", "2026-11-20T09:15:30+07:00")
    seen = Appearance(lines=lines, picture=seal, corner=True)
    data = stamp.draw(room(212, 37), seen)
    assert texts(data) == list(lines)
    assert {round(left) for left, _, _, _ in boxes(data)} <= {2, 3}
    assert max(top for _, _, _, top in boxes(data)) > 28
    left, _, right, _ = ink(data, "red")
    assert right - left == 0, "no picture"
