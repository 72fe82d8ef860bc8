"""What a result lacks is told with the register or the part of the plan it is in."""

from typing import Any

import pytest

from desktop.files import catalogue
from desktop.records.identity import Code
from desktop.records.target import Formula
from desktop.wording.missing import Known, missing_of
from tests.rules.reported import measured, result
from tests.wording.words import assert_a_sentence

KNOWN = Known(
    registers=catalogue.load_registers(),
    figures=catalogue.load_figures(),
    group_name=lambda code: f"nhóm {code}",
    agency_name=lambda agency: f"cơ quan {agency}",
)
NOTHING = measured(None, None, None, "unknown")
RATIO = {
    "formula": Formula.RATIO,
    "figure": Code("press_answers"),
    "divisor": Code("portals"),
}


@pytest.mark.parametrize(
    ("missing", "changes", "register", "named"),
    [
        ("headcount", {"staff_group": Code("G1")}, "headcount", "nhóm G1"),
        ("headcount", {}, "headcount", "nhóm cán bộ"),
        ("supplied", {"supplier": "a"}, "tally", "cơ quan a"),
        ("supplied", {}, "tally", "cơ quan khác"),
        ("products", {}, "product", "sản phẩm"),
        ("divisor", RATIO, "own_channel", "trang thông tin"),
        ("before", {"figure": Code("postings")}, "posting", "Tin, bài"),
        ("plan_number", {"figure": Code("postings")}, "", "số kế hoạch"),
        ("nothing_planned", {"figure": Code("postings")}, "", "không giao số"),
        ("scope", {}, "", "cơ quan"),
    ],
)
def test_what_is_missing_has_a_sentence_and_a_place(
    missing: str, changes: dict[str, Any], register: str, named: str
) -> None:
    found = missing_of(result(NOTHING, missing=missing, **changes), KNOWN)
    assert found is not None
    assert_a_sentence(found.sentence)
    assert named in found.sentence
    assert ("" if found.register is None else found.register.code) == register
    place = found.register.name if found.register else "Kế hoạch"
    assert place in found.where


def test_a_complete_result_lacks_nothing() -> None:
    assert missing_of(result(measured(9, 10, "90.0")), KNOWN) is None


def test_what_nobody_has_named_stands_in_the_plan() -> None:
    found = missing_of(result(NOTHING, missing="never_heard_of"), KNOWN)
    assert found is not None
    assert found.register is None
    assert found.where.startswith("Kế hoạch")
