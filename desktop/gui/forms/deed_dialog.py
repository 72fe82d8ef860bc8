"""A small window that does one deed: a few fields, and a button with its verb."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DesktopError, InputError, Problem
from desktop.gui import theme
from desktop.gui.forms.field_grid import FieldGrid
from desktop.gui.jobs import Job, Work
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.message_bar import MessageBar
from desktop.wording.problems import sentence

WIDTH = 600


class DeedDialog(QDialog):
    """Fill a grid of fields; what is wrong is said beside the field."""

    done_ = Signal(object)
    """What the deed answered."""

    def __init__(
        self, session: Session, title: str, verb: str, parent: QWidget
    ) -> None:
        """Make the window; subclasses add their fields, then call `lay_out`."""
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.head = QLabel(title)
        self.head.setProperty("role", "title")
        self.head.setWordWrap(True)
        self.message = MessageBar()
        self.grid = FieldGrid()
        self.do_button = QPushButton(verb)
        self.leave_button = QPushButton("Thôi")
        self._job: Job | None = None

    def lay_out(self) -> None:
        """Put everything in its place, once the fields are there."""
        theme.make_primary(self.do_button)
        self.do_button.setDefault(True)
        self.leave_button.setAutoDefault(False)
        buttons = button_row(self.leave_button, self.do_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.head)
        column.addWidget(self.message)
        self.grid.finish()
        column.addWidget(self.grid, stretch=1)
        column.addLayout(buttons)
        self.do_button.clicked.connect(self.do)
        self.leave_button.clicked.connect(self.reject)
        self.setFixedWidth(theme.scaled(WIDTH))

    def problems(self) -> tuple[Problem, ...]:
        """Return everything wrong or doubtful with what was typed."""
        raise NotImplementedError

    def deed(self) -> Work:
        """Return the deed, once nothing is wrong."""
        raise NotImplementedError

    def do(self) -> None:
        """Do the deed, unless something is wrong with what was typed."""
        if self._job is not None:
            return
        found = self.problems()
        if any(one.blocking for one in found):
            self.show_problems(found)
            return
        self.grid.show_problems(found)
        self._job = Job(self.deed(), title=self.windowTitle(), initiator=self)
        self._job.succeeded.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_ended)
        self.session.jobs.start(self._job)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong: beside its field, or above all of them."""
        left = self.grid.show_problems(problems)
        said = " ".join(sentence(one) for one in left if one.blocking)
        self.message.warn(f"Chưa ghi được. {said or 'Xem các chỗ có dấu ▲.'}")
        self.grid.focus_fault()

    def sizeHint(self) -> QSize:
        """Ask for the height that wrapped words need at the width there is.

        Qt would ask for that of the width they would like to have.
        """
        hint, layout = super().sizeHint(), self.layout()
        if layout is None:
            return hint
        width = theme.scaled(WIDTH)
        return QSize(width, max(layout.totalHeightForWidth(width), hint.height()))

    def _on_done(self, value: object) -> None:
        self._job = None
        self.done_.emit(value)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, InputError):
            self.show_problems(error.problems)
        elif isinstance(error, DesktopError):
            show_error(self.session, error)
        else:
            self.session.jobs.unheard.emit(error)

    def _on_ended(self) -> None:
        self._job = None
