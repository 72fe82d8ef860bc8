"""One file of the tray: whose it is, why it lies where it does, what it would do."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.collect.tray import tray_words
from desktop.gui.pages.collect.tray.row_list import RowList
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.intake.unlocking import can_be_opened
from desktop.records.arrival import Arrival, Fate, Sorting
from desktop.records.exchange import Mapping
from desktop.records.returns import ReturnKind
from desktop.rules.intake.statements import counted
from desktop.rules.numbers import format_integer
from desktop.store import records
from desktop.wording import arrivals, form_faults

_SIGNED = frozenset({"pdf", "no_form", "not_form", "form_unknown"})
"""Reasons of what is nothing to the tray and may carry a signature all the same."""
_COUNTED = frozenset(
    {
        Sorting.READY,
        Sorting.TO_FIX,
        Sorting.TO_MAP,
        Sorting.OTHER_PERIOD,
        Sorting.HELD,
    }
)
"""Groups of files that may still be taken in: their entries are worth counting."""


SETTLED = "settled"
"""Code of the deed that shows names settled before."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done with one file."""

    code: str
    """`return`, `map`, `settled`, `unlock`, `verify` or `leave_out`."""
    verb: str
    fits: Callable[[Arrival], bool]


def _is_known_package(arrival: Arrival) -> bool:
    """Tell whether a package was read, and asks for no name any more."""
    read = arrival.kind is ReturnKind.PACKAGE and arrival.agency is not None
    return read and not arrival.unmapped


def may_be_signed(arrival: Arrival) -> bool:
    """Tell whether there may be a signature to check in a file, as it lies here."""
    strange = any(one[:1] and one[0] in _SIGNED for one in arrival.reasons)
    return bool(arrival.sha256) and (arrival.kind is not None or strange)


DEEDS = (
    Deed(
        "return",
        "Lậ&p phiếu trả lại…",
        lambda one: one.kind is ReturnKind.FORM and one.sorting is Sorting.TO_FIX,
    ),
    Deed("map", "Đối chiế&u tên…", lambda one: bool(one.unmapped)),
    Deed(SETTLED, "Tên đã đối chiế&u…", _is_known_package),
    Deed("unlock", "&Mở khóa…", can_be_opened),
    Deed("verify", "K&iểm tra chữ ký", may_be_signed),
    Deed("leave_out", "&Bỏ khỏi khay", lambda _one: True),
)


