"""A receipt tells the sender what the receiver holds."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import ConflictError
from desktop.files.receipt_file import read_receipt
from desktop.files.signatures.trust import Trust
from desktop.operations.figures.compute_results import read_office
from desktop.operations.intake.give_receipt import give_receipt
from desktop.operations.periods.read_standings import standing_of
from desktop.records.arrival import Sorting
from desktop.records.exchange import ReceiptOutcome
from desktop.records.period import PeriodState
from desktop.records.returns import ReturnState
from desktop.rules.calendar import parse_period
from desktop.store import preferences, records
from desktop.store.store import Store
from tests.operations.desk import Desk
from tests.operations.intake.rounds import outcome, sent, taken_in
from tests.operations.intake.sent_packages import drop


def test_a_whole_round_turns_the_senders_period_to_received(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    package = sent(desk)
    found, ret = taken_in(above, package)
    assert found.counts.accepted == 2
    given = give_receipt(above, ret.id, tmp_path / "out", desk.seal).value
    assert given.receipt.control == ret.control
    assert outcome(desk, given.path) is ReceiptOutcome.MATCHES
    standing = standing_of(desk.store, parse_period("2024"))
    assert standing.state is PeriodState.RECEIVED
    (again,) = drop(desk.store, Trust(), given.path)
    assert (again.sorting, again.reasons) == (
        Sorting.DUPLICATE,
        (("receipt_known",),),
    )


def test_only_a_package_that_stands_gets_a_receipt(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    with above.change("record") as change:
        records.put(change, replace(ret, state=ReturnState.SUPERSEDED))
    with pytest.raises(ConflictError) as caught:
        give_receipt(above, ret.id, tmp_path / "out", None)
    assert caught.value.reason == "not_accepted"


def test_its_hours_are_those_of_the_offices_zone(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    own = read_office(above).preferences
    with above.change("set") as change:
        preferences.put(change, replace(own, utc_offset_minutes=540))
    given = give_receipt(above, ret.id, tmp_path / "out", None).value
    told = read_receipt(given.path, Trust(), now=above.now()).told
    assert told.received_at == ret.received_at
    assert told.received_at.utcoffset() == timedelta(hours=9)
