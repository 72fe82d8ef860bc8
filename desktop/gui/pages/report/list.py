"""List the draft of the period shown and every issued report."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.gui import theme
from desktop.gui.tables.plain_rows import show_plain_rows
from desktop.gui.tables.short_list import WrappedRows
from desktop.records.exchange import ReceiptOutcome
from desktop.records.period import Period
from desktop.rules.calendar import CUSTOM, parse_period, span
from desktop.rules.dates import format_date
from desktop.wording.labels import label
from desktop.wording.periods import period_label, period_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.gui.pages.report.work import Standing
    from desktop.records.exchange import Receipt
    from desktop.records.issued import IssuedReport

HEADINGS = ("Kỳ", "Bản", "Số", "Tình trạng")
DRAFT = "Bản thảo"
_NUMBER = 2
"""Column of the number the clerk gave; hidden while none has one."""
_STANDING = Qt.ItemDataRole.UserRole


class ReportList(QTableView):
    """One row for the draft, then one for each issued report, newest first."""

    chosen = Signal(object)
    """The `Standing` of an issued report, or None for the draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._rows.setHorizontalHeaderLabels(HEADINGS)
        self.setModel(self._rows)
        self.setAccessibleName("Bản thảo và các báo cáo đã ban hành")
        show_plain_rows(self)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedRows(self))
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {theme.INSIDE + 1}px; }}")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()
        self.selectionModel().currentRowChanged.connect(self._on_row)

    @property
    def current(self) -> "Standing | None":
        """Return the issued report chosen, or None for the draft."""
        index = self._rows.index(self.currentIndex().row(), 0)
        return cast("Standing | None", index.data(_STANDING))

    def show_reports(
        self,
        period: Period,
        reports: "Sequence[Standing]",
        wanted: str = "",
        kind: str = "",
    ) -> None:
        """List the reports and choose the one with the id wanted, else the draft."""
        before = self.blockSignals(True)
        model = self.selectionModel()
        quiet = model.blockSignals(True)
        self._rows.removeRows(0, self._rows.rowCount())
        reports = in_order(reports)
        self._add((period_label(period), "", "", DRAFT), None, kind)
        for each in reports:
            self._add(_cells(each), each, kind_name(each.issued.kind))
        ids = ["", *(each.issued.id for each in reports)]
        row = ids.index(wanted) if wanted in ids else 0
        numbered = any(each.issued.number for each in reports)
        self.setColumnHidden(_NUMBER, not numbered)
        self.selectRow(row)
        self.resizeRowsToContents()
        model.blockSignals(quiet)
        self.blockSignals(before)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            # The heading is dressed after the list: measure it then.
            QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break long names anew."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        row = theme.scaled(theme.ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        for column, width in ((1, 38), (2, 44), (3, 112)):
            least = header.sectionSizeHint(column)
            header.resizeSection(column, max(theme.scaled(width), least))
        self.resizeRowsToContents()

    def _add(
        self, texts: "Sequence[str]", standing: "Standing | None", kind: str
    ) -> None:
        items = [QStandardItem(text) for text in texts]
        for item in items:
            item.setToolTip("\n".join(part for part in (kind, item.text()) if part))
        items[0].setData(standing, _STANDING)
        if standing is None:
            font = self.font()
            font.setBold(True)
            items[0].setFont(font)
        self._rows.appendRow(items)

    def _on_row(self) -> None:
        self.chosen.emit(self.current)


def period_of(issued: "IssuedReport") -> Period:
    """Return the period an issued report speaks of."""
    if issued.period_code == CUSTOM:
        return span(issued.first_day, issued.last_day)
    from desktop.files.catalogue import load_regimes

    return parse_period(issued.period_code, load_regimes())


def in_order(reports: "Sequence[Standing]") -> "tuple[Standing, ...]":
    """Return reports as they come, each followed by the slips that correct it."""
    slips: dict[str, list[Standing]] = {}
    ids = {each.issued.id for each in reports}
    for each in reports:
        if each.issued.corrects in ids:
            slips.setdefault(str(each.issued.corrects), []).append(each)
    first = (each for each in reports if each.issued.corrects not in ids)
    return tuple(
        one for each in first for one in (each, *_with_slips(each.issued.id, slips))
    )


def _with_slips(
    report: str, slips: "dict[str, list[Standing]]"
) -> "Iterator[Standing]":
    for each in reversed(slips.get(report, [])):
        yield each
        yield from _with_slips(each.issued.id, slips)


