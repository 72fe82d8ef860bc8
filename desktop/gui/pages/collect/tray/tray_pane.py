"""The tray: files dropped are sorted and shown before anything is stored."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError
from desktop.gui.jobs import Job
from desktop.gui.pages.collect.tray import tray_words
from desktop.gui.pages.collect.tray.contents import Contents, Line
from desktop.gui.pages.collect.tray.dropping import dropped_paths
from desktop.gui.pages.collect.tray.inspecting import Inspecting, Question
from desktop.gui.pages.collect.tray.taking_back import ask_and_take_back
from desktop.gui.pages.collect.tray.tray_layout import TrayLayout
from desktop.gui.running import show_error, tell_fault
from desktop.gui.session import Session
from desktop.operations.intake.accept_arrivals import Accepted, accept_arrivals
from desktop.operations.intake.take_back_intake import TakenBack
from desktop.progress import Step
from desktop.records.arrival import Arrival
from desktop.rules.intake.statements import takeable

if TYPE_CHECKING:
    from desktop.gui.pages.collect.tray.intakes_dialog import IntakesDialog
    from desktop.gui.verifying.verifier import Verifier

FILES: Final = (
    ("Biểu, gói, thư, tệp nén", "*.xlsx *.zip *.eml *.age"),
    ("Mọi tệp", "*"),
)
_TOUCHING: Final = frozenset(
    {
        "returns",
        "agencies",
        "successions",
        "former_names",
        "period_standings",
        "exchange_mappings",
    }
)
"""Tables after which files are looked at anew; others do not change what they are."""


class TrayPane(QWidget):
    """What came in: sorted, held against what is stored, taken in, taken back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Lay out the tray, empty."""
        super().__init__(parent)
        self._session = session
        self.contents = Contents()
        self.inspecting = Inspecting(session, self)
        self.layout_ = TrayLayout(session, self)
        self.dialog: IntakesDialog | QWidget | None = None
        self._arriving: list[Arrival] = []
        self._taking = False
        self._outdated = False
        self._first_look = False
        self._whole = False
        self._opened = ""
        self._verifier: Verifier | None = None
        self.setAcceptDrops(True)
        self.setFocusProxy(self.layout_.choose_button)
        self._connect()
        self._show()

    def open(self, files: Iterable[Path] | Path) -> None:
        """Take files into the tray, as if they were dropped on it."""
        if not self._session.store.writable:
            return
        self.contents.add([files] if isinstance(files, Path) else files)
        self.look()

    def look(self) -> None:
        """Look at every file of the tray; what was ticked stays so."""
        if not self.contents.paths or self._taking:
            return
        self._arriving = []
        self._outdated = self._whole = False
        self._first_look = not self.contents.lines
        self.layout_.show_running(running=True)
        self.inspecting.ask(
            Question(self.contents.paths, self._session.period, self.contents.words)
        )

    def choose_files(self) -> None:
        """Ask which files to look at."""
        chosen = self._session.ask.choose_files(
            "Chọn tệp của đơn vị", FILES, purpose="intake"
        )
        if chosen:
            self.open(chosen)

    def paste(self) -> None:
        """Take the files that were copied in the file manager."""
        self.open(dropped_paths(QGuiApplication.clipboard().mimeData()))

    def accept(self) -> None:
        """Take in what is ticked, as one change."""
        ticked = self.contents.ticked
        if not ticked or not self._may_accept:
            return
        self._taking = True
        self._allow()
        work = partial(
            accept_arrivals,
            self._session.store,
            ticked,
            self.contents.keep,
            others=self.contents.others,
        )
        job = Job(work, title=tray_words.ACCEPTING)
        for answer in (job.succeeded, job.failed, job.cancelled):
            answer.connect(self._on_ended)
        job.succeeded.connect(self._on_accepted)
        job.failed.connect(self._on_refused)
        self._session.jobs.start(job)

    def clear(self) -> None:
        """Take everything out of the tray; nothing was stored."""
        self.inspecting.cancel()
        self.contents = Contents()
        self.layout_.joint.drop()
        self._show()

    def show_intakes(self) -> None:
        """Show what was taken in before."""
        from desktop.gui.pages.collect.tray.intakes_dialog import IntakesDialog

        self.dialog = IntakesDialog(self._session, self)
        self.dialog.open()

    def take_back(self, intake: str) -> None:
        """Take one intake back, after saying what would stay."""
        try:
            ask_and_take_back(self._session, intake, self._on_taken_back)
        except DesktopError as error:
            show_error(self._session, error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this machine."""
        if dropped_paths(event.mimeData()) and self._session.store.writable:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped; nothing is stored by dropping."""
        found = dropped_paths(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.open(found)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what was changed while nobody saw the tray."""
        super().showEvent(event)
        self._look_if_seen()

    # --- what is found ------------------------------------------------------------

    def _on_found(self, arrival: Arrival) -> None:
        """Show files as they are known; those seen before stay until all are."""
        self._arriving.append(arrival)
        if self._first_look:
            self.contents.show(self._arriving)
            self._show()

    def _on_progressed(self, step: Step) -> None:
        self.layout_.show_step(step)

    def _on_done(self, arrivals: tuple[Arrival, ...]) -> None:
        self.contents.show(arrivals)
        self._whole = True
        self.layout_.show_running(running=False)
        self.layout_.forget_unseen()
        self._show()
        self.layout_.go_to(self._opened)
        self._opened = ""
        self.layout_.files.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.layout_.show_running(running=False)
        self._on_unseen(tray_words.NOT_SEEN)
        tell_fault(self._session, error)

    def _on_stopped(self) -> None:
        self.layout_.show_running(running=False)
        self._on_unseen(tray_words.STOPPED)

    def _on_unseen(self, said: str) -> None:
        """Say that not every file was seen, until they are: none is taken in."""
        self.layout_.message.warn(said, tray_words.GO_ON, self.look)
        self._show()

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        """Look anew when the office moved on under what lies in the tray.

        What entries would become is looked at again only when somebody sees it.
        """
        if self._taking:
            return
        if "intakes" in touched:  # one was undone or taken back
            self.contents.unsettle()
            self.layout_.joint.drop()
        if touched & (_TOUCHING | self.contents.places):
            self._outdated = True
            self._look_if_seen()

    def _look_if_seen(self) -> None:
        if self._outdated and self.isVisible():
            self.look()

    # --- what is done -------------------------------------------------------------

    def _on_accepted(self, done: Accepted) -> None:
        self.contents.settle()
        self._show()
        self.layout_.message.say(
            tray_words.accepted(done),
            tray_words.TAKE_BACK,
            partial(self.take_back, done.intake),
            until=self._session.jobs.changed,
        )
        self.layout_.joint.ask(done.intake)
        if any(takeable(one.arrival) for one in self.contents.lines):
            self.look()  # what was taken in says of the rest what it is now

    def _on_refused(self, error: Exception) -> None:
        """Look again: the office, or a file, is not what it was when it was seen."""
        tell_fault(self._session, error)
        self.look()

    def _on_ended(self) -> None:
        self._taking = False
        self._show()

    def _on_taken_back(self, done: TakenBack) -> None:
        from desktop.gui.pages.collect.tray.intakes_dialog import told

        said = told(done)
        if done.kept:
            self.layout_.message.warn(said, "Xem các lần nhận", self.show_intakes)
        else:
            self.layout_.message.say(said)

    def _on_toggled(self, line: Line) -> None:
        self.contents.tick(line, on=not line.ticked)
        self._show()

    def _on_row_toggled(self, row_id: str) -> None:
        self.contents.take_theirs(row_id, on=not self.contents.is_theirs(row_id))
        self._show()

    def _on_wanted(self, deed: str) -> None:
        line: Line | None = self.layout_.files.current
        if line is not None:
            _DEEDS[deed](self, line)

    def return_form(self, line: Line) -> None:
        """Open the form that goes back marked."""
        from desktop.gui.pages.collect.returning.returning_dialog import (
            ReturningDialog,
        )

        dialog = ReturningDialog(self._session, (line.arrival,), self)
        self.dialog = dialog
        dialog.open()

    def map_names(self, line: Line) -> None:
        """Settle what a sender's names are here, then look again."""
        from desktop.gui.pages.collect.mapping.mapping_dialog import MappingDialog

        dialog = MappingDialog(self._session, line.arrival.unmapped, self)
        self.dialog = dialog
        dialog.finished.connect(lambda _result: self.look())
        dialog.open()

    def amend_names(self, _line: Line) -> None:
        """Settle otherwise what was settled before, then look again."""
        from desktop.gui.pages.collect.mapping.mapping_dialog import MappingDialog
        from desktop.operations.intake.map_sender import settled

        known = settled(self._session.store)
        self.dialog = MappingDialog(self._session, (), self, settled=known)
        self.dialog.open()

    def unlock(self, line: Line) -> None:
        """Ask for the words that open a file, then look again."""
        words = self._session.ask.password(
            "Mở khóa tệp",
            tray_words.words_asked(line.arrival),
            verb=tray_words.UNLOCKING,
        )
        if words:
            self.contents.unlock(line.arrival, words)
            self._opened = line.arrival.name
            self.look()

    def verify(self, line: Line) -> None:
        """Check every signature in a file, as for a file from anywhere."""
        from desktop.gui.verifying.verifier import Verifier

        if self._verifier is None:
            self._verifier = Verifier(self._session.jobs, self._session.ask, self)
        self._verifier.check(line.arrival.path, line.arrival.name)

    def leave_out(self, line: Line) -> None:
        """Take a file out of the list."""
        self.contents.leave_out(line)
        self._show()

    # --- showing ------------------------------------------------------------------

    def _show(self) -> None:
        self.layout_.show_contents(self.contents)
        self._show_file()
        self._allow()

    def _show_file(self) -> None:
        line: Line | None = self.layout_.files.current
        self.layout_.detail.show_file(
            None if line is None else line.arrival, self.contents.is_theirs
        )

    @property
    def _idle(self) -> bool:
        busy = self._taking or self.inspecting.running
        return self._session.store.writable and not busy

    @property
    def _may_accept(self) -> bool:
        """Tell whether every file was seen: one not seen would not be counted."""
        return self._idle and self._whole

    def _allow(self) -> None:
        many = len(self.contents.ticked) if self._may_accept else 0
        self.layout_.allow(many, possible=self._idle)

    def _connect(self) -> None:
        shown = self.layout_
        shown.choose_button.clicked.connect(lambda _on=False: self.choose_files())
        shown.accept_button.clicked.connect(lambda _on=False: self.accept())
        shown.intakes_button.clicked.connect(lambda _on=False: self.show_intakes())
        shown.clear_button.clicked.connect(lambda _on=False: self.clear())
        shown.stop_button.clicked.connect(lambda _on=False: self.inspecting.cancel())
        shown.wanted.connect(self.choose_files)
        shown.filtered.connect(self._show)
        shown.files.toggled.connect(self._on_toggled)
        shown.files.selectionModel().currentRowChanged.connect(
            lambda *_: self._show_file()
        )
        shown.detail.wanted.connect(self._on_wanted)
        shown.detail.rows.toggled.connect(self._on_row_toggled)
        self.inspecting.found.connect(self._on_found)
        self.inspecting.progressed.connect(self._on_progressed)
        self.inspecting.done.connect(self._on_done)
        self.inspecting.failed.connect(self._on_failed)
        self.inspecting.stopped.connect(self._on_stopped)
        self._session.jobs.changed.connect(self._on_changed)
        self._session.period_changed.connect(lambda _period: self.look())
        for keys, call in (
            (QKeySequence(QKeySequence.StandardKey.Paste), self.paste),
            (QKeySequence("Ctrl+Return"), self.accept),
        ):
            made = QShortcut(keys, self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(call)


_DEEDS: Final = {
    "return": TrayPane.return_form,
    "map": TrayPane.map_names,
    "settled": TrayPane.amend_names,
    "unlock": TrayPane.unlock,
    "verify": TrayPane.verify,
    "leave_out": TrayPane.leave_out,
}
