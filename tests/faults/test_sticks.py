"""Sticks that fill up, lie or are pulled out (rows B1 and B3), for all that is written.

Whatever is written to a stick is there whole and was read back, or nothing of it is
there; and the office notes nothing that did not happen.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from desktop.errors import DeliveryError, DesktopError
from desktop.files.signatures.trust import Trust
from desktop.operations.forms.make_forms import make_forms
from desktop.operations.forms.mark_form import MarkWords, mark_form
from desktop.operations.handing_over.hand_over import hand_over
from desktop.operations.handing_over.write_pages import write_pages
from desktop.operations.intake.give_receipt import give_and_deliver, give_receipt
from desktop.operations.issuing.export_report import export_report
from desktop.operations.offices.back_up import back_up
from desktop.operations.sending.compose_mail import Letter, compose_mail
from desktop.operations.sending.deliver_package import deliver_package
from desktop.operations.signing.sign_report import ReportFiles
from desktop.records.exchange import Delivery, DeliveryState
from desktop.records.returns import Return
from desktop.rules.calendar import parse_period
from desktop.store import journal, records
from desktop.store.store import Store
from desktop.wording import handover_notes
from desktop.wording.faults import explain
from tests.builders import UNIT
from tests.faults.stick import full, left_on, lying, pulled
from tests.operations import signed_report
from tests.operations.forms.returned import (
    AGENCY,
    PERIOD,
    a_form,
    an_arrival,
    at,
    fault,
    fill,
)
from tests.operations.intake.sent_packages import (
    a_package,
    entries_of,
    take_in,
)
from tests.operations.signed_report import SignedReport

WORDS: Final = "chín con chim trên cành"
Write = Callable[["Desk", Path], object]
Trouble = Callable[[Path], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An office with something of every kind to be taken out on a stick."""

    report: SignedReport
    form: Path
    """A form as its unit filled it in."""
    received: str
    """Id of a package that was taken in."""

    @property
    def store(self) -> Store:
        """Return the open office."""
        return self.report.store

    @property
    def files(self) -> ReportFiles:
        """Return the signed report's files."""
        return ReportFiles(report=self.report.id, folder=self.report.folder)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    with signed_report.made(folder) as report:
        form, path = a_form(report.store, folder / "bieu")
        fill(path, {at(form, "first_day"): "32/07/2024"}, photo=True)
        days = parse_period("2023-Q2")
        about = entries_of((), days=(days.first_day, days.last_day))
        take_in(
            report.store, Trust(), a_package(folder, about, None, period_code="2023-Q2")
        )
        (ret,) = records.find(report.store.reader, Return)
        yield Desk(report=report, form=path, received=ret.id)


def forms(desk: Desk, stick: Path) -> object:
    return make_forms(desk.store, PERIOD, (AGENCY,), stick)


def marked(desk: Desk, stick: Path) -> object:
    from desktop.records.form import CollectingForm

    form = records.find(desk.store.reader, CollectingForm, where={"agency": UNIT})[-1]
    faults = (fault(at(form, "first_day"), "date_no_such_day", "32/07/2024"),)
    words = MarkWords(
        author="Phòng", notes=("?",), covering="Kính gửi", suffix=" - phieu tra lai"
    )
    return mark_form(desk.store, an_arrival(form, desk.form, faults), words, stick)


def receipt(desk: Desk, stick: Path) -> object:
    return give_receipt(desk.store, desk.received, stick, None)


def mail(desk: Desk, stick: Path) -> object:
    package = desk.report.package
    letter = Letter(subject="Báo cáo", body="Kính gửi")
    size = package.stat().st_size
    return compose_mail(
        desk.store,
        desk.files,
        package,
        lambda _mailing: letter,
        stick / "thu.eml",
        most=size,
    )


def report(desk: Desk, stick: Path) -> object:
    return export_report(desk.store, desk.report.id, stick)


def handover(desk: Desk, stick: Path) -> object:
    return hand_over(desk.store, stick / "so.stt-ban-giao", WORDS)


def pages(desk: Desk, stick: Path) -> object:
    period = parse_period("2024")
    return write_pages(desk.store, stick / "viec.pdf", period, handover_notes)


def backup(desk: Desk, stick: Path) -> object:
    return back_up(desk.store, stick / "ban-sao.stt")


def copy(desk: Desk, stick: Path) -> object:
    """Copy the office file alone: what goes along with it would fail before it."""
    return desk.store.back_up(stick / "ban-sao.stt")


