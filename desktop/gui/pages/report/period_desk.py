"""Close, reopen and mark the period shown, after saying what that means."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui import reopening
from desktop.gui.pages.report.dated_dialog import ACCEPTED, RECEIVED, DatedDialog
from desktop.gui.pages.report.period_chip import PeriodChip
from desktop.gui.running import run, tell_fault
from desktop.records.period import PeriodState
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.periods.reopen_period import Reopened
    from desktop.records.period import PeriodStanding

WHAT_CLOSING_DOES = (
    "Từ lúc này không ai ghi, sửa, xóa được số liệu có ngày trong kỳ, kể cả nhập từ "
    "Excel và hoàn tác. Cần sửa thì mở lại kỳ và ghi lý do."
)
_MARKS = {
    "received": (PeriodState.RECEIVED, RECEIVED),
    "accepted": (PeriodState.ACCEPTED, ACCEPTED),
}


class PeriodDesk(QObject):
    """The chip of the period, and the deeds it lists."""

    told = Signal(str)
    """What was done, in one sentence."""

    def __init__(self, session: "Session", page: QWidget) -> None:
        """Show how far the period on screen has come."""
        super().__init__(page)
        self._session = session
        self._page = page
        self.chip = PeriodChip()
        self.dialog: DatedDialog | None = None
        self.chip.wanted.connect(self.do)
        session.period_changed.connect(self.refresh)
        session.jobs.changed.connect(self._on_changed)
        self.refresh()

    @property
    def locked(self) -> bool:
        """Tell whether the period shown is locked."""
        return self.chip.state is not PeriodState.ENTERING

    def refresh(self) -> None:
        """Read how far the period on screen has come."""
        from desktop.operations.periods.read_standings import standing_of

        session = self._session
        self.chip.show_standing(standing_of(session.store, session.period))

    def do(self, code: str) -> None:
        """Do one of the deeds."""
        deeds = {"close": self.close, "reopen": self.reopen}
        deeds.get(code, partial(self.mark, code))()

    def close(self) -> None:
        """Lock the days of the period, after asking."""
        from desktop.operations.periods.close_period import close_period

        session, period = self._session, self._session.period
        if session.ask.confirm(
            f"Chốt số liệu {period_phrase(period)}?",
            verb="Chốt số liệu",
            detail=WHAT_CLOSING_DOES,
        ):
            run(
                session,
                lambda _progress: close_period(session.store, period),
                title="Chốt số liệu",
                then=self._on_closed,
            )

    def reopen(self) -> None:
        """Let the days of the period be written again, for a reason."""
        session = self._session
        told = partial(tell_fault, session)
        reopening.reopen(session, session.period, told, self._on_reopened)

    def mark(self, code: str) -> None:
        """Ask on what paper the office above received or accepted the report."""
        state, words = _MARKS[code]
        dialog = DatedDialog(
            words, self._session.today, dated=self._session.today, parent=self._page
        )
        self.dialog = dialog
        dialog.accepted.connect(partial(self._on_paper, dialog, state))
        dialog.finished.connect(self._on_dialog_gone)
        dialog.open()

    def _on_paper(self, dialog: DatedDialog, state: PeriodState) -> None:
        document, day = dialog.value
        if day is None:
            return
        from desktop.operations.reports.mark_period import Paper, mark_period

        session, period = self._session, self._session.period
        paper = Paper(document=document, day=day)
        run(
            session,
            lambda _progress: mark_period(session.store, period, state, paper),
            title="Đánh dấu kỳ",
            then=self._on_marked,
        )

    def _on_dialog_gone(self) -> None:
        self.dialog = None

    def _on_closed(self, _standing: "PeriodStanding") -> None:
        period = period_phrase(self._session.period)
        self.told.emit(f"Đã chốt số liệu {period}. Kỳ đã khóa.")

    def _on_reopened(self, reopened: "Reopened") -> None:
        period = period_phrase(self._session.period)
        others = len(reopened.still_locked)
        more = f" Còn {others} kỳ khác đang khóa một phần những ngày này."
        self.told.emit(f"Đã mở lại {period}.{more if others else ''}")

    def _on_marked(self, _standing: "PeriodStanding") -> None:
        self.told.emit(f"{self.chip.accessibleName()}.")

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        if "period_standings" in touched:
            self.refresh()
