"""Issue, export and sign: what the steps of the page do."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.gui.opening import open_path
from desktop.gui.pages.report import work as report_work
from desktop.gui.pages.report.list import named_on, period_of
from desktop.gui.running import run
from desktop.operations.reports.read_report import export_folder
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.gui.pages.report.shown import ShownReport
    from desktop.gui.pages.report.work import Standing
    from desktop.gui.pages.signing.dialog import SignDialog
    from desktop.gui.session import Session
    from desktop.operations.issuing.export_report import Exported
    from desktop.records.issued import IssuedReport

WHAT_ISSUING_DOES = (
    "Số liệu được tính lại lần cuối rồi giữ nguyên trong sổ thành bản {version}; "
    "sau này có sửa hoạt động thì bản này cũng không đổi. "
    "Muốn sửa thì lập bản điều chỉnh, hoặc ban hành bản tiếp theo."
)
BESIDE = "Thư mục “bao-cao” cạnh sổ"
OTHER = "Chọn thư mục khác…"
SIGN_HERE, ATTACH = "Ký số tại máy này", "Gắn bản đã ký…"
PRINT, SCAN = "Mở bản để in", "Gắn bản quét…"
ANEW = "Xuất lại để ký mới"
ANEW_DETAIL = (
    "Báo cáo này đã ký. Bản đã ký được giữ bên cạnh dưới tên khác; bản xuất lại chưa "
    "có chữ ký nào, mọi người phải ký lại từ đầu."
)


class Issuing(QObject):
    """The steps from the draft to the signed file."""

    def __init__(
        self, session: "Session", page: "ShownReport", parent: QWidget
    ) -> None:
        """Work for one page."""
        super().__init__(parent)
        self._session = session
        self._page = page
        self._parent = parent
        self.sign_dialog: SignDialog | None = None

    def preview_work(self) -> report_work.PreviewWork:
        """Return what draws the report on screen."""
        store, standing = self._session.store, self._page.current
        if standing is None:
            return partial(report_work.preview, store, self._page.draft.request)
        folder = report_work.folder_of(self._session, standing.issued.id)
        return partial(report_work.pdf_of, store, standing.issued, folder)

    def issue(self) -> None:
        """Freeze the draft as an issued report, after saying what that means."""
        draft = self._page.draft
        if not draft.readable:
            return
        session, request = self._session, draft.request
        same = [
            each
            for each in report_work.standings(session.store)
            if period_of(each.issued) == request.period
            and each.issued.kind == request.kind
            and not each.issued.slip
        ]
        what = self._page.kinds.currentText()
        what = f"{what[:1].lower()}{what[1:]}"
        if session.ask.confirm(
            f"Ban hành {named_on(what, period_phrase(request.period))}?",
            verb="Ban hành",
            detail=WHAT_ISSUING_DOES.format(version=len(same) + 1),
        ):
            draft.keep()
            work = partial(report_work.issue, session.store, request)
            run(session, work, title="Ban hành báo cáo", then=self._on_issued)

    def export(self) -> None:
        """Write the files into a folder somebody chooses."""
        standing = self._page.current
        if standing is None:
            return
        folder = self._ask_for_folder()
        if folder is None:
            return
        anew = self._holds_signed(standing, folder)
        if anew and not self._session.ask.confirm(
            f"{ANEW}?", verb=ANEW, detail=ANEW_DETAIL
        ):
            return
        self._export(standing.issued.id, folder, anew=anew)

    def sign_or_attach(self) -> None:
        """Ask which of the ways a report is signed."""
        standing = self._page.current
        if standing is None:
            return
        if standing.by_hand:
            self._print_or_attach(standing)
            return
        ways = (SIGN_HERE, ATTACH) if standing.exported else (ATTACH,)
        chosen = self._session.ask.choose(
            "Báo cáo được ký ở đâu?",
            ways,
            detail=(
                "Ký số ngay bằng tệp khóa hoặc USB token; hoặc văn thư ký, ghi số, "
                "ngày bằng công cụ của cơ quan rồi gắn tệp PDF đã ký vào đây."
            ),
        )
        if chosen is not None:
            way = ways[chosen]
            self.sign() if way == SIGN_HERE else self._page.attach()

    def sign(self) -> None:
        """Open the dialog that signs the exported files."""
        standing = self._page.current
        if standing is None:
            return
        folder = report_work.folder_of(self._session, standing.issued.id)
        if folder is None:
            self._session.ask.tell(
                "Không tìm thấy tệp đã xuất của báo cáo này.",
                detail="Tệp đã bị chuyển đi hoặc xóa. Xuất lại rồi ký.",
            )
            return
        from desktop.gui.pages.signing.dialog import SignDialog

        dialog = SignDialog(self._session, standing.issued.id, folder, self._parent)
        self.sign_dialog = dialog
        dialog.finished.connect(self._on_signed)
        dialog.open()

    def open_folder(self) -> None:
        """Open the folder that holds the files of the report chosen."""
        standing = self._page.current
        if standing is not None:
            found = report_work.folder_of(self._session, standing.issued.id)
            usual = export_folder(self._session.store)
            open_path(self._session.ask, found or usual)

    def _print_or_attach(self, standing: "Standing") -> None:
        chosen = self._session.ask.choose(
            "Báo cáo này ký tay trên giấy. Làm gì tiếp?",
            (PRINT, SCAN),
            detail=(
                "In bản PDF, ký và đóng dấu; rồi quét lại thành PDF và gắn vào đây. "
                "Mã ở chân trang nối bản giấy với số liệu trong sổ."
            ),
        )
        if chosen == 0:
            folder = report_work.folder_of(self._session, standing.issued.id)
            if standing.paper is not None and folder is not None:
                open_path(self._session.ask, folder / standing.paper.file_name)
        elif chosen == 1:
            self._page.attach()

    def _holds_signed(self, standing: "Standing", folder: Path) -> bool:
        """Tell whether the signed files of the report lie in a folder."""
        pdf = standing.pdf
        signed = pdf is not None and bool(pdf.signed_by)
        there = report_work.folder_of(self._session, standing.issued.id)
        return signed and there is not None and there.resolve() == folder.resolve()

    def _export(self, report_id: str, folder: Path, *, anew: bool) -> None:
        from desktop.operations.issuing.export_report import export_report

        store = self._session.store
        run(
            self._session,
            lambda progress: export_report(
                store, report_id, folder, progress, word=True, anew=anew
            ),
            title="Xuất báo cáo",
            then=self._on_exported,
        )

    def _ask_for_folder(self) -> Path | None:
        usual = export_folder(self._session.store)
        chosen = self._session.ask.choose(
            "Xuất tệp PDF, Excel, Word vào đâu?", (BESIDE, OTHER), detail=str(usual)
        )
        if chosen is None:
            return None
        if chosen == 0:
            return usual
        return self._session.ask.choose_folder("Nơi xuất báo cáo", purpose="export")

    def _on_issued(self, issued: "IssuedReport") -> None:
        page = self._page
        page.open(issued.id)
        page.message.say(
            f"Đã ban hành bản {issued.version}. Số liệu của bản này không đổi nữa.",
            "Xuất tệp",
            page.export,
        )

    def _on_exported(self, exported: "Exported") -> None:
        page, folder = self._page, exported.pdf.parent
        purpose = report_work.purpose_of(exported.report.id)
        self._session.settings.remember_folder(purpose, folder)
        page.open(exported.report.id)
        written = (exported.pdf, exported.workbook, exported.word)
        names = [path.name for path in written if path is not None]
        page.message.say(
            f"Đã xuất {', '.join(names)}.",
            "Mở thư mục",
            lambda: open_path(self._session.ask, folder),
        )

    def _on_signed(self) -> None:
        self.sign_dialog = None
        page = self._page
        if page.current is None:
            return
        report_id = page.current.issued.id
        page.open(report_id)
        if not page.current.signed_by:
            return
        said = f"Đã ký bởi {page.current.signed_by}."
        if page.current.waiting is not None:
            page.message.say(f"{said} Còn chờ cơ quan ký.", "Cơ quan ký", self.sign)
            return
        page.message.say(
            said,
            "Bàn giao",
            lambda: self._session.place_wanted.emit("hand_off", report_id),
        )
