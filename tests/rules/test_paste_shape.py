"""A block lies on what is selected as spreadsheets lay it."""

import pytest

from desktop.rules.clip_table import Rows
from desktop.rules.paste_shape import spread

ONE: Rows = (("a",),)
TWO: Rows = (("a", "b"), ("c", "d"))


@pytest.mark.parametrize(
    ("block", "height", "width", "laid"),
    [
        (ONE, 2, 3, (("a",) * 3,) * 2),
        (TWO, 1, 1, TWO),
        (TWO, 4, 2, TWO * 2),
        (TWO, 2, 4, (("a", "b", "a", "b"), ("c", "d", "c", "d"))),
        (TWO, 3, 2, TWO),
        (TWO, 1, 4, TWO),
        ((), 2, 2, ()),
    ],
)
def test_it_fills_repeats_or_lies_once(
    block: Rows, height: int, width: int, laid: Rows
) -> None:
    assert spread(block, height, width) == laid
