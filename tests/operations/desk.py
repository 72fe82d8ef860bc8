"""An office with one exported report and a test key, as on an officer's desk."""

from dataclasses import dataclass
from pathlib import Path

from desktop.files.signatures.keys import Key, load_key, make_test_key
from desktop.files.signatures.trust import Trust
from desktop.operations.create_office import create_office
from desktop.operations.draft_report import Request, draft_report
from desktop.operations.export_report import export_report
from desktop.operations.issue_report import issue_report
from desktop.operations.record_entry import record_many
from desktop.operations.sign_report import ReportFiles, Signed, Signing, sign_report
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

    @property
    def pdf(self) -> Path:
        """Return where the report's PDF lies."""
        return self.files.folder / "bao-cao-2024-v1.pdf"

    @property
    def workbook(self) -> Path:
        """Return where the report's workbook lies."""
        return self.files.folder / "bao-cao-2024-v1.xlsx"

    def signing(self) -> Signing:
        """Say who signs, trusting nobody."""
        return Signing(key=self.key, trust=Trust(), lines=("KÝ THỬ",))

    def sign(self) -> Signed:
        """Sign the report."""
        return sign_report(self.store, self.files, self.signing()).value


def lay_out(folder: Path, *, practice: bool = True) -> None:
    """Record a little, issue and export a report, and make a key, in a folder."""
    make_test_key(
        folder / "k.p12",
        name="Y Hà",
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
    )
