"""A package on its way up, and its receipt on its way back."""

from pathlib import Path

from desktop.files.signatures.trust import Trust
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.sending.deliver_package import deliver_package
from desktop.operations.sending.pack_report import pack_report
from desktop.progress import silent
from desktop.records.arrival import Arrival, Sorting
from desktop.records.exchange import Receipt, ReceiptOutcome
from desktop.records.identity import AgencyId
from desktop.records.returns import Return
from desktop.store import records
from desktop.store.store import Store
from tests.operations.desk import REPORT, Desk
from tests.operations.intake.sent_packages import drop

ABOVE = AgencyId("so-tttt-kon-tum")


def sent(desk: Desk) -> Path:
    """Sign, seal and deliver the desk's report; return the package."""
    desk.sign()
    package = pack_report(desk.store, desk.files, desk.seal, silent).value.path
    stick = package.parent / "stick"
    stick.mkdir()
    return deliver_package(desk.store, REPORT, package, stick).value.path


def taken_in(store: Store, package: Path) -> tuple[Arrival, Return]:
    """Take a package in; return it as it was inspected, and as it is kept."""
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
