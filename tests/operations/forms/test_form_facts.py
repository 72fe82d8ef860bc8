"""What is known of a unit in the period goes onto its form, and nothing of others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import ConflictError, UnknownNameError
from desktop.operations.forms.form_facts import OfficeFacts, facts_of, read_office_facts
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.calendar import parse_period
from desktop.rules.forms.drafting import FormFacts
from desktop.store.store import Store
from tests import builders
from tests.operations.forms.unit_office import OTHER, PERIOD, UNIT, an_office


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = an_office(Path(tmp_path_factory.mktemp("facts")))
    with Store(path, writable=False, clock=builders.a_clock) as one:
        yield one


@pytest.fixture(scope="module")
def known(store: Store) -> OfficeFacts:
    return read_office_facts(store, PERIOD, None)


def unit(known: OfficeFacts, agency: AgencyId = UNIT) -> Agency:
    return next(one for one in known.agencies if one.id == agency)


@pytest.fixture(scope="module")
def facts(known: OfficeFacts) -> FormFacts:
    return facts_of(known, unit(known))


def test_everybody_who_owes_a_report_gets_a_form_and_the_office_itself_none(
    known: OfficeFacts,
) -> None:
    ids = {one.id for one in known.agencies}
    assert len(ids) == 34
    assert builders.OWN not in ids


def test_only_entries_of_the_unit_in_the_period_are_shown(facts: FormFacts) -> None:
    shown = {code: [one.id for one in many] for code, many in facts.entries.items()}
    assert shown["training"] == ["activity"], "neither last year's nor another's"
    assert shown["product"] == ["product"]


def test_what_stands_is_shown_though_it_began_before(facts: FormFacts) -> None:
    assert [one.id for one in facts.entries["own_channel"]] == ["channel"]
    assert "own_channel" in facts.asked, "because there is one"


def test_a_headcount_of_before_is_carried_to_be_confirmed(facts: FormFacts) -> None:
    assert [one.people for one in facts.headcounts] == [9]
    assert "headcount" not in facts.entries


def test_totals_are_the_units_own_with_what_it_told_beside(facts: FormFacts) -> None:
    assert facts.totals["direct_attendance"] == 40 + 40 + 60  # type: ignore[index]
    assert set(facts.unlisted) == {"direct_attendance"}


def test_a_unit_without_anything_has_nothing_on_its_form(known: OfficeFacts) -> None:
    other = facts_of(known, unit(known, OTHER))
    assert not other.entries
    assert not other.totals
    assert not other.unlisted


def test_its_form_is_that_for_its_kind(known: OfficeFacts, facts: FormFacts) -> None:
    assert facts.layout.code == "09a"
    assert facts_of(known, unit(known, OTHER)).layout.code == "09e"


def test_the_day_of_another_kind_of_report_is_not_told(store: Store) -> None:
    # the plan asks for a report once a year
    assert read_office_facts(store, PERIOD, None).due is not None
    half = read_office_facts(store, parse_period("2024-H1"), None)
    assert half.due is None


def test_chosen_units_come_in_the_order_of_lists(store: Store) -> None:
    found = read_office_facts(store, PERIOD, [UNIT, OTHER]).agencies
    assert [one.id for one in found] == [OTHER, UNIT]


def test_an_agency_nobody_knows_is_refused_by_name(store: Store) -> None:
    with pytest.raises(UnknownNameError) as caught:
        read_office_facts(store, PERIOD, [AgencyId("nobody")])
    assert caught.value.problems[0].facts[0] == "nobody"


def test_a_period_outside_the_plan_is_refused(store: Store) -> None:
    with pytest.raises(ConflictError) as caught:
        read_office_facts(store, parse_period("2040"), None)
    assert caught.value.reason == "period_outside_plan"


def test_nobody_chosen_is_nobody_who_owes(store: Store) -> None:
    with pytest.raises(ConflictError) as caught:
        read_office_facts(store, PERIOD, [])
    assert caught.value.reason == "nobody_owes"
