"""One cell: its text, its kind, why not to trust it."""

import pytest

from desktop.files.foreign import formats
from desktop.files.foreign.cells import Book, FoundCell, RawCell
from desktop.files.foreign.formats import Form
from desktop.files.foreign.styles import Style

BOOK = Book(
    strings=["a", "", (("x", ""), ("y", "Arial")), (("x", ""), ("y", ".VnTime"))],
    styles=[Style(), Style(".VnTime", bold=True), Style(form=Form(formats.DAY))],
)


def found(text: str, kind: str = "", fault: str = "") -> FoundCell:
    return FoundCell(text, (kind, "", False, fault))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (RawCell(), None),
        (RawCell(value=""), None),
        (RawCell(value="5"), found("5", "number")),
        (RawCell(style=2, value="45413"), found("01/05/2024", "day")),
        (RawCell(style=9, value="5"), found("5", "number")),
        (RawCell(style=-1, value="5"), found("5", "number")),
        (RawCell(type="s", value="0"), found("a")),
        (RawCell(type="s", value="1"), None),
        (RawCell(type="s"), None),
        (RawCell(type="str", value="x", formula=True), found("x")),
        (RawCell(type="str", value="", formula=True), None),
        (RawCell(type="str", formula=True), found("", fault="formula")),
        (RawCell(value="", formula=True), found("", fault="formula")),
        (RawCell(type="e", value="#N/A"), found("#N/A", fault="error_value")),
        (RawCell(type="b", value="0"), found("FALSE", "flag")),
        (RawCell(type="d", value="2024-05-01"), found("01/05/2024", "day")),
        (RawCell(type="inlineStr", inline="x"), found("x")),
        (RawCell(type="inlineStr", inline=""), None),
        (RawCell(type="inlineStr"), None),
        (RawCell(type="unheard", value="x"), found("x")),
    ],
)
def test_a_cell_is_what_its_type_says(raw: RawCell, told: FoundCell | None) -> None:
    assert BOOK.read(raw) == told


def test_runs_of_one_font_are_one_text_and_of_several_stay_apart() -> None:
    alone = BOOK.read(RawCell(style=1, type="s", value="3"))
    assert alone == FoundCell("xy", ("", ".VnTime", True, ""))
    apart = BOOK.read(RawCell(style=1, type="s", value="2"))
    assert apart == FoundCell(
        "xy", ("", "", True, ""), (("x", ".VnTime"), ("y", "Arial"))
    )


@pytest.mark.parametrize(
    "raw",
    [RawCell(type="s", value="x"), RawCell(value="x"), RawCell(type="d", value="x")],
)
def test_what_does_not_hold_what_it_says_is_damage(raw: RawCell) -> None:
    with pytest.raises(ValueError, match=r"x"):
        BOOK.read(raw)


@pytest.mark.parametrize("place", ["9", "-5"])
def test_a_text_that_is_not_there_is_damage(place: str) -> None:
    with pytest.raises(IndexError):
        BOOK.read(RawCell(type="s", value=place))
