"""Fills: a format is cloned and differs in its fill alone."""

from typing import Any

import pytest
from lxml import etree

from desktop.files.forms.marks.fills import EMPTY, Fills
from desktop.files.forms.marks.grades import COLOURS
from desktop.files.forms.marks.sheet_cells import MAIN

FAULT, DOUBT, _ = COLOURS


def test_each_colour_and_look_is_made_once() -> None:
    root: Any = etree.fromstring(EMPTY)
    fills = Fills(root)
    made = [fills.coloured(0, one) for one in (FAULT, FAULT, DOUBT)]
    assert made == [1, 1, 2]
    assert root.find(f"{MAIN}fills").get("count") == "4"
    assert root.find(f"{MAIN}cellXfs").get("count") == "3"
    colours = [one.get("rgb") for one in root.iter(f"{MAIN}fgColor")]
    assert colours == [FAULT, DOUBT]


def test_the_clone_keeps_font_border_and_protection() -> None:
    text = EMPTY.replace(
        b"</cellXfs>",
        b'<xf numFmtId="14" fontId="3" fillId="1" borderId="2" xfId="0" '
        b'quotePrefix="1"><protection locked="0"/></xf></cellXfs>',
    )
    root: Any = etree.fromstring(text)
    number = Fills(root).coloured(1, FAULT)
    made = root.find(f"{MAIN}cellXfs")[number]
    told = {name: made.get(name) for name in ("numFmtId", "fontId", "borderId")}
    assert told == {"numFmtId": "14", "fontId": "3", "borderId": "2"}
    assert (made.get("fillId"), made.get("applyFill")) == ("2", "1")
    assert made.get("quotePrefix") == "1"
    assert made.find(f"{MAIN}protection").get("locked") == "0"


def test_a_look_that_is_not_there_is_taken_for_the_first() -> None:
    fills = Fills(etree.fromstring(EMPTY))
    assert fills.coloured(99, FAULT) == 1


def test_styles_without_formats_are_refused() -> None:
    with pytest.raises(ValueError, match="styles"):
        Fills(etree.fromstring(f'<styleSheet xmlns="{MAIN[1:-1]}"/>'))
