"""A receipt tells the sender what the receiver holds, and of which version."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError
from desktop.files.signatures.trust import Trust
from desktop.operations.correct_report import CorrectionRequest, correct_report
from desktop.operations.deliver_package import deliver_package
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.give_receipt import give_receipt
from desktop.operations.pack_report import pack_report
from desktop.operations.read_standings import standing_of
from desktop.progress import silent
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Sorting
from desktop.records.exchange import Delivery, DeliveryState, Receipt, ReceiptOutcome
from desktop.records.period import PeriodState
from desktop.records.returns import Return, ReturnState
from desktop.rules.calendar import parse_period
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders
from tests.operations.desk import REPORT, Desk
from tests.operations.intake.sent_packages import drop

ABOVE = "so-tttt-kon-tum"


@pytest.fixture
def above(tmp_path: Path) -> Iterator[Store]:
    """Open the practice office of the department to which the desk reports."""
    path = builders.an_office(tmp_path / "above" / "so.stt")
    with Store(path, clock=builders.a_clock) as store:
        with store.change("set") as change:
            own = preferences.get(change.db)
            assert own is not None
            preferences.put(change, replace(own, agency=ABOVE, practice=True))
        yield store


def sent(desk: Desk) -> Path:
    """Sign, seal and deliver the desk's report; return the package."""
    desk.sign()
    package = pack_report(desk.store, desk.files, desk.seal, silent).value.path
    stick = package.parent / "stick"
    stick.mkdir()
    return deliver_package(desk.store, REPORT, package, stick).value.path


def taken_in(store: Store, package: Path) -> tuple[Arrival, Return]:
    (found,) = drop(store, Trust(), package)
    assert found.sorting is Sorting.READY, found.reasons
    accept_arrivals(store, [found], frozenset())
    (ret,) = records.find(store.reader, Return)
    return found, ret


def outcome(desk: Desk, receipt: Path) -> ReceiptOutcome:
    """Drop a receipt at the sender and take it in; return what is kept of it."""
    (found,) = drop(desk.store, Trust(), receipt)
    assert found.sorting is Sorting.RECEIPT, found.reasons
    accept_arrivals(desk.store, [found], frozenset())
    return records.find(desk.store.reader, Receipt)[0].outcome


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


def test_what_was_edited_above_is_told_as_another_count(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    (activity,) = records.find(above.reader, Activity)
    with above.change("record") as change:
        records.put(change, replace(activity, attendance=41))
    given = give_receipt(above, ret.id, tmp_path / "out", desk.seal).value
    assert outcome(desk, given.path) is ReceiptOutcome.DIFFERS
    standing = standing_of(desk.store, parse_period("2024"))
    assert standing.state is PeriodState.SIGNED


def test_a_receipt_of_the_report_is_old_once_its_slip_was_delivered(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    given = give_receipt(above, ret.id, tmp_path / "out", None).value
    (delivery,) = records.find(desk.store.reader, Delivery)
    issued_later(desk, delivery)
    (found,) = drop(desk.store, Trust(), given.path)
    assert [one[0] for one in found.reasons] == [
        "receipt_other_version",
        "receipt_unsigned",
    ]
    assert outcome(desk, given.path) is ReceiptOutcome.OTHER_VERSION


def issued_later(desk: Desk, delivery: Delivery) -> None:
    """Correct the desk's report by a slip, and note the slip as delivered."""
    from desktop.operations.reopen_period import reopen_period

    period = parse_period("2024")
    reopen_period(desk.store, period, "sửa số liệu")
    (activity,) = records.find(desk.store.reader, Activity)
    with desk.store.change("record") as change:
        records.put(change, replace(activity, attendance=44))
    asked = CorrectionRequest(report=REPORT, reason="đếm lại")
    slip = correct_report(desk.store, asked).value
    later = replace(delivery, id="d2", report=slip.id, state=DeliveryState.DELIVERED)
    with desk.store.change("deliver") as change:
        records.put(change, later)


def test_only_a_package_that_stands_gets_a_receipt(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    with above.change("record") as change:
        records.put(change, replace(ret, state=ReturnState.SUPERSEDED))
    with pytest.raises(ConflictError) as caught:
        give_receipt(above, ret.id, tmp_path / "out", None)
    assert caught.value.reason == "not_accepted"


def test_a_changed_receipt_is_refused(desk: Desk, above: Store, tmp_path: Path) -> None:
    _, ret = taken_in(above, sent(desk))
    path = give_receipt(above, ret.id, tmp_path / "out", desk.seal).value.path
    data = path.read_bytes()
    at = data.index(b'"entries":2')
    for where in (at + 10, at + 200, len(data) // 3):
        path.write_bytes(data[:where] + bytes([data[where] ^ 1]) + data[where + 1 :])
        (found,) = drop(desk.store, Trust(), path)
        assert found.sorting is not Sorting.RECEIPT
    path.write_bytes(data)
    (found,) = drop(above, Trust(), path)
    assert found.reasons[0][0] == "receipt_unknown"
