"""Targets in words, as their results stand."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.gui.pages import target_words
from desktop.gui.session import Session
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.plans.read_plan import read_plan
from desktop.records.agency import Agency
from desktop.records.result import Measured, Part, Result, Verdict
from desktop.records.target import (
    Direction,
    Formula,
    Milestone,
    Supplied,
    Training,
)
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.parts import missing_sentence
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
    one = result(store, code)
    missing = missing_sentence(one.missing, group)
    return list(target_words.notes(one, agencies, missing))


@pytest.mark.parametrize(
    ("code", "value", "fraction"),
    [
        ("T2a", "30%", "12 / 40 = 30%"),
        ("T4", "50%", "1 / 2 = 50%"),
        ("T5c", "95%", "19 / 20 = 95%"),
        ("T5a", "1", "1 / ? (chưa đủ số liệu)"),
        ("T0", "–", "Không tính"),
        ("T2b", "–", "0 / ? (chưa đủ số liệu)"),
    ],
)
def test_values_and_fractions(
    kept: Store, code: str, value: str, fraction: str
) -> None:
    one = result(kept, code)
    assert target_words.value(one.period, one.target) == value
    assert target_words.fraction(one.period, one.target) == fraction


def test_a_number_is_shown_beside_the_one_planned(
    kept: Store, session: Session
) -> None:
    target = result(kept, "T5a").target.id
    planned = Milestone(id="m", target=target, year=2024, value=Decimal(8))
    entry_office.keep(session, planned)
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


def measured(top: int | None, bottom: int | None, value: str | None) -> Measured:
    return Measured(
        numerator=None if top is None else Decimal(top),
        denominator=None if bottom is None else Decimal(bottom),
        value=None if value is None else Decimal(value),
        verdict=Verdict.TEXT,
    )


@pytest.mark.parametrize(
    ("formula", "found", "value", "fraction"),
    [
        (Formula.RATIO, (15, 20, "75.0"), "75%", "15 / 20 = 75%"),
        (Formula.GROWTH, (12, 16, "-25.0"), "-25%", "12 so với 16: -25%"),
        (Formula.GROWTH, (None, None, None), "–", "Không tính"),
        (Formula.MILESTONE, (1, 1, "100.0"), "Đã hoàn thành", "Đã hoàn thành"),
        (Formula.MILESTONE, (0, 1, "0.0"), "Chưa hoàn thành", "Chưa hoàn thành"),
        (Formula.FIGURE, (7, None, None), "7", "7"),
    ],
)
def test_each_formula_has_its_own_way_of_showing(
    kept: Store, formula: Formula, found: tuple[Any, ...], value: str, fraction: str
) -> None:
    target = replace(
        result(kept, "T4").target,
        formula=formula,
        direction=Direction.TEXT,
        unit="tin, bài" if formula is Formula.FIGURE else "%",
    )
    one = measured(*found)
    assert target_words.value(one, target) == value
    assert target_words.fraction(one, target) == fraction


def test_every_formula_says_what_it_counts(kept: Store) -> None:
    target = result(kept, "T2a").target
    said = {
        target_words.counted(replace(target, formula=formula)) for formula in Formula
    }
    assert len(said) == len(Formula)
    said = {
        target_words.counted(replace(target, training=training))
        for training in Training
    }
    assert len(said) == len(Training)
    told = replace(target, formula=Formula.SUPPLIED)
    said = {target_words.counted(replace(told, supplied=one)) for one in Supplied}
    assert len(said) == len(Supplied)


def test_a_later_version_is_told_with_its_decision_and_days(kept: Store) -> None:
    one = result(kept, "T4")
    target = replace(
        one.target,
        id=f"{one.target.id}@2024",  # type: ignore[arg-type]
        decision="15/QĐ-UBND",
        valid_from=dt.date(2024, 7, 1),
        valid_to=dt.date(2025, 6, 30),
    )
    notes = list(target_words.notes(replace(one, target=target), {}, ""))
    wanted = "Chỉ tiêu theo 15/QĐ-UBND từ ngày 01/07/2024 đến ngày 30/06/2025."
    assert wanted in notes
    assert not [note for note in said(kept, "T4") if note.startswith("Chỉ tiêu theo")]


def test_an_estimate_is_told_apart(kept: Store) -> None:
    one = replace(result(kept, "T4"), estimate=Decimal("17.5"))
    notes = list(target_words.notes(one, {}, ""))
    assert "Ước thực hiện cả năm: 17,5% (không tính vào kết quả)." in notes


def test_a_document_and_a_bare_number_stand_beside_a_result(kept: Store) -> None:
    parts = (
        Part(code="reached", text="12/QC-UBND", day=dt.date(2024, 3, 4)),
        Part(code="inherited", numerator=Decimal(6)),
    )
    shown = dict(target_words.parts(replace(result(kept, "T4"), parts=parts)))
    assert list(shown.values()) == ["12/QC-UBND ngày 04/03/2024", "6"]
