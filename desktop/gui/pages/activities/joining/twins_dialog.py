"""Go through the entries of a period that may be there twice."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DesktopError
from desktop.gui import theme
from desktop.gui.forms.comparison import Comparison
from desktop.gui.jobs import Job, Work
from desktop.gui.pages.activities.joining.join_dialog import JoinDialog
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.steps import offer
from desktop.gui.tables.kinds import record_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries.find_twins import LikelyPair, find_pairs
from desktop.operations.entries.remove_entry import remove
from desktop.operations.outcome import Outcome
from desktop.records.activity import Activity
from desktop.records.register import Register
from desktop.rules.entry import title_of
from desktop.rules.numbers import format_integer
from desktop.rules.twins import Sign
from desktop.wording import twins

WIDTH, HEIGHT = 900, 640


class TwinsDialog(QDialog):
    """Pairs above, both entries of the current one below, and what can be done."""

    amend_wanted = Signal(object)
    """An entry is to be opened."""

    def __init__(self, session: Session, names: Names, parent: QWidget) -> None:
        """Look through the period everything on screen speaks of."""
        super().__init__(parent)
        self._session = session
        self._names = names
        self._job: Job | None = None
        self._different: set[tuple[str, str]] = set()
        self.setWindowTitle("Rà trùng")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = MessageBar()
        self.said = QLabel()
        self.said.setProperty("role", "quiet")
        self.said.setWordWrap(True)
        self.list = self._make_list()
        self.comparison = Comparison()
        self.join_button = _button("&Cùng một sự kiện…", self.join)
        self.different_button = _button("&Khác nhau", self.set_apart)
        self.first_button = _button("Xóa mục thứ &nhất", lambda: self.remove(0))
        self.second_button = _button("Xóa mục thứ &hai", lambda: self.remove(1))
        self.open_button = _button("&Sửa mục thứ nhất", self.amend)
        self._lay_out()
        session.jobs.changed.connect(self._on_changed)
        self.read()

    @property
    def pairs(self) -> tuple[LikelyPair, ...]:
        """Return the pairs still shown."""
        return self.list.model_.rows

    @property
    def current(self) -> LikelyPair | None:
        """Return the pair one is on, or None."""
        found: LikelyPair | None = self.list.current
        return found

    def read(self) -> None:
        """Look for pairs again, away from the window's own thread."""
        if self._job is not None:
            self._job.cancel()
        session, period = self._session, self._session.period
        self.said.setText("Đang so các mục của kỳ với nhau …")
        self._job = Job(
            lambda progress: Outcome(find_pairs(session.store, period, progress)),
            title="Rà trùng",
            initiator=self,
        )
        self._job.succeeded.connect(self._on_found)
        session.jobs.start(self._job)

    def set_apart(self) -> None:
        """Leave the current pair out: it is two events."""
        pair = self.current
        if pair is not None:
            self._different.add(_key(pair))
            self._show(self.pairs)

    def join(self) -> None:
        """Join both entries as one event; which is counted is asked."""
        pair = self.current
        if pair is None:
            return
        both = (pair.first, pair.second)
        dialog = JoinDialog(self._session, self._register(pair.first), both, self)
        dialog.done_.connect(
            lambda _joining: offer(
                self._session, "Đã ghép thành sự kiện chung", self.message
            )
        )
        dialog.open()

    def remove(self, which: int) -> None:
        """Remove one of the two; it can be taken back."""
        pair = self.current
        if pair is None:
            return
        doomed = (pair.first, pair.second)[which]
        cls, title = record_of(self._register(doomed)), title_of(doomed)
        store = self._session.store
        self._do(
            lambda _progress: remove(store, cls, (str(doomed.id),), title),
            f"Đã xóa: {title}",
        )

    def amend(self) -> None:
        """Close, and open the first entry."""
        pair = self.current
        if pair is not None:
            self.accept()
            self.amend_wanted.emit(pair.first)

    def _do(self, work: Work, done: str) -> None:
        job = Job(work, title=done, initiator=self)
        job.succeeded.connect(lambda _value: offer(self._session, done, self.message))
        job.failed.connect(self._on_failed)
        self._session.jobs.start(job)

    def _make_list(self) -> ShortList:
        columns = [
            Column(heading="Mục thứ nhất", text=self._first, weight=36),
            Column(heading="Mục thứ hai", text=self._second, weight=36),
            Column(heading="Giống nhau", text=_why, weight=24),
        ]
        model = ShortModel(columns, lambda pair: "/".join(_key(pair)), self)
        made = ShortList(model, "Các cặp có thể trùng", self)
        made.when_empty = "Kỳ này không có mục nào giống nhau."
        made.selectionModel().currentRowChanged.connect(self._on_current)
        return made

    def _lay_out(self) -> None:
        title = QLabel("Rà trùng")
        title.setProperty("role", "title")
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.list)
        halves.addWidget(self.comparison)
        halves.setSizes([220, 280])
        halves.setChildrenCollapsible(False)
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        for button in (
            self.join_button,
            self.different_button,
            self.first_button,
            self.second_button,
            self.open_button,
        ):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(_button("Đóng", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(title)
        column.addWidget(self.said)
        column.addWidget(self.message)
        column.addWidget(halves, stretch=1)
        column.addLayout(row)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), HEIGHT))
        self._on_current()

    def _register(self, record: Any) -> Register:  # noqa: ANN401  of any register
        kind = str(record.kind) if isinstance(record, Activity) else ""
        cls = type(record)
        return next(
            one
            for one in self._session.registers
            if record_of(one) is cls and one.kind == kind
        )

    def _first(self, pair: LikelyPair) -> str:
        return self._called(pair.first)

    def _second(self, pair: LikelyPair) -> str:
        return self._called(pair.second)

    def _called(self, record: Any) -> str:  # noqa: ANN401  of any register
        agency = self._session.agency_name(record.agency)
        return twins.called(record, agency, twins.days_of(record))

    def _show(self, pairs: Iterable[LikelyPair]) -> None:
        left = [pair for pair in pairs if _key(pair) not in self._different]
        row = max(self.list.currentIndex().row(), 0)
        self.list.model_.show_rows(left)
        count = format_integer(len(left))
        told = f"{count} cặp có thể là một; chương trình không tự gộp." if left else ""
        self.said.setText(told or "Kỳ này không có mục nào giống nhau.")
        if left:
            self.list.selectRow(min(row, len(left) - 1))
        self._on_current()

    def _on_found(self, pairs: tuple[LikelyPair, ...]) -> None:
        self._job = None
        self._show(pairs)

    def _on_current(self, *_: object) -> None:
        pair = self.current
        for button in (
            self.different_button,
            self.first_button,
            self.second_button,
            self.open_button,
        ):
            button.setEnabled(pair is not None)
        shared = pair is not None and Sign.OTHER_AGENCY in pair.pair.why
        self.join_button.setEnabled(shared)
        self.comparison.setVisible(pair is not None)
        if pair is not None:
            register = self._register(pair.first)
            self.comparison.compare(register, self._names, pair.first, pair.second)

    def _on_changed(self, _touched: object, _initiator: object) -> None:
        self.read()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DesktopError):
            show_error(self._session, error)
        else:
            self._session.jobs.unheard.emit(error)


def _why(pair: LikelyPair) -> str:
    return twins.why(pair.pair.why)


def _key(pair: LikelyPair) -> tuple[str, str]:
    return (str(pair.first.id), str(pair.second.id))


def _button(words: str, call: Any) -> QPushButton:  # noqa: ANN401  any slot
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setAccessibleName(words.replace("&", "").removesuffix("…"))
    button.clicked.connect(lambda _checked=False: call())
    return button
