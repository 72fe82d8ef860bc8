"""Rows of a marked copy are the same rows, whatever keys stand beside them now."""

from dataclasses import replace

from desktop.records.arrival import CellFault
from desktop.records.form import FormContent
from desktop.rules.forms.answering import answer, asked, stood
from desktop.rules.forms.moved_rows import rows_again
from desktop.rules.forms.slots import Held, Slot

SHEET = "Tập huấn"
ROWS = {"a": ("Lớp 1", "12 buổi"), "b": ("Lớp 2", "20"), "c": ("Lớp 3", "ba")}


def held(*rows: tuple[str, tuple[str, str]]) -> dict[Slot, Held]:
    """Return rows below one another, each with the key that stands beside it."""
    return {
        (SHEET, key, field): Held(sheet=SHEET, cell=f"{at}{line}", label="", text=text)
        for line, (key, texts) in enumerate(rows, 5)
        for field, at, text in zip(("title", "people"), "AB", texts, strict=True)
    }


SENT = held(*ROWS.items())


def fault(cell: str) -> CellFault:
    return CellFault(sheet=SHEET, cell=cell, label="", code="number_not_number")


MARKED = FormContent(
    layout="09a",
    layout_version=1,
    summary="Tổng hợp",
    totals=(),
    sheets=(),
    asked=asked([fault("B5"), fault("B7")], SENT),
    stood=stood(SENT),
)


def test_rows_in_their_places_keep_their_keys() -> None:
    assert rows_again(MARKED, SENT) == SENT


def test_sorted_without_their_keys_one_is_mended_and_one_open() -> None:
    turned = held(("a", ROWS["c"]), ("b", ("Lớp 1", "12")), ("c", ROWS["b"]))
    found = answer(MARKED, turned, [fault("B5")])
    assert found.reason == ("answered", "1", "1", "0")
    assert [one.row for one in found.open] == ["c"]


def test_of_a_row_that_moved_only_what_was_changed_is_named() -> None:
    turned = held(("a", ROWS["b"]), ("b", ("Lớp 3", "3")), ("c", ("Lớp 1", "12")))
    assert answer(MARKED, turned, []).reason == ("answered", "2", "0", "0")
    turned = held(("a", ROWS["c"]), ("b", ("Lớp 1", "12")), ("c", ("Lớp 2", "25")))
    found = answer(MARKED, turned, [fault("B5")])
    assert found.reason == ("answered", "1", "1", "1")
    (one,) = found.unasked
    assert (one.cell, one.before, one.after) == ("B7", "20", "25")


def test_a_row_like_none_is_a_new_one() -> None:
    turned = held(("a", ("Khác", "1")), ("b", ROWS["a"]), ("c", ROWS["c"]))
    found = answer(MARKED, turned, [fault("B6"), fault("B7")])
    told = [(one.cell, one.after) for one in found.unasked if one.after]
    assert told == [("A5", "Khác"), ("B5", "1")]


def test_totals_are_no_rows() -> None:
    total = {("Tổng hợp", "", "x"): replace(SENT[SHEET, "a", "title"], text="3")}
    assert rows_again(MARKED, total) == total
