"""Keep what writes from being pressed where an office is only looked at.

The file refuses every deed in any case; this spares the officer the refusal.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

WRITING = (
    "Ban hành",
    "Bàn giao",
    "Bỏ ",
    "Chia tách",
    "Chuyển",
    "Chốt",
    "Cập nhật",
    "Dán",
    "Dùng lại",
    "Ghi",
    "Ghép",
    "Giải thể",
    "Gắn",
    "Gửi",
    "Hoàn tác",
    "Khôi phục",
    "Ký",
    "Lên",
    "Làm lại",
    "Lấy",
    "Lưu",
    "Lấy lại",
    "Lập",
    "Mang lại",
    "Mở lại",
    "Ngừng",
    "Nhân đôi",
    "Nhập",
    "Quay về",
    "Ra cấp",
    "Ra ngoài",
    "Sáp nhập",
    "Sắp",
    "Số kế hoạch",
    "Sửa",
    "Thay",
    "Thêm",
    "Tách",
    "Vào cấp",
    "Vào nhóm",
    "Xuống",
    "Xuất",
    "Xóa",
    "Điền",
    "Đánh dấu",
    "Đánh số",
    "Đóng gói",
    "Đóng kế hoạch",
    "Đưa",
    "Đính",
    "Đặt",
    "Đổi",
)
"""How the words of buttons and actions begin that change the office."""

_BUTTONS = (QPushButton, QToolButton)
"""Buttons that do something; boxes to tick only choose what is shown."""

READING = ("Bỏ lọc",)
"""Words that begin like those and change nothing."""


def writes(words: str) -> bool:
    """Tell whether a button with these words changes the office."""
    # Steps of a row have their number, or a tick, before them.
    plain = words.replace("&", "").lstrip("0123456789.✓ ").strip()
    return plain.startswith(WRITING) and not plain.startswith(READING)


class ReadOnly(QObject):
    """Watch over one page, and every window it opens."""

    def __init__(self, page: QWidget) -> None:
        """Forbid what writes, now and whenever the page would allow it."""
        super().__init__(page)
        self._page = page
        self._watched: set[QObject] = set()
        page.installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Forbid what writes among everything there is by now."""
        for view in self._page.findChildren(QAbstractItemView):
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            self._watch(view)
        for text in self._page.findChildren(QPlainTextEdit):
            text.setReadOnly(True)
        for action in (*self._page.actions(), *self._page.findChildren(QAction)):
            if writes(action.text()):
                self._forbid_action(action)
        for button in self._page.findChildren(QAbstractButton):
            if isinstance(button, _BUTTONS) and writes(button.text()):
                self._forbid(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when something came, and forbid again what was allowed."""
        kind = event.type()
        if kind in {QEvent.Type.ChildAdded, QEvent.Type.Show}:
            QTimer.singleShot(0, self, self.look)
        elif kind == QEvent.Type.EnabledChange and isinstance(watched, _BUTTONS):
            watched.setEnabled(False)
        return super().eventFilter(watched, event)

    def _forbid(self, button: QAbstractButton) -> None:
        button.setEnabled(False)
        self._watch(button)

    def _forbid_action(self, action: QAction) -> None:
        action.setEnabled(False)
        if action not in self._watched:
            self._watched.add(action)
            action.enabledChanged.connect(
                lambda on: action.setEnabled(False) if on else None
            )

    def _watch(self, one: QWidget) -> None:
        if one not in self._watched:
            self._watched.add(one)
            one.installEventFilter(self)
            dialog = one.window()
            if isinstance(dialog, QDialog) and dialog not in self._watched:
                self._watched.add(dialog)
                dialog.installEventFilter(self)
