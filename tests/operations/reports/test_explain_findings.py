"""What an officer says of findings is kept with the draft."""

from dataclasses import replace

from desktop.operations.history.undo import undo
from desktop.operations.reports.explain_findings import explain, kept_explanations
from desktop.rules.calendar import parse_period
from desktop.store import drafts
from desktop.store.store import Store
from tests.operations.sound_office import YEAR, a_request
from tests.rules.findings.found import a_finding

KIND = "report-year"


def texts(store: Store) -> list[str]:
    return [one.text for one in kept_explanations(store, KIND, YEAR)]


def test_an_explanation_is_kept_with_its_numbers(store: Store) -> None:
    finding = a_finding()
    kept = explain(store, a_request(), finding, " Do mưa lũ. ").value
    assert kept_explanations(store, KIND, YEAR) == kept
    assert kept[0].text == "Do mưa lũ."
    assert kept[0].facts == (finding.detail, *finding.facts)


def test_another_word_takes_the_place_of_the_first_and_a_blank_one_drops_it(
    store: Store,
) -> None:
    finding, other = a_finding(), a_finding(key="other")
    explain(store, a_request(), finding, "Một")
    explain(store, a_request(), other, "Khác")
    explain(store, a_request(), finding, "Hai")
    assert sorted(texts(store)) == ["Hai", "Khác"]
    explain(store, a_request(), finding, " ")
    explain(store, a_request(), other, "")
    assert texts(store) == []
    assert not drafts.all_kept(store.reader)


def test_each_kind_and_period_has_its_own(store: Store) -> None:
    explain(store, a_request(), a_finding(), "Một")
    half = replace(a_request(), kind="report-half-year")
    assert not kept_explanations(store, half.kind, YEAR)
    assert not kept_explanations(store, KIND, parse_period("2025"))


def test_a_word_about_a_finding_is_no_deed(store: Store) -> None:
    explain(store, a_request(), a_finding(), "Một")
    assert undo(store).value is None or texts(store) == ["Một"]


def test_what_is_no_explanation_is_passed_over(store: Store) -> None:
    drafts.keep(store, f"findings/{KIND}/2024", "findings", {"a": 1, "b": {"x": 2}})
    assert kept_explanations(store, KIND, YEAR) == ()
