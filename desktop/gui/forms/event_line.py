"""Say of an entry that it shares an event with others, and lead to where it counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.session import Session
from desktop.operations.entries.join_events import read_event
from desktop.records.activity import Activity
from desktop.store import records
from desktop.wording import twins


class EventLine(QWidget):
    """One line under the title of the form; unseen where an entry stands alone."""

    open_wanted = Signal(object)
    """The entry in which the event is counted is to be opened."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin unseen."""
        super().__init__(parent)
        self._session = session
        self._lead: Activity | None = None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("role", "quiet")
        self.open_button = QPushButton("&Mở mục được tính")
        self.open_button.setAutoDefault(False)
        self.open_button.setAccessibleName("Mở mục được tính")
        self.open_button.clicked.connect(self._on_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.text, stretch=1)
        row.addWidget(self.open_button)
        self.hide()

    @property
    def said(self) -> str:
        """Return what is said; blank when nothing is."""
        return "" if self.isHidden() else self.text.text()

    def show_record(self, record: object) -> None:
        """Say what an entry shares; None or any other record shares nothing."""
        event = None
        if isinstance(record, Activity):
            event = read_event(self._session.store, record.id)
        self.setVisible(event is not None)
        self._lead = None
        if event is None or not isinstance(record, Activity):
            return
        if event.lead.id == record.id:
            names = ", ".join(
                self._session.agency_name(one.agency) for one in event.joined
            )
            self.text.setText(f"⛓ {twins.led(len(event.joined))} ({names})")
        else:
            db = self._session.store.reader
            self._lead = records.get(db, Activity, event.lead.id)
            agency = self._session.agency_name(event.lead.agency)
            self.text.setText(f"⛓ {twins.joined(f'“{event.lead.title}” ({agency})')}")
        self.text.setAccessibleName(self.text.text())
        self.open_button.setVisible(self._lead is not None)

    def _on_open(self) -> None:
        if self._lead is not None:
            self.open_wanted.emit(self._lead)
