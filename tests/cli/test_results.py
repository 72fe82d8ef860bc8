"""The results, for a person and for a program."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.results import lines, notes
from desktop.records.identity import TargetId
from desktop.records.result import Measured, Result, Verdict
from desktop.records.target import Direction, Formula
from tests.builders import PLAN
from tests.cli.entries import a_file, a_training
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest
from tests.rules.reported import target as a_target

KEYS = {"office", "period", "targets"}
PERIOD_KEYS = {"code", "first_day", "last_day", "closing_day"}
TARGET_KEYS = {
    "code",
    "text",
    "unit",
    "direction",
    "target",
    "upper",
    "basis",
    "version",
    "verdict",
    "period",
    "cumulative",
    "years",
    "estimate",
    "inherited",
    "parts",
    "denominator_date",
    "missing",
    "missing_what",
    "doubts",
}
MEASURED_KEYS = {"numerator", "denominator", "value", "verdict"}
PART_KEYS = {"code", "numerator", "denominator", "value", "text", "day"}
YEAR_KEYS = MEASURED_KEYS | {"year", "planned", "inherited"}
VERSION_KEYS = {"id", "decision", "valid_from", "valid_to"}
VERDICTS = {"met", "above", "not_met", "unknown", "text"}


def results(say: Say, office: Path, period: str = "2024") -> dict[str, Any]:
    said = say("results", office, "--period", period, "--json")
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = said.data
    return found


def by_code(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["code"]: one for one in found["targets"]}


def test_the_keys_never_change(practice: Practice, say: Say) -> None:
    found = results(say, practice.office)
    assert set(found) == KEYS
    assert set(found["period"]) == PERIOD_KEYS
    for target in found["targets"]:
        assert set(target) == TARGET_KEYS
        for span in ("period", "cumulative"):
            assert set(target[span]) == MEASURED_KEYS
            assert target[span]["verdict"] in VERDICTS
        for part in target["parts"]:
            assert set(part) == PART_KEYS
        assert set(target["version"]) == VERSION_KEYS
        assert target["years"] == []


def test_they_are_the_demonstrations_and_nothing_changes(
    practice: Practice, say: Say
) -> None:
    before = digest(practice.office)
    assert results(say, practice.office)["targets"] == practice.data["targets"]
    assert digest(practice.office) == before


@pytest.mark.parametrize(
    ("text", "first", "last", "code"),
    [
        ("2024", "2024-01-01", "2024-12-31", "2024"),
        ("2024-H1", "2024-01-01", "2024-06-30", "2024-H1"),
        ("2024-q3", "2024-07-01", "2024-09-30", "2024-Q3"),
        ("2024-M02", "2024-02-01", "2024-02-29", "2024-M02"),
        ("01/01/2024-14/11/2024", "2024-01-01", "2024-11-14", "custom"),
    ],
)
def test_every_kind_of_period_is_understood(
    text: str, first: str, last: str, code: str, office: Path, say: Say
) -> None:
    period = results(say, office, text)["period"]
    assert (period["first_day"], period["last_day"]) == (first, last)
    assert period["code"] == code


def test_an_empty_office_lacks_figures_and_says_which(office: Path, say: Say) -> None:
    found = by_code(results(say, office))
    assert found["T2a"]["verdict"] == "unknown"
    assert found["T2a"]["period"]["denominator"] is None
    assert found["T2a"]["period"]["value"] is None
    missing = {code: one["missing"] for code, one in found.items() if one["missing"]}
    assert missing == {
        "T2a": "headcount",
        "T2b": "headcount",
        "T2c": "headcount",
        "T3": "plan_number",
        "T4": "products",
        "T5a": "plan_number",
        "T5b": "products",
        "T5c": "supplied",
    }
    assert found["T1"]["period"] == {
        "numerator": 0,
        "denominator": 14,
        "value": 0,
        "verdict": "not_met",
    }


def test_a_person_reads_a_table_with_verdicts_in_words(
    practice: Practice, office: Path, say: Say
) -> None:
    lines = say("results", practice.office, "--period", "2024").out.splitlines()
    assert lines[0].split()[:2] == ["Mã", "Trong"]
    assert len(lines) == 1 + len(practice.data["targets"])
    (line,) = [row for row in lines if row.startswith("T4 ")]
    assert "15/92 = 16,3%" in line
    assert "17/109 = 15,6%" in line
    assert "Đạt" in line
    assert "Chưa đủ số liệu" in say("results", office, "--period", "2024").out


def test_what_lies_after_the_period_counts_in_neither_span(
    office: Path, say: Say
) -> None:
    staff = [{"group": "G1", "people": 3, "first_updated": 3}]
    staff[0] |= {"first_trained": 3, "first_complete": 3}
    entry = a_training(staff=staff, people=5)
    source = a_file(office.parent, entry)
    assert say("record", office, source, "--register", "training").code == 0
    for period, wanted in (
        ("2024-Q1", (0, 0)),
        ("2024-Q2", (3, 3)),
        ("2024-Q3", (0, 3)),
    ):
        found = by_code(results(say, office, period))["T2a"]
        spans = found["period"]["numerator"], found["cumulative"]["numerator"]
        assert spans == wanted, period


def test_each_year_is_told_when_it_is_asked_for(practice: Practice, say: Say) -> None:
    said = say("results", practice.office, "--period", "2024", "--by-year", "--json")
    found = by_code(said.data)
    for target in found.values():
        assert [set(one) for one in target["years"]] == [YEAR_KEYS] * 2
    years = {one["year"]: one for one in found["T4"]["years"]}
    same = {key: years[2024][key] for key in MEASURED_KEYS}
    assert same == found["T4"]["period"]
    plain = say("results", practice.office, "--period", "2024").out
    asked = say("results", practice.office, "--period", "2024", "--by-year").out
    assert asked.startswith(plain)
    head, *rows = asked.removeprefix(plain).strip().splitlines()
    assert head.split() == ["Mã", "Năm", "2023", "Năm", "2024"]
    assert [row.split()[0] for row in rows] == [*found]
    (row,) = [row for row in rows if row.startswith("T4 ")]
    assert row.endswith("15/92 = 16,3%")


def test_what_is_missing_is_told_in_a_sentence_with_its_place(
    office: Path, say: Say
) -> None:
    found = by_code(results(say, office))
    assert found["T2a"]["missing_what"]["register"] == "headcount"
    assert "Sổ “" in found["T2a"]["missing_what"]["where"]
    assert "Công an" in found["T5c"]["missing_what"]["sentence"]
    assert found["T3"]["missing_what"]["register"] == ""
    assert "Kế hoạch" in found["T3"]["missing_what"]["where"]
    assert found["T1"]["missing_what"] is None


def test_another_plan_of_the_office_is_asked_for_by_its_id(
    office: Path, say: Say
) -> None:
    named = say("results", office, "--period", "2024", "--plan", PLAN, "--json")
    assert named.data["targets"] == results(say, office)["targets"]
    wrong = say("results", office, "--period", "2024", "--plan", "x", "--json")
    assert wrong.code != 0
    assert PLAN in wrong.err + wrong.out


def test_a_bare_number_beside_words_lacks_no_denominator() -> None:
    counted = Measured(numerator=Decimal(7), verdict=Verdict.TEXT)
    target = a_target(direction=Direction.TEXT, formula=Formula.FIGURE)
    result = Result(target=target, period=counted, cumulative=counted)
    assert lines((result,))[1].split()[:3] == ["T", "7", "7"]
    share = replace(target, formula=Formula.RATIO)
    shown = lines((replace(result, target=share),))
    assert shown[1].split()[:3] == ["T", "7/?", "7/?"]


def test_a_later_version_and_what_is_not_counted_are_told_below_the_table() -> None:
    target = a_target(
        id=TargetId("p/T@2025-07-01"),
        unit="cuộc",
        valid_from=dt.date(2025, 7, 1),
        decision="15/KH-UBND",
    )
    counted = Measured(numerator=Decimal(7), verdict=Verdict.UNKNOWN)
    plain = Result(target=a_target(), period=counted, cumulative=counted)
    result = replace(
        plain,
        target=target,
        inherited=True,
        estimate=Decimal(4),
        doubts=("staff_tier_blank",),
    )
    assert notes((plain,)) == []
    version, inherited, estimate, doubt = notes((result,))
    assert version == "T: chỉ tiêu theo 15/KH-UBND từ ngày 01/07/2025."
    assert inherited == "T: số lũy kế có số liệu kế thừa của cơ quan trước."
    assert estimate == "T: ước thực hiện cả năm 4 cuộc (không tính vào kết quả)."
    assert doubt.startswith("T: Có dòng cán bộ chưa ghi cấp")
