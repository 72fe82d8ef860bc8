"""An intake goes back but for what was edited since, which is named with the reason."""

from dataclasses import replace

import pytest

from desktop.errors import ConflictError, UnknownNameError
from desktop.operations.entries.record_entry import record
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.take_back_intake import (
    look_at_taking_back,
    take_back_intake,
)
from desktop.operations.periods.close_period import close_period
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence
from desktop.records.identity import RecordId
from desktop.records.returns import Return, ReturnState
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW
from tests.operations.intake.senders import Senders, data_of, ready


def take_in(office: Store, senders: Senders, *names: str) -> str:
    ticked, _ = ready(office, *(senders[name] for name in names))
    return accept_arrivals(office, ticked, frozenset()).value.intake


def test_an_edited_entry_stays_and_the_question_says_so_before(
    office: Store, senders: Senders
) -> None:
    intake = take_in(office, senders, "mar1", "ui")
    (row,) = records.find(office.reader, Activity, where={"title": "Hội nghị A"})
    record(office, replace(row, attendance=99))
    asked = look_at_taking_back(office, intake)
    assert [(one.title, one.reason) for one in asked.kept] == [("Hội nghị A", "edited")]
    assert len(data_of(office)) == 3, "a look changes nothing"
    assert take_back_intake(office, intake).value == asked
    assert set(data_of(office)) == {row.id}


def test_an_entry_edited_and_put_right_again_goes(
    office: Store, senders: Senders
) -> None:
    intake = take_in(office, senders, "ui")
    (row,) = records.find(office.reader, Activity)
    record(office, replace(row, attendance=99))
    record(office, row)
    assert take_back_intake(office, intake).value.kept == ()
    assert data_of(office) == {}


def test_what_evidence_was_attached_to_stays(office: Store, senders: Senders) -> None:
    intake = take_in(office, senders, "ui")
    (row,) = records.find(office.reader, Activity)
    with office.change("attach_evidence") as change:
        records.put(
            change,
            Evidence(
                id=RecordId("e1"),
                place="activities",
                row_id=row.id,
                name="ảnh.jpg",
                media="image/jpeg",
                size=1,
                sha256="0" * 64,
                source_sha256="0" * 64,
                added_at=NOW,
            ),
        )
    (kept,) = take_back_intake(office, intake).value.kept
    assert (kept.row_id, kept.reason) == (row.id, "referred")


def test_a_later_intake_keeps_what_it_says_too(office: Store, senders: Senders) -> None:
    first = take_in(office, senders, "mar1")
    take_in(office, senders, "mar1b")
    done = take_back_intake(office, first).value
    assert {(one.title, one.reason) for one in done.kept} == {
        ("Hội nghị A", "later_intake"),
        ("Hội nghị B", "later_intake"),
    }
    assert len(data_of(office)) == 3
    states = {one.file_name: one.state for one in records.find(office.reader, Return)}
    assert states == {
        "mar1.xlsx": ReturnState.TAKEN_BACK,
        "mar1 sửa.xlsx": ReturnState.ACCEPTED,
    }


def test_an_intake_goes_back_once_and_only_one_there_is(
    office: Store, senders: Senders
) -> None:
    intake = take_in(office, senders, "ui")
    take_back_intake(office, intake)
    with pytest.raises(ConflictError, match="taken_back_already"):
        take_back_intake(office, intake)
    with pytest.raises(UnknownNameError):
        look_at_taking_back(office, "none")


def test_a_locked_period_keeps_everything(office: Store, senders: Senders) -> None:
    from desktop.rules.calendar import parse_period

    intake = take_in(office, senders, "ui")
    before = data_of(office)
    close_period(office, parse_period("2024-Q2"))
    with pytest.raises(ConflictError, match="period_locked"):
        take_back_intake(office, intake)
    assert data_of(office) == before
    (ret,) = records.find(office.reader, Return)
    assert ret.state is ReturnState.ACCEPTED
