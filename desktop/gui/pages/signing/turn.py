"""Show who signed a report, and for whom it is signed now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desktop.gui import theme
from desktop.gui.pages.signing.labelled import LABEL_WIDTH
from desktop.records.signing import SignerRole
from desktop.rules.dates import format_date
from desktop.rules.signers import in_order
from desktop.wording.clocks import on_this_clock
from desktop.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.records.signing import ReportSignature
    from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Who signed a report so far, and who may sign next."""

    done: "tuple[ReportSignature, ...]"
    expected: tuple[SignerRole, ...]
    offered: tuple[SignerRole, ...]
    """For whom it can be signed now; blank when everybody has."""
    names: "Mapping[SignerRole, str]"
    """Who holds each role, as the report says."""

    def last(self, role: SignerRole) -> bool:
        """Tell whether nobody else is expected once this role has signed."""
        signed = {role, *(one.role for one in self.done)}
        return set(self.expected) <= signed


def read_turn(store: "Store", report_id: str) -> Turn:
    """Return whose turn it is to sign a report.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
        UnknownNameError: No report of that id was issued.
    """
    from desktop.operations.reports.read_report import read_head, read_issued
    from desktop.operations.signing import signings

    issued = read_issued(store, report_id)
    head = read_head(store, issued)
    following = signings.next_role(store, report_id)
    rest = signings.allowed_roles(store, issued) - signings.signed_roles(
        store, report_id
    )
    return Turn(
        done=signings.signings(store, report_id),
        expected=signings.expected_roles(store, issued),
        offered=in_order(rest) if following is None else (following,),
        names={SignerRole.PERSON: head.signer, SignerRole.AGENCY: head.agency},
    )


class TurnPanel(QWidget):
    """One line for each signer, ticked when signed; the one to sign is chosen."""

    def __init__(self, turn: Turn, parent: QWidget | None = None) -> None:
        """Show whose turn it is."""
        super().__init__(parent)
        self.turn = turn
        self.role_box = QComboBox(self)
        for role in turn.offered:
            self.role_box.addItem(role_words(role, turn.names[role]), role)
        self.role_box.setAccessibleName("Ký với vai")
        self._lay_out()

    @property
    def role(self) -> SignerRole | None:
        """Return for whom it will be signed; None when nobody is left."""
        chosen = self.role_box.currentData()
        return None if chosen is None else SignerRole(chosen)

    @property
    def name(self) -> str:
        """Return whose certificate should sign; blank where the report names nobody."""
        return "" if self.role is None else self.turn.names[self.role]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.scaled(LABEL_WIDTH))
        for one in self.turn.done:
            said = QLabel(done_words(one))
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            grid.addWidget(QLabel(f"✓ {label(one.role)}"), grid.rowCount(), 0)
            grid.addWidget(said, grid.rowCount() - 1, 1)
        row = grid.rowCount()
        if not self.turn.offered:
            self.role_box.hide()
            grid.addWidget(QLabel("Báo cáo đã đủ chữ ký."), row, 0, 1, 2)
            return
        words = QLabel("Ký với vai")
        grid.addWidget(words, row, 0)
        if len(self.turn.offered) > 1:
            words.setText("Ký &với vai")
            words.setBuddy(self.role_box)
            grid.addWidget(self.role_box, row, 1)
        else:  # nothing to choose: a field that cannot be used only looks broken
            self.role_box.hide()
            only = QLabel(self.role_box.currentText())
            only.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(only, row, 1)


def role_words(role: SignerRole, name: str) -> str:
    """Name a role with whoever holds it."""
    return f"{label(role)}: {name}" if name else label(role)


def done_words(signature: "ReportSignature") -> str:
    """Say who signed, when, and with what."""
    at = on_this_clock(signature.signed_at)
    said = f"{signature.signer}, {at:%H:%M} ngày {format_date(at)}"
    with_token = ", bằng token" if signature.token else ""
    test = " (ký thử)" if signature.test_key else ""
    return f"{said}{with_token}{test}"
