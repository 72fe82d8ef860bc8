"""Do what a part of the plan asks for, say that it is done, and offer the way back."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.errors import DesktopError, InputError
from desktop.gui import theme
from desktop.gui.jobs import Job, Work
from desktop.gui.running import show_error
from desktop.gui.steps import offer
from desktop.wording.fields import label_of
from desktop.wording.problems import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.forms.part_dialog import PartDialog, Writing
    from desktop.gui.session import Session
    from desktop.gui.widgets.message_bar import MessageBar


class Deeds(QObject):
    """What all parts of the page share to change the plan."""

    def __init__(
        self, session: "Session", message: "MessageBar", page: QWidget
    ) -> None:
        """Speak through the page's message bar."""
        super().__init__(page)
        self.session = session
        self.message = message
        self._page = page
        self.dialog: PartDialog | None = None
        """The dialog opened last."""

    def do(self, work: Work, done: str) -> None:
        """Run a deed; say what was done, with the button that takes it back."""
        job = Job(work, title=done, initiator=self._page)
        job.succeeded.connect(lambda _value: self.say(done))
        job.failed.connect(self._on_failed)
        self.session.jobs.start(job)

    def write(self, writing: "Writing", done: str) -> "PartDialog":
        """Open the dialog that writes a part."""
        from desktop.gui.forms.part_dialog import PartDialog

        self.message.hide()
        self.dialog = PartDialog(self.session, writing, self._page)
        self.dialog.kept.connect(lambda _value: self.say(done))
        self.dialog.open()
        return self.dialog

    def say(self, done: str) -> None:
        """Say that something is done, and offer to take it back."""
        offer(self.session, done, self.message)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InputError):
            said = " ".join(sentence(one, label_of(one)) for one in error.problems)
            self.message.warn(f"Chưa ghi được. {said}")
        elif isinstance(error, DesktopError):
            show_error(self.session, error)
        else:
            self.session.jobs.unheard.emit(error)


class VerbRow(QHBoxLayout):
    """The buttons above a list, each with its word and its key."""

    def __init__(self, owner: QWidget) -> None:
        """Begin without buttons; keys work while the focus is inside the owner."""
        super().__init__()
        self._owner = owner
        self.setSpacing(theme.INSIDE)  # ten verbs fit the smallest screen at 150 %
        self.buttons: dict[str, QPushButton] = {}

    def add(
        self, words: str, key: str, call: "Callable[[], Any]", *, primary: bool = False
    ) -> QPushButton:
        """Add a verb; `key` may be blank."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        name = words.replace("&", "").removesuffix("…")
        told = f"{name} ({_key_words(key)})" if key else name
        button.setAccessibleName(told)
        button.setToolTip(told)
        button.clicked.connect(lambda _checked=False: call())
        if key:
            shortcut = QShortcut(QKeySequence(key), self._owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        if primary:
            button.setProperty("primary", True)
        self.buttons[name] = button
        self.addWidget(button)
        return button


_KEYS = {
    "Ins": "phím Insert",
    "Del": "phím Delete",
    "Alt+Up": "Alt+Lên",
    "Alt+Down": "Alt+Xuống",
    "Alt+Left": "Alt+Trái",
    "Alt+Right": "Alt+Phải",
}


def _key_words(key: str) -> str:
    return _KEYS.get(key, key)
