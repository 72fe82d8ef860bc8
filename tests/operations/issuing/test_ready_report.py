"""Whoever asks for a report gets the same one, whole."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import ConflictError, UnknownNameError
from desktop.operations.entries.keep_draft import keep
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.check_report import check_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.issuing.ready_report import ready_report, with_kept_texts
from desktop.operations.issuing.trace_report import with_traces
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.explain_findings import explain
from desktop.operations.reports.kept_texts import REGISTER
from desktop.records.report import Paragraph
from desktop.rules.calendar import parse_period
from desktop.rules.letters.words import BODY, words_of
from desktop.store.store import Store
from tests.builders import UNIT, an_activity

YEAR = parse_period("2024")
REQUEST = Request(period=YEAR, period_words="năm 2024")


def letter(words: str = "", kind: str = "letter-reminder") -> Request:
    return replace(REQUEST, kind=kind, texts={BODY: words} if words else {})


def test_it_is_the_draft_with_traces_of_its_figures_and_what_was_explained(
    store: Store,
) -> None:
    record(store, an_activity(agency=UNIT))
    silent = next(one for one in check_report(store, REQUEST).value if one.explainable)
    explain(store, REQUEST, silent, "Sẽ bổ sung.")
    ready = ready_report(store, REQUEST)
    assert "Sẽ bổ sung." in [one.text for one in ready.footnotes]
    assert ready.traces
    assert ready == with_traces(store, ready), "they are all there already"
    draft = draft_report(store, REQUEST)
    assert (ready.letterhead, ready.data) == (draft.letterhead, draft.data)


def test_words_left_in_the_draft_are_in_it_when_they_are_asked_for(
    store: Store,
) -> None:
    texts = {"outlook": "Tiếp tục.", "VI": "Xin thêm loa."}
    keep(store, f"{REGISTER}/report-year/2024", REGISTER, {"texts": texts})
    asked = with_kept_texts(store, replace(REQUEST, number="9"))
    assert asked.number == "9"
    assert asked.texts == {"outlook": "Tiếp tục.", "proposals": "Xin thêm loa."}
    blocks = ready_report(store, asked).blocks
    for words in ("Tiếp tục.", "Xin thêm loa."):
        assert Paragraph(text=words) in blocks


def test_a_letter_is_drafted_with_the_words_written_over_it(store: Store) -> None:
    ready = ready_report(store, letter("Đề nghị gửi ngay."))
    assert words_of(ready) == "Đề nghị gửi ngay."
    assert not ready.traces
    keep(store, f"{REGISTER}/letter-reminder/2024", REGISTER, {"texts": {BODY: "Ạ."}})
    kept = with_kept_texts(store, letter())
    assert words_of(ready_report(store, kept)) == "Ạ."


def test_a_cover_goes_with_the_report_issued(store: Store) -> None:
    with pytest.raises(ConflictError, match="nothing_issued"):
        ready_report(store, letter(kind="letter-cover"))
    issue_report(store, ready_report(store, REQUEST))
    assert "năm 2024" in words_of(ready_report(store, letter(kind="letter-cover")))


def test_an_unknown_kind_is_refused(store: Store) -> None:
    with pytest.raises(UnknownNameError):
        ready_report(store, replace(REQUEST, kind="report-monthly"))


def test_a_reminder_names_the_day_by_which_an_answer_is_asked_for(store: Store) -> None:
    asked = replace(letter(), reply=dt.date(2024, 12, 5))
    assert "trước ngày 05/12/2024" in words_of(ready_report(store, asked))
    assert "trước ngày" not in words_of(ready_report(store, letter()))
