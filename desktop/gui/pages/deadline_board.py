"""The board of deadlines: one line each, with clocks that tick by the minute.

Above them stand certificates and lists of revoked ones that must be renewed now.
"""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.pages import board_words
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.periods.read_deadlines import Due
from desktop.records.ending import Ending

WHEN = 1
"""Column of the last day and of what is left."""

_MINUTE = 60


class DeadlineBoard(ShortList):
    """Who owes what until when; the earliest first and marked."""

    def __init__(self, now: Callable[[], dt.datetime], parent: QWidget) -> None:
        """Begin without deadlines; `now` tells the office's own time."""
        self._now = now
        self._shown_at = now()
        columns = (
            Column(
                heading="Việc, ai gửi ai",
                text=board_words.owed,
                weight=50,
                tip=self._tip,
            ),
            Column(
                heading="Hạn",
                text=lambda row: board_words.when(row, self._shown_at),
                weight=38,
                colour=lambda row: board_words.colour(row, self._shown_at),
                tip=self._tip,
            ),
            Column(
                heading="Đã có",
                text=board_words.units,
                weight=12,
                number=True,
                tip=self._tip,
            ),
        )
        model = ShortModel(columns, lambda row: row.key)
        super().__init__(model, "Thời hạn báo cáo", parent)
        model.setParent(self)
        self.choose_by_click()
        self.when_empty = "Kế hoạch không nêu thời hạn báo cáo."
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self.tick)

    def show_dues(self, dues: Sequence[Due], endings: Sequence[Ending] = ()) -> None:
        """Show these deadlines as of now, below what must be renewed."""
        self._shown_at = self._now()
        self.model_.show_rows((*endings, *dues))
        self._wait()

    def tick(self) -> None:
        """Reckon anew what is left; nothing moves, and nothing is read."""
        self._shown_at = self._now()
        clocks = [n for n, row in enumerate(self.model_.rows) if _runs(row)]
        for row in clocks:
            index = self.model_.index(row, WHEN)
            self.viewport().update(self.visualRect(index))
        self._wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on ticking when one looks again."""
        super().showEvent(event)
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop ticking while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    def _wait(self) -> None:
        """Sleep until the next minute begins, where a clock runs at all."""
        if self.isVisible() and any(map(_runs, self.model_.rows)):
            second = self._shown_at.second
            self._minute.start((_MINUTE - second) * 1000)
        else:
            self._minute.stop()

    def _tip(self, row: board_words.Shown) -> str:
        return board_words.tip(row, self._shown_at)


def _runs(row: board_words.Shown) -> bool:
    """Tell whether a clock runs for a row: a request that waits for an answer."""
    return isinstance(row, Due) and row.until is not None
