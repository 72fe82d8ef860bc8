"""Read a table and look at it off the main thread, anew after each choice."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.errors import InputError
from desktop.gui.jobs import Job, Work
from desktop.gui.pages.activities.importing.digest import Digest, digest
from desktop.gui.session import Session
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.records.register import Register
from desktop.rules.entry_table.fates import Choices, Preview
from desktop.rules.entry_table.ticking import only_ticks, ticked
from desktop.rules.grid import TableSource

Read = Callable[[Progress], Outcome[TableSource]]
"""Reads a file or a paste."""

NOTHING_CHOSEN = Choices()
NO_HEADINGS = -1


@dataclass(frozen=True, slots=True)
class Seen:
    """A preview, what it was made with, and the places in it."""

    source: TableSource
    choices: Choices
    preview: Preview
    places: Digest


class Inspection(QObject):
    """One table on its way into one register; nothing is kept until `keep`."""

    shown = Signal()
    """There is another preview."""
    busy = Signal(bool)
    """Whether a job runs."""
    progressed = Signal(object)
    """A `Step` of the job that runs."""
    kept = Signal(object)
    """What the import did."""
    failed = Signal(object)
    """The exception of a job."""
    stopped = Signal()
    """Somebody cancelled the job."""

    def __init__(
        self, session: Session, register: Register, parent: QObject | None = None
    ) -> None:
        """Begin without a table."""
        super().__init__(parent)
        self._session = session
        self.register = register
        self.name = ""
        self.seen: Seen | None = None
        self.choices = self.begun = NOTHING_CHOSEN
        """As they stand now, and as they were when the table was read."""
        self._jobs: list[Job] = []
        self._keeping = False

    @property
    def preview(self) -> Preview | None:
        """Return what importing would do, or None before a table was read."""
        return None if self.seen is None else self.seen.preview

    @property
    def running(self) -> bool:
        """Tell whether a job runs."""
        return bool(self._jobs)

    @property
    def keeping(self) -> bool:
        """Tell whether rows are being kept just now."""
        return self._keeping

    def read(self, name: str, read: Read) -> None:
        """Read a table, then look at it as if nothing had been chosen."""
        self.name = name
        self.choices = self.begun = NOTHING_CHOSEN
        self.seen = None
        look = self._looker(self.register, self.choices)
        self._start(
            lambda progress: look(read(progress).value, progress), f"Đọc {name}"
        )

    def amend(self, change: Callable[[Choices], Choices]) -> None:
        """Look at the table anew, with the choices changed."""
        if self.seen is None or self._keeping:
            return
        choices = change(self.choices)
        if choices == self.choices:
            return
        # A tick is seen at once, however long the table; the rest is read anew.
        ticks = not self.running and only_ticks(self.choices, choices)
        self.choices = choices
        if ticks:
            preview = ticked(self.seen.preview, choices)
            self.seen = replace(
                self.seen, choices=choices, preview=preview, places=digest(preview)
            )
            self.shown.emit()
        else:
            self.look_again()

    def choose_register(self, register: Register) -> None:
        """Look at the table as one of another register."""
        if self.seen is None or self._keeping or register == self.register:
            return
        self.register = register
        self.choices = NOTHING_CHOSEN
        self.look_again()

    def look_again(self) -> None:
        """Look at the table anew: the choices, or the office, are others."""
        if self.seen is None:
            return
        source = self.seen.source
        look = self._looker(self.register, self.choices)
        for job in self._jobs:
            job.cancel()
        self._start(lambda progress: look(source, progress), f"Xem lại {self.name}")

    def keep(self) -> None:
        """Keep the rows accepted, as one deed."""
        seen = self.seen
        if seen is None or self.running or not seen.preview.accepted:
            return
        from desktop.operations.entries.import_entries import import_entries

        store, register = self._session.store, self.register.code
        self._keeping = True
        self._start(
            lambda progress: import_entries(
                store,
                seen.source,
                register,
                seen.choices,
                expected=seen.preview,
                progress=progress,
            ),
            f"Nhập {self.name}",
        )

    def cancel(self) -> None:
        """Ask what runs to stop."""
        for job in self._jobs:
            job.cancel()

    def _looker(
        self, register: Register, choices: Choices
    ) -> Callable[[TableSource, Progress], Outcome[Seen]]:
        from desktop.operations.entries.inspect_entries import inspect_entries

        store = self._session.store

        def inspect(
            source: TableSource, settled: Choices, progress: Progress
        ) -> Outcome[Seen]:
            preview = inspect_entries(
                store, source, register.code, settled, progress=progress
            ).value
            return Outcome(Seen(source, settled, preview, digest(preview)))

        def look(source: TableSource, progress: Progress) -> Outcome[Seen]:
            try:
                return inspect(source, choices, progress)
            except InputError as error:
                if choices.headings or not _lacks_headings(error):
                    raise
            # Whoever looks at the sheet sees which row they are, and says so.
            return inspect(source, replace(choices, headings=NO_HEADINGS), progress)

        return look

    def _start(self, work: Work, title: str) -> None:
        job = Job(work, title=title, initiator=self)
        # Methods only: Qt forgets them when the window is closed meanwhile.
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._jobs.append(job)
        self.busy.emit(True)
        self._session.jobs.start(job)

    def _is_last(self) -> bool:
        """Take off the job that answered: they answer in the order they began."""
        self._jobs.pop(0)
        return not self._jobs

    def _on_succeeded(self, value: object) -> None:
        if not self._is_last():
            return
        keeping, self._keeping = self._keeping, False
        self.busy.emit(False)
        if keeping:
            self.kept.emit(value)
        elif isinstance(value, Seen):
            if self.seen is None:
                self.begun = value.choices
            self.seen, self.choices = value, value.choices
            self.shown.emit()

    def _on_failed(self, error: Exception) -> None:
        if self._is_last():
            self._take_back()
            self.failed.emit(error)

    def _on_cancelled(self) -> None:
        if self._is_last():
            self._take_back()
            self.stopped.emit()

    def _take_back(self) -> None:
        """Choose again what the preview on screen was made with."""
        self._keeping = False
        if self.seen is not None:
            self.choices = self.seen.choices
            self.register = self.seen.preview.register
        self.busy.emit(False)


def _lacks_headings(error: InputError) -> bool:
    return any(one.code == "headings_missing" for one in error.problems)
