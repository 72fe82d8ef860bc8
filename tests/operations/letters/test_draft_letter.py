"""Letters drafted from an office's register."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError, UnknownNameError
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.letters.draft_letter import (
    LetterRequest,
    draft_letter,
    late_units,
)
from desktop.operations.offices.create_office import create_office
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.put_template import put_template
from desktop.operations.reports.read_templates import load_for
from desktop.operations.units.read_units import read_units
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.records.report import Paragraph, Report
from desktop.records.returns import ReturnState
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict
from tests.operations.reported import a_return, keep

YEAR = parse_period("2024")


def request(kind: str, **changes: object) -> LetterRequest:
    values = {"period": YEAR, "period_words": "năm 2024", "kind": kind}
    return LetterRequest(**(values | changes))  # type: ignore[arg-type]


def told(report: Report) -> str:
    return "\n".join(one.text for one in report.blocks if isinstance(one, Paragraph))


def test_a_reminder_goes_to_exactly_the_units_without_figures(store: Store) -> None:
    units = read_units(store, YEAR)
    assert units.silent
    late = late_units(store, request("letter-reminder"))
    assert [one.agency for one in late] == [one.agency.id for one in units.silent]
    due = units.due.last_day if units.due else None
    assert {one.due for one in late} == {due}


def test_the_last_day_of_another_kind_of_report_is_not_told(store: Store) -> None:
    """The plan asks for yearly reports: a quarter has no last day of its own."""
    quarter = request(
        "letter-reminder", period=parse_period("2024-Q3"), period_words="quý III"
    )
    assert {one.due for one in late_units(store, quarter)} == {None}
    assert {one.due for one in late_units(store, request("letter-reminder"))} != {None}
    assert "chậm nhất" not in told(draft_letter(store, quarter))


def test_a_unit_that_entered_something_is_not_reminded(store: Store) -> None:
    before = late_units(store, request("letter-reminder"))
    record(store, builders.an_activity(agency=before[0].agency))
    after = late_units(store, request("letter-reminder"))
    assert [one.agency for one in after] == [one.agency for one in before[1:]]


def test_a_reminder_to_some_is_addressed_to_them(store: Store) -> None:
    first, second, *_ = late_units(store, request("letter-reminder"))
    made = draft_letter(
        store, request("letter-reminder", units=(first.agency, second.agency))
    )
    assert made.letterhead.addressees == (first.name, second.name)
    assert made.kind == "letter-reminder"


def test_when_nobody_is_late_there_is_no_reminder(store: Store) -> None:
    asked = request("letter-reminder", units=(builders.OWN,))
    assert conflict(store, lambda: draft_letter(store, asked)) == (
        "nobody_late",
        "năm 2024",
    )


def test_the_letter_tells_what_went_back_and_leaves_out_what_was_accepted(
    store: Store,
) -> None:
    first, second, *_ = late_units(store, request("letter-reminder"))
    keep(
        store,
        a_return(first.agency),
        a_return(second.agency, id="r2", state=ReturnState.RETURNED, faults=3),
    )
    late = late_units(store, request("letter-reminder"))
    assert first.agency not in {one.agency for one in late}
    assert (late[0].agency, late[0].faults) == (second.agency, 3)
    assert late[0].came == dt.date(2024, 11, 20)


def test_before_the_last_day_nobody_is_late_unless_named(store: Store) -> None:
    coming = request("letter-reminder", period=parse_period("2025"))
    assert conflict(store, lambda: late_units(store, coming)) == (
        "nobody_late_yet",
        "năm 2024",
        "2025-11-24",
    )
    named = replace(coming, units=(AgencyId(builders.UNIT),))
    assert [one.agency for one in late_units(store, named)] == [builders.UNIT]


def test_a_cover_goes_with_the_newest_report_of_the_period(store: Store) -> None:
    asked = request("letter-cover")
    assert conflict(store, lambda: draft_letter(store, asked)) == ("nothing_issued",)
    draft = draft_report(
        store, Request(period=YEAR, period_words="năm 2024", number="7")
    )
    issue_report(store, draft)
    made = draft_letter(store, asked)
    assert f"Báo cáo số 7/{draft.letterhead.symbol}" in told(made)
    assert made.letterhead.addressees == draft.letterhead.addressees


def test_a_letter_may_go_with_a_draft(store: Store) -> None:
    draft = draft_report(store, Request(period=YEAR, period_words="năm 2024"))
    made = draft_letter(store, request("submission", about=draft))
    assert made.letterhead.document_type == "TỜ TRÌNH"
    assert "chỉ tiêu" in told(made)


def test_a_submission_goes_to_whom_the_office_is_under(store: Store) -> None:
    """Its reports go along another line: to the office above it in its field."""
    draft = draft_report(store, Request(period=YEAR, period_words="năm 2024"))
    with store.reading() as db:
        by_id = {one.id: one for one in records.find(db, Agency)}
    parent = by_id[AgencyId(builders.OWN)].parent
    assert parent is not None
    submission = draft_letter(store, request("submission", about=draft))
    cover = draft_letter(store, request("letter-cover", about=draft))
    assert submission.letterhead.addressees == (by_id[parent].name,)
    assert cover.letterhead.addressees == draft.letterhead.addressees
    assert cover.letterhead.addressees != submission.letterhead.addressees


def test_the_office_s_own_words_are_used(store: Store) -> None:
    mine = replace(load_for(store, "letter-reminder"), closing="Trân trọng./.")
    put_template(store, mine)
    assert told(draft_letter(store, request("letter-reminder"))).endswith(
        "Trân trọng./."
    )


def test_a_period_outside_the_plan_is_refused(store: Store) -> None:
    asked = request("letter-reminder", period=parse_period("2040"))
    assert conflict(store, lambda: draft_letter(store, asked))[0] == (
        "period_outside_plan"
    )


def test_an_unknown_letter_is_told(store: Store) -> None:
    with pytest.raises(UnknownNameError):
        draft_letter(store, request("letter-love"))


@pytest.mark.parametrize(
    "plan",
    [
        *("binh-phuoc-2023-2028", "cao-bang-2018-2020", "dak-ha-2023-2028"),
        *("dak-lak-press-2024", "khanh-hoa-2023-2028"),
    ],
)
def test_every_office_has_its_letters_or_a_reason(tmp_path: Path, plan: str) -> None:
    path = tmp_path / "so.sqlite"
    create_office(path, plan)
    with Store(path) as store:
        period = parse_period("2020" if "2018" in plan else "2024")
        draft = draft_report(store, Request(period=period, period_words="năm"))
        for kind in ("letter-reminder", "letter-cover", "submission"):
            asked = LetterRequest(
                kind=kind,
                period=period,
                period_words="năm",
                dated=dt.date(2024, 12, 2),
                about=draft,
            )
            made = drafted(store, asked)
            if isinstance(made, str):
                assert made in {"nobody_late", "no_recipient"}
                continue
            assert made.letterhead.subject
            assert "{" not in told(made)
            assert "[" not in told(made)


def drafted(store: Store, asked: LetterRequest) -> Report | str:
    """Return the letter, or why there is none."""
    try:
        return draft_letter(store, asked)
    except ConflictError as error:
        return error.reason
