"""Compare two versions of a report by figure, the largest effect first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.report.changes_list import changes_list, columns
from desktop.gui.pages.report.list import version_words
from desktop.gui.running import run
from desktop.operations.outcome import Outcome
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.gui.pages.report.work import Standing
    from desktop.gui.session import Session
    from desktop.operations.reports.compare_reports import Comparison
    from desktop.records.issued import IssuedReport

WIDTH, HEIGHT = 900, 600
_TWO = 2
FEW = "Cần ít nhất hai bản đã ban hành để so sánh."


class CompareDialog(QDialog):
    """Two lists to choose from, and the figures that differ."""

    def __init__(
        self,
        session: "Session",
        reports: "Sequence[Standing]",
        newer: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Compare a report with the one before it, or the two newest."""
        super().__init__(parent)
        self._session = session
        self._reports = [each.issued for each in reports]
        self.setWindowTitle("So sánh hai bản")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.older = self._box("Bản trước")
        self.newer = self._box("Bản sau")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.changes = changes_list(
            columns("Bản trước", "Bản sau"), "Các số khác nhau", self
        )
        self.close_button = QPushButton("Đóng")
        self._lay_out()
        self._choose(newer)
        for box in (self.older, self.newer):
            box.activated.connect(self.compare)
        self.close_button.clicked.connect(self.accept)
        self.compare()

    def compare(self) -> None:
        """Compare the two chosen, beside the window."""
        from desktop.operations.reports.compare_reports import compare_reports

        older, newer = self.older.currentData(), self.newer.currentData()
        if older is None or older == newer:
            few = len(self._reports) < _TWO
            self.said.setText(FEW if few else "Chọn hai bản khác nhau.")
            return
        store = self._session.store
        run(
            self._session,
            lambda _progress: Outcome(compare_reports(store, older, newer)),
            title="So sánh hai bản",
            then=self._on_compared,
        )

    def _on_compared(self, found: "Comparison") -> None:
        changes = found.changes
        self.changes.model_.show_rows(changes)
        totals = sum(each.total for each in changes)
        count = format_integer(len(changes))
        said = f"{count} số khác nhau, trong đó {totals} số tổng tính theo"
        self.said.setText(f"{said}; số đổi nhiều nhất ở trên." if changes else "")

    def _choose(self, newer: str) -> None:
        ids = [each.id for each in self._reports]
        at = ids.index(newer) if newer in ids else 0
        self.newer.setCurrentIndex(at if ids else -1)
        before = _before(self._reports, at) if len(ids) > 1 else at
        self.older.setCurrentIndex(before if ids else -1)

    def _box(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        for each in self._reports:
            made.addItem(version_words(each), each.id)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.AROUND)
        pairs = (("Bản &trước", self.older), ("Bản &sau", self.newer))
        for at, (words, box) in enumerate(pairs):
            label = QLabel(words)
            label.setBuddy(box)
            grid.addWidget(label, 0, at)
            grid.addWidget(box, 1, at)
            grid.setColumnStretch(at, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.close_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(grid)
        column.addWidget(self.said)
        column.addWidget(self.changes, stretch=1)
        column.addLayout(buttons)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))


def _before(reports: "Sequence[IssuedReport]", at: int) -> int:
    """Return which report one is held against: the one it corrects or follows.

    Reports come newest first.
    """
    one = reports[at]
    older = range(at + 1, len(reports))
    if one.corrects:
        family = {one.corrects}
        for number in older:
            each = reports[number]
            if each.id in family or each.corrects in family:
                return number
    for number in older:
        each = reports[number]
        if (each.kind, each.period_code) == (one.kind, one.period_code):
            return number
    return at + 1 if at + 1 < len(reports) else at - 1
