"""Attach the scan of a paper that was signed by hand, by the code printed on it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.gui.running import run

if TYPE_CHECKING:
    from desktop.gui.pages.report.shown import ShownReport
    from desktop.gui.session import Session
    from desktop.operations.issuing.attach_scan import AttachedScan

SCANS = (("Tệp PDF", "*.pdf"),)
CODE = "Mã đối chiếu in ở chân trang của bản giấy"


class Scanning(QObject):
    """Asks for the scan and the code, and says what came of it."""

    def __init__(
        self, session: "Session", page: "ShownReport", parent: QObject
    ) -> None:
        """Work for one page."""
        super().__init__(parent)
        self._session = session
        self._page = page

    def attach(self, report_id: str, path: Path | None = None) -> None:
        """Ask for what is not given yet, and keep the scan."""
        ask = self._session.ask
        path = path or ask.choose_file(
            "Chọn bản quét đã ký tay", SCANS, purpose="signed"
        )
        typed = None if path is None else ask.line("Gắn bản quét", CODE, verb="Gắn")
        if path is None or typed is None:
            return
        from desktop.operations.issuing.attach_scan import attach_scan

        run(
            self._session,
            partial(attach_scan, self._session.store, report_id, path, typed),
            title="Gắn bản quét",
            then=self._on_attached,
        )

    def _on_attached(self, attached: "AttachedScan") -> None:
        page, report_id = self._page, attached.copy.report
        page.open(report_id)
        locked = " Kỳ đã khóa." if attached.standing is not None else ""
        page.message.say(
            f"Đã gắn bản quét của bản giấy đã ký.{locked}",
            "Bàn giao",
            partial(self._session.place_wanted.emit, "hand_off", report_id),
        )
