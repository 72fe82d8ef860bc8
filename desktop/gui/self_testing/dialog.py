"""Show what works on this machine and what does not, to be copied or saved."""

import datetime as dt
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DesktopError
from desktop.gui import theme
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs
from desktop.gui.self_testing.screen import screen_probes
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step
from desktop.records.self_test import SelfTest, Trial

RUNNING = "Đang tự kiểm tra. Không đụng tới sổ nào của anh/chị."
STOPPED = "Đã dừng; chưa kiểm tra xong."
_STYLE = "<style>body{line-height:135%} td{padding:3px 16px 3px 0}</style>"


class SelfTestDialog(QDialog):
    """Try everything off the main thread; what is found appears when all is tried."""

    def __init__(self, jobs: Jobs, ask: Ask, parent: QWidget | None = None) -> None:
        """Lay out, with nothing tried yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._ask = ask
        self._job: Job | None = None
        self.found: SelfTest | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tự kiểm tra chương trình")
        self.resize(theme.scaled(680), theme.scaled(560))
        self.headline = QLabel(RUNNING)
        self.headline.setWordWrap(True)
        self.headline.setProperty("role", "title")
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Tiến độ tự kiểm tra")
        self.bar.setTextVisible(False)
        self.view = QTextBrowser()
        self.view.setAccessibleName("Kết quả tự kiểm tra")
        self.copy_button = QPushButton("&Chép")
        self.save_button = QPushButton("&Lưu kết quả…")
        self._lay_out()

    def begin(self) -> None:
        """Begin to try."""
        words = ["-platform", QGuiApplication.platformName()]
        job = Job(lambda progress: _tried(words, progress), title="Tự kiểm tra")
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._job = job
        self._jobs.start(job)

    def copy(self) -> None:
        """Copy what was found, as text."""
        if self.found is not None:
            from desktop.wording.self_test import lines

            QGuiApplication.clipboard().setText("\n".join(lines(self.found)))

    def save(self) -> None:
        """Write what was found to a file the user chooses, for whoever mends it."""
        name = f"tu-kiem-tra-{dt.datetime.now().astimezone():%Y%m%d-%H%M}.json"
        kinds = (("Kết quả tự kiểm tra", "*.json"),)
        path = self._ask.save_file(
            "Lưu kết quả tự kiểm tra", name, kinds, purpose="self_test"
        )
        if path is not None and self.found is not None:
            self._write(path, self.found)

    def done(self, result: int) -> None:
        """Stop what still runs."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        for button, call in (
            (self.copy_button, self.copy),
            (self.save_button, self.save),
        ):
            buttons.addButton(button, role.ActionRole)
            button.setAutoDefault(False)
            button.setEnabled(False)
            button.clicked.connect(call)
        close = buttons.addButton("Đóng", role.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.headline)
        column.addWidget(self.bar)
        column.addWidget(self.view, stretch=1)
        column.addWidget(buttons)

    def _on_progress(self, step: Step) -> None:
        self.bar.setMaximum(step.total)
        self.bar.setValue(step.done)

    def _on_found(self, found: SelfTest) -> None:
        from desktop.wording.self_test import headline

        self.found = found
        self.bar.hide()
        self.headline.setText(headline(found))
        self.view.setHtml(page(found))
        self.copy_button.setEnabled(True)
        self.save_button.setEnabled(True)

    def _on_cancelled(self) -> None:
        self.bar.hide()
        self.headline.setText(STOPPED)

    def _on_failed(self, error: Exception) -> None:
        self._on_cancelled()
        self._jobs.unheard.emit(error)

    def _write(self, path: Path, found: SelfTest) -> None:
        from desktop.files import whole_file
        from desktop.operations.self_testing.told import as_json
        from desktop.wording.faults import explain

        try:
            whole_file.write(path, f"{as_json(found)}\n".encode())
        except DesktopError as error:
            self._ask.show_fault(explain(error))


def page(found: SelfTest) -> str:
    """Return what was found as a table; what does not work comes first."""
    from desktop.wording.self_test import place_name

    checks = sorted(found.checks, key=lambda one: one.ok)
    rows = "".join(map(_row, checks))
    places = "".join(
        f"<tr><td>{escape(place_name(name))}</td><td>{escape(path)}</td></tr>"
        for name, path in found.places
    )
    return f"{_STYLE}<table>{rows}</table><h4>Thư mục</h4><table>{places}</table>"


def _row(check: Trial) -> str:
    from desktop.wording.self_test import check_name, result, took

    colour = theme.colours().good if check.ok else theme.colours().bad
    # Facts are for whoever mends it: of what works nobody wants them here.
    more = "" if check.ok else f"<br>{escape(check.detail)}"
    return (
        f'<tr><td style="color:{colour}"><b>{escape(result(check))}</b></td>'
        f"<td>{escape(check_name(check))}{more}</td>"
        f"<td>{escape(took(check))}</td></tr>"
    )


def _tried(qt_words: list[str], progress: Progress) -> Outcome[SelfTest]:
    from desktop.operations.self_testing.running import self_test

    return self_test(screen_probes(qt_words), progress)
