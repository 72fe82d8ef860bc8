"""Agencies: what each is and was called, what became of it, and its figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.files import catalogue
from desktop.gui import theme
from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.pages.plan.agency_dialogs import (
    AgencyDialog,
    DissolveDialog,
    MergeDialog,
    RenameDialog,
    SplitDialog,
)
from desktop.gui.pages.plan.agency_figures import AgencyFiguresView
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.gui.steps import offer
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.read_agency_figures import (
    AgencyFigures,
    read_agency_figures,
)
from desktop.operations.plans.read_plan import PlanBook
from desktop.progress import Progress
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.period import Period
from desktop.rules.agency_book import AgencyBook
from desktop.rules.dates import format_date
from desktop.rules.vietnamese import exact_key
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.periods import period_phrase


@dataclass(frozen=True, slots=True)
class AgencySheet:
    """What the page shows."""

    book: AgencyBook
    figures: AgencyFigures
    kinds: Mapping[str, str]
    """Names of the kinds of agency."""
    tiers: Mapping[str, str]
    """Names of the levels."""


class PlanAgencies(QWidget):
    """Every agency, in the order of lists, and what can be done with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without agencies."""
        super().__init__(parent)
        self._session = session
        self.book = AgencyBook()
        self._kinds: dict[str, str] = {}
        self._tiers: dict[str, str] = {}
        self._wanted = ""
        self.dialog: DeedDialog | None = None
        self.message = MessageBar()
        self.list = self._make_list()
        self.figures = AgencyFiguresView()
        self.pages = QStackedWidget()
        self.figures_button = QPushButton("Số &liệu theo đơn vị")
        self.buttons = {
            name: QPushButton(words)
            for name, words in (
                ("add", "Thê&m…"),
                ("amend", "Sử&a…"),
                ("rename", "Đổ&i tên…"),
                ("merge", "Sáp nhậ&p…"),
                ("split", "Chia tác&h…"),
                ("dissolve", "&Giải thể…"),
            )
        }
        self.reading = Reading(self, session, _read)
        self._lay_out()
        self._connect()
        self._allow()

    def show_book(self, book: PlanBook) -> None:
        """Show the agencies of the office file."""
        self.list.model_.show_rows(book.agencies)
        self._allow()

    def add(self) -> None:
        """Ask for a new agency."""
        self._ask(
            AgencyDialog(self._session, self.book, self._tiers, None, self),
            "Đã thêm cơ quan",
        )

    def amend(self) -> None:
        """Ask what to mend of the agency one is on."""
        agency = self.list.current
        if agency is not None:
            self._ask(
                AgencyDialog(self._session, self.book, self._tiers, agency, self),
                "Đã sửa",
            )

    def rename(self) -> None:
        """Ask for the new name of the agency one is on."""
        agency = self.list.current
        if agency is not None:
            dialog = RenameDialog(self._session, self.book, agency, self)
            self._ask(dialog, "Đã đổi tên")

    def merge(self) -> None:
        """Ask which agencies merge into which."""
        dialog = MergeDialog(self._session, self.book, self.list.current, self)
        self._ask(dialog, "Đã sáp nhập")

    def split(self) -> None:
        """Ask into which the agency one is on was split."""
        agency = self.list.current
        if agency is not None:
            self._ask(SplitDialog(self._session, agency, self), "Đã chia tách")

    def dissolve(self) -> None:
        """Ask since when the agency one is on is no more."""
        agency = self.list.current
        if agency is not None:
            self._ask(DissolveDialog(self._session, agency, self), "Đã giải thể")

    def _make_list(self) -> ShortList:
        columns = (
            Column(heading="Tên", text=lambda one: one.name, weight=31),
            Column(
                heading="Loại",
                text=lambda one: self._kinds.get(one.kind, one.kind),
                weight=15,
            ),
            Column(
                heading="Cấp",
                text=lambda one: self._tiers.get(one.tier, one.tier),
                weight=9,
            ),
            Column(heading="Cấp trên", text=self._parent, weight=16),
            Column(heading="Mã", text=lambda one: one.code, weight=5),
            Column(heading="Thời gian", text=_years, weight=11),
            Column(heading="Tên cũ", text=self._former, weight=13),
        )
        model = ShortModel(columns, lambda one: one.id, self)
        return ShortList(model, "Cơ quan, đơn vị", self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.figures_button)
        self.figures_button.setCheckable(True)
        for button in (*self.buttons.values(), self.figures_button):
            button.setAccessibleName(button.text().replace("&", ""))
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.pages, stretch=1)

    def _connect(self) -> None:
        asked = (
            self.add,
            self.amend,
            self.rename,
            self.merge,
            self.split,
            self.dissolve,
        )
        for button, ask in zip(self.buttons.values(), asked, strict=True):
            button.clicked.connect(ask)
        self.figures_button.toggled.connect(self._on_figures)
        self.list.chosen.connect(lambda _agency: self.amend())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.reading.arrived.connect(self._on_read)

    def _ask(self, dialog: DeedDialog, done: str) -> None:
        self.dialog = dialog
        dialog.done_.connect(lambda value: self._on_done(done, value))
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_done(self, done: str, value: object) -> None:
        name = value.name if isinstance(value, Agency) else ""
        said = f"{done}: {name}" if name else f"{done}."
        offer(self._session, said, self.message)
        self._wanted = value.id if isinstance(value, Agency) else ""

    def _on_closed(self) -> None:
        self.dialog = None
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, sheet: AgencySheet) -> None:
        self.book = sheet.book
        self._kinds, self._tiers = dict(sheet.kinds), dict(sheet.tiers)
        self.list.model_.show_rows(sheet.book.agencies)
        self.figures.show_figures(sheet.figures, period_phrase(self._session.period))
        if self._wanted and self.list.select(self._wanted):
            self._wanted = ""
        self._allow()

    def _on_figures(self, shown: bool) -> None:
        self.pages.setCurrentWidget(self.figures if shown else self.list)
        self._allow()

    def _allow(self) -> None:
        # The plan shows its agencies before all that is known of them was read.
        known = bool(self.book.agencies)
        listed = known and self.pages.currentWidget() is self.list
        on_one = listed and self.list.current is not None
        for name, button in self.buttons.items():
            button.setEnabled(listed if name in {"add", "merge"} else on_one)

    def _parent(self, agency: Agency) -> str:
        parent = self._session.agencies.get(agency.parent) if agency.parent else None
        return (parent.short_name or parent.name) if parent else ""

    def _former(self, agency: Agency) -> str:
        """Return what an agency was called before, with the last day of each name."""
        now = exact_key(agency.name)
        return "; ".join(
            f"{one.name} (đến {format_date(one.last_day)})"
            for one in self.book.names_of(agency)
            if exact_key(one.name) != now
        )


def _years(agency: Agency) -> str:
    """Return from when to when an agency exists, where that is known."""
    first = f"từ {format_date(agency.valid_from)}" if agency.valid_from else ""
    last = f"đến {format_date(agency.valid_to)}" if agency.valid_to else ""
    return f"{first} {last}".strip()


def _read(store: Store, period: Period, progress: Progress) -> AgencySheet:
    where = {"catalogue": "agency_kind"}
    kinds = records.find(store.reader, CatalogueItem, where=where)
    return AgencySheet(
        book=read_agencies(store),
        figures=read_agency_figures(store, period, progress),
        kinds={str(one.code): one.name for one in kinds},
        tiers={one.code: one.name for one in catalogue.load_tiers().levels},
    )
