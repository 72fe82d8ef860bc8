"""What is ticked is taken in as one change, or nothing is."""

from dataclasses import replace

import pytest

from desktop.errors import Cancelled, ConflictError
from desktop.operations.entries.record_entry import record
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.kept_files import kept_path
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.arrival import Fate, Sorting
from desktop.records.returns import Intake, Return, ReturnState
from desktop.store import journal, received, records
from desktop.store.store import Store
from tests.operations.intake.senders import Senders, data_of, ready
from tests.operations.intake.twelve import seen


def test_files_are_one_change_and_each_row_knows_its_file(
    office: Store, senders: Senders
) -> None:
    ticked, others = ready(office, senders["mar1"], senders["ui"], senders["bad"])
    before = journal.entries(office.reader)[0].id
    done = accept_arrivals(office, ticked, frozenset(), others=others).value
    newest = journal.entries(office.reader)[0]
    assert (newest.id, newest.verb) == (before + 1, "take_in")
    assert (done.seen, done.taken, done.counts.accepted) == (3, 2, 3)
    returns = {one.sender: one for one in records.find(office.reader, Return)}
    for one in records.find(office.reader, Activity):
        origin = received.origin(office.reader, "activities", one.id)
        assert origin is not None
        assert origin.ret == returns[one.agency].id
        assert origin.cell.startswith("Hội nghị quán triệt, phổ biến!")
    for ret in returns.values():
        assert kept_path(office, ret.file_sha256) is not None


def test_a_corrected_form_takes_the_place_of_the_one_before(
    office: Store, senders: Senders
) -> None:
    accept_arrivals(office, ready(office, senders["mar1b"])[0], frozenset())
    (first,), _ = ready(office, senders["mar1"])
    fates = {one.title: one.fate for one in first.rows}
    assert fates == {
        "Hội nghị A": Fate.CHANGE,
        "Hội nghị B": Fate.SAME,
        "Hội nghị C": Fate.REMOVE,
    }
    accept_arrivals(office, [first], frozenset())
    titles = {
        one.title: one.attendance for one in records.find(office.reader, Activity)
    }
    assert titles == {"Hội nghị A": 10, "Hội nghị B": 20}
    states = [one.state for one in records.find(office.reader, Return)]
    assert sorted(states) == [ReturnState.ACCEPTED, ReturnState.SUPERSEDED]


@pytest.mark.parametrize("theirs", [False, True])
def test_what_was_edited_here_stays_unless_the_file_is_chosen(
    office: Store, senders: Senders, *, theirs: bool
) -> None:
    accept_arrivals(office, ready(office, senders["mar1"])[0], frozenset())
    (row,) = records.find(office.reader, Activity, where={"title": "Hội nghị A"})
    record(office, replace(row, attendance=99))
    (again,), _ = ready(office, senders["mar1b"])
    (kept,) = (one for one in again.rows if one.fate is Fate.KEEP)
    assert kept.row_id == row.id
    keep = frozenset() if theirs else frozenset({kept.row_id})
    accept_arrivals(office, [again], keep)
    now = records.get(office.reader, Activity, row.id)
    assert now is not None
    assert now.attendance == (11 if theirs else 99)


def test_two_contents_of_one_version_are_not_taken_in_together(
    office: Store, senders: Senders
) -> None:
    found = seen(office, [senders["mar1"], senders["mar1b"]])
    before = data_of(office)
    with pytest.raises(ConflictError, match="rivals"):
        accept_arrivals(office, found, frozenset())
    assert data_of(office) == before
    accept_arrivals(office, found[:1], frozenset(), others=found[1:])
    (intake,) = records.find(office.reader, Intake)
    assert [one.taken for one in intake.files] == [True, False]


def test_a_faulty_form_an_altered_copy_and_an_outdated_view_are_refused_whole(
    office: Store, senders: Senders
) -> None:
    (bad,) = seen(office, [senders["bad"]])
    assert bad.sorting is Sorting.TO_FIX
    (good,) = seen(office, [senders["ui"]])
    for refused, reason in ((bad, "not_acceptable"), (good, "received_altered")):
        if refused is good:
            good.path.write_bytes(b"altered")
        with pytest.raises(ConflictError, match=reason):
            accept_arrivals(office, [refused], frozenset())
    (again,) = seen(office, [senders["mar1"]])
    record(office, replace(_entry(office, senders), title="Đã có việc khác"))
    accept_arrivals(office, [again], frozenset())
    with pytest.raises(ConflictError, match="taken_already"):
        accept_arrivals(office, [again], frozenset())


def _entry(office: Store, senders: Senders) -> Activity:
    accept_arrivals(office, ready(office, senders["la"])[0], frozenset())
    return records.find(office.reader, Activity)[0]


def test_a_stop_half_way_takes_nothing_in(office: Store, senders: Senders) -> None:
    ticked, _ = ready(office, senders["mar1"], senders["ui"])
    before = data_of(office), journal.head(office.reader)

    def stop(step: Step) -> None:
        if step.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        accept_arrivals(office, ticked, frozenset(), stop)
    assert (data_of(office), journal.head(office.reader)) == before


def test_nothing_ticked_is_no_change(office: Store, senders: Senders) -> None:
    _, others = ready(office, senders["bad"])
    done = accept_arrivals(office, [], frozenset(), others=others)
    assert (done.value.intake, done.value.seen, done.touched) == ("", 1, frozenset())