ALL: Final[tuple[Write, ...]] = (
    forms,
    marked,
    receipt,
    mail,
    report,
    handover,
    pages,
    backup,
    copy,
)
TROUBLES: Final[tuple[Trouble, ...]] = (full, lying, pulled)
REASONS: Final[dict[Trouble, set[str]]] = {
    full: {"full", "handover_full", "unreadable"},
    lying: {"differs", "handover_damaged", "copy_differs"},
    pulled: {"gone", "handover_gone", "copy_gone", "no_folder"},
}


def noted(desk: Desk) -> int:
    return len(journal.entries(desk.store.reader))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "usb"
    path.mkdir()
    return path


@pytest.mark.parametrize("write", ALL)
@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_cannot_be_written_whole_is_not_there_and_was_never_noted(
    desk: Desk, stick: Path, write: Write, trouble: Trouble
) -> None:
    before = noted(desk)
    with trouble(stick), pytest.raises(DesktopError) as caught:
        write(desk, stick)
    assert getattr(caught.value, "reason", "") in REASONS[trouble]
    assert left_on(stick) == []
    assert noted(desk) == before
    told = explain(caught.value)
    assert all((told.what, told.why, told.data, told.next))


@pytest.mark.parametrize("write", ALL)
def test_what_was_on_the_stick_before_stays_as_it_was(
    desk: Desk, stick: Path, write: Write
) -> None:
    (stick / "cua-toi.txt").write_text("của tôi")
    with full(stick), pytest.raises(DesktopError):
        write(desk, stick)
    assert left_on(stick) == ["cua-toi.txt"]
    assert (stick / "cua-toi.txt").read_text() == "của tôi"


@pytest.mark.parametrize("write", ALL)
def test_the_same_is_written_to_a_stick_that_is_well(
    desk: Desk, stick: Path, write: Write
) -> None:
    write(desk, stick)
    assert left_on(stick)
    assert not [one for one in left_on(stick) if one.endswith(".part")]


# --- receipts on their way back: written beside the office, then carried --------------


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_receipt_that_did_not_reach_the_stick_lies_beside_the_office(
    desk: Desk, stick: Path, trouble: Trouble
) -> None:
    with trouble(stick), pytest.raises(DeliveryError):
        give_and_deliver(desk.store, desk.received, stick, None)
    assert left_on(stick) == []
    beside = desk.store.path.with_name(f"{desk.store.path.stem}-bien-nhan")
    (path,) = beside.iterdir()
    stick.mkdir(exist_ok=True)
    made = give_and_deliver(desk.store, desk.received, stick, None).value
    assert left_on(stick) == [path.name] == [made.path.name]


# --- packages: the history tells on our side what happened on the other ---------------


def history(store: Store) -> list[tuple[DeliveryState, str]]:
    return [(one.state, one.reason) for one in records.find(store.reader, Delivery)]


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (lambda stick: full(stick, most=3_000_000), "full"),
        (lying, "differs"),
        (pulled, "gone"),
    ],
)
def test_a_package_that_did_not_arrive_is_noted_as_such(
    desk: Desk, stick: Path, tmp_path: Path, trouble: Trouble, reason: str
) -> None:
    package = tmp_path / "goi_lon.zip"
    package.write_bytes(bytes(4_000_000))
    with trouble(stick), pytest.raises(DeliveryError) as caught:
        deliver_package(desk.store, desk.report.id, package, stick)
    assert caught.value.reason == reason
    assert left_on(stick) == []
    assert history(desk.store)[0] == (DeliveryState.FAILED, reason)
    stick.mkdir(exist_ok=True)
    deliver_package(desk.store, desk.report.id, package, stick)
    assert left_on(stick) == [package.name]
    assert history(desk.store)[0] == (DeliveryState.DELIVERED, "")


@pytest.mark.parametrize("stage", ["copying", "rereading"])
@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_a_stick_pulled_out_at_any_moment_leaves_a_true_history(
    desk: Desk, stick: Path, tmp_path: Path, stage: str, share: float
) -> None:
    from desktop.progress import Step

    package = tmp_path / "goi_lon.zip"
    package.write_bytes(bytes(4 << 20))
    done: list[bool] = []

    def pull(step: Step) -> None:
        if step.stage == stage and step.done >= share * step.total and not done:
            done.append(True)
            shutil.rmtree(stick)

    with pytest.raises(DeliveryError, match="gone"):
        deliver_package(desk.store, desk.report.id, package, stick, pull)
    assert done
    assert left_on(stick) == []
    assert history(desk.store)[0] == (DeliveryState.FAILED, "gone")
