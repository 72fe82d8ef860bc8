"""Where everything in the tray stands, and what of it shows."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.collect.tray import tray_words
from desktop.gui.pages.collect.tray.contents import (
    Contents,
    by_sorting,
)
from desktop.gui.pages.collect.tray.file_detail import FileDetail
from desktop.gui.pages.collect.tray.files_list import NOTHING, FilesList
from desktop.gui.pages.collect.tray.joint_line import JointLine
from desktop.gui.session import Session
from desktop.gui.widgets.empty_state import EmptyState
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.wrapping_row import wrapped
from desktop.progress import Step
from desktop.records.arrival import Sorting
from desktop.rules.numbers import format_integer
from desktop.wording import arrivals
from desktop.wording.labels import label
from desktop.wording.steps import stage_label

ALL = ""
"""Code of the chip that shows every group."""


class TrayLayout(QObject):
    """The widgets of the tray."""

    wanted = Signal()
    """Somebody wants to choose files, in the empty tray."""
    filtered = Signal()
    """Another group is to be shown."""

    def __init__(self, session: Session, pane: QWidget) -> None:
        """Lay them out in the pane."""
        super().__init__(pane)
        self._group = ALL
        self._first = ""
        self.totals = QLabel()
        self.message = MessageBar()
        self.joint = JointLine(session, pane)
        self.progress = QProgressBar()
        self.step = QLabel()
        self.stop_button = QPushButton("Dừn&g")
        self.choose_button = QPushButton("C&họn tệp…")
        self.intakes_button = QPushButton("Các &lần nhận…")
        self.clear_button = QPushButton("Dọn kha&y")
        self.accept_button = QPushButton(tray_words.accept_verb(0))
        self.files = FilesList(session, pane)
        self.detail = FileDetail(session, pane)
        self.empty = EmptyState(
            tray_words.EMPTY,
            (("Chọn tệp…", self.wanted.emit),),
            tray_words.EMPTY_HINT,
        )
        self.chips = {code: self._chip(code) for code in (ALL, *map(str, Sorting))}
        self.stack = QStackedWidget()
        self._lay_out(pane)
        self.show_running(running=False)

    def show_contents(self, contents: Contents) -> None:
        """Show files, their groups, and totals that add up."""
        lines = contents.lines
        found = by_sorting(lines)
        self.stack.setCurrentIndex(1 if lines else 0)
        self.totals.setText(_totals(contents))
        self._show_chips(found)
        group = self._group
        shown = [one for one in lines if group in {ALL, one.arrival.sorting.value}]
        self.files.model_.show_rows(shown)
        if shown and self.files.current is None:
            self.files.selectRow(0)
            self._first = shown[0].key
        self.clear_button.setVisible(bool(lines))

    def go_to(self, name: str = "") -> None:
        """Go to what was made of a file of a name; else to the first, unless chosen.

        While files arrive the first is another again and again.
        """
        for number, one in enumerate(self.files.model_.rows):
            if name and one.arrival.name.startswith(name):
                self.files.selectRow(number)
                return
        current = self.files.current
        if current is not None and current.key == self._first:
            self.files.selectRow(0)
            self.files.scrollToTop()
        self._first = ""

    def show_running(self, *, running: bool) -> None:
        """Show that files are being looked at, or no longer."""
        for part in (self.progress, self.step, self.stop_button):
            part.setVisible(running)
        self.files.when_empty = "" if running else NOTHING
        if running:
            self.progress.setRange(0, 0)
            self.step.setText("Đang xem các tệp…")
            self.stack.setCurrentIndex(1)
        self.files.viewport().update()

    def forget_unseen(self) -> None:
        """Say no longer that files were not seen: all of them are."""
        if self.message.text in {tray_words.STOPPED, tray_words.NOT_SEEN}:
            self.message.hide()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self.progress.setRange(0, step.total)
        self.progress.setValue(step.done)
        done, total = format_integer(step.done), format_integer(step.total)
        far = f" {done}/{total}" if step.total else "…"
        self.step.setText(f"{stage_label(step.stage)}{far}")

    def allow(self, many: int, *, possible: bool) -> None:
        """Say how many files would be taken in, and whether they can be."""
        verb = tray_words.accept_verb(many)
        self.accept_button.setText(verb)
        self.accept_button.setAccessibleName(f"{verb.replace('&', '')} (Ctrl+Enter)")
        self.accept_button.setEnabled(possible and bool(many))
        self.choose_button.setEnabled(possible)
        self.clear_button.setEnabled(possible)

    def _show_chips(self, found: dict[Sorting, int]) -> None:
        """Show a chip for each group that has files."""
        many = {ALL: sum(found.values()), **{one.value: n for one, n in found.items()}}
        if not many.get(self._group):
            self._group = ALL
        for code, chip in self.chips.items():
            chip.setVisible(bool(many.get(code)))
            chip.setChecked(code == self._group)
            chip.setText(f"{_chip_label(code)} {format_integer(many.get(code, 0))}")
            chip.setAccessibleName(chip.text())

    def _chip(self, code: str) -> QPushButton:
        chip = QPushButton(_chip_label(code))
        chip.setObjectName("segment")
        chip.setCheckable(True)
        if code:
            chip.setToolTip(arrivals.sorting_hint(Sorting(code)))
        chip.clicked.connect(partial(self._on_chip, code))
        return chip

    def _on_chip(self, code: str, _on: bool = True) -> None:
        self._group = code
        self.filtered.emit()

    def _lay_out(self, pane: QWidget) -> None:
        self.totals.setProperty("role", "quiet")
        self.totals.setAccessibleName("Tổng số các tệp trong khay")
        self.totals.setWordWrap(True)
        self.totals.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.accept_button.setProperty("primary", True)
        for button, name in (
            (self.choose_button, "Chọn tệp"),
            (self.intakes_button, "Các lần nhận"),
            (self.clear_button, "Dọn khay"),
            (self.stop_button, "Dừng xem các tệp"),
        ):
            button.setAccessibleName(name)
        self.progress.setAccessibleName("Đang xem các tệp")
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.scaled(160))
        page = QVBoxLayout(pane)
        page.setContentsMargins(0, theme.BETWEEN, 0, 0)
        page.setSpacing(theme.BETWEEN)
        page.addLayout(self._head())
        page.addWidget(self.message)
        page.addWidget(self.joint)
        page.addLayout(self._running())
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._middle())
        page.addWidget(self.stack, stretch=1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.BETWEEN)
        head.addWidget(self.totals, stretch=1)
        for button in (
            self.intakes_button,
            self.clear_button,
            self.choose_button,
            self.accept_button,
        ):
            head.addWidget(button)
        return head

    def _running(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.progress)
        row.addWidget(self.step)
        row.addWidget(self.stop_button)
        row.addStretch(1)
        return row

    def _middle(self) -> QWidget:
        chips = wrapped(tuple(self.chips.values()), theme.INSIDE)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.files)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 4)
        splitter.setChildrenCollapsible(False)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(chips)
        column.addWidget(splitter, stretch=1)
        return middle


def _chip_label(code: str) -> str:
    return label(Sorting(code)) if code else "Tất cả"


def _totals(contents: Contents) -> str:
    """Return the control totals: files by group, then entries, each adding up."""
    if not contents.lines:
        return ""
    said = arrivals.files_counted(by_sorting(contents.lines))
    counts = contents.together
    return f"{said}.\n{arrivals.counted(counts)}." if counts.seen else f"{said}."
