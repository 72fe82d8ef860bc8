"""A form that comes back is known by its id, read whole, and held against here."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.files.forms.reading import read_forms
from desktop.operations.entries.record_entry import record
from desktop.operations.forms.inspect_form import inspect_forms
from desktop.operations.periods.close_period import close_period
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Counts, Fate, Sorting
from desktop.records.form import CollectingForm
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.arrivals import reason
from tests import builders
from tests.operations.forms import filled
from tests.operations.forms.filled import Made, a_row, codes, only, ready

LIST = "Hội nghị quán triệt, phổ biến"
SUMMARY = "Biểu 09a"


@pytest.fixture(scope="module")
def made(office_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make one form for all tests of this module."""
    return filled.made(office_pattern, tmp_path_factory.mktemp("forms"))


@pytest.fixture
def store(made: Made, tmp_path: Path) -> Iterator[Store]:
    """Give a test its own copy of the office that made the form."""
    with made.open(tmp_path) as opened:
        yield opened


def rows(*many: filled.Row) -> dict[str, Any]:
    return {"rows": {"conference": many}}


def fates(arrival: Arrival) -> list[tuple[Fate, str, str]]:
    return [(one.fate, one.at, one.title) for one in arrival.rows]


def test_rows_and_totals_of_a_good_form_would_be_added(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(
        tmp_path / "tên khác.xlsx",
        **rows(a_row(title="Một"), a_row(title="Hai", attendance=60)),
        totals={"direct_events": 5, "direct_attendance": 100, "copies": "1.500"},
    )
    found = only(store, path)
    ready(found)
    assert (found.agency, found.sender) == (builders.UNIT, builders.UNIT)
    assert (found.period_code, found.version) == (filled.PERIOD, 1)
    assert found.source == made.form.id
    assert found.counts == Counts(seen=5, accepted=4, unchanged=1)
    assert fates(found) == [
        (Fate.ADD, f"{LIST}!5", "Một"),
        (Fate.ADD, f"{LIST}!6", "Hai"),
        (Fate.ADD, f"{SUMMARY}!B9", "Số cuộc truyền thông (Cuộc)"),
        (
            Fate.ADD,
            f"{SUMMARY}!D9",
            "Số lượng tài liệu phát hành miễn phí (Bản): Tổng số",
        ),
    ]
    assert (found.control.entries, found.control.attendance) == (2, 100)


def test_every_fault_of_a_file_is_told_with_its_cell(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(
        tmp_path / "a.xlsx",
        **rows(
            a_row(attendance="12 buổi", first_day="khoảng tháng năm"),
            a_row(title=None, pillar="Trụ cột lạ"),
            a_row(last_day=dt.date(2024, 8, 1)),
        ),
        totals={"direct_events": "năm", "copies": -3, "contests": 2.5},
    )
    found = only(store, path)
    assert found.sorting is Sorting.TO_FIX
    assert codes(found) == [
        (SUMMARY, "B9", "number_not_number"),
        (SUMMARY, "D9", "negative"),
        (SUMMARY, "J9", "number_fraction"),
        (LIST, "B5", "date_not_date"),
        (LIST, "K5", "number_not_number"),
        (LIST, "G6", "not_in_list"),
        (LIST, "A6", "missing"),
        (LIST, "C7", "outside_period"),
    ]
    shown = {one.cell: (one.label, one.shown) for one in found.faults}
    assert shown["K5"] == ("Số lượt người", "12 buổi")
    assert found.counts == Counts(seen=6, refused=6)


def test_a_total_below_its_list_is_a_fault_and_parts_must_add_up(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(
        tmp_path / "a.xlsx",
        **rows(a_row(title="Một"), a_row(title="Hai")),
        totals={
            "direct_events": 1,
            "copies": 10,
            "copies_leaflets": 8,
            "copies_books": 7,
            "contests": 3,
        },
    )
    found = only(store, path)
    by_cell = {one.cell: one for one in found.faults if one.sheet == SUMMARY}
    assert by_cell["B9"].code == "less_than_listed"
    assert by_cell["B9"].facts == ("1", "2")
    assert by_cell["D9"].code == "parts_above_whole"
    assert by_cell["D9"].facts == ("10", "15")
    assert not by_cell["D9"].doubt


def test_parts_below_the_whole_are_doubted_and_may_stand(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(tmp_path / "a.xlsx", totals={"copies": 10, "copies_leaflets": 8})
    found = only(store, path)
    ready(found)
    (doubt,) = [one for one in found.faults if one.sheet == SUMMARY]
    assert (doubt.code, doubt.doubt, doubt.facts) == ("parts_differ", True, ("10", "8"))


def test_the_same_form_twice_is_the_same_rows(
    made: Made, store: Store, tmp_path: Path
) -> None:
    one = made.fill(tmp_path / "a.xlsx", **rows(a_row()), totals={"clubs": 4})
    two = made.fill(tmp_path / "b.xlsx", **rows(a_row()), totals={"clubs": 4})
    first, second = filled.inspected(store, one, two)
    assert first.content_sha256 == second.content_sha256
    assert first.rows == second.rows
    other = made.fill(tmp_path / "c.xlsx", **rows(a_row(attendance=41)))
    assert only(store, other).content_sha256 != first.content_sha256


def test_what_was_accepted_before_is_a_duplicate_whatever_it_is_called(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(tmp_path / "a.xlsx", **rows(a_row()))
    filled.accept(store, path)
    again = made.fill(tmp_path / "bản cuối (1).xlsx", **rows(a_row()))
    found = only(store, again)
    assert found.sorting is Sorting.DUPLICATE
    assert found.reasons[0][:2] == ("accepted_already", "a.xlsx")
    assert {one.fate for one in found.rows} == {Fate.SAME}
    assert found.counts == Counts(seen=1, unchanged=1)


def test_a_later_statement_changes_and_removes_what_an_earlier_one_put(
    made: Made, store: Store, tmp_path: Path
) -> None:
    first = made.fill(
        tmp_path / "a.xlsx",
        **rows(a_row(title="Một"), a_row(title="Hai"), a_row(title="Ba")),
        totals={"clubs": 4, "bookshelves": 2},
    )
    filled.accept(store, first)

    def without_second(book: Any) -> None:
        book[LIST].delete_rows(6)

    later = made.fill(
        tmp_path / "b.xlsx",
        **rows(a_row(title="Một", attendance=55), a_row(), a_row(title="Ba")),
        totals={"clubs": 5},
        also=without_second,
    )
    found = only(store, later)
    ready(found)
    assert [(one.fate, one.title) for one in found.rows] == [
        (Fate.CHANGE, "Một"),
        (Fate.SAME, "Ba"),
        (Fate.CHANGE, "Câu lạc bộ: Số câu lạc bộ (CLB)"),
        (Fate.REMOVE, "Hai"),
        (Fate.REMOVE, "Tủ sách: Số lượng (Tủ)"),
    ]
    (change,) = found.rows[0].changes
    assert (change.field, change.ours, change.theirs) == ("attendance", "40", "55")
    assert (found.rows[2].changes[0].ours, found.rows[2].changes[0].theirs) == (
        "4",
        "5",
    )


def test_what_was_edited_here_since_is_asked_about(
    made: Made, store: Store, tmp_path: Path
) -> None:
    first = made.fill(
        tmp_path / "a.xlsx", **rows(a_row(title="Một"), a_row(title="Hai"))
    )
    filled.accept(store, first)
    kept = {one.title: one for one in records.find(store.reader, Activity)}
    record(store, replace(kept["Một"], attendance=44))
    record(store, replace(kept["Hai"], attendance=44))
    later = made.fill(tmp_path / "b.xlsx", **rows(a_row(title="Một", attendance=50)))
    found = only(store, later)
    by_title = {one.title: one for one in found.rows}
    assert by_title["Một"].fate is Fate.KEEP
    assert by_title["Một"].changes[0].ours == "44"
    assert by_title["Một"].changes[0].theirs == "50"
    assert by_title["Hai"].fate is Fate.KEEP
    assert found.counts == Counts(seen=1, unchanged=1)


def test_a_locked_period_refuses_what_would_change_it(
    made: Made, store: Store, tmp_path: Path
) -> None:
    close_period(store, parse_period(filled.PERIOD))
    path = made.fill(tmp_path / "a.xlsx", totals={"clubs": 4})
    found = only(store, path)
    assert found.sorting is Sorting.REFUSED
    assert found.reasons[0] == ("period_locked", "01/04/2024", "30/06/2024")
    nothing = made.fill(tmp_path / "b.xlsx")
    ready(only(store, nothing))


def test_a_form_that_was_replaced_since_is_older(
    made: Made, store: Store, tmp_path: Path
) -> None:
    filled.a_form(store, tmp_path / "mới")
    found = only(store, made.fill(tmp_path / "a.xlsx", **rows(a_row())))
    assert found.sorting is Sorting.OLDER
    assert found.reasons == (("form_replaced", "1", "2"),)


def test_what_bears_no_stamp_or_an_unknown_one_is_not_ours(
    made: Made, store: Store, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    plain = tmp_path / "a.xlsx"
    Workbook().save(plain)

    def another(book: Any) -> None:
        book["_so"]["A2"] = "f" * 32
        book["_so"]["A7"] = "0" * 64

    strange = made.fill(tmp_path / "b.xlsx", also=another)
    found = filled.inspected(store, plain, strange)
    assert [one.sorting for one in found] == [Sorting.FOREIGN, Sorting.FOREIGN]
    assert found[0].reasons == (("no_form",),)
    assert found[1].reasons == (("form_unknown", builders.UNIT, filled.PERIOD),)


def test_an_office_restored_from_before_knows_a_form_word_for_word_the_same(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def renumbered(book: Any) -> None:
        book["_so"]["A2"] = "f" * 32

    found = only(store, made.fill(tmp_path / "a.xlsx", also=renumbered))
    assert (found.sorting, found.source) == (Sorting.READY, made.form.id)


def test_a_practice_form_is_refused_whatever_it_says(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def practised(book: Any) -> None:
        book["_so"]["A8"] = "1"

    found = only(store, made.fill(tmp_path / "a.xlsx", also=practised))
    assert (found.sorting, found.reasons) == (Sorting.REFUSED, (("practice",),))


def test_an_entry_shown_and_left_alone_stays_as_it_is_here(
    store: Store, tmp_path: Path
) -> None:
    entry = builders.an_activity(
        "conference",
        agency=builders.UNIT,
        form="briefing",
        first_day=dt.date(2024, 5, 6),
        last_day=dt.date(2024, 5, 6),
    )
    kept = record(store, entry).value
    assert isinstance(kept, Activity)
    form, workbook = filled.a_form(store, tmp_path / "mới")
    record(store, replace(kept, attendance=77))
    back = filled.fill(form, workbook, tmp_path / "a.xlsx")
    found = only(store, back)
    assert [(one.fate, one.row_id) for one in found.rows] == [(Fate.SAME, kept.id)]
    changed = filled.fill(
        form, workbook, tmp_path / "b.xlsx", rows={"conference": [{"attendance": 41}]}
    )
    (row,) = only(store, changed).rows
    assert (row.fate, row.row_id) == (Fate.KEEP, kept.id)


def test_an_entry_shown_is_changed_in_the_fields_of_the_form_alone(
    store: Store, tmp_path: Path
) -> None:
    entry = builders.an_activity(
        "conference",
        agency=builders.UNIT,
        form="briefing",
        first_day=dt.date(2024, 5, 6),
        last_day=dt.date(2024, 5, 6),
        languages=("vietnamese",),
    )
    kept = record(store, entry).value
    assert isinstance(kept, Activity)
    form, workbook = filled.a_form(store, tmp_path / "mới")
    back = filled.fill(
        form, workbook, tmp_path / "a.xlsx", rows={"conference": [{"attendance": 41}]}
    )
    arrival, _ = filled.accept(store, back)
    (row,) = arrival.rows
    assert row.fate is Fate.CHANGE
    now = records.get(store.reader, Activity, kept.id)
    assert now == replace(kept, attendance=41)


def test_forms_are_inspected_while_others_are_read(
    made: Made, store: Store, tmp_path: Path
) -> None:
    steps: list[Step] = []
    path = made.fill(tmp_path / "a.xlsx")
    found = inspect_forms(store, read_forms([path, path]), steps.append)
    assert len(found) == 2
    assert [(one.stage, one.done) for one in steps] == [
        ("checking_forms", 0),
        ("checking_forms", 1),
    ]


def test_nothing_is_stored_by_looking(made: Made, store: Store, tmp_path: Path) -> None:
    before = store.last_change()
    only(store, made.fill(tmp_path / "a.xlsx", **rows(a_row())))
    assert store.last_change() == before
    assert records.count(store.reader, CollectingForm) == 1


def test_rows_sorted_without_the_hidden_keys_change_nothing(
    made: Made, store: Store, tmp_path: Path
) -> None:
    titles = ("Một", "Hai", "Ba")
    rows = [a_row(title=one, place=one) for one in titles]
    filled.accept(store, made.fill(tmp_path / "a.xlsx", rows={"conference": rows}))
    before = {one.id: one for one in records.find(store.reader, Activity)}
    again = made.fill(tmp_path / "b.xlsx", rows={"conference": [*rows[1:], rows[0]]})
    found = filled.only(store, again)
    assert {one.fate for one in found.rows} == {Fate.SAME}
    filled.accept(store, again)
    assert {one.id: one for one in records.find(store.reader, Activity)} == before


def test_entries_whose_hidden_keys_were_thrown_away_are_not_told_twice(
    made: Made, store: Store, tmp_path: Path
) -> None:
    rows = [a_row(title=one, place=one) for one in ("Một", "Hai")]
    filled.accept(store, made.fill(tmp_path / "a.xlsx", rows={"conference": rows}))
    place = filled.list_of(made.form, "conference")

    def throw_away(book: Any) -> None:
        for line in range(place.first_row, place.last_row + 1):
            book[place.sheet][f"{place.key_column}{line}"] = None

    rows[1] = {**rows[1], "attendance": 90}
    path = made.fill(tmp_path / "b.xlsx", rows={"conference": rows}, also=throw_away)
    found = filled.only(store, path)
    told = {one.title: one.fate for one in found.rows}
    assert told == {"Một": Fate.SAME, "Hai": Fate.CHANGE}
    filled.accept(store, path)
    assert len(records.find(store.reader, Activity)) == 2


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
        ("09a/3", ("form_newer", "09a", "3", "2")),
        ("99x/1", ("form_newer", "99x", "1", "0")),
        ("09a/1", ("form_unknown", builders.UNIT, "2024-Q2")),
    ],
)
def test_a_form_of_a_layout_nobody_here_knows_is_refused_with_the_reason(
    made: Made, store: Store, tmp_path: Path, layout: str, wanted: tuple[str, ...]
) -> None:
    def restamp(book: Any) -> None:
        for place, told in (("A2", "another"), ("A6", layout), ("A7", "")):
            book["_so"][place] = told

    found = only(store, made.fill(tmp_path / "a.xlsx", also=restamp))
    sorting = Sorting.FOREIGN if wanted[0] == "form_unknown" else Sorting.REFUSED
    assert (found.sorting, found.reasons) == (sorting, (wanted,))
    assert reason(found.reasons[0]) != wanted[0]
