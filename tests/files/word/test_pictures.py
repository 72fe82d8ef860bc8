"""Charts are the printed page's own, told in words to who cannot see them."""

from io import BytesIO
from typing import Any

from PIL import Image

from desktop.files.word.pictures import picture, told
from desktop.files.word.words import words
from tests.files.report_builder import a_months_chart, a_report, a_targets_chart
from tests.files.word.reading import opened

DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def test_a_picture_is_sharp_grey_and_the_same_twice() -> None:
    drawn, (width, height) = picture(a_targets_chart(), 400.0)
    with Image.open(BytesIO(drawn)) as shown:
        assert shown.mode == "L"
        assert shown.width / width > 2.7  # more than 190 dots to the inch
        assert abs(shown.height / shown.width - height / width) < 0.01
        low, high = shown.getextrema()
        assert (low, high) == (0, 255)
    assert drawn == picture(a_targets_chart(), 400.0)[0]


def test_every_chart_is_there_and_told_in_words() -> None:
    made: Any = opened(a_report(annexes=()))
    descriptions = [one.get("descr") for one in made.element.body.iter(DOCPR)]
    assert len(descriptions) == 2
    assert "77,7% (mục tiêu 100%)" in descriptions[0]
    assert "T6: 31" in descriptions[1]
    assert told(a_months_chart(), words()) == descriptions[1]


def test_no_picture_is_wider_than_the_page() -> None:
    made: Any = opened(a_report(annexes=()))
    section = made.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert all(shape.width <= room + 9525 for shape in made.inline_shapes)


def test_a_chart_of_very_many_bars_fits_one_page() -> None:
    bars = a_targets_chart().bars * 20
    made: Any = opened(a_report(blocks=(a_targets_chart(bars=bars),), annexes=()))
    (shape,) = made.inline_shapes
    assert shape.height.mm < 257
