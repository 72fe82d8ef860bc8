"""A unit is asked for what its part in the plan asks of it, and for nothing else."""

from collections.abc import Sequence

import pytest

from desktop.files import catalogue, plans
from desktop.records.identity import AgencyId, Code
from desktop.rules.forms.asking import Asked, asked_of, registers_of
from tests import builders

FIGURES = catalogue.load_figures()
REGISTERS = catalogue.load_registers()
PLAN = plans.load_plan(builders.PLAN)


def asked(agency: str, also: Sequence[Code] = ()) -> Asked:
    unit = next(one for one in PLAN.agencies if one.id == agency)
    return asked_of(
        unit,
        tasks=PLAN.tasks,
        targets=PLAN.targets,
        figures=FIGURES,
        registers=REGISTERS,
        also=also,
    )


def test_the_registers_are_those_the_figures_of_its_tasks_count() -> None:
    found = asked(builders.UNIT)
    assert {"conference", "training", "product", "broadcast"} <= set(found.registers)
    assert [o for o in (r.code for r in REGISTERS) if o in found.registers] == list(
        found.registers
    ), "in the order of the registers"
    assert all(builders.UNIT in (*one.leads, *one.partners) for one in found.tasks)


def test_a_tally_is_asked_of_who_leads_and_not_of_partners() -> None:
    police, partner = "cong-an-huyen-dak-ha", builders.UNIT
    assert "tally" in asked(police).registers, "task 4.2 is led by it"
    assert "tally" not in asked(partner).registers


def test_the_check_of_the_spokesperson_is_asked_of_those_in_its_scope() -> None:
    scope = next(one.scope for one in PLAN.targets if one.scope)
    assert "spokesperson_check" in asked(scope[0]).registers
    assert builders.UNIT not in scope
    assert "spokesperson_check" not in asked(builders.UNIT).registers


def test_a_headcount_is_asked_of_the_levels_a_target_speaks_of() -> None:
    assert "G4" in asked("phong-noi-vu-dak-ha").staff_groups
    assert "G4" not in asked(builders.UNIT).staff_groups, "only of the level above"
    assert "G1" in asked(builders.UNIT).staff_groups
    assert "headcount" in asked(builders.UNIT).registers


def test_every_unit_with_a_task_is_asked_for_its_own_plan() -> None:
    assert "unit_plan" in asked(builders.UNIT).registers


def test_an_agency_without_a_part_in_any_task_is_asked_for_headcounts_alone() -> None:
    nobody = AgencyId("so-tttt-kon-tum")
    found = asked(nobody)
    assert not found.tasks
    assert set(found.registers) <= {"headcount"}


def test_registers_with_entries_of_the_unit_are_there_in_any_case() -> None:
    assert "tally" in asked(builders.UNIT, also=[Code("tally")]).registers


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("trainings", {"training"}),
        (
            "direct_events",
            {"training", "conference", "union_meeting", "school_session"},
        ),
        ("products", {"product"}),
        ("hardship_works", set()),
    ],
)
def test_a_figure_leads_to_every_register_it_counts(
    code: str, expected: set[str]
) -> None:
    found = registers_of(FIGURES[Code(code)], REGISTERS)
    assert {one.code for one in found} == expected
