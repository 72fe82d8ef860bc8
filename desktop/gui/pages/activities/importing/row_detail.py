"""One row of the table in full: what is wrong, what changes, what it may repeat."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.gui import theme
from desktop.gui.pages.activities.importing.rows_model import (
    changes,
    is_refused,
    one_line,
)
from desktop.gui.pages.activities.importing.step_bar import Place
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.gui.tables.columns import Column
from desktop.rules.dates import format_date
from desktop.rules.entry import title_of
from desktop.rules.entry_table.fates import CellFate, RowFate
from desktop.wording.entry_preview import (
    cell_address,
    cell_sentence,
    fate_label,
    fate_shape,
    letters_label,
    row_sentence,
)

_BLANK = "–"
_AIRY = "<style>div { line-height: 130%; }</style>"
_TWIN, _BACK, _ROW, _STEP = "twin:", "back:", "row:", "step:"
_ANSWER = f'<a href="{_STEP}{Place.COLUMNS.value}">Trả lời ở bước Cột</a>'
_CHOOSE = f'<a href="{_STEP}{Place.WORDS.value}">Chọn một lần cho mọi dòng</a>'
_GIVE = f'<a href="{_STEP}{Place.COLUMNS.value}">Xem ở bước Cột</a>'
_LINKS = {
    "word_unknown": _CHOOSE,
    "date_ambiguous": _ANSWER,
    "number_ambiguous": _ANSWER,
}
"""Where a problem is settled for all rows at once, by its code."""


class RowDetail(QTextBrowser):
    """What is to be known of the row one is on; its text can be copied."""

    row_wanted = Signal(int)
    """Number of another row of the file, to go to."""
    step_wanted = Signal(object)
    """The `Place` where what is wrong is settled for all rows at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a row."""
        super().__init__(parent)
        self.setAccessibleName("Chi tiết dòng đang chọn")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.INSIDE)
        self.anchorClicked.connect(self._on_link)
        self._row: RowFate | None = None
        self._targets: Targets | None = None
        self._columns: Sequence[Column] = ()
        self._twins: dict[str, Any] = {}

    def show_row(
        self,
        row: RowFate | None,
        targets: Targets,
        columns: Sequence[Column],
        twins: dict[str, Any],
    ) -> None:
        """Show a row.

        Args:
            row: None: there is none.
            targets: Names fields.
            columns: Show a kept entry, one each.
            twins: Entries kept that the row may repeat, by id.
        """
        self._row, self._targets = row, targets
        self._columns, self._twins = columns, twins
        self._write(() if row is None else self._lines(row, targets))

    def show_twin(self, twin: str) -> None:
        """Show a row beside an entry it may repeat."""
        kept, row, targets = self._twins.get(twin), self._row, self._targets
        if kept is not None and row is not None and targets is not None:
            self._write(self._compared(row, targets, kept))

    def _write(self, lines: Iterable[str]) -> None:
        self.setHtml(_AIRY + "".join(lines))

    def _lines(self, row: RowFate, targets: Targets) -> Iterator[str]:
        head = f"Dòng {row.number} · {fate_shape(row.fate)} {fate_label(row.fate)}"
        if row.hidden:
            head += " · dòng này bị ẩn trong tệp"
        yield f"<div><b>{escape(head)}</b></div>"
        for blocking in (True, False):
            yield from self._problems(row, targets, blocking=blocking)
        yield from self._twin_lines(row)
        yield from self._change_lines(row, targets)
        for cell in row.cells:
            if cell.healed:
                yield _quiet(_healing(row, cell))

    def _problems(
        self, row: RowFate, targets: Targets, *, blocking: bool
    ) -> Iterator[str]:
        sign, ink = ("▲", "bad") if blocking else ("?", "warn")
        for cell in row.cells:
            label = targets.label(cell.field)
            for one in cell.problems:
                if one.blocking is blocking:
                    said = cell_sentence(row, cell, one, label)
                    yield _inked(sign, said, ink, _LINKS.get(one.code, ""))
        for one in row.problems:
            if one.blocking is blocking:
                said = row_sentence(row, one, targets.label)
                lacks = one.code == "missing" and blocking
                yield _inked(sign, said, ink, _GIVE if lacks else "")

    def _twin_lines(self, row: RowFate) -> Iterator[str]:
        for twin in row.twins:
            if twin.startswith("#"):
                number = twin[1:]
                said = f"Có thể trùng với dòng {number} của tệp."
                link = f'<a href="{_ROW}{escape(number)}">Tới dòng {escape(number)}</a>'
            elif twin in self._twins:
                said = f"Có thể trùng với mục đã ghi: {_name(self._twins[twin])}."
                link = f'<a href="{_TWIN}{escape(twin)}">So sánh hai bên</a>'
            else:
                continue
            yield _inked("?", said, "warn", link)

    def _change_lines(self, row: RowFate, targets: Targets) -> Iterator[str]:
        changed = [cell for cell in row.cells if changes(row, cell)]
        if not changed:
            return
        cells = (
            (targets.label(one.field), one.before, one.found, one.shown)
            for one in changed
        )
        yield _table(("Mục", "Đang có", "Trong tệp", "Sẽ giữ"), cells)

    def _compared(self, row: RowFate, targets: Targets, kept: object) -> Iterator[str]:
        head = f"Dòng {row.number} và mục đã ghi"
        link = f'<a href="{_BACK}">Trở lại</a>'
        yield f"<div><b>{escape(head)}</b> · {link}</div>"
        told = {column.field.name: column for column in self._columns}
        lines = []
        for cell in row.cells:
            column = told.get(cell.field)
            if column is not None:
                shown = cell.found if is_refused(cell) else cell.shown
                lines.append((targets.label(cell.field), shown, column.text(kept)))
        yield _table(("Mục", "Trong tệp", "Mục đã ghi"), lines)

    def _on_link(self, url: QUrl) -> None:
        link = url.toString()
        if link.startswith(_TWIN):
            self.show_twin(link.removeprefix(_TWIN))
        elif link.startswith(_ROW):
            self.row_wanted.emit(int(link.removeprefix(_ROW)))
        elif link.startswith(_STEP):
            self.step_wanted.emit(Place(int(link.removeprefix(_STEP))))
        elif self._row is not None and self._targets is not None:
            self.show_row(self._row, self._targets, self._columns, self._twins)


def twins_kept(row: RowFate | None) -> tuple[str, ...]:
    """Return the ids of kept entries a row may repeat."""
    if row is None:
        return ()
    return tuple(one for one in row.twins if not one.startswith("#"))


def _name(record: object) -> str:
    day = getattr(record, "last_day", None)
    title = one_line(title_of(record))
    return f"{title} ({format_date(day)})" if day is not None else title


def _healing(row: RowFate, cell: CellFate) -> str:
    address = cell_address(cell.column, row.number)
    return (
        f"{address} {letters_label(cell.healed)}: “{one_line(cell.found)}” → "
        f"“{one_line(cell.text)}”"
    )


def _inked(sign: str, text: str, ink: str, link: str = "") -> str:
    colour = theme.colour(ink).name()
    mark = f'<span style="color:{colour}"><b>{sign}</b></span>'
    return f"<div>{mark} {escape(text)} {link}</div>"


def _quiet(text: str) -> str:
    colour = theme.colour("quiet").name()
    return f'<div style="color:{colour}">{escape(text)}</div>'


def _table(heads: Sequence[str], lines: Iterator[Sequence[str]] | list[Any]) -> str:
    colour = theme.colour("quiet").name()
    gap = f"padding-right:{2 * theme.AROUND}px"
    top = "".join(
        f'<td style="color:{colour};{gap}">{escape(one)}</td>' for one in heads
    )
    rows = "".join(
        "<tr>"
        + "".join(f'<td style="{gap}">{escape(one) or _BLANK}</td>' for one in line)
        + "</tr>"
        for line in lines
    )
    return f"<table><tr>{top}</tr>{rows}</table>"
