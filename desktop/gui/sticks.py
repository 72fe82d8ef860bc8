"""Look after an office that lies on a stick: its copy here, its going, its leaving."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop import media
from desktop.errors import DesktopError
from desktop.gui import drives
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs, Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.offices import Offices
    from desktop.gui.session import Session
    from desktop.gui.window import Window
    from desktop.operations.offices.back_up import Kept

LOOKS_EVERY = 2_000
"""Milliseconds between two looks whether the stick is still there."""

GONE = (
    "USB chứa sổ đã bị rút ra. Những gì đã báo “Đã lưu” vẫn nằm trên USB. Cắm lại USB, "
    "ở cổng nào cũng được, rồi làm tiếp."
)
AGAIN = "Mở lại sổ"
BACK = "Đã nhận lại USB: làm tiếp được."
CHANGED = "Đã nhận lại USB. Sổ có thay đổi ghi ở máy khác, nên được mở lại từ đầu."
MAY_GO = "Đã đóng sổ trên USB. Rút USB an toàn:"
HOW = (
    "Bấm biểu tượng USB ở góc phải dưới màn hình, chọn “Eject” (Đẩy ra), chờ Windows "
    "báo rút được rồi mới rút. Rút khi đèn USB còn nháy là mất dữ liệu."
)
WITH_PROGRAM = "Chương trình cũng chạy từ USB này: chờ cửa sổ đóng hẳn đã."


class Sticks(QObject):
    """Watches the office now open, as long as it lies on a stick."""

    fault_seen = Signal(object)
    """A fault of the stick that some page stumbled over, from any thread."""

    def __init__(
        self, offices: "Offices", window: "Window", jobs: Jobs, ask: Ask
    ) -> None:
        """Follow what is opened and closed."""
        super().__init__(window)
        self._offices = offices
        self._window = window
        self._jobs = jobs
        self._ask = ask
        self._mark = ""
        self._head = ""
        self._gone = False
        self._leaving = False
        self._timer = QTimer(self, interval=LOOKS_EVERY)
        self._timer.timeout.connect(self.look)
        offices.opened.connect(self._on_opened)
        offices.closed.connect(self._timer.stop)
        jobs.changed.connect(self._note_head)
        self.fault_seen.connect(self._on_fault)

    def look(self) -> None:
        """See whether the stick is still there, or again."""
        session = self._offices.session
        if session is None or self._jobs.waiting:
            return
        there = _stands(session.store.path)
        if not there and not self._gone:
            self._gone = True
            self._window.message.warn(GONE, AGAIN, self.reopen)
        elif self._gone and (there or self._elsewhere(session.store.path)):
            self.reopen()

    def reopen(self) -> None:
        """Go on in the office, wherever its stick is plugged in now."""
        session = self._offices.session
        if session is None:
            return
        from desktop.operations.offices.reopen_office import reopen_office

        work = partial(reopen_office, session.store, self._mark, _roots())
        self._run(work, AGAIN, self._on_back, self._on_still_gone)

    def holds(self) -> bool:
        """Tell whether closing has to wait for the copy; say good-bye to the stick."""
        session = self._offices.session
        if session is None or not _on_stick(session) or _system_ends():
            return False
        if _copied(session) and not self._leaving and not self._gone:
            self._leaving = True
            self._copy(session, self._on_last_copy, self._on_last_copy)
            return True
        self._jobs.cancel_all()
        self._offices.close()
        if not self._gone:
            self._ask.tell(MAY_GO, detail=f"{HOW}\n{_of_program(session)}".strip())
        return False

    def understands(self, error: BaseException) -> bool:
        """Tell whether an error nobody caught is a fault of the stick, and tell it."""
        from desktop.store.faults import of_the_world

        session = self._offices.session
        if session is None or not _on_stick(session):
            return False
        fault = of_the_world(error, session.store.path)
        if not isinstance(fault, DesktopError):
            return False
        self.fault_seen.emit(fault)
        return True

    def _on_opened(self, session: "Session") -> None:
        self._timer.stop()
        self._gone = self._leaving = False
        if not _on_stick(session):
            return
        from desktop.store import evidence

        self._mark = evidence.mark(session.store.reader)
        self._note_head()
        self._timer.start()
        if _copied(session):
            self._copy(session, self._on_copied, self._on_not_copied)

    def _copy(
        self,
        session: "Session",
        then: "Callable[..., object]",
        failed: "Callable[..., object]",
    ) -> None:
        from desktop.operations.offices.copy_to_machine import copy_to_machine

        work = partial(copy_to_machine, session.store)
        self._run(work, "Chép sổ từ USB sang máy này", then, failed)

    def _run(
        self,
        work: Work,
        title: str,
        then: "Callable[..., object]",
        failed: "Callable[..., object]",
    ) -> None:
        job = Job(work, title=title, initiator=self)
        job.succeeded.connect(then)
        job.failed.connect(failed)
        job.cancelled.connect(partial(failed, None))
        self._jobs.start(job)

    def _on_copied(self, kept: "Kept | None") -> None:
        if kept is not None:
            self._window.message.say(
                f"Sổ nằm trên USB. Đã chép thêm một bản sang máy này: {kept.path}"
            )
        self._window.show_backup()

    def _on_not_copied(self, error: Exception | None) -> None:
        if isinstance(error, DesktopError):
            from desktop.wording.faults import explain

            why = explain(error).why
            self._window.message.warn(f"Chưa chép được sổ từ USB sang máy này. {why}")
        elif error is not None:
            self._jobs.unheard.emit(error)

    def _on_last_copy(self, answer: object) -> None:
        """Close in any case: a machine without room must not keep anybody here."""
        if isinstance(answer, DesktopError):
            from desktop.wording.faults import explain

            self._ask.show_fault(explain(answer))
        # Later: this answer is not given to the end yet, and closing waits for that.
        QTimer.singleShot(0, self._window, self._window.close)

    def _on_back(self, path: Path) -> None:
        session = self._offices.session
        self._gone = False
        if session is None:
            return
        head = self._head
        self._note_head()
        session.settings.remember_office(path)
        if head == self._head:
            self._window.message.say(BACK)
        else:
            self._offices.show_again()
            self._window.message.say(CHANGED)

    def _on_still_gone(self, error: Exception | None) -> None:
        if isinstance(error, DesktopError):
            self._on_fault(error)
        elif error is not None:
            self._jobs.unheard.emit(error)
        self._window.message.warn(GONE, AGAIN, self.reopen)

    def _on_fault(self, error: DesktopError) -> None:
        from desktop.wording.faults import explain

        self._ask.show_fault(explain(error))

    def _note_head(self) -> None:
        """Keep in mind how far the office is, to see whether it went on elsewhere."""
        session = self._offices.session
        if session is not None and _on_stick(session) and not self._gone:
            from desktop.store import journal

            self._head = journal.head(session.store.reader)

    def _elsewhere(self, path: Path) -> bool:
        from desktop.operations.offices.reopen_office import places

        return next(places(path, _roots()), None) is not None


def _on_stick(session: "Session") -> bool:
    return media.medium(session.store.path) is media.Medium.REMOVABLE


def _copied(session: "Session") -> bool:
    """Tell whether this machine gets a copy: of what is only seen nothing is new."""
    return session.store.writable and session.settings.copies_sticks


def _of_program(session: "Session") -> str:
    from desktop import paths

    own = paths.portable_folder()
    with_it = own is not None and media.same_drive(session.store.path, own)
    return WITH_PROGRAM if with_it else ""


def _roots() -> tuple[Path, ...]:
    return tuple(one.path for one in drives.removable())


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _system_ends() -> bool:
    """Tell whether the machine is shutting down: nobody may hold that up."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
