"""What the cells of one row give is put together as values of its record."""

import datetime as dt
from typing import Any

from desktop.records.activity import AudienceCount, Spending, StaffCount
from desktop.records.identity import Code
from desktop.rules.entry_table.cells import ColumnReader
from desktop.rules.entry_table.columns import Column, field_of, parse_slot
from desktop.rules.entry_table.fates import Choices, ColumnMatch, Match
from desktop.rules.entry_table.merging import (
    Columns,
    Given,
    number_of,
    sorted_out,
    tables_of,
    values_of,
)
from tests import builders
from tests.rules.entry_table.sheets import a_cell, a_context, register

FIRST, LAST = dt.date(2024, 8, 5), dt.date(2024, 8, 7)


def values(**texts: str) -> dict[str, Any]:
    return values_of(*row(texts))


def tables(texts: dict[str, str], before: Any = None) -> dict[str, Any]:
    return tables_of(*row(texts), before)


def row(texts: dict[str, str]) -> tuple[Columns, Given]:
    pairs = [pair(name, text) for name, text in texts.items()]
    return sorted_out(one for one, _ in pairs), [found for _, found in pairs]


def pair(slot: str, text: str) -> Any:
    found = parse_slot(slot, register())
    assert found is not None, slot
    match = ColumnMatch(column=0, heading="", field=slot, match=Match.EXACT)
    column = Column(match=match, slot=found, field=field_of(found, register()))
    cells = [a_cell(text)]
    reader = ColumnReader(column, cells, a_context(), Choices(), ours=True)
    return column, reader.found[0]


def test_each_field_that_says_something_has_its_value() -> None:
    found = values(title="Tập huấn", attendance="40", place="", people="x y")
    assert found == {"title": "Tập huấn", "attendance": 40}


def test_a_span_in_one_column_gives_both_days() -> None:
    assert values(first_day="5-7/8/2024") == {
        "first_day": FIRST,
        "last_day": LAST,
    }
    assert values(last_day="5-7/8/2024") == {
        "first_day": FIRST,
        "last_day": LAST,
    }


def test_a_column_of_last_days_goes_before_the_end_of_a_span() -> None:
    found = values(first_day="5-7/8/2024", last_day="8/8/2024")
    assert found["last_day"] == dt.date(2024, 8, 8)


def test_lines_of_their_own_columns_make_one_table() -> None:
    found = tables({"audiences#women": "12", "audiences#youth": "3"})
    assert found == {
        "audiences": (
            AudienceCount(audience=Code("women"), attendance=12),
            AudienceCount(audience=Code("youth"), attendance=3),
        )
    }


def test_numbers_of_one_line_meet_in_it() -> None:
    told = {"spending#regular": "5", "spending#regular.planned": "7"}
    assert tables(told)["spending"] == (
        Spending(source=Code("regular"), planned=7, spent=5),
    )
    staff = {"staff#G4@commune": "9", "staff#G4@commune.first_trained": "2"}
    assert tables(staff)["staff"] == (
        StaffCount(group=Code("G4"), tier="commune", people=9, first_trained=2),
    )


def test_a_nought_makes_no_line_but_changes_one_there_is() -> None:
    assert tables({"audiences#women": "0"}) == {"audiences": ()}
    kept = builders.an_activity(
        audiences=(AudienceCount(audience=Code("women"), attendance=5),)
    )
    assert tables({"audiences#women": "0"}, kept)["audiences"] == (
        AudienceCount(audience=Code("women"), attendance=0),
    )


def test_lines_without_a_column_stay_as_they_are_kept() -> None:
    youth = AudienceCount(audience=Code("youth"), attendance=5)
    kept = builders.an_activity(audiences=(youth,))
    assert tables({"audiences#women": "1"}, kept)["audiences"] == (
        youth,
        AudienceCount(audience=Code("women"), attendance=1),
    )


def test_a_blank_cell_changes_no_table() -> None:
    assert tables({"audiences#women": ""}) == {}


def test_the_number_a_record_has_for_a_column_is_found() -> None:
    youth = AudienceCount(audience=Code("youth"), attendance=5)
    kept = builders.an_activity(audiences=(youth,))
    column, _ = pair("audiences#youth", "1")
    other, _ = pair("audiences#women", "1")
    assert (number_of(kept, column), number_of(kept, other)) == (5, None)


def test_a_cell_of_the_whole_table_goes_below_columns_of_its_lines() -> None:
    told = {"audiences": "Phụ nữ: 3; Thanh niên: 4", "audiences#women": "9"}
    assert tables(told)["audiences"] == (
        AudienceCount(audience=Code("women"), attendance=9),
        AudienceCount(audience=Code("youth"), attendance=4),
    )
