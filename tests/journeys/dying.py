"""Do one deed again and again in processes of its own, and die at moments of it.

A moment is a statement given to SQLite, a file opened for writing, renamed, copied
or removed in the folder, or a report of progress. Moment 0 never comes: the deed is
done to its end, and the number of its moments told. Every process is a fork of one
that did the deed before: what it needs is loaded, and each begins the same.
"""

import os
import signal
import sqlite3
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

from desktop.files.signatures.trust import Trust
from desktop.operations.entries.record_entry import record_many
from desktop.operations.evidence.attach_evidence import attach_evidence
from desktop.operations.history.undo import undo
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.read_intakes import read_intakes
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.operations.issuing.attach_issued_copy import attach_issued_copy
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.create_office import create_office
from desktop.operations.offices.restore import restore
from desktop.operations.periods.close_period import close_period
from desktop.operations.reports.draft_report import draft_report
from desktop.operations.sending.deliver_package import deliver_package
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.sign_report import sign_report
from desktop.progress import Progress, Step, silent
from desktop.records.activity import Activity
from desktop.records.signing import SignerRole
from desktop.store.store import Store
from tests.builders import NOW, PLAN, a_clock, an_activity
from tests.operations.desk import REPORT, REQUEST, Desk, sit_down

FAILED = 70
MANY = 300
NEW_OFFICE = "mới.stt"
ARRIVED = "den"
"""Folder of files that came in."""
BACKUP = "bản sao.stt"
STICK = "stick"
SIGNED = "đã ký.pdf"
"""File that came back signed."""
SOURCES = "nguồn"
"""Folder of the files that are attached."""

_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile")


def do(verb: str, folder: Path, progress: Progress = silent) -> None:
    """Do the deed of that name in a folder that was laid out for it."""
    {
        "record_many": _record,
        "undo": _undo,
        "create_office": _create,
        "issue_and_export": _issue,
        "sign": _sign,
        "seal": _seal,
        "pack": _pack,
        "deliver": _deliver,
        "attach": _attach,
        "close_period": _close,
        "attach_signed": _attach_signed,
        "back_up": _back_up,
        "back_up_elsewhere": _back_up_elsewhere,
        "restore": _restore,
        "take_in": _take_in,
        "take_back": _take_back,
    }[verb](folder, progress)


def package_in(folder: Path) -> Path:
    """Return the package that was made in a folder."""
    return next((folder / "bao-cao").glob("goi_*.zip"))


def _record(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        many = [an_activity(id=f"a{n}") for n in range(MANY)]
        record_many(store, many, progress=progress)


def _undo(folder: Path, _: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        undo(store)


def _create(folder: Path, progress: Progress) -> None:
    create_office(folder / NEW_OFFICE, PLAN, progress=progress)


def _issue(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        issued = issue_report(store, draft_report(store, REQUEST, progress)).value
        export_report(store, issued.id, folder / "bao-cao", progress)


def _sign(folder: Path, progress: Progress) -> None:
    _sign_as(SignerRole.PERSON, folder, progress)


def _seal(folder: Path, progress: Progress) -> None:
    _sign_as(SignerRole.AGENCY, folder, progress)


def _sign_as(role: SignerRole, folder: Path, progress: Progress) -> None:
    desk = sit_down(folder)
    sign_report(desk.store, desk.files, desk.signing(role), progress)
    desk.store.close()


def _pack(folder: Path, progress: Progress) -> None:
    desk: Desk = sit_down(folder)
    pack_report(desk.store, desk.files, desk.key, progress)
    desk.store.close()


def _deliver(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        deliver_package(store, REPORT, package_in(folder), folder / STICK, progress)


def _back_up(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        back_up(store, progress=progress)


def _attach(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        files = sorted((folder / SOURCES).iterdir())
        attach_evidence(store, (Activity, "activity"), files, progress=progress)


def _close(folder: Path, _: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        close_period(store, REQUEST.period)


def _attach_signed(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        attach_issued_copy(store, REPORT, folder / SIGNED, progress)


def _back_up_elsewhere(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        back_up(store, folder / STICK / BACKUP, progress=progress)


def _take_in(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        found = inspect_arrivals(store, sorted((folder / ARRIVED).iterdir()), Trust())
        accept_arrivals(store, found, frozenset(), progress)


def _take_back(folder: Path, progress: Progress) -> None:
    with Store(folder / "so.stt", clock=a_clock) as store:
        take_back_intake(store, read_intakes(store)[0].intake.id, progress)


def _restore(folder: Path, _: Progress) -> None:
    restore(folder / BACKUP, folder / "so.stt", NOW)


class Death:
    """Count moments, and end the process without a word at one of them."""

    def __init__(self, folder: Path, moment: int) -> None:
        """Wait for a moment in a folder."""
        self.count = 0
        self._moment = moment
        self._folder = str(folder)
        self._step: Step | None = None

    def watch(self) -> None:
        """Begin to count."""
        sys.addaudithook(self._heard)
        connect = sqlite3.connect

        def traced(*given: Any, **named: Any) -> sqlite3.Connection:
            db: sqlite3.Connection = connect(*given, **named)
            db.set_trace_callback(lambda _: self._count())
            return db

        sqlite3.connect = traced  # type: ignore[assignment]

    def step(self, step: Step) -> None:
        """Count a report of progress; one said again while waiting is no other."""
        if step != self._step:
            self._step = step
            self._count()

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        changes = event in _CHANGES or (event == "open" and _writes(given))
        if changes and str(given[0]).startswith(self._folder):
            self._count()

    def _count(self) -> None:
        self.count += 1
        if self.count == self._moment:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def _writes(opened: tuple[Any, ...]) -> bool:
    _, mode, flags = opened
    return any(sign in (mode or "") for sign in "wax+") or bool(flags & os.O_CREAT)


def forked(verb: str, folder: Path, moment: int) -> int:
    """Do the deed in a fork of this process, to its end or to a moment of it.

    Returns:
        How many moments it had; or, below nought, the signal that ended it.
    """
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        _end(verb, folder, moment, tells)
    os.close(tells)
    with os.fdopen(told) as said:
        count = said.read()
    _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    return int(count) if ended == 0 else ended


def _end(verb: str, folder: Path, moment: int, tells: int) -> NoReturn:
    """Do the deed and end without a way back into the loop that forked."""
    try:
        death = Death(folder, moment)
        death.watch()
        do(verb, folder, death.step)
        os.write(tells, str(death.count).encode())
        os._exit(0)
    except BaseException:  # noqa: BLE001  it is told, and the fork must end here
        traceback.print_exc()
    os._exit(FAILED)


def main(verb: str, folder: str) -> None:
    """Do the deed once, so that all it needs is loaded; then as often as asked.

    Each line asks for a moment, and names a folder laid out for the deed.
    """
    do(verb, Path(folder))
    for line in sys.stdin:
        moment, _, place = line.rstrip("\n").partition(" ")
        sys.stdout.write(f"{forked(verb, Path(place), int(moment))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
