"""The agencies the plan names: kind, level, names."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.read_plan import PlanBook
from desktop.records.agency import Agency
from desktop.rules.dates import format_date


class PlanAgencies(QWidget):
    """Every agency, in the order of lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without agencies."""
        super().__init__(parent)
        self._kinds: dict[str, str] = {}
        self._tiers: dict[str, str] = {}
        columns = (
            Column(heading="Tên", text=lambda one: one.name, weight=34),
            Column(heading="Tên ngắn", text=lambda one: one.short_name, weight=16),
            Column(
                heading="Loại",
                text=lambda one: self._kinds.get(one.kind, one.kind),
                weight=20,
            ),
            Column(
                heading="Cấp",
                text=lambda one: self._tiers.get(one.tier, one.tier),
                weight=10,
            ),
            Column(heading="Thời gian", text=_years, weight=20),
        )
        model = ShortModel(columns, lambda one: one.id, self)
        self.list = ShortList(model, "Cơ quan, đơn vị", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.addWidget(self.list)

    def show_book(self, book: PlanBook) -> None:
        """Show the agencies of the office file."""
        self._kinds = {str(code): name for code, name in book.kinds.items()}
        self._tiers = dict(book.tiers)
        self.list.model_.show_rows(book.agencies)


def _years(agency: Agency) -> str:
    """Return from when to when an agency exists, where that is known."""
    first = f"từ {format_date(agency.valid_from)}" if agency.valid_from else ""
    last = f"đến {format_date(agency.valid_to)}" if agency.valid_to else ""
    return f"{first} {last}".strip()
