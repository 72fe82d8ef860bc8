"""Receipts: those given for packages taken in, and those brought back for ours."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.hand_off.receipts import receipt_lists
from desktop.gui.pages.hand_off.receipts.receipt_work import look_at, take_in
from desktop.gui.pages.signing.key_panel import KeyPanel
from desktop.gui.running import run
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.quiet_label import hint
from desktop.media import Medium, medium
from desktop.operations.intake.give_receipt import give_and_deliver
from desktop.records.arrival import Arrival, Sorting
from desktop.records.exchange import Receipt
from desktop.records.issued import IssuedReport
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.rules.intake.statements import ticked_at_first
from desktop.store import records
from desktop.wording import arrivals

if TYPE_CHECKING:
    from desktop.files.delivery import Delivered
    from desktop.gui.session import Session

TITLE: Final = "Biên nhận"
FILES: Final = (("Biên nhận", "*.zip"), ("Mọi tệp", "*"))
PURPOSE: Final = "receipts"
WIDTH, HEIGHT = 690, 640
LEAST: Final = 150
"""Height of a list with its heading and four rows, at letters of 100 %."""
GIVE: Final = "Gói đã nhận: lập biên nhận"
BACK: Final = "Biên nhận mang về"
HOW_TO_GIVE: Final = (
    "Biên nhận ghi số liệu sổ này đang giữ, đếm lại từ đầu. Nơi gửi mở ở mục Bàn giao, "
    "nút Biên nhận."
)
HOW_TO_READ: Final = (
    "Nơi nhận trả một tệp biên nhận. Đọc tệp đó thì báo cáo ở mục Bàn giao đổi thành "
    "“Đã nhận, khớp”, hoặc nói rõ khác ở đâu."
)
NO_RECEIPT: Final = (
    "“{0}” không phải biên nhận mà là tệp đơn vị gửi: thả vào Thu thập, Khay nhận."
)
LOCKED: Final = "“{0}” đang khóa: thả vào Thu thập, Khay nhận để mở khóa."
DOUBTED: Final = "Chưa chắc biên nhận do nơi nhận gửi. Vẫn nhận?"
TAKE: Final = "Vẫn nhận biên nhận"
NOT_TAKEN: Final = "Chưa nhận biên nhận; tình trạng báo cáo không đổi."
GIVEN: Final = "Đã lập biên nhận và chép vào {0}; đã đọc lại, khớp."
PULL: Final = "Có thể rút USB."


def _told(one: Arrival) -> str:
    """Return what a file is, and where what is no receipt belongs."""
    if one.sorting in {Sorting.READY, Sorting.TO_MAP, Sorting.HELD}:
        return NO_RECEIPT.format(one.name)
    if one.sorting is Sorting.LOCKED:
        return LOCKED.format(one.name)
    return arrivals.reasons(one)


def _matches(one: Arrival) -> bool:
    """Tell whether a file is a receipt for exactly what was sent last."""
    codes = [found[0] for found in one.reasons]
    return one.sorting is Sorting.RECEIPT and "receipt_matches" in codes


class ReceiptsDialog(QDialog):
    """Packages that may get a receipt on one sheet, receipts for ours on the other."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Show what there is."""
        super().__init__(parent)
        self._session = session
        self._busy = False
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = MessageBar()
        self.packages = receipt_lists.packages(self)
        self.receipts = receipt_lists.receipts(self)
        self.keys = KeyPanel(session)
        self._area = _scrolled(self.keys)
        self.unsigned = QCheckBox("&Không ký số (biên nhận ghi rõ điều đó)")
        self.give_button = QPushButton("&Lập biên nhận…")
        self.read_button = QPushButton("Đọ&c biên nhận mang về…")
        self.close_button = QPushButton("Đóng")
        self.sheets = QTabWidget()
        self._lay_out()
        self._connect()
        self.refresh()
        self._begin()

    def refresh(self) -> None:
        """Read packages and receipts again."""
        db = self._session.store.reader
        standing = {"kind": ReturnKind.PACKAGE, "state": ReturnState.ACCEPTED}
        known = records.find(db, Receipt)
        self.packages.model_.show_rows(
            receipt_lists.with_receipts(records.find(db, Return, where=standing), known)
        )
        issued = records.find(db, IssuedReport)
        self.receipts.model_.show_rows(receipt_lists.brought_back(known, issued))
        if self.packages.current is None and self.packages.model_.rowCount():
            self.packages.selectRow(0)
        self._allow()

    def give(self) -> None:
        """Write the receipt of the package one is on, to a stick or a folder."""
        one = self.packages.current
        opened = self.keys.opened
        if one is None or self._busy or (opened is None and not self._plain):
            return
        folder = self._session.ask.choose_folder(
            "Chép biên nhận vào đâu?", purpose=PURPOSE
        )
        if folder is None:
            return
        key = None if opened is None or self._plain else opened.key
        work = partial(
            give_and_deliver, self._session.store, one.ret.id, Path(folder), key
        )
        self._busy = True
        self._allow()
        run(
            self._session,
            work,
            title="Lập biên nhận",
            then=self._on_given,
            ended=self._on_ended,
        )

    def read(self) -> None:
        """Take in a receipt that was brought back."""
        chosen = self._session.ask.choose_files(
            "Chọn biên nhận mang về", FILES, purpose=PURPOSE
        )
        if chosen:
            work = partial(look_at, self._session.store, tuple(chosen))
            run(self._session, work, title="Đọc biên nhận", then=self._on_seen)

    def done(self, result: int) -> None:
        """Close, unless it is at work; the key is let go."""
        if not self._busy:
            self.keys.forget()
            super().done(result)

    @property
    def _plain(self) -> bool:
        return self.unsigned.isChecked()

    def _on_given(self, delivered: "Delivered") -> None:
        said = GIVEN.format(delivered.path.parent)
        if medium(delivered.path) is Medium.REMOVABLE:
            said = f"{said} {PULL}"
        self.message.say(said)
        self.refresh()

    def _begin(self) -> None:
        """Begin with what this office has: packages of others, or only its own."""
        if self.packages.model_.rowCount():
            self.packages.setFocus()
        else:
            self.sheets.setCurrentIndex(1)
            self.read_button.setFocus()

    def _on_seen(self, found: tuple[Arrival, ...]) -> None:
        """Take in the receipts of ours; of one anybody could have written, ask."""
        ours = [one for one in found if one.sorting is Sorting.RECEIPT]
        doubted = [one for one in ours if not ticked_at_first(one)]
        if doubted and not self._session.ask.confirm(
            DOUBTED, verb=TAKE, detail="\n".join(map(arrivals.reasons, doubted))
        ):
            ours = [one for one in ours if one not in doubted]
        if ours:
            work = partial(take_in, self._session.store, found, tuple(ours))
            run(self._session, work, title="Nhận biên nhận", then=self._on_read)
        elif doubted:
            self.message.warn(NOT_TAKEN)
        else:
            self._on_read(found)

    def _on_read(self, found: tuple[Arrival, ...]) -> None:
        self.sheets.setCurrentIndex(1)
        said = " ".join(map(_told, found))
        if all(map(_matches, found)):
            self.message.say(said)
        else:
            self.message.warn(said)
        self.refresh()

    def _on_ended(self, *_: object) -> None:
        self._busy = False
        self._allow()

    def _allow(self) -> None:
        writable = self._session.store.writable and not self._busy
        ready = self._plain or self.keys.opened is not None
        there = self.packages.current is not None
        self._area.setVisible(there and not self._plain)
        self.unsigned.setEnabled(there)
        self.give_button.setEnabled(writable and ready and there)
        self.read_button.setEnabled(writable)

    def _connect(self) -> None:
        self.packages.selectionModel().currentRowChanged.connect(
            lambda *_: self._allow()
        )
        self.keys.ready.connect(self._allow)
        self.unsigned.toggled.connect(lambda _on: self._allow())
        self.give_button.clicked.connect(partial(self.give))
        self.read_button.clicked.connect(partial(self.read))
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        for button in (self.give_button, self.read_button, self.close_button):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
        self.sheets.setAccessibleName(TITLE)
        self.sheets.tabBar().setAccessibleName(TITLE)
        self.sheets.addTab(self._giving(), GIVE)
        self.sheets.addTab(self._bringing(), BACK)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(self.sheets, stretch=1)
        column.addLayout(button_row(self.close_button))
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))

    def _giving(self) -> QWidget:
        """Return the sheet of packages taken in: which, by which key, and do it."""
        self.packages.setMinimumHeight(theme.scaled(LEAST))
        theme.make_primary(self.give_button)
        last = QHBoxLayout()
        last.addWidget(self.unsigned)
        last.addStretch(1)
        last.addWidget(self.give_button)
        sheet, column = _sheet(HOW_TO_GIVE)
        column.addWidget(self.packages, stretch=1)
        column.addWidget(self._area, stretch=2)
        column.addLayout(last)
        return sheet

    def _bringing(self) -> QWidget:
        """Return the sheet of receipts for this office's own reports."""
        theme.make_primary(self.read_button)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.read_button)
        sheet, column = _sheet(HOW_TO_READ)
        column.addWidget(self.receipts, stretch=1)
        column.addLayout(last)
        return sheet


def _sheet(how: str) -> tuple[QWidget, QVBoxLayout]:
    """Return a sheet that begins with what it is for, and the column to go on with."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(*[theme.BETWEEN] * 4)
    column.setSpacing(theme.BETWEEN)
    column.addWidget(hint(how))
    return sheet, column


def _scrolled(inside: QWidget) -> QScrollArea:
    """Let a panel scroll: with large letters it would squeeze the lists flat."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for each in (area.viewport(), inside):  # of the colour of the sheet below them
        each.setAutoFillBackground(False)
    return area
