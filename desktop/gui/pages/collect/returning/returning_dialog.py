"""Send faulty forms back: what is wrong, what to write to the unit, the marked copy."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.help_key import answer_help_key
from desktop.gui.opening import open_path
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.forms.mark_form import Marked, MarkWords, mark_forms
from desktop.operations.outcome import Outcome
from desktop.operations.units.read_units import Units, read_units
from desktop.records.arrival import Arrival, CellFault
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording import form_faults, form_returns
from desktop.wording.periods import days_phrase

WIDTH, HEIGHT = 820, 660
WRITE, COPY = "&Ghi bản trả lại…", "&Chép lời nhắn"
_FOLDER = "Thư mục để ghi bản trả lại"


class ReturningDialog(QDialog):
    """One faulty form after the other, or one alone."""

    def __init__(
        self, session: Session, arrivals: Sequence[Arrival], parent: QWidget
    ) -> None:
        """Show the first; the day by which it is wanted comes from the worker."""
        super().__init__(parent)
        self._session = session
        self.arrivals = tuple(arrivals)
        self._until = ""
        self._typed: dict[int, str] = {}
        self._busy = False
        self.setWindowTitle("Trả lại biểu để đơn vị sửa")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = QLabel()
        self.message = MessageBar()
        self.choice = QComboBox()
        self.list = self._make_list()
        self.text = QPlainTextEdit()
        self.write_button = QPushButton(WRITE)
        self.copy_button = QPushButton(COPY)
        self.close_button = QPushButton("Đóng")
        self._lay_out()
        self._connect()
        self._show(0)
        self._ask_until()

    @property
    def current(self) -> Arrival:
        """Return the form that is shown."""
        return self.arrivals[max(self.choice.currentIndex(), 0)]

    def copy(self) -> None:
        """Put the text to the unit on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.message.say("Đã chép lời nhắn. Dán vào tin nhắn hoặc thư.")

    def write(self) -> None:
        """Ask for a folder and write every marked copy with its text into it."""
        if self._busy:
            return
        folder = self._session.ask.choose_folder(_FOLDER, purpose="returns")
        if folder is None:
            return
        self._busy = True
        self.write_button.setEnabled(False)
        many = [(one, self._words(at)) for at, one in enumerate(self.arrivals)]
        run(
            self._session,
            partial(mark_forms, self._session.store, many, folder),
            title="Lập bản trả lại",
            then=self._on_written,
            ended=self._on_ended,
        )

    def _words(self, at: int) -> MarkWords:
        one = self.arrivals[at]
        return MarkWords(
            author=self._office(),
            notes=tuple(form_faults.note(fault) for fault in one.faults),
            covering=self._typed.get(at) or self._covering(one),
            suffix=form_returns.SUFFIX,
            mended=form_returns.MENDED,
        )

    def _covering(self, arrival: Arrival) -> str:
        return form_returns.covering(
            arrival.faults,
            unit=self._unit(arrival),
            office=self._office(),
            file=arrival.own_name,
            period=days_phrase(
                arrival.period_code, arrival.first_day, arrival.last_day
            ),
            practice=self._session.preferences.practice,
            until=self._until if arrival.period_code == self._code() else "",
        )

    def _code(self) -> str:
        return self._session.period.code

    def _office(self) -> str:
        own = self._session.agencies.get(self._session.preferences.agency)
        return own.name if own else ""

    def _unit(self, arrival: Arrival) -> str:
        known = self._session.agencies.get(arrival.agency) if arrival.agency else None
        return known.name if known else arrival.sender_name

    def _make_list(self) -> ShortList:
        columns = (
            Column(heading="Trang", text=lambda one: one.sheet, weight=16),
            Column(heading="Ô", text=lambda one: one.cell, weight=7, whole=True),
            Column(heading="Nội dung", text=lambda one: one.label, weight=20),
            Column(
                heading="Vì sao",
                text=lambda one: (
                    f"{'–' if one.doubt else '▲'} {form_faults.wrong(one)}"
                ),
                weight=32,
                colour=lambda one: "" if one.doubt else "bad",
            ),
            Column(heading="Đề nghị", text=_wanted, weight=25),
        )
        model = ShortModel(columns, lambda one: f"{one.sheet}!{one.cell}", self)
        return ShortList(model, "Các ô cần xem lại", self)

    def _ask_until(self) -> None:
        session = self._session
        run(
            session,
            lambda progress: Outcome(
                read_units(session.store, session.period, progress)
            ),
            title="Đọc thời hạn",
            then=self._on_units,
        )

    # --- slots -------------------------------------------------------------------

    def _show(self, at: int) -> None:
        one = self.arrivals[at]
        self.list.model_.show_rows(form_faults.reading_order(one.faults))
        self.said.setText(
            f"{self._unit(one)}: {form_returns.summary(one.faults)} trong tệp "
            f"“{one.own_name}”. Tệp của đơn vị giữ nguyên; bản trả lại là một "
            "bản sao, chỉ thêm màu và ghi chú ở các ô này."
        )
        with QSignalBlocker(self.text):
            self.text.setPlainText(self._typed.get(at) or self._covering(one))

    def _on_typed(self) -> None:
        self._typed[max(self.choice.currentIndex(), 0)] = self.text.toPlainText()

    def _on_units(self, units: Units) -> None:
        last = units.due.last_day if units.due else None
        ahead = last is not None and last >= self._session.today
        self._until = format_date(last) if last and ahead else ""
        self._show(max(self.choice.currentIndex(), 0))

    def _on_written(self, made: tuple[Marked, ...]) -> None:
        folder = made[0].workbook.parent
        many = format_integer(len(made))
        self.message.say(
            f"Đã ghi {many} bản trả lại, lời nhắn cùng tên, vào “{folder.name}”: "
            f"{made[0].workbook.name}{'…' if len(made) > 1 else ''}",
            "Mở thư mục",
            lambda: open_path(self._session.ask, folder),
        )

    def _on_ended(self) -> None:
        self._busy = False
        self.write_button.setEnabled(True)

    # --- layout ------------------------------------------------------------------

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(self._show)
        self.text.textChanged.connect(self._on_typed)
        self.write_button.clicked.connect(self.write)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.reject)
        answer_help_key(self, "returning")
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self.copy)

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        self.said.setProperty("role", "quiet")
        chosen = QLabel("Đơ&n vị")
        chosen.setBuddy(self.choice)
        self.choice.setAccessibleName("Đơn vị")
        self.choice.addItems([self._unit(one) for one in self.arrivals])
        words = QLabel("&Lời nhắn gửi kèm")
        words.setBuddy(self.text)
        self.text.setAccessibleName("Lời nhắn gửi kèm")
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        row = QHBoxLayout()
        row.addWidget(chosen)
        row.addWidget(self.choice, stretch=1)
        column.addLayout(row)
        for widget in (chosen, self.choice):
            widget.setVisible(len(self.arrivals) > 1)
        column.addWidget(self.said)
        column.addWidget(self.message)
        column.addWidget(self.list, stretch=4)
        column.addWidget(words)
        column.addWidget(self.text, stretch=5)
        column.addLayout(self._buttons())
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), HEIGHT))

    def _buttons(self) -> QHBoxLayout:
        theme.make_primary(self.write_button)
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.write_button)
        for button in (self.close_button, self.copy_button, self.write_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
        return row


def _wanted(fault: CellFault) -> str:
    said = form_faults.to_write(fault)
    return f"{said[:1].upper()}{said[1:]}"
