"""Every unit that must report: how it stands in the period, and whom to remind."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages import deadline_words
from desktop.gui.pages.collect.units.reminder import reminder
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.draft_letter import REMINDER
from desktop.operations.read_units import Unit, Units, read_units
from desktop.records.agency import UnitPlan
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording.periods import period_phrase

COPY, WRITE = "Chép lời nhắc", "Soạn công văn đôn đốc"
SILENT = "%d đơn vị chưa có số liệu trong kỳ"


class UnitsPane(QWidget):
    """Every unit that must report, with what it has entered."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Lay out everything; the units come from the worker."""
        super().__init__(parent)
        self._session = session
        self.units = Units(units=(), due=None)
        self.sentence = QLabel("Đang đọc số liệu của các đơn vị…")
        self.message = MessageBar()
        self.only_silent = QCheckBox("Chỉ đơn vị c&hưa có số liệu")
        self.only_silent.setAccessibleName("Chỉ đơn vị chưa có số liệu")
        self.copy_button = QPushButton(COPY)
        self.write_button = QPushButton(WRITE)
        self.list = self._make_list()
        self.reading = Reading(self, session, read_units)
        self._lay_out()
        self.reading.arrived.connect(self._on_read)
        self.only_silent.toggled.connect(lambda _on: self._show())
        self.copy_button.clicked.connect(self.copy_reminder)
        self.write_button.clicked.connect(self.write_letter)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._count())

    def open(self, what: object) -> None:
        """Go to one unit, by its id."""
        self.only_silent.setChecked(False)
        if self.list.select(str(what)):
            self.list.setFocus()

    @property
    def chosen(self) -> tuple[Unit, ...]:
        """Return the units selected; none selected, those without figures."""
        rows = {index.row() for index in self.list.selectionModel().selectedRows()}
        if not rows:
            return self.units.silent
        return tuple(self.list.model_.rows[row] for row in sorted(rows))

    def copy_reminder(self) -> None:
        """Put a reminder to the chosen units on the clipboard."""
        units = self.chosen
        if not units:
            self.message.say("Mọi đơn vị đã có số liệu: không cần nhắc ai.")
            return
        session = self._session
        due = self.units.due
        own = session.agencies.get(session.preferences.agency)
        text = reminder(
            units,
            session.plan,
            period_phrase(session.period),
            own.name if own else "",
            due.last_day if due else None,
        )
        QGuiApplication.clipboard().setText(text)
        self.message.say(
            f"Đã chép lời nhắc gửi {format_integer(len(units))} đơn vị. "
            "Dán vào tin nhắn hoặc thư."
        )

    def write_letter(self) -> None:
        """Go on to the letter that reminds every unit without figures."""
        self._session.place_wanted.emit("report", REMINDER)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the list."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.list.setFocus()

    def _make_list(self) -> ShortList:
        columns = (
            Column(heading="Đơn vị", text=lambda unit: unit.agency.name, weight=34),
            Column(heading="Kế hoạch riêng", text=_plan, weight=20),
            Column(
                heading="Mục trong kỳ",
                text=lambda unit: format_integer(unit.entries),
                weight=11,
                number=True,
            ),
            Column(heading="Mục gần nhất", text=_last_day, weight=12, whole=True),
            Column(
                heading="Tình trạng",
                text=self._state,
                weight=23,
                colour=lambda unit: "good" if unit.entries else "bad",
            ),
        )
        model = ShortModel(columns, lambda unit: unit.agency.id, self)
        made = ShortList(model, "Đơn vị phải báo cáo", self)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.keep_one_line()
        made.when_empty = "Không có đơn vị nào."
        return made

    def _lay_out(self) -> None:
        self.sentence.setProperty("role", "quiet")
        self.sentence.setWordWrap(True)
        self.copy_button.setProperty("primary", True)
        self.copy_button.setAccessibleName(f"{COPY} (Ctrl+Shift+C)")
        self.copy_button.setToolTip(
            f"{COPY} gửi các đơn vị đang chọn; không chọn thì gửi mọi đơn vị chưa có "
            "số liệu (Ctrl+Shift+C)"
        )
        action = QAction(COPY, self)
        action.setShortcut(QKeySequence("Ctrl+Shift+C"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: self.copy_reminder())
        self.addAction(action)
        self.write_button.setAccessibleName(WRITE)
        self.write_button.setToolTip(f"{WRITE} gửi mọi đơn vị chưa có số liệu")
        letter = QAction(f"{WRITE}…", self)
        letter.triggered.connect(lambda _checked=False: self.write_letter())
        self.addAction(letter)
        head = QHBoxLayout()
        head.addWidget(self.sentence, stretch=1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.BETWEEN)
        buttons.addWidget(self.write_button)
        buttons.addWidget(self.copy_button)
        head.addLayout(buttons)
        head.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        self._counted = QLabel()
        self._counted.setProperty("role", "quiet")
        tools = QHBoxLayout()
        tools.addWidget(self.only_silent)
        tools.addStretch(1)
        tools.addWidget(self._counted)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.BETWEEN, 0, 0)
        page.setSpacing(theme.BETWEEN)
        page.addLayout(head)
        page.addWidget(self.message)
        page.addLayout(tools)
        page.addWidget(self.list, stretch=1)

    def _on_read(self, units: Units) -> None:
        self.units = units
        self.sentence.setText(sentence(units))
        many = len(units.silent)
        self._session.waiting.emit("collect", many, SILENT)
        self.write_button.setEnabled(bool(many))
        self._show()

    def _show(self) -> None:
        only = self.only_silent.isChecked()
        self.list.model_.show_rows(self.units.silent if only else self.units.units)
        self._count()

    def _count(self) -> None:
        selected = len(self.list.selectionModel().selectedRows())
        many = format_integer(self.list.model_.rowCount())
        said = f"{many} đơn vị"
        self._counted.setText(f"{said}, đang chọn {selected}" if selected else said)

    def _state(self, unit: Unit) -> str:
        if unit.entries:
            return "✓ Có số liệu"
        left = deadline_words.left(self.units.due) if self.units.due else ""
        said = "▲ Chưa có số liệu"
        return f"{said} – {left.lower()}" if left else said


def sentence(units: Units) -> str:
    """Say how many units still owe figures, and until when."""
    silent, many = len(units.silent), len(units.units)
    owed = f"{silent} trên {many} đơn vị chưa có số liệu"
    if silent in {0, many}:
        owed = f"cả {many} đơn vị {'chưa' if silent else 'đã'} có số liệu"
    when = deadline_words.headline((units.due,)) if units.due else ""
    said = "; ".join(part for part in (when, owed) if part)
    return f"{said[:1].upper()}{said[1:]}."


def _plan(unit: Unit) -> str:
    return _named(unit.plan) if unit.plan else "Chưa có"


def _named(plan: UnitPlan) -> str:
    number = f"số {plan.number}, " if plan.number else ""
    return f"Có ({number}{plan.year})"


def _last_day(unit: Unit) -> str:
    return format_date(unit.last_day) if unit.last_day else "–"
