"""Say how far the period shown has come, and offer what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.records.period import PeriodStanding, PeriodState
from desktop.rules.dates import format_date

WORDS = {
    PeriodState.ENTERING: ("○", "Đang nhập"),
    PeriodState.CLOSED: ("■", "Đã chốt số liệu"),
    PeriodState.SIGNED: ("✓", "Đã ký"),
    PeriodState.RECEIVED: ("✓", "Cấp trên đã nhận"),
    PeriodState.ACCEPTED: ("✓", "Đã nghiệm thu"),
}
"""Shape and words of each state."""

MEANING = {
    PeriodState.ENTERING: "Số liệu của kỳ còn ghi, sửa được.",
    PeriodState.CLOSED: "Kỳ đã khóa: không ghi, sửa, xóa được số liệu trong kỳ.",
    PeriodState.SIGNED: "Báo cáo đã ký; kỳ đã khóa.",
    PeriodState.RECEIVED: "Cấp trên đã nhận báo cáo; kỳ đã khóa.",
    PeriodState.ACCEPTED: "Báo cáo đã được nghiệm thu; kỳ đã khóa.",
}

_DEEDS = (
    ("close", "&Chốt số liệu của kỳ…", "Ctrl+Shift+T"),
    ("reopen", "&Mở lại kỳ…", "Ctrl+Shift+O"),
    ("received", "Đánh dấu cấp trên đã &nhận…", ""),
    ("accepted", "Đánh dấu đã n&ghiệm thu…", ""),
)
"""Code, words and key of what can be done."""

_ALLOWED = {
    PeriodState.ENTERING: {"close"},
    PeriodState.CLOSED: {"reopen", "received", "accepted"},
    PeriodState.SIGNED: {"reopen", "received", "accepted"},
    PeriodState.RECEIVED: {"reopen", "received", "accepted"},
    PeriodState.ACCEPTED: {"reopen", "accepted"},
}


class PeriodChip(QToolButton):
    """A word with a shape; pressed, it lists the deeds."""

    wanted = Signal(str)
    """Code of the deed somebody wants: `close`, `reopen`, `received`, `accepted`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with a period that is being entered."""
        super().__init__(parent)
        self.setObjectName("period_chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.page_actions: dict[str, QAction] = {}
        menu = QMenu(self)
        for code, words, key in _DEEDS:
            action = QAction(words, self)
            if key:
                action.setShortcut(QKeySequence(key))
            action.triggered.connect(self._asker(code))
            menu.addAction(action)
            self.page_actions[code] = action
        self.setMenu(menu)
        self.show_standing(None)

    @property
    def state(self) -> PeriodState:
        """Return the state shown."""
        return self._state

    def show_standing(self, standing: PeriodStanding | None) -> None:
        """Show a period's state; None is one nobody spoke of yet."""
        state = PeriodState.ENTERING if standing is None else standing.state
        self._state = state
        shape, words = WORDS[state]
        self.setText(f"{shape} Kỳ: {words}  ▾")
        said = MEANING[state]
        if standing is not None:
            when = (
                f"{standing.changed_at:%H:%M} ngày {format_date(standing.changed_at)}"
            )
            said = f"{said} Từ {when}."
            if standing.reason:
                said = f"{said} {standing.reason}"
        self.setToolTip(said)
        self.setAccessibleName(f"Trạng thái kỳ: {words}")
        self.setAccessibleDescription(said)
        self.setProperty("state", str(state))
        self.style().unpolish(self)
        self.style().polish(self)
        for code, action in self.page_actions.items():
            action.setEnabled(code in _ALLOWED[state])

    def _asker(self, code: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(code)
