"""Every way into an import from the place `Hoạt động`, one table after another."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.errors import DesktopError
from desktop.gui import icons
from desktop.gui.jobs import Job
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.steps import offer
from desktop.gui.tables.register_table import RegisterModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.rules.grid import TableSource
from desktop.rules.vietnamese import slug
from desktop.store import listing
from desktop.store.views import View

if TYPE_CHECKING:
    from desktop.gui.pages.activities.importing.dialog import ImportDialog
    from desktop.gui.pages.activities.importing.inspection import Read
    from desktop.operations.entries.import_entries import Imported
    from desktop.store.store import Store

PURPOSE = "entry_table"
"""Whose folder is remembered."""
TYPES = (
    ("Bảng tính và tệp chữ", "*.xlsx *.xlsm *.xls *.csv *.tsv *.txt *.html *.htm"),
    ("Mọi tệp", "*"),
)
_WORKBOOK = (("Bảng tính Excel", "*.xlsx"),)
_ENDINGS = frozenset(TYPES[0][1].replace("*", "").split())
PASTED = "Bảng vừa dán"
_BLOCK = 500
_DRAGGED = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


class ImportDesk(QObject):
    """The toolbar's button, files dropped on the place, rows pasted into it."""

    imported = Signal(str, object)
    """Code of the register, and ids of the entries kept: the page shows them."""

    def __init__(
        self,
        page: QWidget,
        session: Session,
        model: Callable[[], RegisterModel],
        message: MessageBar,
    ) -> None:
        """Serve a page; `model` gives the entries it shows."""
        super().__init__(page)
        self._page = page
        self._session = session
        self._model = model
        self._message = message
        self._waiting: deque[tuple[str, Read]] = deque()
        self.dialog: ImportDialog | None = None
        self._icons: dict[QAction, str] = {}
        self.choose = self._action(
            "Nhập từ Excel…", "Ctrl+Shift+I", self.choose_files, "excel"
        )
        self.pasting = self._action(
            "Nhập bảng đã chép", "Ctrl+Shift+V", self.paste, "paste"
        )
        self.template = self._action(
            "Lưu tệp mẫu để điền…", "", self.save_template, "new"
        )
        self.export = self._action(
            "Xuất các mục đang xem…", "", self.save_entries, "export"
        )
        self.button = self._button()
        self.draw_icons()
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def beside(self, title: QWidget) -> QHBoxLayout:
        """Return a line with the page's title and, at its end, the button."""
        line = QHBoxLayout()
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self.button)
        return line

    def draw_icons(self) -> None:
        """Draw the icons in the colours now shown."""
        for action, name in self._icons.items():
            action.setIcon(icons.icon(name))

    def choose_files(self) -> None:
        """Ask for files and look at one after another."""
        paths = self._session.ask.choose_files(
            "Chọn tệp để nhập", TYPES, purpose=PURPOSE
        )
        self.open_files(paths)

    def open_files(self, paths: Iterable[Path]) -> None:
        """Look at files, one after another; nothing is kept by opening them."""
        for path in paths:
            self._waiting.append((path.name, _reader_of(path)))
        self._open_next()

    def paste(self, data: QMimeData | None = None) -> None:
        """Look at the table on the clipboard, or at the one given."""
        # Qt's own annotation denies it, but an empty clipboard may give None.
        given: QMimeData | None = data or QGuiApplication.clipboard().mimeData()
        html, plain = ("", "") if given is None else (given.html(), given.text())
        if not html and not plain.strip():
            self._message.warn(
                "Chưa có bảng nào được chép. Chép các dòng trong Excel rồi dán lại."
            )
            return
        self._waiting.append((PASTED, _paste_of(html, plain)))
        self._open_next()

    def save_template(self) -> None:
        """Ask where to, and write a workbook with the register's headings."""
        from desktop.operations.entries.export_entry_template import (
            export_entry_template,
        )

        register, store = self._model().register, self._session.store
        proposed = f"{slug('mẫu ' + register.name)}.xlsx"
        path = self._session.ask.save_file(
            "Lưu tệp mẫu để điền", proposed, _WORKBOOK, purpose=PURPOSE
        )
        if path is not None:
            self._write(
                lambda progress: export_entry_template(
                    store, register.code, path, progress=progress
                ),
                "Lưu tệp mẫu",
                f"Đã lưu tệp mẫu {path.name}. Điền xong, kéo tệp thả vào đây.",
            )

    def save_entries(self) -> None:
        """Ask where to, and write the entries shown, to be changed and read again."""
        from desktop.operations.entries.export_entry_template import export_entries

        register, store = self._model().register, self._session.store
        view = self._model().view
        proposed = f"{slug(register.name)}.xlsx"
        path = self._session.ask.save_file(
            "Xuất các mục đang xem", proposed, _WORKBOOK, purpose=PURPOSE
        )
        if path is not None:
            self._write(
                lambda progress: export_entries(
                    store, register.code, path, _shown(store, view), progress=progress
                ),
                "Xuất các mục",
                f"Đã xuất {path.name}. Sửa trong Excel rồi nhập lại: dòng nào khác sẽ "
                "thành sửa.",
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the page: they are looked at first."""
        if event.type() in _DRAGGED and isinstance(event, QDropEvent):
            if dropped(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            paths = dropped(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.open_files(paths)
                return True
        return super().eventFilter(watched, event)

    # --- slots ---------------------------------------------------------------------

    def _on_imported(self, done: "Imported") -> None:
        from desktop.gui.pages.activities.importing.landing import landed

        register = done.preview.register
        kept = [row.record for row in done.preview.accepted]
        self.imported.emit(register.code, [str(one) for one in done.ids])
        said = landed(register, kept, self._session.period)
        offer(self._session, said, self._message)

    def _on_finished(self) -> None:
        self.dialog = None
        left = len(self._waiting)
        if left and not self._session.ask.confirm(
            f"Còn {left} tệp chưa xem. Xem tiếp?", verb="Xem tệp tiếp theo"
        ):
            self._waiting.clear()
        self._open_next()

    # --- work ----------------------------------------------------------------------

    def _open_next(self) -> None:
        if self.dialog is not None or not self._waiting:
            return
        from desktop.gui.pages.activities.importing.dialog import ImportDialog

        name, read = self._waiting.popleft()
        dialog = ImportDialog(self._session, self._model().register, self._page)
        self.dialog = dialog
        dialog.imported.connect(self._on_imported)
        dialog.unread.connect(lambda said: self._message.warn(f"{name}: {said}"))
        dialog.finished.connect(self._on_finished)
        dialog.open()
        dialog.read(name, read)

    def _write(
        self, work: Callable[[Progress], Outcome[Any]], title: str, said: str
    ) -> None:
        job = Job(work, title=title, initiator=self._page)
        job.succeeded.connect(lambda _value: self._message.say(said))
        job.failed.connect(self._on_failed)
        self._session.jobs.start(job)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            self._session.jobs.unheard.emit(error)
            return
        show_error(self._session, error)

    def _button(self) -> QToolButton:
        made = QToolButton()
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setAccessibleName("Nhập từ Excel")
        menu = QMenu(made)
        menu.addActions([self.choose, self.pasting, self.template, self.export])
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        made.setDefaultAction(self.choose)
        return made

    def _action(
        self, words: str, key: str, call: Callable[[], object], icon: str
    ) -> QAction:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(f"{words} ({key})" if key else words)
        action.triggered.connect(lambda _checked=False: call())
        self._icons[action] = icon
        self._page.addAction(action)
        return action


def dropped(data: QMimeData) -> tuple[Path, ...]:
    """Return the files that are dragged, where every one of them is a table."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    tables = tuple(path for path in paths if path.suffix.lower() in _ENDINGS)
    return tables if len(tables) == len(data.urls()) else ()


def _shown(store: "Store", view: View) -> Iterator[object]:
    """Yield the entries of a view in its order, a block at a time."""
    numbers = (listing.ordered if view.order else listing.newest)(store.reader, view)
    for first in range(0, len(numbers), _BLOCK):
        yield from listing.at(
            store.reader, view.record, numbers[first : first + _BLOCK]
        )


def _reader_of(path: Path) -> "Read":
    def read(progress: Progress) -> Outcome[TableSource]:
        from desktop.operations.entries.read_entry_table import read_entry_file

        return read_entry_file(path, progress)

    return read


def _paste_of(html: str, plain: str) -> "Read":
    def read(_progress: Progress) -> Outcome[TableSource]:
        from desktop.operations.entries.read_entry_table import read_entry_paste

        return read_entry_paste(html, plain)

    return read
