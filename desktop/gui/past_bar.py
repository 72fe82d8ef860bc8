"""Say above every page that the office is seen as it was, and offer the way back."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme

BACK = "&Về hôm nay"


class PastBar(QFrame):
    """A yellow bar; unseen while the office is open as it is now."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unseen."""
        super().__init__(parent)
        self.setObjectName("past_bar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.back_button = QPushButton(BACK)
        self.back_button.setAccessibleName(BACK.replace("&", ""))
        self.back_button.clicked.connect(self.back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.AROUND, theme.INSIDE, theme.AROUND, theme.INSIDE)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self.back_button)
        self.hide()

    @property
    def text(self) -> str:
        """Return what the bar says; blank when it is unseen."""
        return "" if self.isHidden() else self._text.text()

    def show_moment(self, at: dt.datetime | None, *, incomplete: bool = False) -> None:
        """Say of when the office is seen.

        Args:
            at: When its newest change was made; None: nobody knows.
            incomplete: Records were put back that lack fields which came later.
        """
        # The rules of days are many modules, and no window starts by looking back.
        from desktop.rules.dates import format_date
        from desktop.rules.times import format_time

        when = ""
        if at is not None:
            when = f" lúc {format_time(at.time())} ngày {format_date(at.date())}"
        said = f"Đang xem sổ như{when or ' trước đây'} – chỉ đọc."
        if incomplete:
            said += " Có nội dung hồi ấy chương trình chưa hỏi, nay để trống."
        self._text.setText(said)
        self.setAccessibleDescription(said)
        self.show()
