"""Each column is matched with at most one field, the surest way first."""

import datetime as dt

import pytest

from desktop.records.identity import RecordId
from desktop.records.import_mapping import HeadingMatch, ImportMapping
from desktop.rules.entry_table.fates import Choices, ColumnMatch, Match
from desktop.rules.entry_table.headings import Headings
from desktop.rules.entry_table.lexicon import Lexicon
from desktop.rules.entry_table.matching import by_position, match_columns
from tests.rules.entry_table.sheets import a_context, a_grid, register

MAPPING = ImportMapping(
    id=RecordId("m"),
    register="training",
    headings=(
        HeadingMatch(heading="luc nao", field="first_day", reading="mdy"),
        HeadingMatch(heading="bo di", field=""),
    ),
    kept_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
)


def matched(*texts: str, **columns: str) -> list[tuple[str, Match]]:
    chosen = {int(name[1:]): slot for name, slot in columns.items()}
    return [(one.field, one.match) for one in all_of(texts, chosen)]


def all_of(texts: tuple[str, ...], chosen: dict[int, str]) -> tuple[ColumnMatch, ...]:
    context = a_context()
    lexicon = Lexicon(register(), context.names, context.words, (MAPPING,))
    headings = Headings(place=0, texts=texts)
    return match_columns(headings, lexicon, Choices(columns=chosen), register())


def test_each_way_of_matching_is_told() -> None:
    assert matched("Tên lớp", "Lúc nào", "Địa đểm", "Gì đó", "STT", c3="note") == [
        ("title", Match.EXACT),
        ("first_day", Match.REMEMBERED),
        ("place", Match.SIMILAR),
        ("note", Match.CHOSEN),
        ("", Match.NONE),
    ]


def test_what_was_chosen_takes_a_field_from_what_is_known() -> None:
    assert matched("Tên lớp", "Ghi chú", c1="title") == [
        ("", Match.NONE),
        ("title", Match.CHOSEN),
    ]


def test_of_two_columns_of_one_heading_the_first_has_the_field() -> None:
    assert matched("Số lượt", "Số lượt") == [
        ("attendance", Match.EXACT),
        ("", Match.NONE),
    ]


def test_a_column_left_aside_stays_aside() -> None:
    assert matched("Tên lớp", "Bỏ đi", c0="") == [
        ("", Match.CHOSEN),
        ("", Match.REMEMBERED),
    ]


def test_lines_of_a_small_table_are_columns_of_their_own() -> None:
    found = matched("Phụ nữ", "Thanh niên", "Đối tượng")
    assert [field for field, _ in found] == [
        "audiences#women",
        "audiences#youth",
        "audiences",
    ]


def test_how_doubtful_cells_were_read_is_remembered_too() -> None:
    assert all_of(("Lúc nào",), {})[0].reading == "mdy"
    assert all_of(("Lúc nào",), {0: "last_day"})[0].reading == ""


@pytest.mark.parametrize("slot", ["nothing", "audiences#", "title#women", "staff#G4.x"])
def test_a_choice_that_means_nothing_is_passed_over(slot: str) -> None:
    assert matched("Tên lớp", c0=slot) == [("title", Match.EXACT)]


def test_without_headings_columns_are_those_of_the_table_in_their_order() -> None:
    shown = [one.name for one in register().fields if one.column]
    grid = a_grid(("a",) * 9)
    found = by_position(grid, register(), Choices(columns={1: "note", 2: ""}))
    assert found[0].field == shown[0]
    assert (found[1].field, found[1].match) == ("note", Match.CHOSEN)
    assert (found[2].field, found[2].match) == ("", Match.NONE)
    assert found[3].field == shown[3]
    assert len({one.field for one in found if one.field}) == len(
        [one for one in found if one.field]
    )
