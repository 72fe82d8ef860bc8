"""Who the office is, and how its papers are headed, signed and sent."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.marking import mark
from desktop.operations.offices.set_preferences import set_preferences
from desktop.rules.vietnamese import normalise

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.records.preferences import Preferences

NEEDED = "Báo cáo cần có dòng này."
LABEL_WIDTH, FIELD_WIDTH = 190, 560
GROUPS = (
    (
        "Đầu trang văn bản",
        (
            ("superior", "Cơ quan chủ quản", ""),
            (
                "agency",
                "Cơ quan ban hành",
                "In hoa trên đầu trang, dưới cơ quan chủ quản.",
            ),
            ("symbol", "Ký hiệu báo cáo", "Phần sau số báo cáo."),
            ("place", "Địa danh", "Đứng trước ngày tháng."),
        ),
    ),
    (
        "Người ký",
        (
            ("authority", "Quyền hạn, chức vụ", "Mỗi dòng một hàng in, từ trên xuống."),
            ("signer", "Họ và tên", ""),
        ),
    ),
    (
        "Nơi nhận",
        (
            ("recipients", "Nơi nhận", "Mỗi nơi một dòng, không cần gạch đầu dòng."),
            ("filing", "Dòng lưu", "Dòng cuối của nơi nhận."),
        ),
    ),
    ("Sổ này", (("officer", "Người ghi sổ", "Ghi vào nhật ký mỗi thay đổi."),)),
)
"""Groups of fields: code, label and help of each."""
_MANY = {"authority": 3, "recipients": 5}
"""Fields of several lines, and how many are seen."""
_BESIDE = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_REQUIRED = ("agency", "symbol", "place")


class OfficePanel(QWidget):
    """One form; nothing is kept before it is saved."""

    saved = Signal()

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Show the settings as they stand."""
        super().__init__(parent)
        self._session = session
        self._dirty = False
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.save_button = QPushButton("&Lưu thiết lập")
        self.leave_button = QPushButton("Bỏ thay đổi")
        self._lay_out()
        self.show_preferences()
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.show_preferences)
        session.preferences_changed.connect(self._on_changed_elsewhere)

    @property
    def preferences(self) -> "Preferences":
        """Return the settings as they would be saved."""
        return replace(
            self._session.preferences,
            issuer_lines=(self._text("superior").upper(), self._text("agency").upper()),
            symbol=self._text("symbol"),
            place=self._text("place"),
            authority=self._lines("authority"),
            signer_name=self._text("signer"),
            recipients=self._lines("recipients"),
            filing_line=self._text("filing"),
            officer=self._text("officer"),
        )

    def show_preferences(self) -> None:
        """Show the settings as kept, dropping what was typed."""
        kept = self._session.preferences
        superior, agency = kept.issuer_lines
        values = {
            "superior": superior,
            "agency": agency,
            "symbol": kept.symbol,
            "place": kept.place,
            "authority": "\n".join(kept.authority),
            "signer": kept.signer_name,
            "recipients": "\n".join(kept.recipients),
            "filing": kept.filing_line,
            "officer": kept.officer,
        }
        for code, value in values.items():
            field = self.fields[code]
            if isinstance(field, QLineEdit):
                field.setText(value)
                field.setCursorPosition(0)
            else:
                field.setPlainText(value)
            mark(field, "")
        self._show_dirty(dirty=False)

    def save(self) -> None:
        """Keep the settings, unless a line is missing that reports need."""
        missing = [code for code in _REQUIRED if not self._text(code)]
        for code in _REQUIRED:
            mark(self.fields[code], NEEDED if code in missing else "")
        if missing:
            self.fields[missing[0]].setFocus()
            return
        store, wanted = self._session.store, self.preferences
        run(
            self._session,
            lambda _progress: set_preferences(store, wanted),
            title="Lưu thiết lập",
            then=self._on_saved,
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, theme.BETWEEN, 0)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        grid.setColumnStretch(1, 1)
        inside.setMaximumWidth(theme.scaled(LABEL_WIDTH + FIELD_WIDTH))
        for title, rows in GROUPS:
            self._add_group(grid, title, rows)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.BETWEEN, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(area, stretch=1)
        column.addLayout(self._buttons())

    def _add_group(
        self, grid: QGridLayout, title: str, rows: tuple[tuple[str, str, str], ...]
    ) -> None:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), theme.BETWEEN)
        heading = _quiet(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for code, words, hint in rows:
            row = grid.rowCount()
            field = self._field(code, words, hint)
            label = QLabel(f"{words} *" if code in _REQUIRED else words)
            label.setBuddy(field)
            label.setFixedWidth(theme.scaled(LABEL_WIDTH))
            grid.addWidget(label, row, 0, _BESIDE if code in _MANY else _MIDDLE)
            grid.addWidget(field, row, 1)
            if hint:
                grid.addWidget(_quiet(hint), row + 1, 1)

    def _field(self, code: str, words: str, hint: str) -> QLineEdit | QPlainTextEdit:
        field: QLineEdit | QPlainTextEdit
        if code in _MANY:
            field = QPlainTextEdit()
            field.setTabChangesFocus(True)
            line = field.fontMetrics().lineSpacing()
            field.setFixedHeight(line * _MANY[code] + theme.AROUND)
        else:
            field = QLineEdit()
        field.textChanged.connect(self._on_typed)
        field.setAccessibleName(words)
        field.setAccessibleDescription(hint)
        self.fields[code] = field
        return field

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        self.save_button.setProperty("primary", True)
        for button in (self.save_button, self.leave_button):
            button.setAccessibleName(button.text().replace("&", ""))
            row.addWidget(button)
        row.addStretch()
        return row

    def _text(self, code: str) -> str:
        field = self.fields[code]
        typed = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        return normalise(typed)

    def _lines(self, code: str) -> tuple[str, ...]:
        field = self.fields[code]
        typed = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        lines = (normalise(line) for line in typed.splitlines())
        return tuple(line for line in lines if line)

    def _show_dirty(self, *, dirty: bool) -> None:
        self._dirty = dirty
        self.save_button.setEnabled(dirty)
        self.leave_button.setEnabled(dirty)

    def _on_typed(self) -> None:
        self._show_dirty(dirty=True)

    def _on_saved(self, kept: "Preferences") -> None:
        self._session.store.officer = kept.officer
        self.show_preferences()
        self.saved.emit()

    def _on_changed_elsewhere(self) -> None:
        if not self._dirty:
            self.show_preferences()


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    return label
