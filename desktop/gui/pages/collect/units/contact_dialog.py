"""Keep the line and the mailbox of a unit: of the office, never of a person."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.deed_box import deed_box
from desktop.gui.widgets.labelled_form import labelled_form
from desktop.gui.widgets.marking import mark
from desktop.operations.units.keep_contact import keep_contact
from desktop.records.exchange import Contact

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.units.unit_states import UnitState

WIDTH = 520
TITLE = "Cách liên hệ"
HINT = (
    "Ghi số máy và hộp thư của cơ quan; không ghi tên, số máy hay hộp thư riêng của "
    "cá nhân."
)
KEY_HINT = "Khóa nhận (age1…) của đơn vị, để khóa gói gửi riêng cho đơn vị."
KEY_WRONG = "Khóa nhận bắt đầu bằng age1; chép lại nguyên dòng đơn vị gửi."
MAILBOX_WRONG = "Hộp thư cần có dạng ten@coquan.gov.vn."


class ContactDialog(QDialog):
    """One unit's lines; kept at once."""

    def __init__(self, session: "Session", unit: "UnitState", parent: QWidget) -> None:
        """Show what is known of the unit."""
        super().__init__(parent)
        self._session = session
        self._unit = unit
        known = unit.contact or Contact(id=unit.agency.id)
        self.line = QLineEdit(known.line)
        self.mailbox = QLineEdit(known.mailbox)
        self.note = QLineEdit(known.note)
        self.key = QLineEdit(known.encryption_key)
        self.setWindowTitle(f"{TITLE}: {unit.agency.name}")
        self.setMinimumWidth(theme.scaled(WIDTH))
        self._lay_out()

    def keep(self) -> None:
        """Keep what was typed, unless it cannot be what it should."""
        from desktop.files.locking import is_public_key

        mailbox, key = self.mailbox.text().strip(), self.key.text().strip()
        wrong_mail = bool(mailbox) and not _is_mailbox(mailbox)
        wrong_key = bool(key) and not is_public_key(key)
        mark(self.mailbox, MAILBOX_WRONG if wrong_mail else "")
        mark(self.key, KEY_WRONG if wrong_key else "")
        if wrong_mail or wrong_key:
            (self.mailbox if wrong_mail else self.key).setFocus()
            return
        contact = Contact(
            id=self._unit.agency.id,
            line=self.line.text().strip(),
            mailbox=mailbox,
            note=self.note.text().strip(),
            encryption_key=key,
        )
        store, name = self._session.store, self._unit.agency.name
        run(
            self._session,
            lambda _progress: keep_contact(store, contact, name),
            title=TITLE,
            then=self._on_kept,
        )

    def _on_kept(self, _contact: object) -> None:
        self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        form = labelled_form(
            ("&Điện thoại:", self.line),
            ("&Hộp thư:", self.mailbox),
            ("&Khóa nhận:", self.key),
            ("&Ghi chú:", self.note),
        )
        self.key.setPlaceholderText(KEY_HINT)
        hint = QLabel(HINT)
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(deed_box(self, "Ghi", self.keep))


def _is_mailbox(text: str) -> bool:
    name, at, host = text.partition("@")
    return bool(name and at and "." in host) and not any(map(str.isspace, text))
