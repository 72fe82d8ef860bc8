"""The window `Nhập bảng nhiệm vụ`: read a table, look at it, accept its rows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import ConflictError, DesktopError, InputError
from desktop.gui import theme
from desktop.gui.jobs import Job, Work
from desktop.gui.pages.plan.task_table.matches import RowDetail
from desktop.gui.pages.plan.task_table.rows import TableRows, can_tick
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.outcome import Outcome
from desktop.operations.plans.import_task_table import Imported, import_task_table
from desktop.operations.plans.inspect_task_table import inspect_task_table
from desktop.operations.plans.read_task_table import read_task_file, read_task_paste
from desktop.progress import Progress
from desktop.records.identity import AgencyId
from desktop.rules.grid import TableSource
from desktop.rules.task_table.fates import Choices, Fate, Preview, PreviewRow
from desktop.rules.task_table.words import Role
from desktop.wording.problems import sentence
from desktop.wording.task_tables import (
    absent_sentence,
    counts_sentence,
    problem_sentences,
)

WIDTH, HEIGHT = 1180, 680
"""What fits a screen of 1366 x 768 with its task bar."""
TYPES = (
    ("Bảng nhiệm vụ", "*.xlsx *.xlsm *.html *.htm *.txt *.tsv"),
    ("Mọi tệp", "*"),
)
PASTED = "bảng vừa dán"
_HEARD = frozenset({"tasks", "agencies", "former_names", "plans", "preferences"})
"""Tables whose change makes the preview stale."""


class TaskTableDialog(QDialog):
    """Show what a table would do to the plan; nothing is stored until accepted."""

    imported = Signal(int)
    """How many rows were stored."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without a table."""
        super().__init__(parent)
        self._session = session
        self._source: TableSource | None = None
        self._name = ""
        self.choices = Choices()
        self.preview: Preview | None = None
        self._job: Job | None = None
        self._then: Callable[..., None] = self._on_looked
        self.setWindowTitle("Nhập bảng nhiệm vụ")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.message = MessageBar()
        self.rows = TableRows(self)
        self.detail = RowDetail(session, self)
        self._from = QLabel()
        self._notes = QLabel()
        self._counts = QLabel()
        self._lay_out()
        self.rows.ticked.connect(self._on_ticked)
        self.rows.selectionModel().currentRowChanged.connect(self._on_current)
        self.detail.chosen.connect(self._on_chosen)
        session.jobs.changed.connect(self._on_office_changed)
        self._show()
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), HEIGHT))

    def text(self) -> str:
        """Return what is said about the table as a whole."""
        return "\n".join(one.text() for one in (self._from, self._notes, self._counts))

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._session.ask.choose_file(
            "Chọn bảng nhiệm vụ", TYPES, purpose="task_table"
        )
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a table from a file."""
        self._read(path.name, lambda _: read_task_file(path))

    def paste(self) -> None:
        """Read the table on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        html, plain = data.html(), data.text()
        self._read(PASTED, lambda _: read_task_paste(html, plain))

    def accept_rows(self) -> None:
        """Store the rows that are ticked, as one deed."""
        source, shown, choices = self._source, self.preview, self.choices
        if source is None or shown is None or not shown.accepted:
            return
        store = self._session.store
        self._start(
            lambda progress: import_task_table(
                store, source, choices, expected=shown, progress=progress
            ),
            "Nhập bảng nhiệm vụ",
            self._on_imported,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that is dragged here."""
        if _dragged(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file; nothing is stored by dropping."""
        path = _dragged(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    def done(self, result: int) -> None:
        """Close; a table still being read is read no further."""
        if self._job is not None and self._then != self._on_imported:
            self._job.cancel()
        super().done(result)

    # --- slots ---------------------------------------------------------------------

    def _on_current(self, *_: object) -> None:
        self.detail.show_row(self.rows.current)

    def _on_ticked(self, row: PreviewRow) -> None:
        if not can_tick(row):
            return
        left = self.choices.left_out ^ {row.key}
        self.choices = replace(self.choices, left_out=left)
        self._look_again()

    def _on_chosen(
        self, key: int, role: Role, place: int, agencies: tuple[AgencyId, ...]
    ) -> None:
        parties = {**self.choices.parties, (key, role, place): agencies}
        self.choices = replace(self.choices, parties=parties)
        self._look_again()

    def _on_office_changed(self, touched: frozenset[str], initiator: object) -> None:
        if self._source is not None and initiator is not self and touched & _HEARD:
            self._look_again()

    def _on_read(self, name: str, source: TableSource, shown: Preview) -> None:
        self._source, self._name, self.preview = source, name, shown
        self.choices = Choices()
        self.message.hide()
        self._show()
        self.rows.setFocus()
        self.rows.selectRow(self._first_to_see())

    def _on_looked(self, shown: Preview) -> None:
        self.preview = shown
        self._show()
        self.detail.show_row(self.rows.current)

    def _on_imported(self, done: Imported) -> None:
        self.imported.emit(done.added + done.changed)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show()
        if isinstance(error, InputError):
            said = " ".join(sentence(one) for one in error.problems)
            self.message.warn(said)
        elif isinstance(error, DesktopError):
            show_error(self._session, error)
            if isinstance(error, ConflictError):
                self._look_again()
        else:
            self._session.jobs.unheard.emit(error)

    # --- work --------------------------------------------------------------

    def _read(self, name: str, read: Callable[[Progress], TableSource]) -> None:
        store = self._session.store

        def work(progress: Progress) -> Outcome[tuple[TableSource, Preview]]:
            source = read(progress)
            shown = inspect_task_table(store, source, progress=progress).value
            return Outcome((source, shown))

        self._start(work, "Đọc bảng nhiệm vụ", lambda both: self._on_read(name, *both))

    def _look_again(self) -> None:
        source, choices, store = self._source, self.choices, self._session.store
        if source is not None:
            self._start(
                lambda progress: inspect_task_table(
                    store, source, choices, progress=progress
                ),
                "Xem lại bảng nhiệm vụ",
                self._on_looked,
            )

    def _start(self, work: Work, title: str, then: Callable[..., None]) -> None:
        job = Job(work, title=title, initiator=self)
        self._then = then
        # Methods only: Qt forgets them when somebody closes the window meanwhile.
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._job = job
        self.import_button.setEnabled(False)
        self._session.jobs.start(job)

    def _on_succeeded(self, value: object) -> None:
        self._job = None
        self._then(value)

    def _on_cancelled(self) -> None:
        self._job = None
        self._show()

    # --- what is seen ------------------------------------------------------

    def _show(self) -> None:
        """Show the preview there is, and how many rows a click would store."""
        shown = self.preview
        with QSignalBlocker(self.detail):
            self.rows.model_.show_rows(shown.rows if shown else ())
        accepted = len(shown.accepted) if shown else 0
        self.import_button.setText(f"&Nhập {accepted} nhiệm vụ" if shown else "&Nhập")
        self.import_button.setEnabled(accepted > 0 and self._job is None)
        self._counts.setText(counts_sentence(shown) if shown else "")
        sheet = f", trang “{shown.sheet}”" if shown and shown.sheet else ""
        self._from.setText(f"{self._name}{sheet}" if shown else "")
        notes = problem_sentences(shown.notes) if shown else ()
        absent = absent_sentence(shown.absent) if shown else ""
        said = " ".join((*notes, absent)).strip()
        self._notes.setText(said)
        self._notes.setVisible(bool(said))

    def _first_to_see(self) -> int:
        """Return the first row that needs a look, else the first to be stored."""
        rows = self.preview.rows if self.preview else ()
        refused = (n for n, row in enumerate(rows) if row.fate is Fate.REFUSED)
        stored = (n for n, row in enumerate(rows) if row.accepted)
        return next(refused, next(stored, 0))

    def _lay_out(self) -> None:
        title = QLabel("Nhập bảng nhiệm vụ")
        title.setProperty("role", "title")
        for label in (self._from, self._notes):
            label.setProperty("role", "quiet")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.rows)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([theme.scaled(part) for part in (300, 190)])
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(title)
        column.addWidget(self.message)
        column.addLayout(self._sources())
        column.addWidget(self._notes)
        column.addWidget(parts, stretch=1)
        column.addLayout(self._buttons())

    def _sources(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        for words, key, call in (
            ("Chọn &tệp…", "Ctrl+O", self.choose_file),
            ("&Dán bảng", "Ctrl+V", self.paste),
        ):
            button = _button(words, key)
            button.clicked.connect(call)
            QShortcut(QKeySequence(key), self).activated.connect(call)
            row.addWidget(button)
        row.addWidget(self._from, stretch=1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self._counts, stretch=1)
        close = _button("Đóng", "Esc")
        close.clicked.connect(self.reject)
        self.import_button = _button("&Nhập", "Ctrl+S")
        self.import_button.setProperty("primary", True)
        self.import_button.clicked.connect(self.accept_rows)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.accept_rows)
        row.addWidget(close)
        row.addWidget(self.import_button)
        return row


def _button(words: str, key: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    name = words.replace("&", "")
    button.setAccessibleName(f"{name} ({key})")
    button.setToolTip(f"{name} ({key})")
    return button


def _dragged(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged, or None."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
