"""Marked copies: a form is held against the newest, until an answer was accepted."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.wire.form_content import content_to_json
from desktop.operations.forms.marked_copy import marked_copy
from desktop.records.form import Asked, CollectingForm, FormContent
from desktop.records.identity import AgencyId, PlanId
from desktop.records.returns import Intake, Return, ReturnKind, ReturnState
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, OWN, a_bare_store

SHA = "a" * 64


def a_form(
    name: str, *, minutes: int, marked_from: str | None = None
) -> CollectingForm:
    asked = (Asked(sheet="Tập huấn", cell=name, code="missing"),) if marked_from else ()
    content = FormContent(
        layout="09a", layout_version=1, summary="", totals=(), sheets=(), asked=asked
    )
    return CollectingForm(
        id=name,
        agency=AgencyId(OWN),
        plan=PlanId("plan"),
        period_code="2024-H2",
        first_day=dt.date(2024, 7, 1),
        last_day=dt.date(2024, 12, 31),
        version=1,
        layout="09a",
        layout_version=1,
        made_at=NOW + dt.timedelta(minutes=minutes),
        file_name=f"{name}.xlsx",
        sha256=SHA,
        content=content_to_json(content),
        marked_from=marked_from,
    )


def a_return(name: str, state: ReturnState, *, minutes: int) -> Return:
    return Return(
        id=name,
        intake="intake",
        kind=ReturnKind.FORM,
        agency=AgencyId(OWN),
        sender=OWN,
        period_code="2024-H2",
        first_day=dt.date(2024, 7, 1),
        last_day=dt.date(2024, 12, 31),
        source="F1",
        version=1,
        file_name="a.xlsx",
        file_sha256=SHA,
        content_sha256=SHA,
        state=state,
        received_at=NOW + dt.timedelta(minutes=minutes),
    )


FIRST = a_form("F1", minutes=0)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with a_bare_store(tmp_path / "so.stt") as store:
        put(store, Intake(id="intake", at=NOW, seen=1, files=()), FIRST)
        yield store


def put(store: Store, *many: object) -> None:
    with store.change("test") as change:
        for one in many:
            records.put(change, one)


def asked_in(store: Store, form: CollectingForm) -> list[str]:
    found = marked_copy(store, form)
    assert found is not None
    return [one.cell for one in found.asked]


def test_a_form_that_never_went_back_answers_nothing(office: Store) -> None:
    assert marked_copy(office, FIRST) is None


def test_the_newest_copy_is_answered_from_copy_and_original_alike(
    office: Store,
) -> None:
    second = a_form("F2", minutes=5, marked_from="R1")
    third = a_form("F3", minutes=9, marked_from="R2")
    put(office, a_return("R1", ReturnState.RETURNED, minutes=5), second, third)
    assert asked_in(office, FIRST) == asked_in(office, second) == ["F3"]


def test_another_unit_period_plan_or_form_is_another_matter(office: Store) -> None:
    put(office, a_form("F2", minutes=5, marked_from="R1"))
    year = dt.date(2024, 1, 1)
    for one in (
        replace(FIRST, agency=AgencyId("khác")),
        replace(FIRST, first_day=year),
        replace(FIRST, plan=PlanId("khác")),
        replace(FIRST, layout="09e"),
    ):
        assert marked_copy(office, one) is None


def test_what_was_accepted_since_closes_the_matter(office: Store) -> None:
    put(office, a_form("F2", minutes=5, marked_from="R1"))
    put(office, a_return("R0", ReturnState.ACCEPTED, minutes=4))
    assert asked_in(office, FIRST) == ["F2"], "accepted before it went back"
    put(office, a_return("R3", ReturnState.TAKEN_BACK, minutes=6))
    assert asked_in(office, FIRST) == ["F2"], "an intake taken back is no answer"
    put(office, a_return("R4", ReturnState.ACCEPTED, minutes=7))
    assert marked_copy(office, FIRST) is None
