"""Tests of what makes an entry acceptable, and of its cleaning."""

import unicodedata
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Problem
from desktop.records.activity import ActivityKind, Spending
from desktop.records.identity import Code
from desktop.records.plan import LegalBasis
from desktop.rules.entry import clean, problems, title_of
from desktop.rules.known import SOURCE_OF
from tests.rules.entries import (
    ACTIVITY,
    BROADCAST,
    HEADCOUNT,
    KNOWN,
    PLAN,
    SOUND,
    TALLY,
    spoilt,
)


@pytest.mark.parametrize("record", SOUND, ids=lambda one: type(one).__name__)
def test_a_sound_entry_has_no_problem(record: object) -> None:
    assert problems(record, KNOWN) == ()


def test_there_is_a_sound_entry_of_every_kind() -> None:
    assert {type(one) for one in SOUND} == set(SOURCE_OF)


@pytest.mark.parametrize("record", SOUND, ids=lambda one: type(one).__name__)
def test_every_problem_names_a_field_of_the_record(record: object) -> None:
    names = {field.name for field in fields(record)}  # type: ignore[arg-type]
    numbers = {
        name: -5 for name in names - {"year"} if type(getattr(record, name)) is int
    }
    who = {"agency", "goal"} & names  # a target's, where it is no agency's own
    found = problems(spoilt(record, **dict.fromkeys(who, "nobody"), **numbers), KNOWN)
    assert {problem.field for problem in found} >= {*who, *numbers}
    assert {problem.field for problem in found} <= names


def test_every_problem_is_told_not_only_the_first() -> None:
    bad = spoilt(ACTIVITY, title=" ", attendance=-1, agency="nobody", tasks=())
    assert {(one.field, one.code) for one in problems(bad, KNOWN)} == {
        ("title", "missing"),
        ("attendance", "negative"),
        ("agency", "unknown_agency"),
        ("tasks", "no_task"),
    }


def test_a_problem_is_told_once() -> None:
    found = problems(spoilt(TALLY, document_number=""), KNOWN)
    assert found == (Problem("document_number", "missing"),)


def test_records_that_are_no_entries_pass() -> None:
    basis = LegalBasis(
        id="b", plan=PLAN.id, position=1, document_type="", number="", summary=""
    )
    assert problems(basis, KNOWN) == ()
    assert problems(PLAN, KNOWN) == ()


def test_decomposed_text_is_kept_composed() -> None:
    title = "Tuyên truyền về quyền con người"
    record = clean(spoilt(ACTIVITY, title=unicodedata.normalize("NFD", title)))
    assert record.title == title


def test_names_stand_on_one_line_and_notes_keep_their_lines() -> None:
    record = clean(spoilt(ACTIVITY, title=" Hội\n nghị ", note="một\r\nhai\x0b "))
    assert (record.title, record.note) == ("Hội nghị", "một\nhai")


def test_cleaning_reaches_the_rows_of_small_tables() -> None:
    source = unicodedata.normalize("NFD", "xã_hội")
    record = clean(spoilt(ACTIVITY, spending=(Spending(source=Code(source)),)))
    assert record.spending[0].source == unicodedata.normalize("NFC", source)


def test_cleaning_leaves_what_is_no_text() -> None:
    record = clean(ACTIVITY)
    assert record == ACTIVITY
    assert record.kind is ActivityKind.TRAINING


@given(st.text(), st.text())
def test_cleaning_twice_changes_nothing(title: str, note: str) -> None:
    once = clean(spoilt(ACTIVITY, title=title, note=note))
    assert clean(once) == once


@pytest.mark.parametrize(
    ("record", "title"),
    [
        (BROADCAST, "Chuyên mục"),
        (TALLY, "12/BC"),
        (PLAN, "Kế hoạch truyền thông"),
        (HEADCOUNT, ""),
    ],
)
def test_an_entry_is_called_by_its_name(record: object, title: str) -> None:
    assert title_of(record) == title
