"""Evidence from the place `Hoạt động`: files dropped on a row, and what is lacking."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.gui import icons, theme
from desktop.gui.forms.evidence.attaching import Attaching
from desktop.gui.forms.evidence.incoming import files_in
from desktop.gui.forms.evidence.missing_dialog import MissingDialog
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.tables.kinds import record_of
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.evidence.read_evidence import read_proof
from desktop.records.activity import Activity
from desktop.store.evidence import Proof
from desktop.wording.evidence import missing_words

_DRAGGED = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})
_TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".html", ".htm"})
"""Files that are taken for a table to import, where all that is dropped are such."""


class EvidenceDesk(QObject):
    """A button for the entry one is on, a hint of what lacks, and drops on rows."""

    def __init__(
        self,
        page: QWidget,
        session: Session,
        view: Callable[[], RegisterView | None],
        message: MessageBar,
    ) -> None:
        """Serve a page; `view` gives the table it shows."""
        super().__init__(page)
        self._page = page
        self._session = session
        self._view = view
        self._watched: QObject | None = None
        self.attaching = Attaching(session, message, self)
        self.attach = QAction("Đính kèm tệp…", page)
        self.attach.setShortcut(QKeySequence("Ctrl+Shift+A"))
        self.attach.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.attach.setToolTip("Đính kèm tệp minh chứng vào mục đang chọn")
        self.attach.triggered.connect(lambda _checked=False: self.choose())
        page.addAction(self.attach)
        self.hint = QPushButton()
        self.hint.setFlat(True)
        self.hint.hide()
        self.hint.clicked.connect(self.show_missing)
        self._proof = Proof()
        self._reading = Reading(
            page, session, lambda store, period, _progress: read_proof(store, period)
        )
        self._reading.arrived.connect(self._on_read)

    def add_to(self, menu: QMenu) -> None:
        """Put what can be done into a menu."""
        menu.addSeparator()
        menu.addAction(self.attach)
        self.draw_icons()

    def beside(self, sentence: QWidget, last: QWidget) -> QHBoxLayout:
        """Return a line: the sentence, the hint after it, one more at the end."""
        line = QHBoxLayout()
        line.setSpacing(theme.BETWEEN)
        line.addWidget(sentence)
        line.addWidget(self.hint)
        line.addStretch(1)
        line.addWidget(last)
        return line

    def draw_icons(self) -> None:
        """Draw the icon in the colours now shown."""
        self.attach.setIcon(icons.icon("evidence"))

    def work(self, view: RegisterView) -> None:
        """Take drops on the rows of a table just shown."""
        rows = view.rows.viewport()
        rows.setAcceptDrops(True)
        rows.installEventFilter(self)
        self._watched = rows
        self._show_hint()

    def choose(self) -> None:
        """Ask for files and attach them to the entry one is on."""
        view = self._view()
        record = None if view is None else view.record()
        if record is not None:
            self._attach(record, self.attaching.choose())

    def show_missing(self) -> MissingDialog:
        """Show the activities of the period that have nothing to show."""
        dialog = MissingDialog(self._session, self._page)
        dialog.open()
        return dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files dropped on a row; tables alone go on to be imported."""
        if watched is not self._watched or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        record = self._under(event)
        paths = files_in(event.mimeData())
        mine = record is not None and is_evidence(paths)
        if event.type() in _DRAGGED or event.type() == QEvent.Type.Drop:
            event.setAccepted(mine)
            if mine and event.type() == QEvent.Type.Drop:
                event.acceptProposedAction()
                self._attach(record, paths)
            return True
        return super().eventFilter(watched, event)

    def _attach(self, record: Any, paths: tuple[Path, ...]) -> None:  # noqa: ANN401
        self.attaching.attach((type(record), str(record.id)), paths)

    def _under(self, event: QDropEvent) -> Any:  # noqa: ANN401  records of any register
        view = self._view()
        if view is None:
            return None
        index = view.rows.indexAt(event.position().toPoint())
        return view.model.record(index.row()) if index.isValid() else None

    def _on_read(self, proof: Proof) -> None:
        self._proof = proof
        self._show_hint()

    def _show_hint(self) -> None:
        """Say how many activities lack evidence, where activities are shown."""
        proof, view = self._proof, self._view()
        here = view is not None and record_of(view.model.register) is Activity
        self.hint.setVisible(here and proof.lacking > 0)
        words = missing_words(proof.lacking, proof.done)
        self.hint.setText(f"{words} · Xem")
        self.hint.setAccessibleName(f"{words.removeprefix('▲ ')}. Xem")
        self.hint.setToolTip("Xem các hoạt động đó trong kỳ, ở mọi sổ")


def is_evidence(paths: tuple[Path, ...]) -> bool:
    """Tell whether files dropped are evidence, and not all of them tables to import."""
    return any(path.suffix.lower() not in _TABLES for path in paths)
