"""Bàn giao: take a signed report out on a stick or by mail, and check what came in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import icons, theme
from desktop.gui.drives import Drive, removable
from desktop.gui.opening import open_path
from desktop.gui.pages.hand_off.deliver_panel import DeliverPanel
from desktop.gui.pages.hand_off.delivery_list import DeliveryList
from desktop.gui.pages.hand_off.own_key import OwnKey
from desktop.gui.pages.hand_off.package_options import PackageOptions
from desktop.gui.pages.hand_off.words import (
    UNSIGNED,
    UNSIGNED_DETAIL,
    package_words,
    report_words,
    state_words,
)
from desktop.gui.pages.report import work as report_work
from desktop.gui.pages.report.work import Standing
from desktop.gui.running import run
from desktop.gui.verifying.verifier import Verifier
from desktop.gui.widgets.empty_state import EmptyState
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.narrowing import narrow_choices, narrow_label
from desktop.gui.widgets.plain_label import plain_label
from desktop.gui.widgets.quiet_label import heading
from desktop.operations.sending.find_package import find_package
from desktop.records.exchange import Delivery, EvidenceCarried
from desktop.store import records

if TYPE_CHECKING:
    from desktop.gui.pages.hand_off.receipts.receipts_dialog import ReceiptsDialog
    from desktop.gui.pages.signing.dialog import SignDialog
    from desktop.gui.session import Session

MAIL_FILES = (("Thư nháp", "*.eml"),)
KEPT = frozenset({"issued_reports", "issued_copies", "deliveries", "receipts"})
PANEL_WIDTH = 500


class HandOffPage(QWidget):
    """Packages out, their history, and the check of anything received."""

    def __init__(
        self,
        session: "Session",
        look: Callable[[], tuple[Drive, ...]] = removable,
    ) -> None:
        """Lay out; sticks are looked for with the function given."""
        super().__init__()
        self._session = session
        self._signed: tuple[Standing, ...] = ()
        self._waiting: Standing | None = None
        self._folder: Path | None = None
        self._package: Path | None = None
        self.sign_dialog: SignDialog | None = None
        self.receipts_dialog: ReceiptsDialog | None = None
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.report = QComboBox()
        self.package_words = plain_label()
        self.pack = QPushButton("Đón&g gói…")
        self.options = PackageOptions(session)
        self.own_key = OwnKey(session)
        self.panel = DeliverPanel(session, look)
        self.history = DeliveryList(self)
        self.message = MessageBar()
        self.verifier = Verifier(session.jobs, session.ask, self)
        self.stack = QStackedWidget()
        self.bar = QToolBar()
        self.mail = self._add("Thư nháp có kèm tệp…", "Ctrl+M", self.compose)
        self.folder = self._add("Mở thư mục gói", "", self.open_folder)
        self.verify = self._add(
            "Kiểm tra tệp nhận được…", "Ctrl+Shift+T", self.verifier.ask
        )
        self.receiving = self._add("Khóa nhận gói…", "", self.own_key.show)
        self.receipts = self._add("Biên nhận…", "", self.show_receipts)
        self._lay_out()
        self.options.evidence_changed.connect(self._on_evidence)
        self.options.locked_changed.connect(self._show_leaving)
        self.report.currentIndexChanged.connect(self._on_report)
        self.pack.clicked.connect(self.seal)
        self.panel.ended.connect(self._show_history)
        session.jobs.changed.connect(self._on_changed)
        self.refresh()

    @property
    def current(self) -> Standing | None:
        """Return the signed report chosen, or None when there is none."""
        row = self.report.currentIndex()
        return self._signed[row] if 0 <= row < len(self._signed) else None

    def show_receipts(self) -> None:
        """Show receipts given and brought back, and the way to give one."""
        from desktop.gui.pages.hand_off.receipts.receipts_dialog import ReceiptsDialog

        self.receipts_dialog = ReceiptsDialog(self._session, self)
        self.receipts_dialog.open()

    def refresh(self, wanted: str = "") -> None:
        """Read reports and history anew; choose the report wanted, or keep it.

        Where none is wanted by name, one that was signed meanwhile is meant.
        """
        known = {each.issued.id for each in self._signed}
        kept = "" if self.current is None else self.current.issued.id
        found = report_work.standings(self._session.store)
        self._signed = tuple(each for each in found if each.travels)
        self._waiting = next((each for each in found if each.waiting), None)
        fresh = [each.issued.id for each in self._signed if each.issued.id not in known]
        wanted = wanted or (fresh[0] if known and fresh else kept)
        quiet = self.report.blockSignals(True)
        self.report.clear()
        for each in self._signed:
            self.report.addItem(report_words(each))
        ids = [each.issued.id for each in self._signed]
        self.report.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)
        self.report.blockSignals(quiet)
        self.stack.setCurrentIndex(0 if self._signed else 1)
        self._on_report()
        self._show_history()

    def open(self, what: object) -> None:
        """Choose the report with this id."""
        self.refresh(str(what))

    def seal(self) -> None:
        """Make the package, with the key once more: keys are never kept."""
        if self.current is None or self._folder is None:
            return
        if self.current.by_hand:
            self._pack_unsigned(self.current, self._folder)
            return
        from desktop.gui.pages.signing.dialog import SignDialog

        report_id = self.current.issued.id
        self.sign_dialog = SignDialog(
            self._session,
            report_id,
            self._folder,
            self,
            sign=False,
            evidence=self.options.carried,
        )
        self.sign_dialog.finished.connect(self._on_sealed)
        self.sign_dialog.open()

    def compose(self) -> None:
        """Write a draft mail with the files attached, where somebody wants it."""
        leaving = self._leaving
        if self.current is None or leaving is None or self._folder is None:
            return
        target = self._session.ask.save_file(
            "Lưu thư nháp", f"{leaving.stem}.eml", MAIL_FILES, purpose="mail"
        )
        if target is not None:
            from desktop.gui.pages.hand_off.mailing import write_mail

            run(
                self._session,
                partial(
                    write_mail,
                    self._session.store,
                    self.current.issued,
                    leaving,
                    target,
                ),
                title="Lập thư nháp",
                then=self._on_composed,
            )

    def open_folder(self) -> None:
        """Open the folder the package lies in."""
        if self._folder is not None:
            open_path(self._session.ask, self._folder)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icons: after the window's first paint, not before."""
        super().showEvent(event)
        if self.mail.icon().isNull():
            self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.mail.icon().isNull():
            self._draw_icons()

    def _lay_out(self) -> None:
        title = QLabel("Bàn giao")
        title.setProperty("role", "title")
        self.bar.setAccessibleName("Việc bàn giao")
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.stack.addWidget(self._work())
        self.stack.addWidget(
            EmptyState(
                "Chưa có báo cáo nào đủ chữ ký",
                (("Sang Báo cáo", self._to_reports),),
                "Ban hành, xuất và ký báo cáo rồi quay lại đây để chép sang USB. "
                "Tệp nơi khác gửi đến thì kiểm tra được ngay: kéo thả tệp vào đây.",
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        for part in (title, self.state, self.bar, self.message):
            column.addWidget(part)
        column.addWidget(self.stack, stretch=1)

    def _work(self) -> QWidget:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GROUPS)
        row.addWidget(self._scrolled(self._left()), stretch=1)
        right = QVBoxLayout()
        right.setSpacing(theme.INSIDE)
        right.addWidget(heading("Lịch sử bàn giao"))
        right.addWidget(self.history, stretch=1)
        row.addLayout(right, stretch=1)
        return work

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        # With large letters the panel is taller than an old screen.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMaximumWidth(theme.scaled(PANEL_WIDTH))
        area.setWidget(inside)
        self.panel.ended.connect(self._show_end)
        self._area = area
        return area

    def _left(self) -> QWidget:
        left = QWidget()
        self.report.setAccessibleName("Báo cáo đã ký")
        self.pack.setAccessibleName("Đóng gói…")
        self.pack.setProperty("primary", True)
        narrow_choices(self.report)
        narrow_label(self.package_words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.BETWEEN)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self.options.label.sizeHint().width())
        label = QLabel("&Báo cáo")
        label.setBuddy(self.report)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.report, 0, 1, 1, 2)
        grid.addWidget(QLabel("Gói"), 1, 0)
        grid.addWidget(self.package_words, 1, 1)
        grid.addWidget(self.pack, 1, 2)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.BETWEEN, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(heading("Gói cần bàn giao"))
        column.addLayout(grid)
        column.addWidget(self.options)
        column.addSpacing(theme.AROUND)
        column.addWidget(heading("Nơi nhận"))
        column.addWidget(self.panel)
        column.addStretch()
        return left

    def _draw_icons(self) -> None:
        for action, name in (
            (self.mail, "mail"),
            (self.folder, "open"),
            (self.verify, "check"),
            (self.receiving, "key"),
            (self.receipts, "receipt"),
        ):
            action.setIcon(icons.icon(name))

    def _add(self, words: str, key: str, call: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: call())
        self.addAction(action)
        self.bar.addAction(action)
        return action

    @property
    def _leaving(self) -> Path | None:
        """Return what leaves the office: the package, or the locked one."""
        return self.options.locked or self._package

    def _on_report(self) -> None:
        standing = self.current
        self._folder = None
        if standing is not None:
            report_id = standing.issued.id
            self._folder = report_work.folder_of(self._session, report_id)
        carried = self._found(self.options.carried)
        if self._package is None:
            carried = self._found(None)
        self.options.choose_carried(carried)
        self._on_evidence()

    def _found(self, wanted: EvidenceCarried | None) -> EvidenceCarried:
        """Find a package with the evidence wanted, or with any; tell with how much."""
        self._package = None
        if self.current is not None and self._folder is not None:
            self._package = find_package(
                self._session.store, self.current.issued.id, self._folder, wanted
            )
        if self._package is None:
            return wanted or EvidenceCarried.NONE
        from desktop.files.package_header import read_header

        return read_header(self._package).evidence

    def _on_evidence(self) -> None:
        self._found(self.options.carried)
        self.options.show_package(self._package)
        self.pack.setVisible(self._package is None)
        self.panel.lead(self._package is not None)
        self.pack.setEnabled(self._folder is not None)
        self.mail.setEnabled(self._package is not None)
        self.folder.setEnabled(self._folder is not None)
        self.package_words.setText(
            package_words(self.current, self._package, self._folder)
        )
        self._show_leaving()
        self.state.setText(state_words(self.current, self._waiting))

    def _show_leaving(self) -> None:
        report_id = "" if self.current is None else self.current.issued.id
        self.panel.show_package(report_id, self._leaving)

    def _pack_unsigned(self, standing: Standing, folder: Path) -> None:
        if not self._session.ask.confirm(
            UNSIGNED, verb="Đóng gói không ký số", detail=UNSIGNED_DETAIL
        ):
            return
        from desktop.operations.sending.pack_report import pack_report
        from desktop.operations.signing.sign_report import ReportFiles

        store = self._session.store
        files = ReportFiles(report=standing.issued.id, folder=folder)
        run(
            self._session,
            lambda progress: pack_report(
                store, files, None, progress, evidence=self.options.carried
            ),
            title="Đóng gói báo cáo",
            then=self._on_sealed,
        )

    def _show_history(self) -> None:
        found = records.find(self._session.store.reader, Delivery)
        self.history.show_deliveries(found)

    def _show_end(self) -> None:
        # Only after the layout has made room for the sentence below the button.
        bar = self._area.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(bar.maximum()))

    def _to_reports(self) -> None:
        self._session.place_wanted.emit("report", None)

    def _on_sealed(self, *_: object) -> None:
        self.sign_dialog = None
        self.refresh()

    def _on_composed(self, written: tuple[Path, ...]) -> None:
        many = f"{len(written)} thư nháp, từ " if len(written) > 1 else "thư nháp "
        self.message.say(
            f"Đã lập {many}{written[0].name}; mở bằng chương trình thư để gửi.",
            "Mở thư mục",
            lambda: open_path(self._session.ask, written[0].parent),
        )

    def _on_changed(self, touched: frozenset[str]) -> None:
        if touched & KEPT:
            self.refresh()
