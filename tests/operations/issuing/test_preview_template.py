"""Words of a template filled in while it is written."""

from dataclasses import replace

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.preview_template import preview_template
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.read_templates import load_for
from desktop.records.report import Paragraph
from desktop.rules.calendar import parse_period
from desktop.rules.reports.kinds import KINDS
from desktop.store.store import Store
from tests import builders

YEAR = parse_period("2024")


def test_a_sentence_nobody_kept_yet_is_filled_from_the_records(store: Store) -> None:
    record(store, builders.an_activity())
    template = load_for(store, "report-year")
    first = replace(template.sections[0], sentences=("Có {figure:trainings} lớp.",))
    template = replace(template, sections=(first, *template.sections[1:]))
    found = preview_template(store, YEAR, "năm 2024", template)
    assert found.sections["direction"] == "Có 1 lớp."


def test_what_says_nothing_shows_its_empty_sentence(store: Store) -> None:
    template = load_for(store, "report-year")
    found = preview_template(store, YEAR, "năm 2024", template)
    contests = next(one for one in template.sections if one.key == "contests")
    assert found.sections["contests"] == contests.empty


def test_the_preview_says_what_the_report_will(store: Store) -> None:
    template = load_for(store, "report-year")
    found = preview_template(store, YEAR, "năm 2024", template)
    report = draft_report(store, Request(period=YEAR, period_words="năm 2024"))
    subject, *_, closing = found.head.splitlines()
    assert subject == report.letterhead.subject
    last = report.blocks[-1]
    assert isinstance(last, Paragraph)
    assert closing == last.text


@pytest.mark.parametrize("kind", [one.code for one in KINDS])
def test_every_kind_can_be_previewed(store: Store, kind: str) -> None:
    found = preview_template(store, YEAR, "năm 2024", load_for(store, kind))
    assert found.fault is None
    assert found.head
    assert "{" not in found.head


def test_a_fault_is_an_answer(store: Store) -> None:
    template = load_for(store, "report-year")
    late = parse_period("2040")
    found = preview_template(
        store, late, "năm 2040", replace(template, code="letter-reminder")
    )
    assert isinstance(found.fault, ConflictError)
    assert found.fault.reason == "period_outside_plan"
