"""One section of a report's draft: its words stand in the page and are written over."""

from collections.abc import Callable, Container, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.badge import Badge
from desktop.records.report import RowKind, Table
from desktop.rules.reports.draft_text import Generated, StaleNumber, number_at

EDITED = "đã sửa"
ASK = "Số này từ đâu?"
ASK_KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""Of the big key and of the one beside the digits; both say Enter."""
_EDGE = 2
_FIXED = 2
"""Parts below the words that always stand there: the charts, and room to the right."""
_LEAST = 2
"""Lines an empty field shows."""


class GrowingText(QPlainTextEdit):
    """A field as tall as what is written in it; its numbers can be asked about."""

    asked = Signal(str)
    """Code of the figure under the cursor, whose addends are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Grow with every line; Tab leaves the field."""
        super().__init__(parent)
        self.setObjectName("section_text")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.code_at: Callable[[int], str] = lambda _at: ""
        """Returns the code of the figure at a position; blank where none stands."""
        key = QShortcut(self)
        key.setKeys([QKeySequence(one) for one in ASK_KEYS])
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(lambda: self.ask(self.textCursor().position()))
        self.textChanged.connect(self.fit)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height the lines need."""
        # A plain text's layout counts its height in lines.
        least = 1 if self.document().characterCount() > 1 else _LEAST
        lines = max(round(self.document().size().height()), least)
        margin = round(2 * self.document().documentMargin()) + 2 * _EDGE
        height = lines * self.fontMetrics().lineSpacing() + margin
        if height != self.height():
            self.setFixedHeight(height)

    def ask(self, at: int) -> None:
        """Ask about the figure at a position, if one stands there."""
        code = self.code_at(at)
        if code:
            self.asked.emit(code)

    def menu(self, at: int) -> QMenu:
        """Return the menu of a field of words, with the question on top."""
        menu = self.createStandardContextMenu()
        usual = menu.actions()
        first = usual[0] if usual else menu.addSeparator()
        asking = QAction(f"{ASK}\tCtrl+Enter", menu)
        asking.setEnabled(bool(self.code_at(at)))
        asking.triggered.connect(lambda: self.ask(at))
        menu.insertAction(first, asking)
        menu.insertSeparator(first)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu for the place clicked, or by its key for the cursor's."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        menu = self.menu(cursor.position())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def minimumSizeHint(self) -> QSize:
        """Let the page be as narrow as it is."""
        return QSize(theme.scaled(120), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()


class SectionField(QWidget):
    """A heading, the words below it, and what has become of them."""

    changed = Signal()
    """Somebody typed."""
    restore_wanted = Signal()
    """The words made from the records are wanted back."""
    update_wanted = Signal()
    """The numbers that no longer agree are to be written anew."""
    table_wanted = Signal(str)
    """Code of a table of this section that is to be shown."""
    figure_wanted = Signal(str)
    """Code of a figure whose addends are to be shown."""
    preview_wanted = Signal()
    """The charts of this section are to be shown, as they are printed."""

    def __init__(self, heading: str, level: int, parent: QWidget | None = None) -> None:
        """Begin without words."""
        super().__init__(parent)
        self.heading = heading
        self._filling = False
        self._hints = ("", "", "")
        self._made = True
        self._tables: list[str] = []
        self._numbers = Generated()
        self._figures: Container[str] = ()
        self.text = GrowingText()
        self.text.setAccessibleName(heading)
        self.label = QLabel(heading)
        self.label.setWordWrap(True)
        self.label.setBuddy(self.text)
        self.label.setProperty("level", level)
        self.badge = Badge()
        self.restore = QPushButton("Lấy lại câu tự sinh")
        self.restore.setAccessibleName(f"Lấy lại câu tự sinh của mục {heading}")
        self.stale = QLabel()
        self.stale.setProperty("role", "doubt")
        self.stale.setWordWrap(True)
        self.update_button = QPushButton("Cập nhật số")
        self.update_button.setAccessibleName(f"Cập nhật số của mục {heading}")
        self.charts_button = QPushButton()
        self.charts_button.setAccessibleName(f"Xem biểu đồ của mục {heading}")
        self.charts_button.hide()
        self._lay_out()
        self.charts_button.clicked.connect(self.preview_wanted)
        self.text.textChanged.connect(self._on_typed)
        self.text.code_at = self.figure_at
        self.text.asked.connect(self.figure_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self.update_button.clicked.connect(self.update_wanted)
        self.show_state(edited=False, stale=())

    @property
    def words(self) -> str:
        """Return what stands in the field."""
        return self.text.toPlainText()

    def show_words(self, words: str) -> None:
        """Put words into the field without that being typing."""
        if words == self.words:
            return
        self._filling = True
        at = self.text.textCursor().position()
        self.text.setPlainText(words)
        if self.text.hasFocus():
            cursor = self.text.textCursor()
            cursor.setPosition(min(at, len(words)))
            self.text.setTextCursor(cursor)
        self._filling = False

    def say_numbers(self, made: Generated, figures: Container[str]) -> None:
        """Tell what the numbers of the words count, and what of it are figures."""
        self._numbers, self._figures = made, figures

    def figure_at(self, at: int) -> str:
        """Return the code of the figure at a position; blank where none stands."""
        found = number_at(self.words, self._numbers, at)
        return found.code if found is not None and found.code in self._figures else ""

    def show_state(self, *, edited: bool, stale: Sequence[StaleNumber]) -> None:
        """Say whether it was edited, and which of its numbers no longer agree."""
        self.badge.show_word(EDITED if edited else "", "plain")
        self.restore.setVisible(edited)
        self._below.setVisible(bool(stale))
        told = "; ".join(f"{each.old} → {each.new}" for each in stale)
        count = len(stale)
        self.stale.setText(f"▲ {count} số không còn khớp sổ: {told}" if stale else "")
        self.text.setAccessibleDescription(self.stale.text() or self.badge.text())
        self._underline(stale)

    def say_hints(self, empty: str, waiting: str, none: str = "") -> None:
        """Tell what is printed when nothing is written, and what is waited for.

        Args:
            empty: What is printed instead, where the records tell something.
            waiting: Until it is known whether they do.
            none: Where they tell nothing; blank: as `empty`.
        """
        self._hints = (empty, waiting, none or empty)
        self.text.setPlaceholderText(empty)

    def say_known(self, *, made: bool) -> None:
        """Tell apart a field nobody wrote in from one the records tell nothing for."""
        self._made = made

    def wait_for_words(self, *, waiting: bool, writable: bool = True) -> None:
        """Let nobody write where words from the records are still to come.

        Nor where an office is only looked at.
        """
        waiting = waiting and bool(self._hints[1])
        known = self._hints[0] if self._made else self._hints[2]
        self.text.setPlaceholderText(self._hints[1] if waiting else known)
        self.text.setReadOnly(waiting or not writable)

    def say_waiting(self, why: str) -> None:
        """Say why the words waited for do not come."""
        if self.text.isReadOnly():
            self.text.setPlaceholderText(why)

    def show_heading_only(self) -> None:
        """Show no field: the words stand in the sections below."""
        self.text.hide()

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Offer the tables that stand here."""
        codes = [each.code for each in tables]
        if codes == self._tables:
            return
        self._tables = codes
        while self._buttons.count() > _FIXED:
            gone = self._buttons.takeAt(0)
            widget = gone.widget()
            if widget is not None:
                widget.deleteLater()
        for number, each in enumerate(tables):
            self._buttons.insertWidget(number, self._opener(each))

    def show_charts(self, count: int) -> None:
        """Say how many charts stand here: they are drawn in the preview."""
        self.charts_button.setVisible(bool(count))
        self.charts_button.setText(f"▥ Xem {count} biểu đồ trong bản xem trước")

    def _opener(self, table: Table) -> QPushButton:
        rows = sum(row.kind is RowKind.DATA for row in table.rows)
        button = QPushButton(f"▦ Xem bảng {table.sheet} ({rows} dòng)")
        button.setAccessibleName(f"Xem bảng {table.title}")
        button.setToolTip(table.title)
        button.clicked.connect(lambda: self.table_wanted.emit(table.code))
        return button

    def _underline(self, stale: Sequence[StaleNumber]) -> None:
        marks = []
        for each in stale:
            one = QTextEdit.ExtraSelection()
            cursor = self.text.textCursor()
            cursor.setPosition(each.start)
            end = each.start + len(each.old)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.colour("warn"))
            look.setForeground(theme.colour("warn"))
            one.cursor, one.format = cursor, look  # type: ignore[attr-defined]
            marks.append(one)
        self.text.setExtraSelections(marks)

    def _on_typed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.BETWEEN)
        head.addWidget(self.label, stretch=1)
        head.addWidget(self.badge)
        head.addWidget(self.restore)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.stale, stretch=1)
        below.addWidget(self.update_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self._below)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.charts_button)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
