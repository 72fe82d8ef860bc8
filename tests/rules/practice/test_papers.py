"""Tests of the checks, plans, totals and planned numbers of a practice year."""

import re

from desktop.records.target import Formula
from desktop.rules.practice import papers
from tests.rules.practice_office import book, stream


def test_every_agency_in_scope_is_checked_once() -> None:
    chance = stream()
    scope = next(
        one.scope for one in chance.cast.targets if one.formula is Formula.SPOKESPERSON
    )
    found = papers.checks(chance)
    assert tuple(one.agency for one in found) == scope


def test_an_assignment_has_number_and_day_and_none_has_neither() -> None:
    found = [one for seed in range(5) for one in papers.checks(stream(seed=seed))]
    assert {bool(one.document_number) for one in found} == {True, False}
    for one in found:
        assert bool(one.document_number) is (one.document_date is not None)
        assert one.document_number or not one.made_public


def test_most_units_issue_a_plan_of_their_own_early_in_the_year() -> None:
    found = papers.unit_plans(stream())
    assert len(found) > 20
    assert {one.issued_on.month for one in found} == {2, 3}
    assert all(re.fullmatch(r"\d+/KH-\w+", one.number) for one in found)


def test_totals_come_from_the_supplier_with_a_document() -> None:
    found = papers.tallies(stream())
    assert [one.last_day.month for one in found] == [6, 12]
    assert found[0].last_day < found[1].first_day
    for one in found:
        assert one.agency == "cong-an-huyen-dak-ha"
        assert 0 < one.handled <= one.detected
        assert one.document_number
        assert one.document_date > one.last_day


def test_a_plan_without_a_supplier_gets_no_totals() -> None:
    from dataclasses import replace

    chance = stream()
    targets = tuple(replace(one, supplier=None) for one in chance.cast.targets)
    bare = replace(chance, cast=replace(chance.cast, targets=targets))
    assert papers.tallies(bare) == ()


def test_targets_that_count_a_figure_have_a_planned_number() -> None:
    found = {one.target: one.value for one in papers.milestones(stream())}
    assert found == {"dak-ha-2023-2028/T3": 2, "dak-ha-2023-2028/T5a": 12}


def test_a_number_of_different_things_is_not_planned_for_the_year_before() -> None:
    # planned numbers of years are added up, and kinds of products are not
    before = papers.milestones(stream(2023, earlier=True), earlier=True)
    assert [one.target for one in before] == ["dak-ha-2023-2028/T3"]


def test_every_task_and_no_group_is_spoken_of() -> None:
    found = papers.task_states(stream())
    assert len(found) == 14
    assert all(one.result_text for one in found)
    fallback = book().papers.task_states[-1].text
    assert not [one.task for one in found if one.result_text == fallback]
