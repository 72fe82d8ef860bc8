"""The window `Nhập từ Excel`: match columns, settle words, look at rows, accept."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import ConflictError, DesktopError, InputError
from desktop.gui import theme
from desktop.gui.help_key import answer_help_key
from desktop.gui.pages.activities.importing.columns_pane import ColumnsPane
from desktop.gui.pages.activities.importing.inspection import (
    Inspection,
    Read,
)
from desktop.gui.pages.activities.importing.rows_pane import RowsPane
from desktop.gui.pages.activities.importing.running_line import RunningLine
from desktop.gui.pages.activities.importing.step_bar import DOUBTFUL, Place, StepBar
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.gui.pages.activities.importing.words_pane import WordsPane
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.tables import reading_names
from desktop.gui.tables.columns import Column, columns_of
from desktop.gui.tables.kinds import record_of
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.records.register import Register
from desktop.rules.entry_table.fates import Fate, Preview
from desktop.rules.numbers import format_integer
from desktop.store import records
from desktop.wording.entry_preview import fault_list
from desktop.wording.problems import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = 1180, 690
"""What fits a screen of 1366 x 768 with its task bar."""
WIDEST, TALLEST = 1340, 698
_KEYS = "Phím cách: bỏ, chọn dòng · F8: lỗi sau · F6: sang phần khác"


class ImportDialog(QDialog):
    """Show what a table would do to a register; nothing is kept until accepted."""

    imported = Signal(object)
    """What the import stored, and by which preview."""
    unread = Signal(str)
    """Why nothing could be made of the table: the window is closed again."""

    def __init__(
        self, session: Session, register: Register, parent: QWidget | None = None
    ) -> None:
        """Begin without a table, for the register on screen."""
        super().__init__(parent)
        self._session = session
        self.inspection = Inspection(session, register, self)
        self._names = reading_names.read_names(session)
        self._targets = Targets(register, self._names)
        self._shown_columns: tuple[Column, ...] = columns_of(register, self._names)
        self._read_at = 0
        self.setWindowTitle("Nhập từ Excel")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = MessageBar()
        self.steps = StepBar()
        self.columns = ColumnsPane(session.registers)
        self.words = WordsPane()
        self.rows = RowsPane(self._find_twin)
        self.running = RunningLine()
        self.reason = QLabel()
        self.keys = ElidedLabel(_KEYS)
        self.copy_button = _button("Chép danh sách &lỗi", "Ctrl+Shift+C")
        self.close_button = _button("Đón&g", "Esc")
        self.accept_button = _button("&Nhập", "Ctrl+Enter")
        self._stack = QStackedWidget()
        self._from = ElidedLabel()
        self._lay_out()
        self._connect()
        self._show_state()
        self.resize(
            min(theme.scaled(WIDTH), WIDEST), min(theme.scaled(HEIGHT), TALLEST)
        )

    @property
    def preview(self) -> Preview | None:
        """Return what importing would do, or None before a table was read."""
        return self.inspection.preview

    @property
    def chosen(self) -> bool:
        """Tell whether choices were made that closing would lose."""
        seen = self.inspection.seen
        return seen is not None and self.inspection.choices != self.inspection.begun

    def read(self, name: str, read: Read) -> None:
        """Read a table and look at it."""
        self._from.show_text(name)
        self.words.forget()
        self.inspection.read(name, read)

    def go_on(self) -> None:
        """Accept the rows, or go to them when they were not looked at yet."""
        if self.steps.current is not Place.ROWS:
            self.go_to(Place.ROWS)
        elif self.accept_button.isEnabled():
            self.inspection.keep()

    def go_to(self, place: Place) -> None:
        """Show one of the three panes, and put the cursor where work begins."""
        if place is Place.WORDS and not self.words.known:
            place = Place.ROWS
        self.steps.choose(place)
        self._stack.setCurrentIndex(place.value)
        self._show_state()
        self._pane().focus_first()

    def copy_faults(self) -> None:
        """Put every fault on the clipboard, to be sent to whoever wrote the file."""
        preview = self.preview
        if preview is not None:
            text = fault_list(preview, self.inspection.name, self._targets.label)
            QGuiApplication.clipboard().setText(text)
            self.message.say(
                "Đã chép danh sách lỗi, kèm địa chỉ ô; dán được vào thư hay tin nhắn."
            )

    def reject(self) -> None:
        """Close; what was chosen is asked after once."""
        if self.inspection.keeping:
            self.inspection.cancel()
            return
        if self.chosen and not self._session.ask.confirm(
            "Đóng và bỏ những gì vừa chọn cho tệp này?",
            verb="Bỏ và đóng",
            detail="Chưa có dòng nào được ghi vào sổ.",
            refuse="Ở lại",
        ):
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close; a table still being read is read no further."""
        self.inspection.cancel()
        super().done(result)

    # --- slots ---------------------------------------------------------------------

    def _on_shown(self) -> None:
        seen = self.inspection.seen
        if seen is None:
            return
        preview = seen.preview
        if preview.register != self._targets.register:
            self._targets = Targets(preview.register, self._names)
            self._shown_columns = columns_of(preview.register, self._names)
        self.columns.show_seen(seen, self._targets)
        self.words.show_seen(seen, self._targets)
        self.rows.show_seen(seen, self._targets, self._shown_columns)
        self.steps.show_preview(preview, words=self.words.known)
        sheet = f", trang “{preview.sheet}”" if preview.sheet else ""
        self._from.show_text(f"{self.inspection.name}{sheet}")
        if self._read_at != id(seen.source):
            self._read_at = id(seen.source)
            self.go_to(Place.COLUMNS if _needs_matching(preview) else Place.ROWS)
        self._show_state()

    def _on_kept(self, done: object) -> None:
        self.imported.emit(done)
        super().accept()

    def _on_failed(self, error: Exception) -> None:
        self._show_state()
        if isinstance(error, InputError):
            self._on_refused(" ".join(sentence(one) for one in error.problems))
        elif isinstance(error, DesktopError):
            show_error(self._session, error)
            if isinstance(error, ConflictError):
                self.inspection.look_again()
        else:
            self._session.jobs.unheard.emit(error)
        if self.preview is None:
            super().reject()

    def _on_refused(self, said: str) -> None:
        if self.preview is None:
            self.unread.emit(said)
        else:
            self._on_shown()
            self.message.warn(said)

    def _on_stopped(self) -> None:
        if self.preview is None:
            super().reject()
            return
        self._on_shown()
        self.message.say("Đã dừng; chưa có dòng nào được ghi vào sổ.")

    def _on_register(self, code: str) -> None:
        for one in self._session.registers:
            if one.code == code:
                self.words.forget()
                self.inspection.choose_register(one)

    def _on_office_changed(self, touched: frozenset[str], initiator: object) -> None:
        if initiator is not self.inspection and touched:
            if touched & reading_names.TABLES:
                self._names = reading_names.read_names(self._session)
                self._targets = Targets(self._targets.register, self._names)
            self.inspection.look_again()

    def _on_around(self, by: int) -> None:
        """Go from part to part with F6."""
        stops = (self.steps.button, *self._pane().stops(), self.accept_button)
        now = QApplication.focusWidget()
        open_ = [one for one in stops if one.isEnabled() and one.isVisible()]
        at = next((n for n, one in enumerate(open_) if _is_in(now, one)), -1)
        open_[(at + by) % len(open_)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what is seen ----------------------------------------------------------------

    def _pane(self) -> ColumnsPane | WordsPane | RowsPane:
        return (self.columns, self.words, self.rows)[self.steps.current.value]

    def _find_twin(self, record_id: str) -> Any:  # noqa: ANN401  of any register
        record = record_of(self._targets.register)
        return records.get(self._session.store.reader, record, record_id)

    def _show_state(self) -> None:
        """Say what the button would do, and why it does nothing."""
        preview = self.preview
        at_rows = self.steps.current is Place.ROWS
        accepted = len(preview.accepted) if preview else 0
        words = f"&Nhập {format_integer(accepted)} dòng" if preview else "&Nhập"
        reason = "" if preview is None else _reason(preview, self._targets)
        if at_rows:
            self.accept_button.setText(words)
        else:
            self.accept_button.setText("Xem các &dòng")
            reason = ""
        ready = preview is not None and not self.inspection.running
        self.accept_button.setEnabled(ready and not reason)
        self.accept_button.setAccessibleDescription(reason)
        self.reason.setText(f"▲ {reason}" if reason else "")
        self.reason.setVisible(bool(reason) and self.running.isHidden())
        refused = preview.counts[Fate.REFUSED] if preview else 0
        self.copy_button.setVisible(refused > 0 and at_rows)
        self.keys.show_text(_KEYS if at_rows else "")

    def _on_busy(self, running: bool) -> None:
        self.running.follow(running)
        for pane in (self.columns, self.words, self.rows):
            pane.setEnabled(not self.inspection.keeping)
        self._show_state()

    def _connect(self) -> None:
        inspection = self.inspection
        inspection.shown.connect(self._on_shown)
        inspection.busy.connect(self._on_busy)
        inspection.progressed.connect(self.running.show_step)
        inspection.kept.connect(self._on_kept)
        inspection.failed.connect(self._on_failed)
        inspection.stopped.connect(self._on_stopped)
        self.running.stop_wanted.connect(inspection.cancel)
        self.steps.chosen.connect(self.go_to)
        self.rows.step_wanted.connect(self.go_to)
        self.columns.register_chosen.connect(self._on_register)
        for pane in (self.columns, self.words, self.rows):
            pane.amended.connect(inspection.amend)
        self.copy_button.clicked.connect(self.copy_faults)
        self.close_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.go_on)
        self._session.jobs.changed.connect(self._on_office_changed)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Ctrl+Shift+C", self.copy_faults),
            ("F8", lambda: self._fault(1)),
            ("Shift+F8", lambda: self._fault(-1)),
            ("F6", lambda: self._on_around(1)),
            ("Shift+F6", lambda: self._on_around(-1)),
        )
        for key, call in keys:
            QShortcut(QKeySequence(key), self).activated.connect(call)
        answer_help_key(self, "import")

    def _fault(self, by: int) -> None:
        if self.preview is None:
            return
        if self.steps.current is not Place.ROWS:
            self.go_to(Place.ROWS)
        self.rows.step_to_fault(by)

    def _lay_out(self) -> None:
        for label in (self._from, self.keys):
            label.setProperty("role", "quiet")
        self._from.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.reason.setProperty("role", "problem")
        theme.make_primary(self.accept_button)
        head = QHBoxLayout()
        head.setSpacing(theme.AROUND)
        head.addWidget(self.steps)
        head.addWidget(self._from, stretch=1)
        for pane in (self.columns, self.words, self.rows):
            self._stack.addWidget(pane)
        foot = QHBoxLayout()
        foot.setSpacing(theme.BETWEEN)
        foot.addWidget(self.running)
        foot.addWidget(self.keys, stretch=1)
        foot.addWidget(self.reason)
        for button in (self.copy_button, self.close_button, self.accept_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addWidget(self._stack, stretch=1)
        column.addLayout(foot)


def _needs_matching(preview: Preview) -> bool:
    """Tell whether somebody should look at the columns before the rows."""
    if preview.wanting or not preview.rows:
        return True
    return any(one.asked or one.match in DOUBTFUL for one in preview.columns)


def _reason(preview: Preview, targets: Targets) -> str:
    """Return why nothing can be imported just now; blank when it can."""
    asking = [one for one in preview.columns if one.asked]
    if asking:
        return f"Cột “{asking[0].heading}” còn một câu hỏi ở bước Cột."
    if preview.wanting:
        return f"Bước Cột còn thiếu: {targets.label(preview.wanting[0])}."
    if not preview.rows:
        return "Không thấy dòng nào có nội dung."
    if preview.accepted:
        return ""
    kept = preview.counts[Fate.KEPT]
    return "Chưa đánh dấu dòng nào để sửa." if kept else "Không có dòng nào nhận được."


def _is_in(widget: QWidget | None, part: QWidget) -> bool:
    return widget is not None and (widget is part or part.isAncestorOf(widget))


def _button(words: str, key: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    name = words.replace("&", "")
    made.setToolTip(f"{name} ({key})")
    return made
