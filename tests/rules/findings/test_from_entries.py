"""Doubts about single entries."""

from decimal import Decimal
from typing import Any

from desktop.records.finding import Check, Severity
from desktop.records.report import FigureKey
from desktop.rules.findings.from_entries import (
    IMPOSSIBLE,
    Odd,
    bare_tally,
    from_dates,
    from_parts,
    untold_copies,
)

AT = FigureKey(table="table_a", row="total", column="")


def anchor(table: str, kind: str, agency: str, field: str) -> FigureKey:
    return FigureKey(table=table, row=agency or "total", column=field)


def odd(code: str, **changes: Any) -> Odd:
    values: dict[str, Any] = {
        "code": code,
        "table": "activities",
        "row_id": "a",
        "title": "Hội nghị",
        "agency": "xa",
        "register": "conference",
    }
    return Odd(**(values | changes))


def test_a_part_above_its_whole_blocks_and_moves_all_of_it() -> None:
    (made,) = from_parts([odd("people_above", part=40, whole=30)], 1_000, anchor)
    assert made.severity is Severity.ERROR
    assert (made.effect, made.moved, made.unit) == (100, 10, "người")
    assert made.facts == ("40", "30")
    assert (made.where.record, made.where.field) == ("a", "people")


def test_several_audiences_may_be_the_same_people_and_only_want_a_word() -> None:
    (made,) = from_parts([odd("audiences_differ", part=450, whole=300)], 2_000, anchor)
    assert "audiences_differ" not in IMPOSSIBLE
    assert made.severity is Severity.DOUBT
    assert made.effect == Decimal("7.5")
    assert made.at == anchor("activities", "", "xa", "attendance")


def test_totals_of_others_are_held_against_themselves() -> None:
    (made,) = from_parts([odd("handled_above", part=30, whole=20)], 2_000, anchor)
    assert (made.severity, made.effect) == (Severity.DOUBT, Decimal(50))


def test_copies_without_a_language_are_told_as_one() -> None:
    made = untold_copies(odd("copies_differ", part=200, whole=1_000), 3, anchor)
    assert made.facts == ("1.000", "800", "3")
    assert made.effect == 20
    assert made.where.field == "languages"


def counted(_one: Odd) -> tuple[int, int]:
    return 9, 900


def test_what_is_not_counted_is_held_against_what_would_be() -> None:
    late = odd("after_closing", part=100, entries=1)
    (made,) = from_dates([late], counted, anchor)
    assert made.code is Check.DATE_OUTSIDE
    assert made.effect == 10
    assert made.key == "date_outside:after_closing:conference"
    assert made.where.record == "a"


def test_what_is_counted_is_held_against_all_that_is() -> None:
    (made,) = from_dates([odd("begun_before", part=450)], counted, anchor)
    assert made.effect == 50
    assert made.key == "date_outside:begun_before:a"
    assert (made.moved, made.unit) == (450, "lượt người")
    assert made.where.field == "first_day"


def test_an_entry_without_numbers_is_counted_itself() -> None:
    (made,) = from_dates([odd("still_planned")], counted, anchor)
    assert (made.effect, made.moved, made.unit) == (10, 1, "mục")
    assert made.where.field == "state"


def test_totals_without_a_document_tell_whose_they_are() -> None:
    made = bare_tally("t", "Công an", "false_information", (30, 120))
    assert made.facts == ("Công an", "30")
    assert made.effect == 25
    assert made.where.table == "tallies"
