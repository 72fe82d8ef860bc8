"""Take over an office from the file its officer handed over."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import paths
from desktop.errors import DesktopError, PlaceUnfitError
from desktop.gui import theme
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs
from desktop.gui.start import free_place
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.labelled_form import labelled_form
from desktop.gui.widgets.marking import mark
from desktop.gui.widgets.quiet_label import hint
from desktop.operations.handing_over.take_over import TakenOver, take_over
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step
from desktop.wording.faults import explain
from desktop.wording.steps import stage_label

TITLE = "Nhận bàn giao"
WIDTH = 620
HANDOVER_FILES = (("Tệp bàn giao", "*.stt-ban-giao"),)
FOLDER = "So truyen thong nhan ban giao"
WHAT = (
    "Chọn tệp người phụ trách trước giao, gõ câu mật khẩu. Sổ được đặt vào một thư mục "
    "mới, với đủ lịch sử và minh chứng; không sổ nào bị ghi đè."
)
NO_FILE, NO_WORDS = "Chọn tệp bàn giao.", "Gõ câu mật khẩu được giao."
NO_FOLDER = "Chọn thư mục mới cho sổ."
_PLACE_FAULTS = frozenset({"handover_taken", "handover_full", "no_folder", "read_only"})


class TakeOverDialog(QDialog):
    """The file, its words, where the office is to lie, and who goes on."""

    taken = Signal(object)
    """The `TakenOver` office, ready to be opened."""

    def __init__(self, jobs: Jobs, ask: Ask, parent: QWidget | None = None) -> None:
        """Propose a folder among the program's data."""
        super().__init__(parent)
        self._jobs = jobs
        self._ask = ask
        self._job: Job | None = None
        self.file = QLineEdit()
        self.words = QLineEdit()
        self.folder = QLineEdit(str(proposed_folder()))
        self.officer = QLineEdit()
        self.file_button = QPushButton("Chọn &tệp…")
        self.folder_button = QPushButton("Chọn n&ơi…")
        self.take_button = QPushButton(TITLE)
        self.close_button = QPushButton("Thôi")
        self.told = QLabel()
        self.bar = QProgressBar()
        self.setWindowTitle(TITLE)
        self.setMinimumWidth(theme.scaled(WIDTH))
        self._lay_out()
        self.file_button.clicked.connect(self.choose_file)
        self.folder_button.clicked.connect(self.choose_folder)
        self.take_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)

    def choose_file(self) -> None:
        """Ask for the file."""
        chosen = self._ask.choose_file(TITLE, HANDOVER_FILES, purpose="handover")
        if chosen is not None:
            self.file.setText(str(chosen))
            self.words.setFocus()

    def choose_folder(self) -> None:
        """Ask in which folder to make the new one."""
        chosen = self._ask.choose_folder("Nơi đặt sổ", purpose="office")
        if chosen is not None:
            self.folder.setText(str(free_place(chosen / FOLDER)))

    def take(self) -> None:
        """Take the office over, unless something is missing."""
        wanted = (
            (self.file, NO_FILE),
            (self.words, NO_WORDS),
            (self.folder, NO_FOLDER),
        )
        empty = [field for field, _said in wanted if not field.text().strip()]
        for field, said in wanted:
            mark(field, said if field in empty else "")
        if empty:
            empty[0].setFocus()
            return
        work = partial(
            _take,
            Path(self.file.text().strip()),
            self.words.text(),
            Path(self.folder.text().strip()),
            self.officer.text().strip(),
        )
        self._job = Job(work, title=TITLE, initiator=self)
        self._job.succeeded.connect(self._on_taken)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_ended)
        self._job.progressed.connect(self._on_told)
        self._allow(busy=True)
        self._jobs.start(self._job)

    def reject(self) -> None:
        """Stop what runs; else close."""
        if self._job is None:
            super().reject()
        else:
            self._job.cancel()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        title = QLabel(TITLE)
        title.setProperty("role", "title")
        column.addWidget(title)
        column.addWidget(hint(WHAT))
        form = labelled_form(
            ("Tệp &bàn giao:", self.file, self.file_button),
            ("Câu &mật khẩu:", self.words),
            ("Thư mục &sổ:", self.folder, self.folder_button),
            ("&Người ghi sổ:", self.officer),
        )
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.officer.setPlaceholderText("Ghi vào nhật ký của sổ từ nay")
        self.told.setProperty("role", "quiet")
        self.bar.setTextVisible(False)
        theme.make_primary(self.take_button)
        self.take_button.setDefault(True)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.bar)
        column.addLayout(button_row(self.take_button, self.close_button))
        self._allow(busy=False)

    def _allow(self, *, busy: bool) -> None:
        self.take_button.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.told.setText("")

    def _on_told(self, step: Step) -> None:
        self.told.setText(f"{stage_label(step.stage)}…")
        self.bar.setMaximum(step.total and 1_000)
        self.bar.setValue(step.done * 1_000 // step.total if step.total else 0)

    def _on_taken(self, made: TakenOver) -> None:
        self._on_ended()
        self.words.clear()
        self.taken.emit(made)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._on_ended()
        if not isinstance(error, DesktopError):
            self._jobs.unheard.emit(error)
            return
        self._ask.show_fault(explain(error))
        wrong = self.folder if _is_of_the_place(error) else self.words
        wrong.setFocus()
        wrong.selectAll()

    def _on_ended(self) -> None:
        self._job = None
        self._allow(busy=False)


def _is_of_the_place(error: DesktopError) -> bool:
    """Tell whether the folder is at fault, not the file or its words."""
    reason = str(getattr(error, "reason", ""))
    return isinstance(error, PlaceUnfitError) or reason in _PLACE_FAULTS


def proposed_folder() -> Path:
    """Return where an office taken over is proposed to lie: among our data."""
    return free_place(paths.user_folder() / FOLDER)


def _take(
    path: Path, words: str, folder: Path, officer: str, progress: Progress
) -> Outcome[TakenOver]:
    return take_over(path, words, folder, officer=officer, progress=progress)
