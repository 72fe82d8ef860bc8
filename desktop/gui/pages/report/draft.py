"""Write what only a person can say in a report, kept while one types."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.date_field import DateField
from desktop.operations import keep_draft
from desktop.operations.draft_report import DEFAULT_KIND, Request
from desktop.rules.calendar import period_name
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.outcome import Outcome
    from desktop.progress import Progress
    from desktop.records.period import Period
    from desktop.records.template import ReportTemplate, SectionTemplate
    from desktop.store.store import Store

REGISTER = "report"
"""What drafts of reports are kept under, among those of the registers."""
PAUSE = 2_000
"""Milliseconds after the last key before what was typed is kept."""
_LINES = 4


def draft_id(period: "Period") -> str:
    """Return the id under which the draft of a period's report is kept."""
    return f"{REGISTER}/{DEFAULT_KIND}/{period_name(period)}"


def written_by_hand(
    template: "ReportTemplate",
) -> Iterator[tuple[str, "SectionTemplate"]]:
    """Yield the sections an officer writes into, and their places."""
    top = ""
    for section in template.sections:
        top = section.number if section.level == 1 else top
        if section.by_hand:
            alone = section.level == 1
            yield section.number if alone else f"{top}.{section.number}", section


class DraftForm(QScrollArea):
    """Number, date, and the officer's own words of one period's report."""

    changed = Signal()
    """Somebody typed."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Lay out the fields; `show_period` fills them."""
        super().__init__(parent)
        self._session = session
        self._period = session.period
        self._filling = self._unkept = False
        self.number = QLineEdit()
        self.number.setMaxLength(20)
        self.date = DateField(today=lambda: session.today)
        self.texts: dict[str, QPlainTextEdit] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("Phần do người soạn viết")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.number.textEdited.connect(self._on_typed)
        self.date.changed.connect(self._on_typed)
        self.show_period(session.period)

    @property
    def request(self) -> Request:
        """Return the report asked for, with everything written so far."""
        return Request(
            period=self._period,
            period_words=period_phrase(self._period),
            number=self.number.text().strip(),
            dated=self.date.value,
            texts={
                place: text
                for place, field in self.texts.items()
                if (text := field.toPlainText().strip())
            },
        )

    @property
    def readable(self) -> bool:
        """Tell whether the date is one, or blank; else put the cursor there."""
        if not self.date.problem:
            return True
        self.date.setFocus()
        return False

    def show_period(self, period: "Period") -> None:
        """Keep what was typed for the last period, and show what was for this."""
        self.keep()
        self._period = period
        self.date.default_year = period.first_day.year
        wanted = draft_id(period)
        kept = keep_draft.kept(self._session.store)
        draft = next((each for each in kept if each.id == wanted), None)
        self._fill({} if draft is None else draft.values)

    def keep(self) -> None:
        """Keep what was typed now, if anything was since the last time."""
        if not self._unkept:
            return
        self._unkept = False
        self._pause.stop()
        work = partial(
            _keep, self._session.store, draft_id(self._period), self._values()
        )
        self._session.start(work, initiator=self)

    def _values(self) -> dict[str, object]:
        texts = {place: field.toPlainText() for place, field in self.texts.items()}
        return {"number": self.number.text(), "date": self.date.text(), "texts": texts}

    def _fill(self, values: dict[str, object]) -> None:
        self._filling = True
        self.number.setText(str(values.get("number", "")))
        self.date.setText(str(values.get("date", "")))
        texts = values.get("texts")
        for place, field in self.texts.items():
            said = texts.get(place, "") if isinstance(texts, dict) else ""
            field.setPlainText(str(said))
        self._filling = False

    def _on_typed(self) -> None:
        if not self._filling:
            self._unkept = True
            self._pause.start()
            self.changed.emit()

    def _lay_out(self) -> None:
        from desktop.files.templates import load_template

        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.BETWEEN, 0)
        column.setSpacing(theme.INSIDE)
        column.addLayout(self._head())
        for place, section in written_by_hand(load_template(DEFAULT_KIND)):
            column.addSpacing(theme.BETWEEN)
            for part in self._section(place, section):
                column.addWidget(part)
        column.addStretch()
        self.setWidget(inside)

    def _head(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.AROUND)
        grid.setVerticalSpacing(theme.INSIDE)
        for column, (words, field, width) in enumerate(
            (("Số &báo cáo", self.number, 130), ("&Ngày ban hành", self.date, 170))
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            field.setFixedWidth(theme.scaled(width))
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        hint = _quiet("Để trống thì bản in chừa chỗ cho văn thư ghi.")
        grid.addWidget(hint, 1, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _section(
        self, place: str, section: "SectionTemplate"
    ) -> tuple[QLabel, QPlainTextEdit]:
        heading = section.heading
        heading = heading.capitalize() if heading.isupper() else heading
        label = QLabel(f"{place}. {heading}")
        field = QPlainTextEdit()
        label.setBuddy(field)
        field.setAccessibleName(label.text())
        field.setPlaceholderText(f"Để trống thì in: “{section.empty}”")
        field.setTabChangesFocus(True)
        line = field.fontMetrics().lineSpacing()
        field.setFixedHeight(line * _LINES + theme.AROUND)
        field.textChanged.connect(self._on_typed)
        self.texts[place] = field
        return label, field


def _keep(
    store: "Store", wanted: str, values: dict[str, object], _progress: "Progress"
) -> "Outcome[object]":
    from desktop.operations.outcome import Outcome

    return Outcome(keep_draft.keep(store, wanted, REGISTER, values).value)


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label
