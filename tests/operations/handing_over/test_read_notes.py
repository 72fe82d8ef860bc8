"""What the next officer must know is gathered as things stand."""

import datetime as dt
from hashlib import sha256

import pytest

from desktop.operations.handing_over.read_notes import read_notes
from desktop.records.exchange import (
    Call,
    Contact,
    Delivery,
    DeliveryState,
    Receipt,
    ReceiptOutcome,
)
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline, Period
from desktop.records.returns import ReturnState
from desktop.records.signing import SignerRole
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.operations.reported import a_call, a_return, keep


class Plain:
    """Words that tell which one they stand for."""

    def subject(self, deadline: Deadline, /) -> str:
        return deadline.text[:20]

    def period(self, period: Period, /) -> str:
        return f"kỳ {period.code}"

    def role(self, role: SignerRole, /) -> str:
        return str(role)

    def call(self, one: Call | None, _zone: dt.tzinfo | None, /) -> str:
        return one.way if one else "–"


WORDS = Plain()
YEAR = parse_period("2024")


@pytest.fixture
def told(store: Store) -> dict[str, dict[str, str]]:
    line = Contact(id=AgencyId(builders.UNIT), line="0260 1", mailbox="x@y.vn")
    keep(store, line, a_call(), a_return(state=ReturnState.RETURNED, faults=2))
    notes = read_notes(store, YEAR, WORDS)
    return {key: dict(facts) for key, facts in (*notes.head, *notes.due, *notes.open)}


def test_what_is_due_here_and_to_others_is_told(
    told: dict[str, dict[str, str]],
) -> None:
    assert told["to_here"]["day"] == "24/11/2025"
    assert (told["to_here"]["received"], told["to_here"]["all"]) == ("0", "34")
    assert "whom" in told["undated"], "the office's own report has no day in the plan"


def test_what_is_open_is_counted_and_named(told: dict[str, dict[str, str]]) -> None:
    assert (told["owing"]["count"], told["owing"]["period"]) == ("34", "kỳ 2024")
    assert told["owing"]["names"].endswith("…")
    assert told["late"] == {"count": "34", "due": "24/11/2024"}
    assert told["faulty"]["count"] == "1"
    assert "held" not in told
    assert "no_file" in told


def test_units_that_owe_and_can_be_reached_come_first(
    store: Store, told: dict[str, dict[str, str]]
) -> None:
    notes = read_notes(store, YEAR, WORDS)
    above, first, *_ = notes.calls
    assert above[0].endswith("(nơi nhận báo cáo)")
    assert first[1:] == ("0260 1, x@y.vn", "phone")
    assert len(notes.calls) == 35
    assert notes.keys == (), "nothing was signed yet"
    assert notes.at.utcoffset() == dt.timedelta(hours=7)
    assert told


def a_delivery(report: str) -> Delivery:
    """Return what is noted of a package that was copied to a stick."""
    return Delivery(
        id=f"d-{report}",
        report=report,
        package_id=f"goi_{report}",
        file_name=f"goi_{report}.zip",
        size=10,
        sha256="0" * 64,
        target="E:",
        state=DeliveryState.DELIVERED,
        prepared_at=builders.a_clock(),
    )


def a_receipt(report: str, outcome: ReceiptOutcome) -> Receipt:
    """Return a receipt as it is kept here: it names the package by its own id."""
    return Receipt(
        id=f"r-{report}-{outcome}",
        report=report,
        package_id="3891ad77-fba1-5443-94e0-3d517b34eb44",
        agency="Sở",
        version=1,
        slip=0,
        entries=1,
        attendance=1,
        control="C",
        received_at=builders.a_clock(),
        file_name="bien-nhan.zip",
        sha256=sha256(f"{report}-{outcome}".encode()).hexdigest(),
        outcome=outcome,
        kept_at=builders.a_clock(),
    )


def test_what_was_delivered_is_open_until_its_receipt_matches(store: Store) -> None:
    keep(store, *map(a_delivery, ("r1", "r2", "r3")))
    keep(
        store,
        a_receipt("r1", ReceiptOutcome.MATCHES),
        a_receipt("r2", ReceiptOutcome.DIFFERS),
    )
    notes = dict(read_notes(store, YEAR, WORDS).open)
    assert notes["unmatched"]["count"] == "2"
    assert "goi_r1.zip" not in notes["unmatched"]["names"]
