"""Lines, rules and frames that are drawn together."""

import io

import pytest
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.block import Block, Stamp
from desktop.files.pdf.text import TITLE
from tests.files.pdf_reader import Line, Shape, find, read_lines, read_shapes


def drawn(block: Block) -> tuple[list[Line], list[Shape]]:
    fonts.register()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(400, 400))
    block.draw(canvas, 50, 350)
    canvas.save()
    return read_lines(written.getvalue()), read_shapes(written.getvalue())


def test_lines_stand_below_one_another_and_the_next_place_is_told() -> None:
    block = Block()
    after = block.write(["Một", "Hai"], TITLE, (10, 20), 200)
    assert after == pytest.approx(20 + 2 * TITLE.leading)
    lines, _ = drawn(block)
    first, second = find(lines, "Một"), find(lines, "Hai")
    assert first.y - second.y == pytest.approx(TITLE.leading, abs=0.1)
    assert first.y == pytest.approx(350 - 20 - TITLE.baseline, abs=0.1)
    assert first.middle == pytest.approx(50 + 10 + 100, abs=0.3)


def test_a_mark_is_raised_behind_the_last_line_only() -> None:
    block = Block()
    block.write(["Một", "Hai\u00a0\u00a0\u00a0"], TITLE, (0, 0), 200, "(1)")
    lines, _ = drawn(block)
    raised, words = find(lines, "(1)"), find(lines, "Hai")
    assert raised.size < words.size
    assert raised.y > words.y + 3
    assert raised.font == fonts.REGULAR


def test_a_rule_stands_in_the_middle_of_its_room() -> None:
    block = Block()
    block.rule((10, 30), 200, 60)
    _, (rule,) = drawn(block)
    assert (rule.x0 + rule.x1) / 2 == pytest.approx(160)
    assert rule.width == pytest.approx(60, abs=2)
    assert (rule.y0 + rule.y1) / 2 == pytest.approx(320)


def test_a_stamp_is_a_frame_of_its_size_with_the_words_in_its_middle() -> None:
    block = Block()
    red = Color(1, 0, 0)
    stamp = Stamp(text="KHẨN", style=TITLE, size=(80, 24), colour=red)
    assert block.stamp(stamp, (0, 40), 200) == 64
    lines, (frame,) = drawn(block)
    words = find(lines, "KHẨN")
    assert (frame.width, frame.height) == pytest.approx((80, 24), abs=2.1)
    assert words.middle == pytest.approx(50 + 100, abs=0.3)
    middle = words.y + words.size * fonts.CAPITAL / 2
    assert middle == pytest.approx((frame.y0 + frame.y1) / 2, abs=0.3)
