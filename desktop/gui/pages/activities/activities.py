"""The place `Hoạt động`: every register, its table, and the entries behind it."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.new_entry import AtField, NewEntry
from desktop.gui.pages.activities.actions import ActivityActions
from desktop.gui.pages.activities.entry_desk import EntryDesk
from desktop.gui.pages.activities.importing.import_desk import ImportDesk
from desktop.gui.pages.activities.joining.events_desk import EventsDesk
from desktop.gui.pages.activities.many_desk import ManyDesk
from desktop.gui.pages.activities.proving.evidence_desk import EvidenceDesk
from desktop.gui.pages.activities.sheet_desk import SheetDesk
from desktop.gui.pages.history.opening import show_history
from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.tables import reading_names
from desktop.gui.tables.kinds import record_of, view_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.register_list import RegisterList
from desktop.gui.tables.register_table import RegisterModel
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.gui.widgets.empty_state import EmptyState
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.search_box import SearchBox
from desktop.records.activity import Activity
from desktop.records.identity import TaskId
from desktop.records.period import Period
from desktop.records.register import Register
from desktop.rules.entry import title_of
from desktop.rules.numbers import format_integer
from desktop.store import listing, records
from desktop.store.search import Hit
from desktop.store.shelves import BY_RECORD, BY_TABLE


class ActivitiesPage(QWidget):
    """Choose a register, read it, write into it."""

    def __init__(self, session: Session) -> None:
        """Show the first register of the period chosen above."""
        super().__init__()
        self._session = session
        self._names = reading_names.read_names(session)
        self._registers = {one.code: one for one in session.registers}
        self._current_id = ""
        self.view: RegisterView | None = None
        self.actions_bar = ActivityActions(self, self)
        self.registers = RegisterList(session.registers)
        self.search = SearchBox("Tìm trong sổ này, không cần dấu")
        self.message = MessageBar()
        self.importing = ImportDesk(self, session, lambda: self.model, self.message)
        self.many = ManyDesk(self, session, self, self.message)
        self.events = EventsDesk(self, session, self, self.message)
        self.proving = EvidenceDesk(self, session, lambda: self.view, self.message)
        self._lookout = session.lookout(self)
        self._title = QLabel()
        self._sentence = ElidedLabel()
        self._counted = QLabel()
        self._stack = QStackedWidget()
        self.entries = EntryDesk(
            self, session, lambda: self.register, self.names, lambda: self.view
        )
        self.sheets = SheetDesk(
            self,
            session,
            self.message,
            view=lambda: self.view,
            show_table=lambda: self._stack.setCurrentIndex(0),
            count=self._count,
        )
        self.sheets.imports = True
        self._fill_bar()
        self._lay_out()
        self._connect()
        self.registers.choose(session.registers[0].code)
        QTimer.singleShot(0, self, self._count)

    @property
    def register(self) -> Register:
        """Return the register shown."""
        if self.view is None:
            return self._session.registers[0]
        return self.view.model.register

    @property
    def model(self) -> RegisterModel:
        """Return the rows shown.

        Raises:
            LookupError: No register was shown yet.
        """
        if self.view is None:
            raise LookupError
        return self.view.model

    @property
    def counted(self) -> str:
        """Return how many of the period's entries the filters leave; else blank."""
        return self._counted.text()

    @property
    def dialog(self) -> EntryDialog | None:
        """Return the window in which an entry is being written, or None."""
        return self.entries.dialog

    def open(self, what: object) -> None:
        """Show one thing here: a record found, a register's code, a new entry."""
        if isinstance(what, Hit):
            self._open_hit(what)
        elif isinstance(what, AtField):
            self._open_hit(what.hit, what.field)
        elif isinstance(what, NewEntry):
            self._write_wanted(what)
        elif isinstance(what, str) and what in self._registers:
            self.registers.choose(what)

    def write_new(self, tasks: tuple[TaskId, ...] = ()) -> None:
        """Open a blank entry of the register shown, for tasks if any are given."""
        self.entries.write_new(tasks)

    def amend(self) -> None:
        """Open the current entry."""
        record = None if self.view is None else self.view.record()
        if record is not None:
            self.entries.amend(record)

    def duplicate(self) -> None:
        """Open a new entry like the current one, on today's date."""
        record = None if self.view is None else self.view.record()
        if record is not None:
            self.entries.duplicate(record)

    def remove(self) -> None:
        """Remove the entries selected; nothing is asked, for it can be undone."""
        doomed = self.chosen_records()
        if doomed:
            self.actions_bar.remove(self._session, self.message, self.register, doomed)

    def chosen_records(self) -> tuple[Any, ...]:
        """Return the entries selected."""
        if self.view is None:
            return ()
        found = (self.model.record(row) for row in self.view.selected())
        return tuple(record for record in found if record is not None)

    def chosen_count(self) -> int:
        """Return how many entries are selected, without reading them."""
        return 0 if self.view is None else len(self.view.selected())

    def names(self) -> Names:
        """Return what codes and ids are called."""
        return self._names

    def show_history(self) -> None:
        """Open the history of the current entry."""
        record = None if self.view is None else self.view.record()
        if record is not None:
            show_history(self._session, record, self)

    def copy(self) -> None:
        """Copy the entries selected, for Excel."""
        self.sheets.copy()

    def filter(self) -> None:
        """Put the cursor into the filters."""
        if self.view is not None:
            self.view.header.focus_first()

    def clear_filters(self) -> None:
        """Show everything of the period again."""
        self.search.empty()
        if self.view is not None:
            self.view.clear_filters()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the list of rows."""
        super().showEvent(event)
        if self.view is not None and self.focusWidget() is None:
            self.view.rows.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            drawn = (self.actions_bar, self.sheets, self.importing)
            for desk in (*drawn, self.events, self.proving):
                desk.draw_icons()

    def _fill_bar(self) -> None:
        bar = self.actions_bar
        self.many.add_to(bar.more)
        self.sheets.add_to(bar.bar, bar.copied, bar.more)
        for desk in (self.proving, self.events):
            desk.add_to(bar.more)
        bar.end_menu()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._sentence.setProperty("role", "quiet")
        as_wide_as_its_words = QSizePolicy.Policy.Preferred
        self._sentence.setSizePolicy(as_wide_as_its_words, as_wide_as_its_words)
        self._counted.setProperty("role", "quiet")
        self.search.setFixedWidth(theme.scaled(240))
        tools = QHBoxLayout()
        tools.setSpacing(theme.BETWEEN)
        tools.addWidget(self.actions_bar.bar)
        tools.addStretch(1)
        tools.addWidget(self.search)
        right = QVBoxLayout()
        right.setSpacing(theme.BETWEEN)
        right.addLayout(self.importing.beside(self._title))
        right.addLayout(self.proving.beside(self._sentence, self._counted))
        right.addLayout(tools)
        right.addWidget(self.message)
        right.addWidget(self._stack, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.AROUND] * 4)
        row.setSpacing(theme.AROUND)
        row.addWidget(self.registers)
        row.addLayout(right, stretch=1)

    def _connect(self) -> None:
        self.registers.chosen.connect(self._on_chosen)
        self.search.wanted.connect(self._on_search)
        self.importing.imported.connect(self._on_imported)
        self.sheets.import_wanted.connect(self.importing.paste)
        self.events.amend_wanted.connect(self._open_record)
        self.entries.recorded.connect(self._on_recorded)
        self.entries.closed.connect(self._on_closed)
        self.sheets.recorded.connect(self._on_recorded)
        self.sheets.open_wanted.connect(self.entries.amend_row)
        self.sheets.continue_wanted.connect(self.entries.go_on)
        self.sheets.remove_wanted.connect(self.remove)
        self.sheets.unsearch_wanted.connect(self.search.clear)
        self._session.period_changed.connect(self._on_period)
        self._session.jobs.changed.connect(self._on_changed)

    def _show_register(self, register: Register) -> None:
        self.search.empty()
        searched = BY_RECORD[record_of(register)].searched
        self.search.setVisible(bool(searched))
        for at in reversed(range(self._stack.count())):
            old = self._stack.widget(at)
            self._stack.removeWidget(old)
            old.deleteLater()
        model = RegisterModel(
            self._session.store, register, self._names, self._session.period, self
        )
        model.read_beside(self._lookout)
        self.view = RegisterView(model, self._session.settings)
        model.setParent(self.view)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty(register))
        self.sheets.work(self.view)
        self.proving.work(self.view)
        self.view.chosen.connect(self._on_selection)
        self.view.unfilter_wanted.connect(self._on_unfilter)
        model.shown.connect(self._on_shown)
        self._title.setText(register.name)
        self._on_shown()

    def _empty(self, register: Register) -> EmptyState:
        return EmptyState(
            f"Chưa có {register.one} nào trong kỳ",
            (
                (f"Ghi {register.one} đầu tiên", self.write_new),
                ("Gõ ngay trong bảng", self.sheets.write_row),
                ("Nhập từ Excel", self.importing.choose_files),
            ),
            "Mỗi việc ghi một lần; số liệu báo cáo được cộng từ đây.",
        )

    def _write_wanted(self, wish: NewEntry) -> None:
        if wish.register in self._registers:
            self.registers.choose(wish.register)
        self.write_new(wish.tasks)

    def _open_hit(self, hit: Hit, field: str = "") -> None:
        shelf = BY_TABLE[hit.place]
        record: Any = records.get(self._session.store.reader, shelf.record, hit.row_id)
        if record is not None:
            self._open_record(record, field)

    def _open_record(self, record: Any, field: str = "") -> None:  # noqa: ANN401  of any register
        kind = str(record.kind) if isinstance(record, Activity) else ""
        for register in self._registers.values():
            if record_of(register) is type(record) and register.kind == kind:
                self.registers.choose(register.code)
                break
        self.clear_filters()
        if self.view is not None:
            self.view.select(str(record.id))
        self.entries.amend(record, field)

    def _on_chosen(self, code: str) -> None:
        self._current_id = ""
        self.message.hide()
        self._show_register(self._registers[code])

    def _on_unfilter(self) -> None:
        self.clear_filters()
        if self.view is not None:
            self.view.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search(self, text: str) -> None:
        if self.view is not None:
            self.model.set_text(text)

    def _on_period(self, period: Period) -> None:
        if self.view is not None:
            self.model.set_period(period)
        self._count()

    def _on_changed(self, touched: frozenset[str], initiator: object) -> None:
        if self.view is None:
            return
        own = self.sheets.knows(initiator)
        if touched & reading_names.TABLES:
            self._names = reading_names.read_names(self._session)
        if own:
            return
        if touched & reading_names.TABLES:
            self._show_register(self.register)
        else:
            self.model.follow(touched)
        self._count()

    def _on_shown(self) -> None:
        """Say how much is shown, and stay on the entry one was on."""
        shown, whole = self.model.rowCount(), self.model.count_all()
        filtered = self.model.filtered
        counted = f"{format_integer(shown)}/{format_integer(whole)} dòng"
        self._counted.setText(counted if filtered else "")
        self._sentence.show_text(self._state_of(whole))
        self._stack.setCurrentIndex(0 if whole or filtered else 1)
        if self.view is not None and self._current_id:
            self.view.select(self._current_id)
        self._on_selection()

    def _state_of(self, whole: int) -> str:
        period = self._session.period
        span = f"{period.first_day:%d/%m/%Y} – {period.last_day:%d/%m/%Y}"
        said = (
            f"{format_integer(whole)} {self.register.one}"
            if whole
            else "Chưa có mục nào"
        )
        return f"{said} trong kỳ {span}"

    def _on_selection(self) -> None:
        if self.view is None:
            return
        chosen = self.view.selected()
        record = self.view.record()
        if record is not None and chosen:
            self._current_id = str(getattr(record, "id", ""))
        self.actions_bar.allow(chosen=len(chosen), filtered=self.model.filtered)
        self.events.allow()
        self.many.allow()

    def _on_recorded(self, record: Any) -> None:  # noqa: ANN401  of any register
        self._current_id = str(record.id)
        shown = self.view is not None and self.view.select(self._current_id)
        name = title_of(record) or self.register.one
        if shown:
            self.message.say(f"Đã ghi: {name}")
        else:
            self.message.warn(
                f"Đã ghi: {name}. Mục này nằm ngoài kỳ hoặc ngoài bộ lọc đang xem."
            )

    def _on_imported(self, code: str, ids: list[str]) -> None:
        """Go to the first of the entries imported, whatever was filtered."""
        if code != self.register.code:
            self.registers.choose(code)
        view = self.view
        if view is not None and not any(map(view.select, ids)):
            self.clear_filters()
            any(map(view.select, ids))

    def _on_closed(self) -> None:
        if self.view is not None:
            self.view.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        db, period = self._session.store.reader, self._session.period
        self.registers.show_counts(lambda one: listing.count(db, view_of(one, period)))