def kind_name(kind: str) -> str:
    """Return what a kind of report is called; a slip is of no kind of its own."""
    from desktop.files.templates import load_template
    from desktop.rules.reports.kinds import KINDS

    known = any(one.code == kind for one in KINDS)
    return load_template(kind).name if known else "Bản điều chỉnh"


def named_on(what: str, phrase: str) -> str:
    """Name a kind of report on its period, no word twice: `báo cáo năm 2024`."""
    name, words = what.split(), phrase.split()
    for many in range(min(len(name), len(words)), 0, -1):
        if name[-many:] == words[:many]:
            return " ".join((*name, *words[many:]))
    return f"{what}, {phrase}"


def _cells(standing: "Standing") -> tuple[str, str, str, str]:
    issued = standing.issued
    name = period_label(period_of(issued))
    if issued.slip:
        name = f"↳ Điều chỉnh số {issued.slip}"
    elif not issued.kind.startswith("report-"):
        name = named_on(kind_name(issued.kind), period_phrase(period_of(issued)))
    return (
        name,
        "" if issued.slip else str(issued.version),
        issued.number or "–",
        state_words(standing),
    )


def state_words(standing: "Standing") -> str:
    """Say how far an issued report has come, in one or two words."""
    if standing.receipt is not None:
        return receipt_state(standing.receipt)
    if standing.delivered is not None:
        return "✓ Đã bàn giao"
    if standing.signed and standing.waiting is not None:
        return f"Chờ {label(standing.waiting).lower()} ký"
    if standing.signed:
        return "✓ Đã ký thử" if standing.test_key else "✓ Đã ký"
    if standing.by_hand:
        return "✓ Đã ký tay" if standing.scanned else "Chờ ký tay"
    return "Đã xuất" if standing.exported else "Đã ban hành"


def receipt_state(receipt: "Receipt") -> str:
    """Say how the receiver's receipt stands to what was sent, with a sign."""
    sign = "✓" if receipt.outcome is ReceiptOutcome.MATCHES else "▲"
    return f"{sign} {label(receipt.outcome)}"


def receipt_line(receipt: "Receipt") -> str:
    """Say who received which version when, and who signed the receipt."""
    version = str(receipt.version)
    if receipt.slip:
        version += f", điều chỉnh {receipt.slip}"
    day = format_date(receipt.received_at)
    signed = f"ký bởi {receipt.signer}" if receipt.signer else "không ký số"
    return f"{receipt.agency} nhận bản {version} ngày {day}; biên nhận {signed}"


def facts_line(standing: "Standing") -> str:
    """Say in one line what is known of an issued report."""
    issued = standing.issued
    when = f"{issued.issued_at:%H:%M} ngày {format_date(issued.issued_at)}"
    name = (
        f"Bản điều chỉnh số {issued.slip}" if issued.slip else f"Bản {issued.version}"
    )
    parts = [f"{name}, ban hành {when}"]
    if issued.number or issued.dated:
        number = f"số {issued.number}" if issued.number else "chưa ghi số"
        day = f"ngày {format_date(issued.dated)}" if issued.dated else "chưa ghi ngày"
        parts.append(f"{number}, {day}")
    if standing.signed_by:
        parts.append(f"ký bởi {standing.signed_by}")
    if standing.signed and standing.waiting is not None:
        parts.append(f"còn chờ {label(standing.waiting).lower()} ký")
    if standing.by_hand:
        parts.append(
            "ký tay trên bản in" + ("" if standing.scanned else ", chưa có bản quét")
        )
    if standing.delivered is not None:
        parts.append(f"bàn giao tới {standing.delivered.target}")
    if standing.receipt is not None:
        said = label(standing.receipt.outcome).lower()
        parts.append(f"{said}: {receipt_line(standing.receipt)}")
    return "; ".join(parts) + "."


def version_words(issued: "IssuedReport") -> str:
    """Say which version of which report one is, in one line."""
    what = (
        f"Bản điều chỉnh số {issued.slip}" if issued.slip else f"Bản {issued.version}"
    )
    period = period_phrase(period_of(issued))
    number = f", số {issued.number}" if issued.number else ""
    return (
        f"{what}{number} – {named_on(kind_name(issued.kind), period)} "
        f"({format_date(issued.issued_at)})"
    )
