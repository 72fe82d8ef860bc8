"""What can be done about issued reports beside exporting and signing them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from desktop.gui.pages.report.dated_dialog import NUMBER, DatedDialog
from desktop.gui.pages.report.list import period_of
from desktop.gui.pages.report.scanning import Scanning
from desktop.gui.pages.report.work import standings
from desktop.gui.running import run
from desktop.operations.outcome import Outcome

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from desktop.gui.pages.report.attach_dialog import AttachDialog
    from desktop.gui.pages.report.shown import ShownReport
    from desktop.gui.pages.report.work import Standing
    from desktop.gui.session import Session
    from desktop.operations.issuing.attach_issued_copy import Attached, Inspection
    from desktop.progress import Progress
    from desktop.records.issued import IssuedReport
    from desktop.records.report import Report
    from desktop.store.store import Store

_DEEDS = (
    ("number", "Nhập &số, ngày văn thư cấp…", "Alt+3"),
    ("attach", "&Gắn bản đã ký…", "Alt+4"),
    ("correct", "&Lập bản điều chỉnh…", "Alt+5"),
    ("compare", "&So sánh hai bản…", "Alt+6"),
    ("templates", "&Mẫu báo cáo…", "Alt+7"),
)
"""Code, words and key of each."""


class IssuedDesk(QObject):
    """The menu of further deeds, and their dialogs."""

    def __init__(
        self, session: "Session", page: "ShownReport", parent: QWidget
    ) -> None:
        """Make the actions; `allow` tells which can be taken."""
        super().__init__(parent)
        self._session = session
        self._page = page
        self._parent = parent
        self._scanning = Scanning(session, page, self)
        self.dialog: QDialog | None = None
        self.page_actions: dict[str, QAction] = {}
        for code, words, key in _DEEDS:
            action = QAction(words, parent)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, do=code: self._do(do))
            self.page_actions[code] = action

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of everything."""
        made = QMenu(parent)
        made.addActions(list(self.page_actions.values()))
        return made

    def allow(self, standing: "Standing | None") -> None:
        """Allow what can be done about the report chosen."""
        for code in ("number", "correct"):
            self.page_actions[code].setEnabled(standing is not None)

    def number(self) -> None:
        """Ask for the number and date the clerk gave, and note them."""
        standing = self._page.current
        if standing is None:
            return
        issued = standing.issued
        dialog = DatedDialog(
            NUMBER,
            self._session.today,
            issued.number,
            issued.dated or self._session.today,
            self._parent,
        )
        self._show(dialog, partial(self._on_number, dialog, issued.id))

    @property
    def awaits_signed(self) -> bool:
        """Tell whether a report waits for a copy that is signed elsewhere."""
        standing = self._page.current or self._waiting()
        return standing is not None and not standing.complete

    def attach(self, path: "Path | None" = None) -> None:
        """Look at a copy that was signed elsewhere, and offer to attach it."""
        standing = self._page.current or self._waiting()
        if standing is None:
            self._session.ask.tell(
                "Chưa có báo cáo nào chờ bản đã ký.",
                detail="Ban hành và xuất báo cáo trước, rồi gắn bản đã ký vào đó.",
            )
            return
        if standing.by_hand:
            self._scanning.attach(standing.issued.id, path)
            return
        path = path or self._session.ask.choose_file(
            "Chọn bản PDF đã ký", (("Tệp PDF", "*.pdf"),), purpose="signed"
        )
        if path is None:
            return
        from desktop.operations.issuing.attach_issued_copy import inspect_signed_copy

        store, report_id, chosen = self._session.store, standing.issued.id, path
        run(
            self._session,
            lambda progress: Outcome(
                inspect_signed_copy(store, report_id, chosen, progress)
            ),
            title="Xem bản đã ký",
            then=self._on_inspected,
        )

    def correct(self) -> None:
        """Draft the next slip of the report chosen, and ask why figures change."""
        standing = self._page.current
        if standing is None:
            return
        from desktop.operations.issuing.correct_report import (
            CorrectionRequest,
            draft_correction,
        )

        store, wanted = (
            self._session.store,
            CorrectionRequest(report=standing.issued.id),
        )
        run(
            self._session,
            lambda progress: Outcome(draft_correction(store, wanted, progress)),
            title="Tính bản điều chỉnh",
            then=partial(self._on_slip, standing.issued.id),
        )

    def compare(self) -> None:
        """Compare the report chosen with the one before it."""
        from desktop.gui.pages.report.compare_dialog import CompareDialog

        current = self._page.current
        chosen = "" if current is None else current.issued.id
        reports = standings(self._session.store)
        dialog = CompareDialog(self._session, reports, chosen, self._parent)
        self._show(dialog, None)

    def templates(self) -> None:
        """Open the templates the office lays out its reports by."""
        from desktop.gui.pages.report.template_editor.window import TemplateWindow

        kind = self._page.kinds.kind.code
        self._show(TemplateWindow(self._session, kind, self._parent), None)

    def _waiting(self) -> "Standing | None":
        """Return the newest report of the period shown that nobody signed yet."""
        period = self._session.period
        return next(
            (
                each
                for each in standings(self._session.store)
                if period_of(each.issued) == period and not each.complete
            ),
            None,
        )

    def _show(self, dialog: QDialog, accepted: "Callable[[], None] | None") -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        if accepted is not None:
            dialog.accepted.connect(accepted)
        gone = partial(self._on_dialog_gone, dialog)
        dialog.finished.connect(gone)
        dialog.destroyed.connect(gone)
        dialog.open()

    def _on_dialog_gone(self, dialog: QDialog, *_: object) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _on_number(self, dialog: DatedDialog, report_id: str) -> None:
        from desktop.operations.reports.number_report import number_report

        number, dated = dialog.value
        store = self._session.store
        run(
            self._session,
            lambda _progress: number_report(store, report_id, number, dated),
            title="Ghi số, ngày",
            then=self._on_numbered,
        )

    def _on_numbered(self, issued: "IssuedReport") -> None:
        self._page.open(issued.id)
        self._page.message.say(
            "Đã ghi số, ngày của báo cáo.", "Xuất tệp", self._page.export
        )

    def _on_slip(self, report_id: str, slip: "Report") -> None:
        from desktop.gui.pages.report.correct_dialog import CorrectDialog

        dialog = CorrectDialog(self._session, report_id, slip, self._parent)
        dialog.issued.connect(self._on_corrected)
        self._show(dialog, None)

    def _on_corrected(self, issued: "IssuedReport") -> None:
        self._page.open(issued.id)
        self._page.message.say(
            f"Đã lập bản điều chỉnh số {issued.slip}.", "Xuất tệp", self._page.export
        )

    def _on_inspected(self, found: "Inspection") -> None:
        from desktop.gui.pages.report.attach_dialog import AttachDialog

        dialog = AttachDialog(found, self._session.today, self._parent)
        self._show(dialog, partial(self._on_agreed, dialog))

    def _on_agreed(self, dialog: "AttachDialog") -> None:
        found, (number, dated) = dialog.inspection, dialog.head
        run(
            self._session,
            partial(_attach, self._session.store, found, number, dated),
            title="Gắn bản đã ký",
            then=self._on_attached,
        )

    def _on_attached(self, attached: "Attached") -> None:
        page = self._page
        page.open(attached.inspection.report.id)
        locked = " Kỳ đã khóa." if attached.standing is not None else ""
        page.message.say(
            f"Đã gắn bản ký bởi {attached.copy.signed_by}.{locked}",
            "Bàn giao",
            partial(self._session.place_wanted.emit, "hand_off", attached.copy.report),
        )

    def _do(self, code: str) -> None:
        getattr(self, code)()


def _attach(
    store: "Store",
    found: "Inspection",
    number: str,
    dated: "dt.date | None",
    progress: "Progress",
) -> "Outcome[object]":
    """Keep the copy, and note the number and date that stand on it."""
    from desktop.files.signed_copies.heads import Head
    from desktop.operations.issuing.attach_issued_copy import attach_issued_copy

    done = attach_issued_copy(
        store,
        found.report.id,
        found.path,
        progress,
        noted=Head(number=number, dated=dated),
    )
    return Outcome(done.value, done.touched)
