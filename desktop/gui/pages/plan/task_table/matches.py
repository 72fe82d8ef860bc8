"""One row of a task table in full, and a choice for each name it does not know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.session import Session
from desktop.gui.widgets.choice_field import Choice, ChoiceField
from desktop.gui.widgets.plain_label import plain_label
from desktop.records.identity import AgencyId
from desktop.rules.task_table.fates import PreviewRow
from desktop.rules.task_table.parties import SETTLED, Found, Party
from desktop.rules.task_table.words import Role
from desktop.wording.task_tables import (
    change_lines,
    fate_sentence,
    problem_sentences,
    time_label,
)

KEEP = "="
"""Code of the choice that leaves the words as words."""
KEEP_WORDS = "Chỉ giữ chữ, không gắn đơn vị nào"
LABEL_WIDTH = 360
"""Room for the name of an agency; a label that wraps asks for next to none."""
_PROPOSED = "?"
"""Begins the code of a proposal."""
_ROLES = {Role.LEADS: "Chủ trì", Role.PARTNERS: "Phối hợp"}
_SHOWN = SETTLED - {Found.CHOSEN}


class RowDetail(QScrollArea):
    """The row one is on: its words, what is off, whom its names are taken for."""

    chosen = Signal(int, object, int, object)
    """Key of the row, column, place of the part, and the agencies it names."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without a row."""
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Chi tiết dòng đang chọn")
        self.fields: tuple[ChoiceField, ...] = ()
        self.show_row(None)

    def show_row(self, row: PreviewRow | None) -> None:
        """Show a row, or nothing."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.BETWEEN, 0)
        column.setSpacing(theme.INSIDE)
        self.fields = ()
        if row is not None:
            self._fill(column, row)
        column.addStretch(1)
        self.setWidget(inside)

    def text(self) -> str:
        """Return all that is said about the row."""
        return "\n".join(one.text() for one in self.widget().findChildren(QLabel))

    def _fill(self, column: QVBoxLayout, row: PreviewRow) -> None:
        number = row.line.printed
        title = plain_label(f"{number} {row.line.text(Role.TEXT)}".strip())
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        column.addWidget(title)
        column.addWidget(plain_label(self._what(row), "quiet"))
        for said in problem_sentences(row.problems):
            column.addWidget(plain_label(f"▲ {said}"))
        for said in change_lines(row):
            column.addWidget(plain_label(said))
        column.addLayout(self._choices(row))

    def _what(self, row: PreviewRow) -> str:
        rows = ", ".join(map(str, row.line.rows))
        kinds = {
            code: item.name
            for code, item in self._session.catalogue("task_time").items()
        }
        when = time_label(row.time, {str(code): name for code, name in kinds.items()})
        parts = (f"Dòng {rows}", fate_sentence(row), when)
        return " · ".join(part for part in parts if part)

    def _choices(self, row: PreviewRow) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.AROUND)
        form.setVerticalSpacing(theme.INSIDE)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        made = []
        for role, parties in ((Role.LEADS, row.leads), (Role.PARTNERS, row.partners)):
            for place, party in enumerate(parties):
                if party.found in _SHOWN:
                    continue
                field = self._field(row.key, role, place, party)
                label = plain_label(f"{_ROLES[role]}: “{party.text}”")
                label.setBuddy(field)
                label.setMinimumWidth(theme.scaled(LABEL_WIDTH))
                form.addRow(label, field)
                made.append(field)
        self.fields = tuple(made)
        return form

    def _field(self, key: int, role: Role, place: int, party: Party) -> ChoiceField:
        field = ChoiceField(self._offered(party))
        field.setAccessibleName(f"{_ROLES[role]} “{party.text}” là")
        field.setMinimumWidth(theme.scaled(360))
        field.set_value(self._code(party))
        field.changed.connect(
            lambda: self._on_changed(field, (key, role, place), party)
        )
        return field

    def _offered(self, party: Party) -> list[Choice]:
        """Return the proposals first, then every agency, then the words alone."""
        offered: list[Choice] = [
            (f"{_PROPOSED}{n}", f"{one.name} ({one.score}%)")
            for n, one in enumerate(party.proposals)
        ]
        offered.append((KEEP, KEEP_WORDS))
        offered += [
            (one.id, one.name, (one.short_name, *one.aliases))
            for one in self._session.agencies.values()
        ]
        return offered

    def _code(self, party: Party) -> str | None:
        """Return which choice stands for a match."""
        if party.found is Found.CHOSEN and not party.agencies:
            return KEEP
        for n, proposal in enumerate(party.proposals):
            if party.agencies == proposal.agencies:
                return f"{_PROPOSED}{n}"
        return party.agencies[0] if len(party.agencies) == 1 else None

    def _on_changed(
        self, field: ChoiceField, place: tuple[int, Role, int], party: Party
    ) -> None:
        code = field.value
        if code is None or code == self._code(party):
            return
        agencies: tuple[AgencyId, ...] = (AgencyId(code),)
        if code == KEEP:
            agencies = ()
        elif code.startswith(_PROPOSED):
            agencies = party.proposals[int(code.removeprefix(_PROPOSED))].agencies
        self.chosen.emit(*place, agencies)
