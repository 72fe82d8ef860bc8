"""After an intake: how much of it may be one event told by several units."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.session import Session
from desktop.operations.intake.joint_offers import JointOffers, joint_offers
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from desktop.gui.pages.activities.joining.twins_dialog import TwinsDialog

ONE: Final = (
    "{0} mục vừa nhận có thể là cùng một sự kiện với mục của đơn vị khác: ghép lại thì "
    "chỉ tính một lần."
)
LARGE: Final = (
    "Lần nhận lớn, chưa so hết với mục của các đơn vị khác: nên rà các sự kiện chung."
)
VERB: Final = "&Rà trùng…"


class JointLine(QWidget):
    """A quiet line with a button; there only while it says something."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self._session = session
        self.dialog: TwinsDialog | None = None
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.button = QPushButton(VERB)
        self.button.setAccessibleName(VERB.replace("&", "").removesuffix("…"))
        self._lookout = session.lookout(self)
        self._lookout.answered.connect(self._on_answered)
        self.button.clicked.connect(lambda _checked=False: self.look_through())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.said, stretch=1)
        row.addWidget(self.button)
        self.hide()

    def ask(self, intake: str) -> None:
        """Compare what an intake brought, beside the main thread."""
        self.hide()
        self._lookout.ask(intake, partial(_compare, intake))

    def drop(self) -> None:
        """Say nothing any more: the intake was taken back, or the tray emptied."""
        self._lookout.drop()
        self.hide()

    def look_through(self) -> None:
        """Go through the entries of the period that may be one event."""
        from desktop.gui.pages.activities.joining.twins_dialog import TwinsDialog
        from desktop.gui.tables.reading_names import read_names

        self.dialog = TwinsDialog(self._session, read_names(self._session), self)
        self.dialog.amend_wanted.connect(self._on_amend)
        self.dialog.finished.connect(lambda _result: self.drop())
        self.dialog.open()

    def _on_amend(self, record: Any) -> None:  # noqa: ANN401  of any register
        from desktop.store.search import Hit
        from desktop.store.shelves import BY_RECORD

        hit = Hit(BY_RECORD[type(record)].table, str(record.id))
        self._session.place_wanted.emit("activities", hit)

    def _on_answered(self, _intake: object, found: JointOffers) -> None:
        self.said.setText(told(found))
        self.setVisible(bool(self.said.text()))


def told(found: JointOffers) -> str:
    """Return what is said of an intake; blank where there is nothing to say."""
    parts = []
    if found.many:
        parts.append(ONE.format(format_integer(found.many)))
    if not found.whole:
        parts.append(LARGE)
    return " ".join(parts)


def _compare(intake: str, store: Any) -> JointOffers:  # noqa: ANN401  the open office
    return joint_offers(store, intake)
