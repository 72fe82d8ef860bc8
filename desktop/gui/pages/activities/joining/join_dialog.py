"""Join entries of several agencies as one event: choose which one is counted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from desktop.errors import ConflictError, Problem
from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.jobs import Work
from desktop.gui.session import Session
from desktop.operations.entries.join_events import join, plan_joining
from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.records.register import Register
from desktop.rules.joint_events import Joining
from desktop.wording import twins
from desktop.wording.faults import explain


class JoinDialog(DeedDialog):
    """Show what totals lose before anything is done."""

    def __init__(
        self,
        session: Session,
        register: Register,
        records: Sequence[Activity],
        parent: QWidget,
    ) -> None:
        """Propose the office's own entry as the one that is counted, else the first."""
        super().__init__(session, "Ghép thành sự kiện chung", "&Ghép", parent)
        self._register = register
        self._records = tuple(records)
        self.lead = QComboBox()
        self.effect = QLabel()
        self.effect.setWordWrap(True)
        self.effect.setAccessibleName("Tổng số trước và sau khi ghép")
        self._fill()

    @property
    def chosen(self) -> RecordId:
        """Return the entry that is to be counted."""
        return RecordId(str(self.lead.currentData()))

    def problems(self) -> tuple[Problem, ...]:
        """Return nothing: what cannot be joined leaves the button without use."""
        return ()

    def deed(self) -> Work:
        """Return the deed that joins them."""
        store, lead, others = self.session.store, self.chosen, self._others()
        return lambda progress: join(store, lead, others, progress)

    def _fill(self) -> None:
        for one in self._records:
            name = self.session.agency_name(one.agency)
            self.lead.addItem(twins.chosen(one, name), str(one.id))
        own = self.session.preferences.agency
        mine = (n for n, one in enumerate(self._records) if one.agency == own)
        self.lead.setCurrentIndex(next(mine, 0))
        note = QLabel(twins.COUNTED_AT_LEAD)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        self.grid.add("lead", "&Tính ở", self.lead)
        self.grid.add("effect", "Tổng số", self.effect)
        self.grid.add("note", "Lưu ý", note)
        self.lead.currentIndexChanged.connect(self._show_effect)
        self.lay_out()
        self._show_effect()

    def _others(self) -> tuple[RecordId, ...]:
        return tuple(one.id for one in self._records if one.id != self.chosen)

    def _show_effect(self) -> None:
        try:
            planned = plan_joining(self.session.store, self.chosen, self._others())
        except ConflictError as error:
            told = explain(error)
            self.effect.setText(f"▲ {told.what} {told.why} {told.next}")
            self.do_button.setEnabled(False)
            self.adjustSize()
            return
        self.effect.setText("\n".join(self._told(planned)))
        self.do_button.setEnabled(True)
        self.adjustSize()

    def _told(self, planned: Joining) -> tuple[str, ...]:
        return twins.effect(planned, self._register.one) + self._taken_over(planned)

    def _taken_over(self, planned: Joining) -> tuple[str, ...]:
        """Say what the lead takes over from the others."""
        old = next((one for one in self._records if one.id == planned.lead.id), None)
        if old is None:
            return ()
        partners = [one for one in planned.lead.partners if one not in old.partners]
        codes = self.session.tasks
        tasks = [one for one in planned.lead.tasks if one not in old.tasks]
        said = []
        if partners:
            names = ", ".join(self.session.agency_name(one) for one in partners)
            said.append(f"Thêm đơn vị phối hợp: {names}.")
        if tasks:
            names = ", ".join(codes[one].code for one in tasks if one in codes)
            said.append(f"Thêm nhiệm vụ: {names}.")
        return tuple(said)
