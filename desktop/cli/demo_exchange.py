"""The part of `demo` that goes between offices: a unit's form, and an office above."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.cli.returns import mark_words
from desktop.files.forms.filling import fill
from desktop.files.practice import load_practice
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.wire.form_content import content_from_json
from desktop.operations.forms.make_forms import FormFiles, make_forms
from desktop.operations.forms.mark_form import Marked, mark_forms
from desktop.operations.intake.accept_arrivals import Accepted, accept_arrivals
from desktop.operations.intake.give_receipt import GivenReceipt, give_receipt
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.offices.create_office import create_office
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.reports.read_report import make_folder
from desktop.operations.signing.verify_file import own_trust
from desktop.progress import Progress
from desktop.records.agency import Agency
from desktop.records.arrival import Arrival, Sorting
from desktop.records.exchange import Receipt, ReceiptOutcome
from desktop.records.period import Period
from desktop.records.preferences import Preferences
from desktop.records.returns import Return
from desktop.rules.numbers import format_integer
from desktop.rules.practice.answer import Answer, answer
from desktop.store import preferences, records
from desktop.store.store import Store
from desktop.wording import form_faults
from desktop.wording.labels import label
from desktop.wording.periods import period_phrase

FORMS, SENT_IN, SENT_BACK, ABOVE = "bieu", "gui-ve", "tra-lai", "cap-tren"
"""Folders: forms as made, as sent in, as they went back; the office above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRound:
    """Forms went out; one came with a slip, went back marked and came in mended."""

    forms: int
    folder: Path
    unit: str
    sent: Path
    faults: tuple[str, ...]
    marked: Path
    mended: Path
    taken: Accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class AboveRound:
    """The package was taken in above, and its receipt came back."""

    office: Path
    taken: Accepted
    receipt: Path
    outcome: ReceiptOutcome


def unit_round(
    store: Store, folder: Path, period: Period, progress: Progress
) -> UnitRound | None:
    """Send forms out and take one in; None where no unit can be asked for entries."""
    words = period_phrase(period)
    made = make_forms(
        store, period, None, folder / FORMS, progress, period_words=words
    ).value
    found = next(_answers(store, period, made.files), None)
    if found is None:
        return None
    one, given = found
    practice = load_practice().setting.unit_answer
    slip = practice.slip.format(number=given.cells[given.number])
    sent = _filled(folder / SENT_IN, one.workbook, given.cells | {given.number: slip})
    (faulty,) = _seen(store, sent, progress)
    marked = _marked(store, faulty, folder / SENT_BACK, progress)
    number = {given.number: given.cells[given.number]}
    mended = _filled(folder / SENT_IN, marked.workbook, number)
    (right,) = _seen(store, mended, progress)
    return UnitRound(
        forms=len(made.files),
        folder=made.folder,
        unit=one.agency,
        sent=sent,
        faults=tuple(form_faults.line(fault) for fault in faulty.faults),
        marked=marked.workbook,
        mended=mended,
        taken=_taken(store, right, progress),
    )


def above_round(
    store: Store, package: Path, folder: Path, password: str, progress: Progress
) -> AboveRound:
    """Take a package in at the office above, and bring its receipt back."""
    path = folder / ABOVE / store.path.name
    make_folder(path.parent)
    own = preferences.get(store.reader)
    if own is None:
        raise AssertionError(store.path)
    create_office(path, str(own.plan), practice=True, officer=own.officer)
    with Store(path, progress=progress) as above:
        name = _become(above, own)
        (found,) = _seen(above, package, progress)
        taken = _taken(above, found, progress)
        receipt = _receipt(above, name, package.parent, password, progress).path
    (back,) = _seen(store, receipt, progress)
    _taken(store, back, progress)
    (kept,) = records.find(store.reader, Receipt)
    return AboveRound(office=path, taken=taken, receipt=receipt, outcome=kept.outcome)


def unit_lines(done: UnitRound | None) -> Iterator[str]:
    """Yield what became of the forms."""
    if done is None:
        return
    yield f"Biểu thu thập: {done.folder} ({format_integer(done.forms)} đơn vị)"
    yield f"Gửi về lỗi:    {done.sent}"
    yield from (f"               {one}" for one in done.faults)
    yield f"Phiếu trả lại: {done.marked}"
    yield f"Đã sửa, nhận:  {done.mended} ({done.taken.counts.accepted} mục mới)"


def above_lines(done: AboveRound) -> Iterator[str]:
    """Yield what became of the package above."""
    entries = format_integer(done.taken.counts.accepted)
    yield f"Sổ cấp trên:   {done.office} (nhận gói: {entries} mục)"
    yield f"Biên nhận:     {done.receipt}: {label(done.outcome).lower()}"


def unit_data(done: UnitRound | None) -> dict[str, Any] | None:
    """Return the round of the forms for a program."""
    if done is None:
        return None
    return {
        "folder": done.folder,
        "forms": done.forms,
        "unit": done.unit,
        "sent": done.sent,
        "faults": len(done.faults),
        "marked": done.marked,
        "mended": done.mended,
        "accepted": done.taken.counts.accepted,
    }


def above_data(done: AboveRound) -> dict[str, Any]:
    """Return the round of the package for a program."""
    return {
        "office": done.office,
        "accepted": done.taken.counts.accepted,
        "receipt": done.receipt,
        "outcome": str(done.outcome),
    }


def _answers(
    store: Store, period: Period, files: tuple[FormFiles, ...]
) -> Iterator[tuple[FormFiles, Answer]]:
    practice = load_practice().setting.unit_answer
    day = min(store.now().date(), period.last_day)
    if day < period.first_day:
        return
    for one in files:
        content = content_from_json(one.form.content)
        given = answer(content, practice.title, day, practice.attendance)
        if given is not None:
            yield one, given


def _filled(folder: Path, source: Path, cells: dict[tuple[str, str], object]) -> Path:
    make_folder(folder)
    target = folder / source.name
    fill(source, target, cells)
    return target


def _seen(store: Store, path: Path, progress: Progress) -> tuple[Arrival, ...]:
    return inspect_arrivals(store, [path], own_trust(), progress=progress)


def _marked(store: Store, faulty: Arrival, folder: Path, progress: Progress) -> Marked:
    make_folder(folder)
    (made,) = mark_forms(
        store, [(faulty, mark_words(store, faulty))], folder, progress
    ).value
    return made


def _taken(store: Store, arrival: Arrival, progress: Progress) -> Accepted:
    if arrival.sorting not in {Sorting.READY, Sorting.RECEIPT}:
        raise AssertionError((arrival.sorting, arrival.reasons, arrival.faults))
    return accept_arrivals(store, [arrival], frozenset(), progress).value


def _become(above: Store, sender: Preferences) -> str:
    """Let an office be the one to which a sender reports; return its name."""
    own = preferences.get(above.reader)
    if own is None:
        raise AssertionError(above.path)
    place = sender.recipient or own.agency
    set_preferences(above, replace(own, agency=place, recipient=None))
    agency = records.get(above.reader, Agency, place)
    return agency.name if agency else str(place)


def _receipt(
    above: Store, name: str, folder: Path, password: str, progress: Progress
) -> GivenReceipt:
    (ret,) = records.find(above.reader, Return)
    place = above.path.parent / "khoa-ky-thu.p12"
    key = make_test_key(
        place, name=name, organisation=name, password=password, now=above.now()
    )
    signer = load_key(key, password)
    return give_receipt(above, ret.id, folder, signer, progress).value
