"""An office with one exported report and a test key, as on an officer's desk."""

from dataclasses import dataclass
from pathlib import Path

from desktop.files.signatures.keys import Key, load_key, make_test_key
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.trust import Trust
from desktop.operations.entries.record_entry import record_many
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.offices.create_office import create_office
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.signing.sign_report import (
    ReportFiles,
    Signed,
    Signing,
    sign_report,
)
from desktop.records.signing import SignerRole
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders

PASSWORD = "mật khẩu thử"
REPORT = "report-of-2024"
REQUEST = Request(period=parse_period("2024"), period_words="năm 2024")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where everything lies."""

    store: Store
    files: ReportFiles
    key: Key
    seal: Key
    """Of the agency."""

    @property
    def pdf(self) -> Path:
        """Return where the report's PDF lies."""
        return self.files.folder / "bao-cao-2024-v1.pdf"

    @property
    def workbook(self) -> Path:
        """Return where the report's workbook lies."""
        return self.files.folder / "bao-cao-2024-v1.xlsx"

    def signing(self, role: SignerRole = SignerRole.PERSON) -> Signing:
        """Say who signs for a role, trusting nobody."""
        key = self.key if role is SignerRole.PERSON else self.seal
        seen = Appearance(lines=(key.name,), mark="KÝ THỬ")
        return Signing(key=key, trust=Trust(), role=role, seen=seen)

    def sign_as(self, role: SignerRole) -> Signed:
        """Sign the report for one role."""
        return sign_report(self.store, self.files, self.signing(role)).value

    def sign(self) -> Signed:
        """Sign the report for everybody whose turn comes."""
        signed = self.sign_as(SignerRole.PERSON)
        while signed.next_role is not None:
            signed = self.sign_as(signed.next_role)
        return signed


def lay_out(folder: Path, *, practice: bool = True) -> None:
    """Record a little, issue and export a report, and make a key, in a folder."""
    for stem, name in (("k", "Y Hà"), ("dau", "Phòng Văn hóa")):
        make_test_key(
            folder / f"{stem}.p12",
            name=name,
            organisation="Phòng",
            password=PASSWORD,
            now=builders.NOW,
        )
    ids = iter([REPORT])
    create_office(folder / "so.stt", builders.PLAN, practice=practice)
    with Store(folder / "so.stt", clock=builders.a_clock) as store:
        record_many(store, (builders.an_activity(), builders.a_product()))
    with Store(
        folder / "so.stt", clock=builders.a_clock, make_id=lambda: next(ids)
    ) as store:
        issue_report(store, draft_report(store, REQUEST))
    with Store(folder / "so.stt", clock=builders.a_clock) as store:
        export_report(store, REPORT, folder / "bao-cao")


def sit_down(folder: Path) -> Desk:
    """Open the office in a folder that was laid out."""
    return Desk(
        store=Store(folder / "so.stt", clock=builders.a_clock),
        files=ReportFiles(report=REPORT, folder=folder / "bao-cao"),
        key=load_key(folder / "k.p12", PASSWORD),
        seal=load_key(folder / "dau.p12", PASSWORD),
    )
