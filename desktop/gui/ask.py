"""Put every question, message and choice of a file to the user.

Pages speak to the protocol `Ask`; the tests answer in the user's place.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop.gui import theme
from desktop.gui.settings import Settings

if TYPE_CHECKING:
    from desktop.wording.faults import Message

NOT_NOW = "Thôi"
"""Button that leaves everything as it is."""

TypeFilter = tuple[str, str]
"""What a kind of file is called, and its pattern, such as `*.xlsx`."""

WIDE = 460
"""Pixels of a line to fill in: a whole public key, or a long password, is seen."""

ONWARD = "Tiếp tục"
"""Verb of a question that only leads to the next one."""


class Ask(Protocol):
    """Everything the program may ask of, or tell, its user."""

    def confirm(
        self, question: str, *, verb: str, detail: str = "", refuse: str = NOT_NOW
    ) -> bool:
        """Ask whether to do something; the button that does it bears the verb."""

    def choose(
        self, question: str, verbs: Sequence[str], *, detail: str = ""
    ) -> int | None:
        """Ask which of several things to do; None for none of them."""

    def tell(self, text: str, *, detail: str = "") -> None:
        """Say that something is done, or cannot be; the text can be copied."""

    def show_fault(self, message: "Message", actions: Sequence[str] = ()) -> int | None:
        """Show the four lines of a fault; return the action chosen, or None."""

    def choose_file(
        self, title: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> Path | None:
        """Ask for one file that exists; each purpose remembers its folder."""

    def choose_files(
        self, title: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> tuple[Path, ...]:
        """Ask for any number of files that exist."""

    def save_file(
        self, title: str, name: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> Path | None:
        """Ask where to write a file, whose name is proposed."""

    def choose_folder(self, title: str, *, purpose: str) -> Path | None:
        """Ask for a folder."""

    def password(self, title: str, label: str, *, verb: str = ONWARD) -> str | None:
        """Ask for a password, which is shown to nobody and kept nowhere."""

    def line(
        self, title: str, label: str, value: str = "", *, verb: str = ONWARD
    ) -> str | None:
        """Ask for one line of text; the verb is what its button does."""


class AskUser:
    """Ask with Qt's dialogs, above the window given."""

    def __init__(self, settings: Settings, window: QWidget | None = None) -> None:
        """Remember folders in the settings of this screen."""
        self.window = window
        self._settings = settings

    def confirm(
        self, question: str, *, verb: str, detail: str = "", refuse: str = NOT_NOW
    ) -> bool:
        """Ask whether to do something; the button that does it bears the verb."""
        box = self._box(QMessageBox.Icon.Question, question, detail)
        do_it = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(refuse, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.exec()
        return box.clickedButton() is do_it

    def choose(
        self, question: str, verbs: Sequence[str], *, detail: str = ""
    ) -> int | None:
        """Ask which of several things to do; None for none of them."""
        box = self._box(QMessageBox.Icon.Question, question, detail)
        buttons = [
            box.addButton(verb, QMessageBox.ButtonRole.ActionRole) for verb in verbs
        ]
        leave = box.addButton(NOT_NOW, QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        box.exec()
        clicked = box.clickedButton()
        return next((n for n, button in enumerate(buttons) if button is clicked), None)

    def tell(self, text: str, *, detail: str = "") -> None:
        """Say that something is done, or cannot be; the text can be copied."""
        box = self._box(QMessageBox.Icon.Information, text, detail)
        box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def show_fault(self, message: "Message", actions: Sequence[str] = ()) -> int | None:
        """Show the four lines of a fault; return the action chosen, or None."""
        from desktop.gui.fault_dialog import FaultDialog

        dialog = FaultDialog(message, actions, self.window)
        dialog.exec()
        return dialog.chosen

    def choose_file(
        self, title: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> Path | None:
        """Ask for one file that exists; each purpose remembers its folder."""
        folder = self._settings.folder(purpose)
        name, _ = QFileDialog.getOpenFileName(
            self.window, title, str(folder), filters(types)
        )
        return self._remembered(name, purpose)

    def choose_files(
        self, title: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> tuple[Path, ...]:
        """Ask for any number of files that exist."""
        folder = self._settings.folder(purpose)
        names, _ = QFileDialog.getOpenFileNames(
            self.window, title, str(folder), filters(types)
        )
        for name in names[:1]:
            self._remembered(name, purpose)
        return tuple(Path(name) for name in names)

    def save_file(
        self, title: str, name: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> Path | None:
        """Ask where to write a file, whose name is proposed."""
        proposed = self._settings.folder(purpose) / name
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, title, str(proposed), filters(types)
        )
        return self._remembered(with_ending(chosen, types), purpose)

    def choose_folder(self, title: str, *, purpose: str) -> Path | None:
        """Ask for a folder."""
        folder = str(self._settings.folder(purpose))
        chosen = QFileDialog.getExistingDirectory(self.window, title, folder)
        if not chosen:
            return None
        self._settings.remember_folder(purpose, Path(chosen))
        return Path(chosen)

    def password(self, title: str, label: str, *, verb: str = ONWARD) -> str | None:
        """Ask for a password, which is shown to nobody and kept nowhere."""
        return self._input(title, label, "", QLineEdit.EchoMode.Password, verb)

    def line(
        self, title: str, label: str, value: str = "", *, verb: str = ONWARD
    ) -> str | None:
        """Ask for one line of text; the verb is what its button does."""
        return self._input(title, label, value, QLineEdit.EchoMode.Normal, verb)

    def _input(
        self,
        title: str,
        label: str,
        value: str,
        echo: QLineEdit.EchoMode,
        verb: str,
    ) -> str | None:
        dialog = QInputDialog(self.window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextEchoMode(echo)
        dialog.setTextValue(value)
        dialog.setOkButtonText(verb)
        dialog.setCancelButtonText("Thôi")
        for field in dialog.findChildren(QLineEdit):
            field.setAccessibleName(label)
            field.setMinimumWidth(theme.scaled(WIDE))
        return dialog.textValue() if dialog.exec() else None

    def _box(self, icon: QMessageBox.Icon, text: str, detail: str) -> QMessageBox:
        box = QMessageBox(self.window)
        box.setIcon(icon)
        box.setWindowTitle("Sổ Truyền Thông")
        box.setText(text)
        box.setInformativeText(detail)
        return box

    def _remembered(self, name: str, purpose: str) -> Path | None:
        if not name:
            return None
        self._settings.remember_folder(purpose, Path(name).parent)
        return Path(name)


def filters(types: Sequence[TypeFilter]) -> str:
    """Return kinds of files as Qt's file dialogs take them."""
    return ";;".join(f"{name} ({pattern})" for name, pattern in types)


def with_ending(name: str, types: Sequence[TypeFilter]) -> str:
    """Give a name without any ending the first kind's: Linux dialogs add none."""
    if not name or Path(name).suffix or not types:
        return name
    return name + types[0][1].split()[0].removeprefix("*")
