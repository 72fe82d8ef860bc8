"""Copy a package to a stick and say, once it was read back, that it may be pulled."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.drives import Drive, removable
from desktop.gui.pages.hand_off.destinations import Destinations
from desktop.gui.running import run
from desktop.gui.widgets.plain_label import plain_label
from desktop.operations.sending.deliver_package import deliver_parts
from desktop.rules.numbers import format_integer
from desktop.wording.steps import stage_label

if TYPE_CHECKING:
    from desktop.files.delivery import Delivered
    from desktop.gui.jobs import Job
    from desktop.gui.session import Session
    from desktop.progress import Step

COPY = "Chép gói sang nơi nhận"


class DeliverPanel(QWidget):
    """Where to, the button, how far it is, and the good end."""

    ended = Signal()
    """A delivery ended, well or not."""

    def __init__(
        self,
        session: "Session",
        look: Callable[[], tuple[Drive, ...]] = removable,
        parent: QWidget | None = None,
    ) -> None:
        """Begin without a package."""
        super().__init__(parent)
        self._session = session
        self._report = ""
        self._package: Path | None = None
        self._job: Job | None = None
        self._to_stick = False
        self.places = Destinations(session, look)
        self.copy = QPushButton(COPY)
        self.stop = QPushButton("Hủy")
        self.progress = QProgressBar()
        self.stage = QLabel()
        self.good = QFrame()
        self.good_words = plain_label()
        self._lay_out()
        self.copy.clicked.connect(self.deliver)
        self.stop.clicked.connect(self._on_stop)
        self.places.changed.connect(self._allow)
        self._show_running(running=False)

    def show_package(self, report_id: str, package: Path | None) -> None:
        """Deliver this package of this report from now on."""
        if (report_id, package) != (self._report, self._package):
            self.good.hide()
        self._report, self._package = report_id, package
        self._allow()

    def lead(self, leads: bool) -> None:
        """Make copying the primary thing to do, or not while something comes first."""
        if bool(self.copy.property("primary")) != leads:
            self.copy.setProperty("primary", leads)
            self.copy.style().unpolish(self.copy)
            self.copy.style().polish(self.copy)

    def deliver(self) -> None:
        """Copy the package to the place chosen, and read it back."""
        folder, package = self.places.chosen, self._package
        if folder is None or package is None or self._job is not None:
            return
        self.good.hide()
        self._to_stick = self.places.on_stick
        self._show_running(running=True)
        store, report = self._session.store, self._report
        job = run(
            self._session,
            lambda progress: deliver_parts(store, report, package, folder, progress),
            title="Chép gói",
            then=self._on_delivered,
            ended=self._on_ended,
            told=self._on_step,
        )
        self._job = job if job in self._session.jobs.waiting else None

    def _lay_out(self) -> None:
        for button in (self.copy, self.stop):
            button.setAccessibleName(button.text())
        self.copy.setProperty("primary", True)
        self.progress.setAccessibleName("Đang chép gói")
        self.progress.setTextVisible(False)
        line = QHBoxLayout()
        line.setSpacing(theme.BETWEEN)
        for part in (self.copy, self.progress, self.stage, self.stop):
            line.addWidget(part)
        line.addStretch()
        self._lay_out_good()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.places)
        column.addLayout(line)
        column.addWidget(self.good)

    def _lay_out_good(self) -> None:
        self.good.setObjectName("message_bar")
        inside = QVBoxLayout(self.good)
        inside.addWidget(self.good_words)
        self.good.hide()

    def _allow(self) -> None:
        ready = self._package is not None and self.places.chosen is not None
        self.copy.setEnabled(ready and self._job is None)

    def _show_running(self, *, running: bool) -> None:
        for part in (self.progress, self.stage, self.stop):
            part.setVisible(running)
        self.progress.setRange(0, 0)
        self.stage.clear()
        self.stop.setEnabled(running)
        self.places.setEnabled(not running)
        self.copy.setEnabled(False)
        if not running:
            self._allow()

    def _on_stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self._job.cancel()

    def _on_step(self, step: "Step") -> None:
        self.stage.setText(f"{stage_label(step.stage)}…")
        self.progress.setRange(0, step.total)
        self.progress.setValue(step.done)

    def _on_delivered(self, delivered: "tuple[Delivered, ...]") -> None:
        self.good_words.setText(_good(delivered, stick=self._to_stick))
        self.good.show()

    def _on_ended(self) -> None:
        self._job = None
        self._show_running(running=False)
        self.ended.emit()


def _good(delivered: "Sequence[Delivered]", *, stick: bool) -> str:
    head = "✓ Có thể rút USB." if stick else "✓ Đã chép xong."
    if len(delivered) > 1:
        sizes = (f"{o.path.name}, {format_integer(o.size)} byte" for o in delivered)
        told = f"{head} Đủ {len(delivered)} gói, đã được đọc lại và giống hệt bản gốc."
        return "\n".join(
            (told, *sizes, "Mã SHA-256: xem từng dòng ở Lịch sử bàn giao.")
        )
    (one,) = delivered
    return "\n".join(
        (
            f"{head} Bản chép đã được đọc lại và giống hệt bản gốc.",
            f"{one.path.name}, {format_integer(one.size)} byte",
            # Broken in the middle: 64 letters without a blank would not wrap.
            f"SHA-256: {one.sha256[:32]} {one.sha256[32:]}",
        )
    )
