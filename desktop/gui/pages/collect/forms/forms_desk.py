"""The dialog `Làm biểu`: which units get a form, where to, and what was made."""

from PySide6.QtWidgets import QDialog, QWidget

from desktop.gui.session import Session


class FormsDesk(QDialog):
    """Make the collecting forms of the period, all in one go."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """List the units that owe a report, every one of them chosen."""
        super().__init__(parent)
        self._session = session
