"""Every unit that must report: how it stands in the period, and whom to remind."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.opening import open_path
from desktop.gui.pages.collect.units import reminding
from desktop.gui.pages.collect.units.reminder import reminder
from desktop.gui.pages.collect.units.unit_detail import UnitDetail
from desktop.gui.pages.collect.units.units_list import make_list, sentence
from desktop.gui.reading import Reading
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.letters.draft_letter import REMINDER
from desktop.operations.reports.read_report import export_folder
from desktop.operations.units.unit_states import UnitState, UnitStates, read_unit_states
from desktop.rules.numbers import format_integer
from desktop.wording import reminders
from desktop.wording.periods import period_phrase

COPY, WRITE = "Chép lời nhắc", "Soạn công văn đôn đốc"
MAIL, CALL, FORMS = "Soạn thư nhắc", "Ghi lần liên hệ", "Làm biểu"
SILENT = "%d đơn vị chưa có số liệu trong kỳ"
NOBODY = "Mọi đơn vị đã có số liệu: không cần nhắc ai."
KEYS = {COPY: "Ctrl+Shift+C", CALL: "Ctrl+Shift+G"}


class UnitsPane(QWidget):
    """The list, what is known of one unit, and what can be done about who owes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Lay out everything; the units come from the worker."""
        super().__init__(parent)
        self._session = session
        self.units = UnitStates(period=session.period, units=(), due=None)
        self.sentence = QLabel("Đang đọc số liệu của các đơn vị…")
        self.message = MessageBar()
        self.only_silent = QCheckBox("Chỉ đơn vị c&hưa có số liệu")
        self.copy_button = QPushButton(COPY)
        self.mail_button = QPushButton(f"{MAIL}…")
        self.call_button = QPushButton(f"{CALL}…")
        self.write_button = QPushButton(WRITE)
        self.forms_button = QPushButton(f"{FORMS}…")
        self.dialog: QDialog | None = None
        self._counted = QLabel()
        self.list = make_list(self)
        self.detail = UnitDetail(self)
        self.reading = Reading(self, session, read_unit_states)
        self._lay_out()
        self._connect()
        self.detail.show_unit(None, {})

    def open(self, what: object) -> None:
        """Go to one unit, by its id."""
        self.only_silent.setChecked(False)
        if self.list.select(str(what)):
            self.list.setFocus()

    @property
    def selected(self) -> tuple[UnitState, ...]:
        """Return the units selected."""
        rows = {index.row() for index in self.list.selectionModel().selectedRows()}
        return tuple(self.list.model_.rows[row] for row in sorted(rows))

    @property
    def chosen(self) -> tuple[UnitState, ...]:
        """Return the units selected; none selected, those that owe their report."""
        return self.selected or self.units.owing

    def copy_reminder(self) -> None:
        """Copy a text for each selected unit; none selected, one to all who owe."""
        if not self.chosen:
            self.message.say(NOBODY)
        elif not self.selected:
            self._copied(self._common(), len(self.chosen))
        else:
            store, units = self._session.store, self.selected
            by = reminding.asking(self._session)
            run(
                self._session,
                lambda progress: reminding.read_asked(store, units, by, progress),
                title=COPY,
                then=self._on_asked,
            )

    def write_mails(self) -> None:
        """Write a draft mail to each chosen unit, and open their folder."""
        if not self.chosen:
            self.message.say(NOBODY)
            return
        store, units = self._session.store, self.chosen
        by = reminding.asking(self._session)
        folder = export_folder(store) / reminding.FOLDER / self._session.period.code
        run(
            self._session,
            lambda progress: reminding.write_mails(store, units, by, folder, progress),
            title=MAIL,
            then=self._on_mailed,
        )

    def log_call(self) -> None:
        """Ask how the chosen units were reached, and log it."""
        from desktop.gui.pages.collect.units.call_dialog import CallDialog

        if self.chosen:
            self._open(CallDialog(self._session, self.chosen, self))
        else:
            self.message.say(NOBODY)

    def edit_contact(self) -> None:
        """Ask for the lines of the unit looked at."""
        from desktop.gui.pages.collect.units.contact_dialog import ContactDialog

        if (one := self.list.current) is not None:
            self._open(ContactDialog(self._session, one, self))

    def make_forms(self) -> None:
        """Go on to making the forms of the period."""
        from desktop.gui.pages.collect.forms.forms_desk import FormsDesk

        self._open(FormsDesk(self._session, self))

    def write_letter(self) -> None:
        """Go on to the letter to the units selected; none selected, to all late."""
        from desktop.gui.pages.report.addressed import Addressed

        units = tuple(one.agency.id for one in self.selected)
        self._session.place_wanted.emit("report", Addressed(REMINDER, units))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the list."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.list.setFocus()

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _common(self) -> str:
        """Return one text to everybody who owes, for a group of theirs."""
        by = reminding.asking(self._session)
        return reminder(
            self.units.owing,
            self._session.plan,
            period_phrase(self._session.period),
            by.office,
            self.units.due,
        )

    def _copied(self, text: str, many: int) -> None:
        QGuiApplication.clipboard().setText(text)
        self.message.say(
            f"Đã chép lời nhắc gửi {format_integer(many)} đơn vị. "
            "Dán vào tin nhắn hoặc thư."
        )

    def _connect(self) -> None:
        self.setFocusProxy(self.list)
        self.reading.arrived.connect(self._on_read)
        self.only_silent.toggled.connect(lambda _on: self._show())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._look())
        self.detail.contact_button.clicked.connect(self.edit_contact)
        for button, words, deed in (
            (self.forms_button, FORMS, self.make_forms),
            (self.write_button, WRITE, self.write_letter),
            (self.call_button, CALL, self.log_call),
            (self.mail_button, MAIL, self.write_mails),
            (self.copy_button, COPY, self.copy_reminder),
        ):
            button.clicked.connect(deed)
            key = KEYS.get(words, "")
            button.setAccessibleName(f"{words} ({key})" if key else words)
            action = QAction(button.text(), self)
            if key:
                action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(_deed, deed))
            self.addAction(action)

    def _lay_out(self) -> None:
        self.sentence.setProperty("role", "quiet")
        self.sentence.setWordWrap(True)
        self._counted.setProperty("role", "quiet")
        self.copy_button.setProperty("primary", True)
        self.only_silent.setAccessibleName("Chỉ đơn vị chưa có số liệu")
        self.copy_button.setToolTip(
            f"Mỗi đơn vị đang chọn một lời nhắc, có biểu, hạn và những chỗ phải sửa; "
            f"không chọn thì một lời nhắc chung ({KEYS[COPY]})"
        )
        self.write_button.setToolTip(f"{WRITE} gửi các đơn vị đã quá hạn")
        above = QHBoxLayout()
        above.setSpacing(theme.BETWEEN)
        above.addWidget(self.sentence, stretch=1)
        above.addWidget(self._counted)
        above.addWidget(self.only_silent)
        tools = QHBoxLayout()
        tools.setSpacing(theme.BETWEEN)
        tools.addStretch(1)
        for button in (
            self.forms_button,
            self.write_button,
            self.call_button,
            self.mail_button,
            self.copy_button,
        ):
            tools.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.BETWEEN, 0, 0)
        page.setSpacing(theme.BETWEEN)
        page.addLayout(above)
        page.addWidget(self.message)
        page.addLayout(tools)
        page.addWidget(self.list, stretch=1)
        page.addWidget(self.detail)

    def _on_read(self, units: UnitStates) -> None:
        self.units = units
        self.sentence.setText(sentence(units))
        many = len(units.owing)
        self._session.waiting.emit("collect", many, SILENT)
        self.write_button.setEnabled(bool(many))
        self._show()

    def _on_asked(self, many: tuple[reminders.Asked, ...]) -> None:
        self._copied(reminders.texts(many), len(many))

    def _on_mailed(self, made: tuple[Path, ...]) -> None:
        folder = made[0].parent
        self.message.say(
            f"Đã soạn {format_integer(len(made))} thư nhắc trong {folder}.",
            "Mở thư mục",
            partial(open_path, self._session.ask, folder),
        )

    def _on_closed(self, _code: int) -> None:
        self.dialog = None

    def _show(self) -> None:
        only = self.only_silent.isChecked()
        self.list.model_.show_rows(self.units.owing if only else self.units.units)
        self._count()
        self._look()

    def _look(self) -> None:
        self.detail.show_unit(self.list.current, self.units.rates)

    def _count(self) -> None:
        selected = len(self.list.selectionModel().selectedRows())
        many = format_integer(self.list.model_.rowCount())
        said = f"{many} đơn vị"
        self._counted.setText(f"{said}, đang chọn {selected}" if selected else said)


def _deed(deed: object, _checked: bool = False) -> None:
    if callable(deed):
        deed()
