"""Choose the kind of report or letter, and keep the period fitting it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.records.period import Deadline, Period
from desktop.rules.reports.kinds import KINDS, ReportKind, kind_named, periods_of
from desktop.store import records

if TYPE_CHECKING:
    from desktop.gui.session import Session

AD_HOC = "report-ad-hoc"
"""What speaks of days no other kind speaks of."""


class KindBox(QComboBox):
    """Reports first, then letters; a kind brings the period it speaks of."""

    kind_changed = Signal(str)
    """Code of the kind now shown, whoever chose it."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Show the kind that fits the period on screen."""
        super().__init__(parent)
        self._session = session
        self.setAccessibleName("Loại báo cáo")
        self.setToolTip("Chọn loại báo cáo hoặc công văn")
        self._fill()
        self._show(self._fitting(session.period))
        self.activated.connect(self._on_chosen)
        session.period_changed.connect(self.follow)

    @property
    def kind(self) -> ReportKind:
        """Return the kind chosen."""
        return kind_named(str(self.currentData()))

    def choose(self, code: str) -> None:
        """Show a kind as if somebody had chosen it."""
        self._show(code)
        self._on_chosen()

    def follow(self, period: Period) -> None:
        """Show the kind that speaks of a period, unless the one shown does."""
        code = self._fitting(period)
        if code != self.currentData():
            self._show(code)
            self.kind_changed.emit(code)

    def periods(self, kind: ReportKind) -> tuple[Period, ...]:
        """Return the periods a kind speaks of in the plan's years."""
        session = self._session
        deadlines = records.find(
            session.store.reader, Deadline, where={"plan": session.plan.id}
        )
        return periods_of(kind, session.plan, None, deadlines)

    def _fill(self) -> None:
        from desktop.files.templates import load_template

        letters = False
        for kind in KINDS:
            if kind.letter and not letters:
                self.insertSeparator(self.count())
            letters = kind.letter
            self.addItem(load_template(kind.code).name, kind.code)
        self.setMaxVisibleItems(self.count())

    def _show(self, code: str) -> None:
        self.setCurrentIndex(self.findData(code))

    def _fitting(self, period: Period) -> str:
        """Return the code of a kind that speaks of a period; the one shown, if it may.

        Half-years and years are known by their codes, however they are cut.
        """
        shown = kind_named(str(self.currentData()))
        if shown.letter or self._speaks(shown, period):
            return shown.code
        speaking = (
            one for one in KINDS if not one.letter and self._speaks(one, period)
        )
        found = next(speaking, None)
        return AD_HOC if found is None else found.code

    def _speaks(self, kind: ReportKind, period: Period) -> bool:
        from desktop.rules.reports.kinds import SpanKind, fits

        usual = kind.spans[0]
        if usual in {SpanKind.YEAR, SpanKind.HALF_YEAR}:
            return fits(kind, period, self._session.plan)
        if usual is SpanKind.TYPED:
            # It may speak of anything; of a year only when somebody asked for it.
            return kind.code == self.currentData() and not kind.letter
        days = {(one.first_day, one.last_day) for one in self.periods(kind)}
        return (period.first_day, period.last_day) in days

    def _on_chosen(self) -> None:
        kind = self.kind
        found = self.periods(kind)
        period = self._session.period
        if found and not kind.letter and not self._speaks(kind, period):
            self._session.set_period(_nearest(found, period, self._session))
        self.kind_changed.emit(kind.code)


def _nearest(found: tuple[Period, ...], period: Period, session: "Session") -> Period:
    """Return the period that holds the day one speaks of now, or the last one."""
    day = min(period.last_day, max(session.today, period.first_day))
    holding = (one for one in found if one.first_day <= day <= one.last_day)
    return next(holding, found[-1])
