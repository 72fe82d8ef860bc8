"""A report that was issued, exported, signed and packed, for what comes after."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.sign_report import ReportFiles, Signing, sign_report
from desktop.operations.signing.verify_file import own_trust
from desktop.records.signing import SignerRole
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders

PASSWORD = "mật khẩu thử"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedReport:
    """Where everything of one report lies."""

    store: Store
    id: str
    folder: Path
    package: Path
    key: Path


@contextlib.contextmanager
def made(folder: Path) -> Iterator[SignedReport]:
    """Make an empty office in a folder, and its signed report."""
    office = builders.an_office(folder / "so.stt")
    key = make_test_key(
        folder / "k.p12",
        name="Y Hà",
        organisation="Phòng",
        password=PASSWORD,
        now=builders.NOW,
    )
    with Store(office, clock=builders.a_clock) as store:
        yield _signed(store, key, folder / "bao-cao")


def _signed(store: Store, path: Path, folder: Path) -> SignedReport:
    request = Request(period=parse_period("2024"), period_words="năm 2024")
    issued = issue_report(store, draft_report(store, request)).value
    export_report(store, issued.id, folder)
    key = load_key(path, PASSWORD)
    files = ReportFiles(report=issued.id, folder=folder)
    for role in SignerRole:
        seen = Appearance(lines=("Ký",))
        signing = Signing(key=key, trust=own_trust(), role=role, seen=seen)
        sign_report(store, files, signing)
    package = pack_report(store, files, key).value.path
    return SignedReport(
        store=store, id=issued.id, folder=folder, package=package, key=path
    )
