"""A receipt says whether what was sent last arrived as it was sent."""

import zipfile
from dataclasses import replace
from pathlib import Path

from desktop.files.receipt_file import read_receipt, write_receipt
from desktop.files.signatures.trust import Trust
from desktop.operations.figures.compute_results import read_office
from desktop.operations.intake.give_receipt import give_receipt
from desktop.operations.issuing.correct_report import CorrectionRequest, correct_report
from desktop.operations.periods.read_standings import standing_of
from desktop.records.activity import Activity
from desktop.records.arrival import Sorting
from desktop.records.exchange import Delivery, DeliveryState, ReceiptOutcome
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from desktop.rules.intake.statements import ticked_at_first
from desktop.store import preferences, records
from desktop.store.store import Store
from desktop.wording.arrivals import reasons
from tests.operations.desk import REPORT, Desk
from tests.operations.intake.rounds import outcome, sent, taken_in
from tests.operations.intake.sent_packages import drop


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
    from desktop.operations.periods.reopen_period import reopen_period

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


def test_a_receipt_anybody_could_have_written_is_taken_only_when_ticked(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    unsigned = give_receipt(above, ret.id, tmp_path / "out", None).value.path
    (found,) = drop(desk.store, Trust(), unsigned)
    assert found.reasons == (("receipt_matches", "1"), ("receipt_unsigned",))
    assert not ticked_at_first(found)
    signed = give_receipt(above, ret.id, tmp_path / "sealed", desk.seal).value.path
    (found,) = drop(desk.store, Trust(), signed)
    assert len(found.reasons) == 1, "in practice test keys are everybody's"
    assert ticked_at_first(found)


def test_a_receipt_for_what_was_never_handed_over_is_doubted(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    path = give_receipt(above, ret.id, tmp_path / "out", desk.seal).value.path
    (delivery,) = records.find(desk.store.reader, Delivery)
    with desk.store.change("deliver") as change:
        records.put(change, replace(delivery, state=DeliveryState.FAILED))
    (found,) = drop(desk.store, Trust(), path)
    assert found.reasons[-1] == ("receipt_not_sent",)
    assert not ticked_at_first(found)


def test_a_receipt_that_cannot_be_read_is_told_in_words(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    given = give_receipt(above, ret.id, tmp_path / "out", None).value.path
    broken = tmp_path / "bien-nhan.zip"
    with zipfile.ZipFile(given) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name.upper(), old.read(name))
    (found,) = drop(desk.store, Trust(), broken)
    assert (found.sorting, found.reasons) == (
        Sorting.REFUSED,
        (("receipt_unread",),),
    )
    assert "xin nơi nhận gửi lại" in reasons(found)


def test_a_receipt_sealed_by_who_signs_for_this_office_is_doubted(
    desk: Desk, above: Store, tmp_path: Path
) -> None:
    _, ret = taken_in(above, sent(desk))
    given = give_receipt(above, ret.id, tmp_path / "out", None).value.path
    told = read_receipt(given, Trust()).told
    real = replace(told, practice=False)
    path = write_receipt(tmp_path / "real", real, desk.seal, desk.store.now())
    own = read_office(desk.store).preferences
    with desk.store.change("set") as change:
        preferences.put(change, replace(own, practice=False))
    (found,) = drop(desk.store, Trust(), path)
    assert found.sorting is Sorting.RECEIPT
    assert ("receipt_own_key", desk.seal.name) in found.reasons
    assert "chính là bên ký báo cáo ở đây" in reasons(found)
    assert not ticked_at_first(found)