class FileDetail(QWidget):
    """Shown below the list; what cannot be done with the file is not offered."""

    wanted = Signal(str)
    """Code of what is to be done with the file shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self._session = session
        self.arrival: Arrival | None = None
        self.heading = QLabel()
        self.why = QLabel()
        self.counts = QLabel()
        for label in (self.heading, self.why, self.counts):  # names are a sender's
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.rows = RowList(self)
        self.faults = _fault_list(self)
        self.stack = QStackedWidget()
        self.switch = QPushButton()
        self.buttons = {one.code: QPushButton(one.verb) for one in DEEDS}
        self._lay_out()
        self.switch.clicked.connect(self._on_switch)
        for one in DEEDS:
            self.buttons[one.code].clicked.connect(
                lambda _checked=False, code=one.code: self.wanted.emit(code)
            )

    def show_file(
        self, arrival: Arrival | None, is_theirs: Callable[[str], bool]
    ) -> None:
        """Show one file, or none; what cannot be taken in would change nothing."""
        other = arrival is None or self.arrival is None or arrival != self.arrival
        self.arrival = arrival
        self.setVisible(arrival is not None)
        if arrival is None:
            return
        self.heading.setText(self._heading(arrival))
        self.why.setText(
            arrivals.reasons(arrival) or arrivals.sorting_hint(arrival.sorting)
        )
        self.counts.setText(_counted(arrival, is_theirs))
        self.counts.setVisible(
            bool(arrival.counts.seen) and arrival.sorting in _COUNTED
        )
        shown = arrival if arrival.sorting in _COUNTED else replace(arrival, rows=())
        self.rows.when_empty = tray_words.no_changes(arrival)
        self.rows.show_arrival(shown, is_theirs)
        self.faults.model_.show_rows(arrival.faults)
        if other:
            self._show_part(faults=bool(arrival.faults) and not _changes(arrival))
        for deed in DEEDS:
            self.buttons[deed.code].setVisible(self._fits(deed, arrival))

    def _fits(self, deed: Deed, arrival: Arrival) -> bool:
        """Tell whether a deed is offered; names that were settled only where any is."""
        if not deed.fits(arrival):
            return False
        return deed.code != SETTLED or bool(
            records.count(self._session.store.reader, Mapping)
        )

    def _heading(self, arrival: Arrival) -> str:
        unit = self._session.agency_name(arrival.agency) or arrival.sender_name
        version = f"bản {arrival.version}" if arrival.version else ""
        slip = f"điều chỉnh số {arrival.slip}" if arrival.slip else ""
        parts = (unit, _days(arrival), version, slip, arrival.name)
        return " · ".join(part for part in parts if part)

    def _show_part(self, *, faults: bool) -> None:
        self.stack.setCurrentWidget(self.faults if faults else self.rows)
        arrival = self.arrival
        both = arrival is not None and bool(arrival.faults) and bool(arrival.rows)
        self.switch.setVisible(both)
        fix = arrival is not None and arrival.sorting is Sorting.TO_FIX
        cells = "&Xem ô cần sửa" if fix else "&Xem ô đáng ngờ"
        self.switch.setText("&Xem thay đổi" if faults else cells)
        self.switch.setAccessibleName(self.switch.text().replace("&", ""))

    def _on_switch(self) -> None:
        self._show_part(faults=self.stack.currentWidget() is self.rows)

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "quiet")
        self.heading.setWordWrap(True)
        self.why.setWordWrap(True)
        self.counts.setProperty("role", "quiet")
        self.stack.addWidget(self.rows)
        self.stack.addWidget(self.faults)
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        self.counts.setWordWrap(True)
        row.addWidget(self.counts, stretch=1)
        row.addStretch()  # without counts the buttons stay at the right
        row.addWidget(self.switch)
        for deed in DEEDS:
            button = self.buttons[deed.code]
            button.setAccessibleName(deed.verb.replace("&", ""))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.BETWEEN, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self.heading)
        column.addWidget(self.why)
        column.addWidget(self.stack, stretch=1)
        column.addLayout(row)
        self.hide()


def _changes(arrival: Arrival) -> bool:
    """Tell whether what it would do is what one looks at first."""
    return arrival.sorting is not Sorting.TO_FIX and bool(arrival.rows)


def _days(arrival: Arrival) -> str:
    if arrival.first_day is None or arrival.last_day is None:
        return ""
    return arrivals.period_of(arrival.period_code)


def _counted(arrival: Arrival, is_theirs: Callable[[str], bool]) -> str:
    same = sum(row.fate is Fate.SAME for row in arrival.rows)
    keep = {one.row_id for one in arrival.rows if not is_theirs(one.row_id)}
    said = arrivals.counted(counted(arrival, frozenset(keep)))
    if arrival.sorting is Sorting.READY and same:
        return f"{said} (không hiện {format_integer(same)} mục không đổi)"
    return said


def _fault_list(parent: QWidget) -> ShortList:
    columns = (
        Column(heading="Trang", text=lambda one: one.sheet, weight=16),
        Column(heading="Ô", text=lambda one: one.cell, weight=7, whole=True),
        Column(heading="Nội dung", text=lambda one: one.label, weight=22),
        Column(
            heading="Vì sao",
            text=lambda one: f"{'–' if one.doubt else '▲'} {form_faults.wrong(one)}",
            weight=55,
            colour=lambda one: "" if one.doubt else "bad",
        ),
    )
    model = ShortModel(columns, lambda one: f"{one.sheet}!{one.cell}/{one.code}")
    made = ShortList(model, "Ô cần sửa", parent)
    model.setParent(made)
    made.keep_one_line()
    return made
