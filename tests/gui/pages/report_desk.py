"""A desk with an office on it, a key in the drawer, and a user who answers."""

import contextlib
import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.files.signatures.keys import load_key, make_test_key
from desktop.gui.jobs import Jobs
from desktop.gui.pages.report.draft import REGISTER
from desktop.gui.pages.signing.signing import Wanted, sign_and_pack
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.operations.entries import keep_draft
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.read_report import export_folder
from desktop.operations.signing.sign_report import ReportFiles
from desktop.progress import silent
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.fakes import Answers, AtOnce

PASSWORD = "mật khẩu thử"
YEAR = parse_period("2024")
BESIDE = "Thư mục “bao-cao” cạnh sổ"


@dataclass(frozen=True, slots=True)
class Desk:
    """One office, open, in a folder of its own."""

    folder: Path
    session: Session
    ask: Answers
    key: Path

    @property
    def store(self) -> Store:
        """Return the open office."""
        return self.session.store

    @property
    def reports(self) -> Path:
        """Return the folder of exported files."""
        return export_folder(self.store)

    def drafts(self) -> list[dict[str, object]]:
        """Return what is kept of reports being written."""
        kept = keep_draft.kept(self.store)
        return [each.values for each in kept if each.register == REGISTER]


@contextlib.contextmanager
def desk(
    folder: Path, clock: Callable[[], dt.datetime] = builders.a_clock
) -> Iterator[Desk]:
    """Open the office in a folder, with jobs that run at once."""
    settings = Settings(folder / "man-hinh.ini")
    ask = Answers()
    with Store(folder / "so.stt", clock=clock) as store:
        session = Session(store, Jobs(AtOnce()), ask, settings, YEAR)
        yield Desk(folder, session, ask, folder / "khóa.p12")


def prepare(folder: Path) -> Path:
    """Make an empty office and a test key; return the folder."""
    builders.an_office(folder / "so.stt")
    make_test_key(
        folder / "khóa.p12",
        name="Y Hà",
        organisation="Phòng",
        password=PASSWORD,
        now=builders.NOW,
    )
    return folder


def issue(store: Store, *, export: bool = True, sign: bool = True) -> str:
    """Issue the report of the year, and go on as far as asked; return its id."""
    request = Request(period=YEAR, period_words="năm 2024", number="5")
    issued = issue_report(store, draft_report(store, request)).value
    folder = export_folder(store)
    if export:
        export_report(store, issued.id, folder)
    if sign:
        key = load_key(store.path.with_name("khóa.p12"), PASSWORD)
        files = ReportFiles(report=issued.id, folder=folder)
        for last in (False, True):  # the person, then the agency, which packs
            sign_and_pack(store, files, key, Wanted(sign=True, pack=last), silent)
    return issued.id


def copied(source: Path, target: Path) -> Path:
    """Copy a prepared folder; return the copy."""
    return Path(shutil.copytree(source, target, dirs_exist_ok=True))


def delete_later() -> None:
    """Let Qt delete what it was asked to."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def gone(widget: QWidget) -> bool:
    """Tell whether Qt deleted a widget."""
    delete_later()
    return not isValid(widget)
