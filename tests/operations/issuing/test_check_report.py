"""A report is checked before it is signed."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.keep_draft import keep
from desktop.operations.issuing.check_report import (
    check_report,
    hard_errors,
    refuse_hard_errors,
    with_explanations,
)
from desktop.operations.reports.draft_report import draft_page, draft_report
from desktop.operations.reports.explain_findings import explain
from desktop.operations.reports.kept_texts import REGISTER
from desktop.records.activity import Activity
from desktop.records.finding import Check, Finding
from desktop.records.identity import RecordId
from desktop.rules.calendar import parse_period
from desktop.rules.reports.draft_text import SectionText, kept
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders
from tests.operations.planted_faults import KINDS, SILENT, plant
from tests.operations.sound_office import TEXTS, a_request, make_sound


@pytest.fixture
def sound(store: Store) -> Store:
    make_sound(store)
    return store


@pytest.fixture
def planted(sound: Store) -> Store:
    plant(sound)
    return sound


def found(store: Store) -> dict[Check, Finding]:
    return {one.code: one for one in check_report(store, a_request()).value}


def put(store: Store, *many: object) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def activity(store: Store, row_id: str) -> Activity:
    one = records.get(store.reader, Activity, row_id)
    assert one is not None
    return one


def test_of_a_sound_office_nothing_can_be_said(sound: Store) -> None:
    assert check_report(sound, a_request()).value == ()
    refuse_hard_errors(sound, a_request())


def test_eight_planted_faults_are_all_found_the_largest_effect_first(
    planted: Store,
) -> None:
    made = check_report(planted, a_request()).value
    assert [one.code for one in made] == [
        Check.ABOVE_DENOMINATOR,
        Check.UNLIKE_PAST,
        Check.FAR_PASSED,
        Check.DATE_OUTSIDE,
        Check.COUNTED_TWICE,
        Check.NO_EVIDENCE,
        Check.PARTS_DIFFER,
        Check.UNIT_MISSING,
    ]
    assert {one.code for one in made} == KINDS
    assert [one.effect for one in made] == sorted(
        (one.effect for one in made), reverse=True
    )


def test_each_leads_to_what_is_at_fault(planted: Store) -> None:
    where = {code: one.where.record for code, one in found(planted).items()}
    assert where == {
        Check.ABOVE_DENOMINATOR: f"{builders.PLAN}/T2a",
        Check.UNLIKE_PAST: "past",
        Check.FAR_PASSED: f"{builders.PLAN}/T3",
        Check.DATE_OUTSIDE: "dates",
        Check.COUNTED_TWICE: f"twin-{builders.UNIT}",
        Check.NO_EVIDENCE: builders.task("3.4"),
        Check.PARTS_DIFFER: "parts",
        Check.UNIT_MISSING: SILENT,
    }


def test_only_the_contradiction_blocks(planted: Store) -> None:
    (error,) = hard_errors(planted, a_request())
    assert hard_errors(planted, draft_report(planted, a_request())) == (error,)
    assert error.code is Check.ABOVE_DENOMINATOR
    with pytest.raises(ConflictError) as refused:
        refuse_hard_errors(planted, a_request())
    assert refused.value.reason == "report_contradicts"
    assert refused.value.facts == ("1", error.subject)


def test_a_letter_tells_no_figures_that_could_contradict(planted: Store) -> None:
    letter = replace(a_request(), kind="letter-reminder")
    refuse_hard_errors(planted, letter)
    assert check_report(planted, letter).value == ()


def test_what_was_said_is_printed_as_footnotes_and_what_was_mended_is_not(
    planted: Store,
) -> None:
    request = a_request()
    for code in (Check.FAR_PASSED, Check.UNIT_MISSING):
        explain(planted, request, found(planted)[code], f"Vì {code}.")
    put(
        planted,
        builders.a_posting(id="now", agency=SILENT, title="Tin của xã Đăk La"),
    )
    draft = draft_report(planted, request)
    made = with_explanations(planted, request, draft)
    assert [(one.number, one.text) for one in made.footnotes] == [(1, "Vì far_passed.")]


def test_what_was_said_of_other_numbers_is_asked_for_again(planted: Store) -> None:
    request = a_request()
    explain(planted, request, found(planted)[Check.PARTS_DIFFER], "Vừa nữ vừa trẻ.")
    assert found(planted)[Check.PARTS_DIFFER].explanation == "Vừa nữ vừa trẻ."
    put(planted, replace(activity(planted, "parts"), attendance=310))
    made = found(planted)[Check.PARTS_DIFFER]
    assert (made.explanation, made.offered) == ("", "Vừa nữ vừa trẻ.")
    draft = draft_report(planted, request)
    assert with_explanations(planted, request, draft).footnotes == ()


def test_blank_parts_of_the_paper_and_of_the_text_are_told(sound: Store) -> None:
    own = preferences.get(sound.reader)
    assert own is not None
    with sound.change("set_preferences") as change:
        preferences.put(change, replace(own, signer_name="", recipients=()))
    made = check_report(sound, a_request(texts={"V": "Tiếp tục."})).value
    told = {(one.code, one.where.field or one.where.record) for one in made}
    assert (Check.PAPER_BLANK, "signer") in told
    assert (Check.PAPER_BLANK, "recipients") in told
    assert (Check.SECTION_EMPTY, "proposals") in told
    assert (Check.SECTION_EMPTY, "outlook") not in told


def test_a_number_in_words_somebody_wrote_is_held_against_the_records(
    sound: Store,
) -> None:
    place = "products"
    made = draft_page(sound, a_request()).generated[place]
    words = SectionText(text=f"{made.text} Kết quả tốt.", generated=made)
    name = f"{REGISTER}/report-year/2024"
    keep(sound, name, REGISTER, {"texts": {place: kept(words)}})
    request = a_request(texts={**TEXTS, place: words.text})
    assert check_report(sound, request).value == ()
    put(sound, builders.a_product(id="new", title="Đất và người", digitised=True))
    stale = [
        one
        for one in check_report(sound, request).value
        if one.code is Check.TEXT_STALE
    ]
    assert [one.facts for one in stale] == [("6", "7")]
    assert (stale[0].where.record, stale[0].section) == (place, "II.2.b")


def test_what_is_dated_after_the_closing_day_is_told(sound: Store) -> None:
    put(sound, builders.a_posting(id="late", last_day=dt.date(2024, 12, 1)))
    closed = replace(a_request(), period=parse_period("2024@14/11"))
    (made,) = check_report(sound, closed).value
    assert (made.code, made.detail) == (Check.DATE_OUTSIDE, "after_closing")
    assert made.facts == ("1", "14/11/2024", "01/12/2024")
    assert made.effect == Decimal("2.9")  # one entry beside the 34 that count


def test_a_period_outside_the_plan_is_refused(sound: Store) -> None:
    outside = replace(a_request(), period=parse_period("2031"))
    with pytest.raises(ConflictError) as refused:
        check_report(sound, outside)
    assert refused.value.reason == "period_outside_plan"


def test_what_was_joined_is_counted_twice_no_more(planted: Store) -> None:
    account = activity(planted, f"twin-{builders.UNIT}")
    lead = RecordId(f"twin-{builders.OWN}")
    put(planted, replace(account, joined_to=lead))
    assert Check.COUNTED_TWICE not in found(planted)
