"""Records are plain, frozen, and compared by what they hold."""

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any, get_type_hints

import pytest

from desktop.records.returns import ReturnState
from desktop.records.target import Basis
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Finding,
    Integrity,
    SignatureVerdict,
)
from tests.builders import an_activity
from tests.house.record_classes import enumerations, records
from tests.rules.intake.files import a_return
from tests.rules.reported import measured, result


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_a_record_is_frozen_slotted_and_named(record: type) -> None:
    parameters = record.__dataclass_params__  # type: ignore[attr-defined]
    assert parameters.frozen
    assert "__slots__" in vars(record)
    assert all(one.kw_only for one in dataclasses.fields(record))


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_a_record_holds_nothing_that_changes(record: type) -> None:
    for name, hint in get_type_hints(record).items():
        text = str(hint)
        changeable = ("list[", "set[", "bytearray", "dict[")
        allowed = (record.__name__, name) == ("ReportTemplate", "labels")
        assert allowed or not any(one in text for one in changeable), name


@pytest.mark.parametrize("kind", enumerations(), ids=lambda kind: kind.__name__)
def test_stored_words_of_an_enumeration_are_plain_and_unique(kind: type) -> None:
    values = [str(one.value) for one in kind]  # type: ignore[attr-defined]
    assert len(set(values)) == len(values)
    assert all(value.isascii() and value == value.lower() for value in values)


def test_a_record_is_what_it_holds() -> None:
    assert an_activity() == an_activity()
    assert an_activity() != an_activity(attendance=41)
    assert len({an_activity(), an_activity()}) == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        an_activity().title = "khác"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("state", "was_accepted", "is_here"),
    [
        (ReturnState.ACCEPTED, True, True),
        (ReturnState.SUPERSEDED, True, True),
        (ReturnState.HELD, False, True),
        (ReturnState.RETURNED, False, False),
        (ReturnState.TAKEN_BACK, False, False),
    ],
)
def test_a_file_that_was_replaced_was_accepted_all_the_same(
    state: ReturnState, *, was_accepted: bool, is_here: bool
) -> None:
    found = a_return(state=state)
    assert (found.was_accepted, found.is_here) == (was_accepted, is_here)


def test_the_headline_follows_the_basis_of_the_target() -> None:
    period, in_all = measured(1, 2, "50.0"), measured(3, 4, "75.0")
    assert result(period, in_all).headline.value == Decimal("50.0")
    cumulative = result(period, in_all, basis=Basis.CUMULATIVE)
    assert cumulative.headline.value == Decimal("75.0")


def a_signature(**changes: Any) -> SignatureVerdict:
    return dataclasses.replace(
        SignatureVerdict(
            signer="A",
            issuer="B",
            integrity=Integrity.INTACT,
            coverage=Coverage.COMPLETE,
            chain=Chain.PINNED,
            claimed_time=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
        ),
        **changes,
    )


def a_file(*signatures: SignatureVerdict, **changes: Any) -> FileVerdict:
    one = FileVerdict(file_name="a.pdf", format="pdf", signatures=signatures)
    return dataclasses.replace(one, **changes)


CHANGED = a_signature(integrity=Integrity.CHANGED)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (a_file(a_signature()), True),
        (a_file(), False),
        (a_file(CHANGED), False),
        (a_file(a_signature(), CHANGED), False),
        (a_file(a_signature(coverage=Coverage.INCOMPLETE)), False),
        (a_file(a_signature(), findings=(Finding(code="hash"),)), False),
        (a_file(a_signature(), members=(a_file(a_signature()),)), True),
        (a_file(a_signature(), members=(a_file(CHANGED),)), False),
        (a_file(a_signature(), members=(a_file(),)), True),
    ],
)
def test_a_file_is_intact_only_when_all_of_it_is(
    verdict: FileVerdict, expected: bool
) -> None:
    assert verdict.intact is expected
