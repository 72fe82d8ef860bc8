"""“Our office became …”: four short pages, and one deed at their end."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import InputError, Problem
from desktop.gui import theme
from desktop.gui.forms.field_grid import FieldGrid, text_of
from desktop.gui.jobs import Job
from desktop.gui.pages.settings.becoming_pages import NamesPage, UnitsPage, WhatPage
from desktop.gui.pages.settings.becoming_words import summary
from desktop.gui.running import tell_fault
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.plain_label import plain_label
from desktop.operations.agencies.become_office import (
    NewOffice,
    Proposal,
    become_office,
    propose_office,
)
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.office_names import OfficeNames, ending_levels, propose
from desktop.rules.succession import exists
from desktop.rules.vietnamese import exact_key
from desktop.wording.problems import sentence

if TYPE_CHECKING:
    from desktop.gui.widgets.choice_field import Choice

STEPS = (
    "Trở thành cơ quan nào, từ ngày nào",
    "Tên gọi và văn bản",
    "Nơi nhận báo cáo và các đơn vị",
    "Xem lại rồi chuyển",
)
WIDTH, HEIGHT, TALLEST = 680, 480, 690


class BecomingDialog(QDialog):
    """Ask, propose, sum up; nothing is kept before the last button."""

    became = Signal(object)
    """The `Preferences` of the new office."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Begin on the first page, with the newest levels."""
        super().__init__(parent)
        self._session = session
        self._book = read_agencies(session.store)
        self._job: Job | None = None
        self._names: OfficeNames | None = None
        self._asked: object = None
        self.setWindowTitle("Cơ quan chúng tôi đã trở thành…")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.head = QLabel()
        self.head.setProperty("role", "title")
        self.message = MessageBar()
        self.pages = QStackedWidget()
        self.what, self.names, self.units = WhatPage(), NamesPage(), UnitsPage()
        self.grids: tuple[FieldGrid, ...] = (self.what, self.names, self.units)
        self.said = plain_label()
        self.back_button = QPushButton("< &Quay lại")
        self.next_button = QPushButton("&Tiếp tục >")
        self.leave_button = QPushButton("Thôi")
        self._lay_out()
        self._go(0)

    @property
    def page(self) -> int:
        """Return the number of the page shown, from nought."""
        return self.pages.currentIndex()

    def forward(self) -> None:
        """Go on to the next page, or do it on the last, unless something is wrong."""
        if self.page == len(self.grids):
            self._do()
        elif self._accepted(self.page):
            self._go(self.page + 1)
        else:
            self.grids[self.page].focus_fault()

    def back(self) -> None:
        """Go back one page; what was typed stays."""
        if self.page:
            self._go(self.page - 1)

    def new_office(self) -> NewOffice:
        """Return what was typed as what our office becomes."""
        names = self._proposed()
        recipient = self._called(self.units.recipient, names.recipient)
        return NewOffice(
            office=self.names.office(names.office),
            superior=self._called(self.names.superior, names.superior),
            recipient=recipient or names.recipient,
            recipient_follows=self.units.follows.isChecked(),
            levels=self.what.chosen.preset.code,
            papers=self.names.papers(names.papers),
            merged=tuple(AgencyId(one) for one in self.units.merged.value),
            ended=tuple(AgencyId(one) for one in self.units.ended.value),
        )

    def proposal(self) -> Proposal:
        """Return what would become of the office by what was typed."""
        store = self._session.store
        return propose_office(store, self.new_office(), self.what.decided())

    def _lay_out(self) -> None:
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setAccessibleName("Những gì sẽ thay đổi")
        for page in (*self.grids, self.said):
            self.pages.addWidget(page)
        theme.make_primary(self.next_button)
        self.next_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.next_button)
        for button in (self.back_button, self.leave_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.AROUND)
        column.addWidget(self.head)
        column.addWidget(self.message)
        column.addWidget(self.pages, stretch=1)
        column.addLayout(row)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.forward)
        self.leave_button.clicked.connect(self.reject)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), TALLEST))

    def _go(self, page: int) -> None:
        last = page == len(self.grids)
        self.message.hide()
        self.pages.setCurrentIndex(page)
        self.head.setText(f"Bước {page + 1}/{len(STEPS)}. {STEPS[page]}")
        self.back_button.setEnabled(page > 0)
        self.next_button.setEnabled(True)
        self.next_button.setText("&Chuyển" if last else "&Tiếp tục >")
        for button in (self.back_button, self.next_button, self.leave_button):
            button.setAccessibleName(button.text().strip("< >").replace("&", ""))
        if last:
            self._sum_up()
            self.next_button.setFocus()
        else:
            next(iter(self.grids[page].fields.values())).setFocus()

    def _proposed(self) -> OfficeNames:
        """Return what is usual for the first page, which fills in the others anew."""
        what = self.what
        asked = what.kind.currentIndex(), what.territory, what.day.value
        if self._names is None or asked != self._asked:
            self._asked = asked
            self._names = propose(what.chosen.template, what.territory, self._book)
            self.names.propose(self._names)
            self._propose_units(self._names)
        return self._names

    def _propose_units(self, names: OfficeNames) -> None:
        """Offer the agencies of the day, those of levels that are no more as ending."""
        own, preset = self._session.preferences, self.what.chosen.preset
        day = self.what.decided().day
        apart = {own.agency, names.superior.id, names.recipient.id}
        offered: list[Choice] = [
            (one.id, one.name, (one.short_name, *one.aliases))
            for one in self._book.agencies
            if exists(one, day, day) and one.id not in apart
        ]
        going = ending_levels(self._book, preset.levels, preset.lasting, day)
        ending = [one for one in going if one not in apart]
        self.units.propose(names.recipient, offered, ending)
        other = own.recipient not in {None, names.recipient.id}
        self.units.name_old(self._session.agency_name(own.recipient), other=other)

    def _called(self, field: QLineEdit, proposed: Agency) -> Agency | None:
        """Return who bears the name typed: of the book, or else a new one."""
        name = text_of(field)
        key = exact_key(name)
        if not name or key == exact_key(proposed.name):
            return proposed if name else None
        for one in self._book.agencies:
            called = (one.name, one.short_name, *one.aliases)
            if one.valid_to is None and key in {exact_key(each) for each in called}:
                return one
        return replace(proposed, id=AgencyId(""), name=name, short_name="")

    def _accepted(self, page: int) -> bool:
        """Say what is wrong on a page; tell whether nothing is."""
        grid = self.grids[page]
        found = self._found(page)
        mine = [one for one in found if one.field in grid.fields]
        grid.show_problems(mine)
        return not any(one.blocking for one in mine)

    def _found(self, page: int) -> tuple[Problem, ...]:
        unreadable: tuple[Problem, ...] = ()
        if page == 0:
            unreadable = self.what.unreadable()
        elif page == len(self.grids) - 1:
            unreadable = self.units.unreadable()
        if unreadable:
            return unreadable
        self._proposed()
        return self.proposal().problems

    def _sum_up(self) -> None:
        found = self.proposal()
        number = self.what.decided().number
        decision = f"văn bản số {number}" if number else ""
        lines = summary(found, self._book.by_id, decision)
        marks = [
            f"{'▲' if one.blocking else '?'} {sentence(one)}" for one in found.problems
        ]
        self.said.setText("\n\n".join((*lines, *dict.fromkeys(marks))))
        self.next_button.setEnabled(not any(one.blocking for one in found.problems))

    def _do(self) -> None:
        if self._job is not None:
            return
        store, new, decided = (
            self._session.store,
            self.new_office(),
            self.what.decided(),
        )
        self._job = Job(
            lambda _progress: become_office(store, new, decided),
            title=self.windowTitle(),
            initiator=self,
        )
        self._job.succeeded.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_ended)
        self._session.jobs.start(self._job)

    def _on_done(self, kept: object) -> None:
        self._job = None
        self.became.emit(kept)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, InputError):
            said = " ".join(sentence(one) for one in error.problems)
            self.message.warn(f"Chưa chuyển được. {said}")
        else:
            tell_fault(self._session, error)

    def _on_ended(self) -> None:
        self._job = None
