"""Show in the dialog itself what runs, and let it be stopped."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.status import SHOWN_AFTER
from desktop.progress import Step
from desktop.wording.steps import stage_label


class RunningLine(QWidget):
    """Progress and a button, seen only while something takes long.

    The window's own line of progress lies behind a dialog, out of reach.
    """

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unseen."""
        super().__init__(parent)
        self.words = QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.scaled(140))
        self.progress.setAccessibleName("Việc đang chạy")
        self.stop = QPushButton("Hủ&y")
        self.stop.setAutoDefault(False)
        self.stop.setAccessibleName("Hủy việc đang chạy")
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BETWEEN)
        for part in (self.words, self.progress, self.stop):
            row.addWidget(part)
        self._wait = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._wait.timeout.connect(self.show)
        self.hide()

    def follow(self, running: bool) -> None:
        """Show soon that something runs, or show nothing any more."""
        if not running:
            self._wait.stop()
            self.hide()
        elif self.isHidden() and not self._wait.isActive():
            self.words.setText("Đang đọc")
            self.progress.setRange(0, 0)
            self.stop.setEnabled(True)
            self._wait.start()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self.words.setText(stage_label(step.stage))
        self.progress.setRange(0, step.total)
        self.progress.setValue(step.done)

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.words.setText("Đang dừng…")
        self.stop_wanted.emit()
