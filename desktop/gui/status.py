"""Show below every page: what was kept when, what runs, how old the backup is."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from desktop.gui import theme
from desktop.gui.jobs import Job, Jobs

if TYPE_CHECKING:
    from desktop.progress import Step

SHOWN_AFTER = 600
"""Milliseconds a job runs before anything is shown of it."""

STALE = dt.timedelta(days=7)
"""Age from which a backup is worth a warning."""


class StatusBar(QStatusBar):
    """The line at the window's lower edge."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Follow the jobs."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._jobs = jobs
        self.saved = QLabel()
        self.running = QLabel()
        self.progress = QProgressBar()
        self.progress.setFixedWidth(theme.scaled(160))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Việc đang chạy")
        self.stop = QPushButton("Hủy")
        self.stop.setAccessibleName("Hủy việc đang chạy")
        self.stop.clicked.connect(self._on_stop)
        self.backup = QLabel()
        self.addWidget(self.saved)
        for part in (self.running, self.progress, self.stop):
            self.addWidget(part)
            part.hide()
        self.addPermanentWidget(self.backup)
        self._wait = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._wait.timeout.connect(self._show_job)
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progressed)
        jobs.ended.connect(self._on_ended)

    def show_kept(self, *, writable: bool) -> None:
        """Say of an office just opened whether anything can be kept in it."""
        self.saved.setText("" if writable else "▲ Chỉ đọc: không ghi được vào sổ")

    def show_saved(self, moment: dt.datetime) -> None:
        """Say when the last deed was kept."""
        self.saved.setText(f"Đã lưu {moment:%H:%M}")

    def show_backup(self, made: dt.datetime | None, now: dt.datetime) -> None:
        """Say how old the newest backup is."""
        self.backup.setText(backup_age(made, now))

    def _on_started(self, _job: Job) -> None:
        if not self._wait.isActive() and not self.stop.isVisible():
            self._wait.start()

    def _show_job(self) -> None:
        if not self._jobs.waiting:
            return
        job = self._jobs.waiting[0]
        self.running.setText(job.title or "Đang làm…")
        self.progress.setRange(0, 0)
        self.stop.setEnabled(not job.stopping)
        for part in (self.running, self.progress, self.stop):
            part.show()

    def _on_progressed(self, job: Job, step: "Step") -> None:
        if not self.stop.isVisible():
            return
        from desktop.wording.steps import stage_label

        stage = stage_label(step.stage)
        self.running.setText(f"{job.title}: {stage}" if job.title else stage)
        self.progress.setRange(0, step.total)
        self.progress.setValue(step.done)

    def _on_ended(self, _job: Job) -> None:
        if self._jobs.waiting:
            if self.stop.isVisible():
                self._show_job()
            return
        self._wait.stop()
        for part in (self.running, self.progress, self.stop):
            part.hide()

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.running.setText("Đang dừng…")
        self._jobs.cancel_all()


def backup_age(made: dt.datetime | None, now: dt.datetime) -> str:
    """Say in words how old a backup is."""
    if made is None:
        return "▲ Chưa có bản sao lưu"
    age = now - made
    if made.date() == now.date():
        return f"Sao lưu {made:%H:%M} hôm nay"
    days = max(1, (now.date() - made.date()).days)
    mark = "▲ " if age > STALE else ""
    return f"{mark}Sao lưu {days} ngày trước"
