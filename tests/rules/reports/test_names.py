"""Names in braces: those a report fills are those a template may use."""

from desktop.rules.reports import names
from desktop.rules.reports.facts import Facts
from desktop.rules.reports.words import counts
from tests.rules.reported import facts


def test_every_number_a_report_has_beside_its_figures_may_be_named() -> None:
    given: Facts = facts()
    named = {one for one in names.SENTENCE if one.startswith("count:")}
    assert set(counts(given)) <= named


def test_names_are_found_in_their_order() -> None:
    assert names.names_in("{a} và {figure:b}, {a}") == ("a", "figure:b", "a")


def test_a_fault_carries_the_name_that_is_wrong() -> None:
    (fault,) = names.standing_faults("Gửi {nobody}.", names.STANDING)
    assert (fault.code, fault.fact) == ("template_unknown_name", "nobody")
