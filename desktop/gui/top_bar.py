"""Show above every page: whose book this is, of which period, and the search."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.gui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from desktop.gui.global_search import GlobalSearch
    from desktop.gui.session import Session
    from desktop.gui.widgets.period_selector import PeriodSelector
    from desktop.records.period import Period
    from desktop.store.store import Store

_LEAST_SEARCH = 140
"""Pixels at 100 %; with the largest letters the bar still fits beside the rail."""


class TopBar(QFrame):
    """The office's name, the period selector and the global search."""

    found = Signal(object)
    """A `global_search.Goal` somebody chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without an office."""
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._session: Session | None = None
        self.period: PeriodSelector | None = None
        self._regime = ""
        self.office = ElidedLabel("Sổ Truyền Thông")
        self.office.setObjectName("office_name")
        self.search = SearchBox("Tìm trong cả sổ (Ctrl+K)")
        self.search.setMinimumWidth(theme.scaled(_LEAST_SEARCH))
        self.search.setMaximumWidth(theme.scaled(320))
        self.search.setEnabled(False)
        self._finder: GlobalSearch | None = None
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
        from desktop.operations.periods.read_periods import with_closing

        self._session = session
        self.show_name()
        if self.period is not None:
            self._row.removeWidget(self.period)
            self.period.deleteLater()
        self._regime = session.preferences.regime
        self.period = PeriodSelector(
            session.period, regimes=session.regimes, regime=self._regime
        )
        self.period.close_as_planned = partial(with_closing, session.store)
        self.period.doubt_of = partial(_doubt, session.store)
        self.period.set_plan(session.plan.first_day, session.plan.last_day)
        self.period.changed.connect(session.set_period)
        self.period.regime_chosen.connect(self._on_regime)
        session.preferences_changed.connect(self._on_preferences)
        session.period_changed.connect(self.period.set_period)
        self._row.insertWidget(1, self.period)
        self._search_in(session)

    def close_session(self) -> None:
        """Look nowhere any more, before the office is closed."""
        self.search.setEnabled(False)
        if self._finder is not None:
            self._finder.close()
            self._finder.deleteLater()
            self._finder = None

    def show_name(self) -> None:
        """Read the office's name anew, and the years of the plan it works by."""
        if self._session is not None:
            plan = self._session.plan
            if self.period is not None:
                self.period.set_years(plan.first_day.year, plan.last_day.year)
            office = self._session.agencies.get(self._session.preferences.agency)
            name = "" if office is None else office.name
            self.office.show_text(name)

    def _on_regime(self, code: str) -> None:
        """Let the office cut its years so from now on."""
        if self._session is None or self._session.preferences.regime == code:
            return
        from desktop.operations.offices.set_preferences import set_preferences

        self._regime = code
        store = self._session.store
        wanted = replace(self._session.preferences, regime=code)
        self._session.start(
            lambda _progress: set_preferences(store, wanted), initiator=self
        )

    def _on_preferences(self) -> None:
        """Follow the plan and the regime, changed here, elsewhere, or taken back."""
        if self._session is None or self.period is None:
            return
        plan, regime = self._session.plan, self._session.preferences.regime
        self.period.set_plan(plan.first_day, plan.last_day)
        if regime != self._regime:
            self._regime = regime
            self.period.follow_regime(regime)

    def _search_in(self, session: "Session") -> None:
        from desktop.gui.global_search import GlobalSearch

        self.close_session()
        self._finder = GlobalSearch(session, self.search)
        self._finder.found.connect(self.found)
        self.search.setEnabled(True)


def _doubt(store: "Store", period: "Period") -> str:
    """Return what is doubtful about the day on which a period is closed."""
    from desktop.operations.periods.read_periods import closing_doubts
    from desktop.wording.problems import sentence

    return " ".join(sentence(one) for one in closing_doubts(store, period))
