"""Let the last day of an event follow its first, while nobody wrote it."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.gui.forms.fields import Editor
from desktop.rules.cell_edits import end_of

_FIRST, _LAST = "first_day", "last_day"


class LastDay(QObject):
    """The two days of one form; of a form without them, nothing."""

    def __init__(self, editors: Mapping[str, Editor], parent: QObject) -> None:
        """Follow from the first key on."""
        super().__init__(parent)
        self._first, self._last = editors.get(_FIRST), editors.get(_LAST)
        self._shown: tuple[dt.date, dt.date] | None = None
        self._following = False
        if self._first is not None and self._last is not None:
            self._first.changed.connect(self._on_first)
            self._last.changed.connect(self._on_last)

    def begin(self) -> None:
        """Follow from the days now shown, which nobody wrote yet."""
        first, last = self._day(self._first), self._day(self._last)
        self._shown = None if first is None or last is None else (first, last)

    def _on_first(self) -> None:
        first = self._day(self._first)
        if self._shown is None or first is None or self._last is None:
            return
        self._following = True
        self._last.set_value(end_of(*self._shown, first))
        self._following = False

    def _on_last(self) -> None:
        if not self._following:
            self._shown = None

    def _day(self, editor: Editor | None) -> dt.date | None:
        value = None if editor is None else editor.value()
        return value if isinstance(value, dt.date) else None
