"""Show above every page: whose book this is, of which period, and the search."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.gui.widgets.search_box import Found, SearchBox

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.gui.widgets.period_selector import PeriodSelector

MOST_FOUND = 20


class TopBar(QFrame):
    """The office's name, the period selector and the global search."""

    found = Signal(object)
    """A `store.search.Hit` somebody chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without an office."""
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._session: Session | None = None
        self.period: PeriodSelector | None = None
        self.office = ElidedLabel("Sổ Truyền Thông")
        self.office.setObjectName("office_name")
        self.search = SearchBox("Tìm trong cả sổ (Ctrl+K)", self._look)
        self.search.setMinimumWidth(theme.scaled(220))
        self.search.setMaximumWidth(theme.scaled(320))
        self.search.setEnabled(False)
        self.search.chosen.connect(self.found)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(
            theme.AROUND, theme.BETWEEN, theme.AROUND, theme.BETWEEN
        )
        self._row.setSpacing(theme.AROUND)
        self._row.addWidget(self.office, stretch=1)
        self._row.addWidget(self.search, stretch=1)

    def show_session(self, session: "Session") -> None:
        """Show an office's name and let its period be chosen."""
        from desktop.gui.widgets.period_selector import PeriodSelector

        self._session = session
        self.show_name()
        if self.period is not None:
            self._row.removeWidget(self.period)
            self.period.deleteLater()
        self.period = PeriodSelector(session.period)
        plan = session.plan
        self.period.set_years(plan.first_day.year, plan.last_day.year)
        self.period.changed.connect(session.set_period)
        session.period_changed.connect(self.period.set_period)
        self._row.insertWidget(1, self.period)
        self.search.setEnabled(True)

    def show_name(self) -> None:
        """Read the office's name anew."""
        if self._session is not None:
            office = self._session.agencies.get(self._session.preferences.agency)
            name = "" if office is None else office.name
            self.office.show_text(name)

    def _look(self, text: str) -> Sequence[Found]:
        if self._session is None:
            return ()
        from desktop.gui.global_search import look

        return look(self._session, text, MOST_FOUND)
