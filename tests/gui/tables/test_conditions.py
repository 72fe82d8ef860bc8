"""What is typed into a filter becomes a test."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.gui.session import Session
from desktop.gui.tables.columns import columns_of
from desktop.gui.tables.conditions import can_filter, test_of
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from desktop.records.identity import RecordId
from desktop.records.target import Estimate, Target
from desktop.store import records
from desktop.store.views import Contains, DayContains, OneOf, Within
from tests import builders
from tests.gui.entry_office import register

condition_of = test_of
del test_of  # pytest would collect it


def condition(session: Session, name: str, typed: str) -> object:
    names = read_names(session)
    columns = columns_of(register(session, "training"), names)
    column = next(one for one in columns if one.field.name == name)
    return condition_of(column, typed, names)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("10", 10, 10),
        ("=10", 10, 10),
        (">10", 11, None),
        (">= 1.000", 1000, None),
        ("≤20", None, 20),
        ("<20", None, 19),
        ("10-20", 10, 20),
        ("10 – 20", 10, 20),
    ],
)
def test_numbers_take_comparisons_and_spans(
    session: Session, typed: str, first: int | None, last: int | None
) -> None:
    assert condition(session, "attendance", typed) == Within("attendance", first, last)


@pytest.mark.parametrize("typed", ["abc", ">", "> x"])
def test_a_number_nobody_can_read_fits_nothing(session: Session, typed: str) -> None:
    assert condition(session, "attendance", typed) == OneOf("id", ())


def test_names_are_found_without_marks_by_any_spelling(session: Session) -> None:
    found = condition(session, "agency", "phong van hoa")
    assert isinstance(found, OneOf)
    assert builders.OWN in found.values
    assert condition(session, "agency", "khong co ai") == OneOf("agency", ())


def test_days_texts_and_flags_each_have_their_test(session: Session) -> None:
    assert condition(session, "first_day", "06/2024") == DayContains(
        "first_day", "06/2024"
    )
    assert condition(session, "title", " nhân quyền ") == Contains(
        "title", "nhân quyền"
    )
    assert condition(session, "digital", "có") == OneOf("digital", (1,))
    assert condition(session, "digital", "không") == OneOf("digital", (0,))
    assert condition(session, "title", "  ") is None


def test_small_tables_have_no_filter(session: Session) -> None:
    columns = columns_of(register(session, "training"), read_names(session))
    without = {one.field.name for one in columns if not can_filter(one)}
    assert without == {"staff", "audiences", "spending"}


def test_a_moment_is_found_by_its_day(session: Session) -> None:
    names = read_names(session)
    press = columns_of(register(session, "press_information"), names)
    held = next(one for one in press if one.field.name == "held_at")
    assert condition_of(held, "07/2024", names) == DayContains("held_at", "07/2024")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2,5", ["2.5"]),
        ("> 2,5", ["10", "99.75"]),
        ("<=2,5", ["2.5", "-3"]),
        ("2-12,5", ["2.5", "10"]),
        ("abc", []),
    ],
)
def test_decimals_sort_and_filter_by_their_size(
    session: Session, typed: str, expected: list[str]
) -> None:
    goal = records.find(session.store.reader, Target)[0].goal
    with session.store.change("record") as change:
        for n, value in enumerate(("10", "2.5", "-3", "99.75")):
            one = Estimate(
                id=RecordId(f"e{n}"),
                goal=goal,
                year=2024 + n,
                value=Decimal(value),
                made_on=dt.date(2024, 5, 1),
            )
            records.put(change, one)
    model = RegisterModel(
        session.store, register(session, "estimate"), read_names(session), None
    )
    column = next(n for n, c in enumerate(model.columns) if c.field.name == "value")
    model.set_filter(column, typed)
    shown = [str(model.record(row).value) for row in range(model.rowCount())]
    assert sorted(shown) == sorted(expected)
    model.clear_filters()
    model.sort(column)
    assert [str(model.record(row).value) for row in range(4)] == [
        "-3",
        "2.5",
        "10",
        "99.75",
    ]


def test_a_theme_finds_its_sub_themes_too(session: Session) -> None:
    found = condition(session, "themes", "luật pháp quốc tế")
    assert isinstance(found, OneOf)
    assert {"theme_1", "theme_1a", "theme_1e"} <= set(found.values)
    assert "theme_2" not in found.values
    assert condition(session, "themes", "CRC") == OneOf("themes", ("theme_1e",))
