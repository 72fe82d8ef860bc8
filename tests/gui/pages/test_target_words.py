"""Targets in words, as their results stand."""

from decimal import Decimal

import pytest

from desktop.gui.pages import target_words
from desktop.gui.session import Session
from desktop.operations.compute_results import compute_results
from desktop.operations.read_plan import read_plan
from desktop.records.agency import Agency
from desktop.records.result import Result
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.gui import entry_office

YEAR = parse_period("2024")


@pytest.fixture
def kept(session: Session) -> Store:
    entry_office.keep(
        session,
        builders.a_headcount("G1", 40),
        builders.an_activity(staff=(builders.staff("G1", 12),)),
        builders.a_product(digital=True),
        builders.a_product(id="other"),
        builders.a_tally(20, 19),
    )
    return session.store


def result(store: Store, code: str) -> Result:
    found = compute_results(store, YEAR)
    return next(one for one in found if one.target.code == code)


def said(store: Store, code: str, group: str = "") -> list[str]:
    agencies = {one.id: one for one in records.find(store.reader, Agency)}
    return list(target_words.notes(result(store, code), agencies, group))


@pytest.mark.parametrize(
    ("code", "value", "fraction"),
    [
        ("T2a", "30%", "12 / 40 = 30%"),
        ("T4", "50%", "1 / 2 = 50%"),
        ("T5c", "95%", "19 / 20 = 95%"),
        ("T5a", "1", "1 / ? (chưa đủ số liệu)"),
        ("T0", "–", "? / ? (chưa đủ số liệu)"),
        ("T2b", "–", "0 / ? (chưa đủ số liệu)"),
    ],
)
def test_values_and_fractions(
    kept: Store, code: str, value: str, fraction: str
) -> None:
    one = result(kept, code)
    assert target_words.value(one.period, one.target) == value
    assert target_words.fraction(one.period) == fraction


def test_a_number_is_shown_beside_the_one_planned(
    kept: Store, session: Session
) -> None:
    from desktop.gui.pages.plan.targets import milestone_of

    one = result(kept, "T5a")
    entry_office.keep(session, milestone_of(None, one, 2024, Decimal(8)))
    again = result(kept, "T5a")
    assert target_words.value(again.period, again.target) == "1/8"


def test_goals_are_whole_phrases(kept: Store) -> None:
    labels = read_plan(kept, YEAR).labels
    assert target_words.goal(result(kept, "T2b"), labels) == "Từ 90% trở lên"
    assert target_words.goal(result(kept, "T4"), labels) == "Từ 15 - 20%"


def test_what_is_missing_is_named_with_its_group(kept: Store) -> None:
    assert said(kept, "T2b", "cán bộ quản lý")[0] == (
        "Chưa nhập số người của nhóm cán bộ quản lý."
    )


def test_the_day_of_the_denominator_and_the_basis_are_told(kept: Store) -> None:
    notes = said(kept, "T2a")
    assert "Mẫu số lấy theo số ngày 01/01/2024." in notes
    assert "Đánh giá theo số lũy kế từ đầu giai đoạn." in notes


def test_the_supplier_of_totals_is_named(kept: Store) -> None:
    assert any("Công an" in note for note in said(kept, "T5c"))


def test_a_target_in_words_is_said_to_be_one(kept: Store) -> None:
    assert len(said(kept, "T0")) == 1


def test_part_shares_are_fractions(kept: Store) -> None:
    parts = dict(target_words.parts(result(kept, "T4")))
    assert parts["Trên nền tảng số"] == "1 / 2 = 50%"
