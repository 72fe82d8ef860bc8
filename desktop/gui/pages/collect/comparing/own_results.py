"""What a unit itself counted of its targets, as its package tells."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.intake.sent_results import SentResult, SentResults
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_percent
from desktop.wording import arrivals

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.records.exchange_entries import SentTarget

TITLE: Final = "Chỉ tiêu đơn vị tự tính"
NOTE: Final = (
    "Số do {0} tự tính theo kế hoạch của mình, {1}, bản {2}, nhận ngày {3}; chỉ để "
    "đối chiếu, không cộng vào số của sổ này."
)
NOWHERE: Final = "Không có ở đây"
NONE: Final = "–"
WIDTH, HEIGHT = 900, 520


class OwnResultsDialog(QDialog):
    """One line for each target: theirs, what it is here, and what they counted."""

    def __init__(self, found: SentResults, parent: QWidget | None = None) -> None:
        """Show what one package tells."""
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.note = QLabel(_note(found))
        self.list = _list(self)
        self.list.model_.show_rows(found.results)
        self.close_button = QPushButton("Đóng")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.note.setProperty("role", "quiet")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        ending = QHBoxLayout()
        ending.addStretch(1)
        ending.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.note)
        column.addWidget(self.list, stretch=1)
        column.addLayout(ending)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))


def counted(
    value: "Decimal | None",
    parts: tuple["Decimal | None", "Decimal | None"],
    unit: str,
) -> str:
    """Return what was counted, as in reports: a percentage with what it is made of."""
    top, bottom = parts
    made = "" if top is None else format_decimal(top)
    if top is not None and bottom is not None:
        made = f"{made}/{format_decimal(bottom)}"
    if value is None:
        return made or NONE
    said = format_percent(value) if unit == "%" else format_decimal(value)
    return f"{said} ({made})" if made and made != said else said


def _in_period(one: "SentTarget") -> str:
    return counted(one.reached, (one.numerator, one.denominator), one.unit)


def _in_all(one: "SentTarget") -> str:
    return counted(one.all_reached, (one.all_numerator, one.all_denominator), one.unit)


def _note(found: SentResults) -> str:
    ret = found.ret
    period = arrivals.period_of(ret.period_code)
    version = f"{ret.version}, điều chỉnh {ret.slip}" if ret.slip else ret.version
    day = format_date(ret.received_at.date())
    return NOTE.format(ret.sender_name, period, version, day)


def _theirs(one: SentResult) -> str:
    said = f"{one.sent.code} {one.sent.label}".strip()
    return f"{said} ({one.sent.decision})" if one.sent.decision else said


def _list(parent: QWidget) -> ShortList:
    columns = (
        Column(heading="Chỉ tiêu của đơn vị", text=_theirs, weight=36),
        Column(
            heading="Ở đây là",
            text=lambda one: one.ours or NOWHERE,
            weight=30,
            colour=lambda one: "" if one.ours else "quiet",
        ),
        Column(heading="Đơn vị tính", text=lambda one: one.sent.unit, weight=12),
        Column(
            heading="Trong kỳ",
            text=lambda one: _in_period(one.sent),
            weight=18,
            number=True,
        ),
        Column(
            heading="Từ đầu kế hoạch",
            text=lambda one: _in_all(one.sent),
            weight=18,
            number=True,
        ),
    )
    model = ShortModel(columns, lambda one: str(one.sent.id))
    made = ShortList(model, TITLE, parent)
    model.setParent(made)
    made.keep_one_line()
    made.when_empty = "Gói của đơn vị không kể chỉ tiêu nào."
    return made
