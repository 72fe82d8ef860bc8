"""Frame every page: rail, top bar, status, menus, undo."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.jobs import Jobs
from desktop.gui.menus import Menus
from desktop.gui.past_bar import PastBar
from desktop.gui.settings import Settings
from desktop.gui.status import StatusBar
from desktop.gui.top_bar import TopBar
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.rail import Rail

if TYPE_CHECKING:
    from desktop.gui.global_search import Goal
    from desktop.gui.places import PageSpec
    from desktop.gui.session import Session

LAYOUT = 1
"""Version of the frame: the geometry of another frame is not restored."""

TRAY_PLACE = "collect"
"""Place with the tray, to which files from units are dropped."""
PRACTICE = "DỮ LIỆU MẪU – để thử; không dùng để báo cáo"
FIRST_SIZE = (1180, 700)


class Window(QMainWindow):
    """The one window; without an office it shows a welcome."""

    painted = Signal()
    """The window was painted for the first time."""
    help_page_wanted = Signal(str)
    """Name of a page of help somebody found."""
    file_dropped = Signal(object)
    """`Path` of a file that no page took, to be checked for signatures."""
    closing = Signal()
    """Somebody closes the window; what runs is still running."""

    def __init__(self, settings: Settings, jobs: Jobs) -> None:
        """Lay out the frame, without pages and without icons yet."""
        super().__init__()
        self.session: Session | None = None
        self._settings = settings
        self._jobs = jobs
        self._pages: dict[str, QWidget] = {}
        self._places: tuple[PageSpec, ...] = ()
        self._was_painted = False
        self.may_close = True
        """False while a job still runs that must be waited for."""
        self.setWindowTitle("Sổ Truyền Thông")
        self.setAcceptDrops(True)
        self.rail = Rail()
        self.top = TopBar()
        self.message = MessageBar()
        self.stack = QStackedWidget()
        self.practice = QLabel(PRACTICE)
        self.practice.setObjectName("practice")
        self.practice.hide()
        self.past = PastBar()
        self.rail.hide()
        self.menus = Menus(self)
        self.status = StatusBar(jobs)
        self.setStatusBar(self.status)
        self._lay_out()
        self._connect()
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(settings.layout("window", LAYOUT))

    def show_in_middle(self, widget: QWidget) -> None:
        """Show something else than a page: the welcome, or that a file is opening."""
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)

    def open_session(
        self, session: "Session", pages: "tuple[PageSpec, ...] | None" = None
    ) -> None:
        """Show an office: its name, its period, and its first place."""
        self.close_session()
        self.past.hide()
        self.session = session
        if pages is None:
            from desktop.gui.places import existing

            pages = existing()
        self._places = pages
        self.top.show_session(session)
        self.practice.setVisible(session.preferences.practice)
        self.rail.show_places(self._places)
        self.rail.show()
        self.menus.show_places(self._places)
        self.menus.show_office(opened=True)
        seen = "" if session.store.writable else " (chỉ đọc)"
        self.setWindowTitle(f"{session.store.path.stem}{seen} – Sổ Truyền Thông")
        self.status.show_kept(writable=session.store.writable)
        session.place_wanted.connect(self.go_to)
        session.preferences_changed.connect(self._on_preferences)
        session.waiting.connect(self.rail.show_count)
        self._show_steps()
        self.show_backup()
        if self._places:
            self.go_to(self._places[0].code)

    def close_session(self) -> None:
        """Let go of the office and of every page of it."""
        if self.session is not None:
            self.session.ending.emit()
        self.session = None
        self.top.close_session()
        self._pages.clear()
        for number in reversed(range(self.stack.count())):
            page = self.stack.widget(number)
            self.stack.removeWidget(page)
            page.deleteLater()
        self.rail.hide()
        self.menus.show_page("", None)
        self.menus.show_office(opened=False)
        self.menus.show_steps("", "")

    def go_to(self, code: str, what: object = None) -> None:
        """Go to a place, and let its page show one thing there."""
        place = next((each for each in self._places if each.code == code), None)
        if place is None or self.session is None:
            return
        self.rail.choose(code)
        page = self._page(place, self.session)
        self.stack.setCurrentWidget(page)
        self.menus.show_page(place.title, page)
        open_it = getattr(page, "open", None)
        if what is not None and open_it is not None:
            open_it(what)

    @property
    def has_tray(self) -> bool:
        """Tell whether there is a tray that files from units may be put into."""
        there = any(each.code == TRAY_PLACE for each in self._places)
        return there and self.session is not None and self.session.store.writable

    @property
    def place(self) -> str:
        """Return the code of the place shown; blank where none is."""
        shown = self.stack.currentWidget()
        return next((code for code, page in self._pages.items() if page is shown), "")

    def page(self, code: str) -> QWidget | None:
        """Return the page of a place, or None while nobody went there."""
        return self._pages.get(code)

    def show_backup(self) -> None:
        """Look how old the newest backup is; a look at the past has none."""
        if self.session is not None and self.session.store.writable:
            from desktop.gui.backups import newest

            made = newest(self.session.store.path)
            self.status.show_backup(made, dt.datetime.now().astimezone())

    def draw_icons(self) -> None:
        """Load the icons and show them: after the first paint, not before."""
        self.rail.draw_icons()
        self.menus.draw_icons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that there is something to see."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons of the menus anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._was_painted:
            self.menus.draw_icons()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what no page takes itself: for the tray, or to be checked."""
        from desktop.gui.verifying.dropping import dropped_file

        data = event.mimeData()
        if self._for_tray(data) or dropped_file(data) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped; nothing is taken in by dropping."""
        files = self._for_tray(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.go_to(TRAY_PLACE, files)
            return
        from desktop.gui.verifying.dropping import dropped_file

        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the geometry; who listens to `closing` may forbid it."""
        self.may_close = True
        self.closing.emit()
        if not self.may_close:
            event.ignore()
            return
        self._settings.keep_layout("window", LAYOUT, self.saveGeometry())
        self._settings.sync()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        around = QHBoxLayout()
        around.setContentsMargins(theme.AROUND, theme.INSIDE, theme.AROUND, 0)
        around.addWidget(self.message)
        right.addLayout(around)
        right.addWidget(self.stack, stretch=1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, stretch=1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.practice)
        column.addWidget(self.past)
        column.addLayout(middle, stretch=1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go_to)
        self.menus.place_wanted.connect(self.go_to)
        self.menus.undo_wanted.connect(partial(self._step, "undo"))
        self.menus.redo_wanted.connect(partial(self._step, "redo"))
        self.menus.search_wanted.connect(self._on_search)
        self.menus.quit_wanted.connect(self.close)
        self.top.found.connect(self._on_found)
        self._jobs.changed.connect(self._on_changed)

    def _page(self, place: "PageSpec", session: "Session") -> QWidget:
        if place.code not in self._pages:
            page = place.build(session)
            if not session.store.writable:
                from desktop.gui.read_only import ReadOnly

                ReadOnly(page)
            self._pages[place.code] = page
            self.stack.addWidget(page)
        return self._pages[place.code]

    def _for_tray(self, data: QMimeData) -> tuple[Path, ...]:
        """Return the files for the tray; none where there is no tray to write in."""
        from desktop.gui.verifying.dropping import dropped_for_tray

        return dropped_for_tray(data) if self.has_tray else ()

    def _step(self, verb: str) -> None:
        # On some systems the key of redo is not the field's own; it is meant for it.
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit) and _can(
            field, verb
        ):
            getattr(field, verb)()
        elif self.session is not None and self.session.store.writable:
            from desktop.gui.steps import take

            take(self.session, verb, self.message)

    def _on_search(self) -> None:
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _on_found(self, goal: "Goal") -> None:
        if goal.place == "help":
            self.help_page_wanted.emit(str(goal.what))
        else:
            self.go_to(goal.place, goal.what)

    def _on_changed(self, _touched: frozenset[str], _initiator: object) -> None:
        self.status.show_saved(dt.datetime.now().astimezone())
        self._show_steps()

    def _on_preferences(self) -> None:
        self.top.show_name()
        if self.session is not None:
            self.practice.setVisible(self.session.preferences.practice)

    def _show_steps(self) -> None:
        if self.session is not None and self.session.store.writable:
            from desktop.gui.steps import names

            self.menus.show_steps(*names(self.session))


def _can(field: QLineEdit | QTextEdit | QPlainTextEdit, verb: str) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if verb == "undo" else field.isRedoAvailable()
    document = field.document()
    return document.isUndoAvailable() if verb == "undo" else document.isRedoAvailable()
