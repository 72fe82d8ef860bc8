"""Know how cells look, and give each look one number in the workbook."""

from dataclasses import dataclass, replace
from typing import Any

from desktop.records.report import Column, ColumnType, RowKind

FONT = "Times New Roman"
TEXT_SIZE = 13
"""Points of the letterhead, titles and body; Decree 30/2020, Annex I."""
TABLE_SIZE = 11
"""Points inside tables."""
HEADING_FILL = "E7EEEE"
"""A grey that survives a black-and-white print."""

WHOLE = "#,##0"
ONE_DECIMAL = "#,##0.0"
DATE = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cell looks."""

    size: float = TEXT_SIZE
    bold: bool = False
    italic: bool = False
    underline: bool = False
    horizontal: str = "left"
    vertical: str = "top"
    wrap: bool = True
    """False keeps to one line, in smaller type where there is too little room."""
    indent: int = 0
    boxed: bool = False
    """A thin line on all four sides."""
    ruled: bool = False
    """A thin line above, and nothing else."""
    filled: bool = False
    form: str = "General"
    """Number format."""
    guarded: bool = False
    """Text that Excel must never take for a formula, even when edited."""
    entry: bool = False
    """A cell that is to be filled in, on a sheet that is otherwise protected."""


class Styles:
    """The numbers of all looks used in one workbook."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401  openpyxl is untyped inside
        """Make Times New Roman the font of every cell not styled otherwise."""
        from openpyxl.styles import Font
        from openpyxl.utils.indexed_list import IndexedList

        font = Font(name=FONT, size=TABLE_SIZE, family=1)
        workbook._fonts = IndexedList([font])  # noqa: SLF001  no public way
        workbook._named_styles["Normal"].font = font  # noqa: SLF001
        sheet = workbook.create_sheet("scratch")
        self._numbers: dict[Look, int] = {}
        self._sheet = sheet
        workbook.remove(sheet)
        self._workbook = workbook

    def number(self, look: Look) -> int:
        """Return the number of a look, registering it when first asked for."""
        if look not in self._numbers:
            self._numbers[look] = self._register(look)
        return self._numbers[look]

    def _register(self, look: Look) -> int:
        from openpyxl.cell import Cell
        from openpyxl.styles import Alignment, Font, PatternFill, Protection

        cell: Any = Cell(self._sheet, row=1, column=1)
        cell.font = Font(
            name=FONT,
            family=1,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underline="single" if look.underline else None,
        )
        cell.alignment = Alignment(
            horizontal=look.horizontal,
            vertical=look.vertical,
            wrap_text=look.wrap,
            shrink_to_fit=not look.wrap,
            indent=look.indent,
        )
        cell.border = _border(look)
        if look.filled:
            cell.fill = PatternFill("solid", start_color=HEADING_FILL)
        cell.number_format = look.form
        cell.quotePrefix = look.guarded
        if look.entry:
            cell.protection = Protection(locked=False)
        return int(self._workbook._cell_styles.add(cell._style))  # noqa: SLF001


def _border(look: Look) -> Any:  # noqa: ANN401  openpyxl is imported late
    from openpyxl.styles import Border, Side

    thin = Side(style="thin")
    if look.boxed:
        return Border(left=thin, right=thin, top=thin, bottom=thin)
    return Border(top=thin) if look.ruled else Border()


TITLE = Look(bold=True, horizontal="center", vertical="center")
UNIT = Look(size=TABLE_SIZE, italic=True, horizontal="right")
NOTE = Look(size=TABLE_SIZE, italic=True)
HEADING = Look(
    size=TABLE_SIZE,
    bold=True,
    horizontal="center",
    vertical="center",
    boxed=True,
    filled=True,
)
NUMBER = replace(HEADING, bold=False, italic=True, filled=False)

_RIGHT = (ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.PERCENT, ColumnType.MONEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnStyles:
    """Style numbers of one column's cells, by what they hold."""

    blank: int
    text: int
    guarded: int
    whole: int
    broken: int
    """A number with a decimal."""
    date: int


def column_styles(
    styles: Styles, column: Column, kind: RowKind, mark: str = ""
) -> ColumnStyles:
    """Return the style numbers of a column in rows of one kind.

    A mark stands beside a number as part of its format, so that it stays a number.
    """
    look = Look(
        size=TABLE_SIZE,
        bold=kind is not RowKind.DATA,
        horizontal=_side(column.type),
        vertical="center",
        indent=1 if indented(column.type) else 0,
        boxed=True,
    )
    text = (
        replace(look, horizontal="center", indent=0) if column.type in _RIGHT else look
    )
    whole, broken, day = (
        f'{form}" {mark}"' if mark else form for form in (*number_formats(column), DATE)
    )
    figure = replace(look, wrap=False)  # wrapped ones lose their indent in LibreOffice
    return ColumnStyles(
        blank=styles.number(look),
        text=styles.number(text),
        guarded=styles.number(replace(text, guarded=True)),
        whole=styles.number(replace(figure, form=whole)),
        broken=styles.number(replace(figure, form=broken)),
        date=styles.number(replace(look, form=day)),
    )


def one_look(styles: Styles, look: Look) -> ColumnStyles:
    """Return the style numbers of a cell that looks the same whatever it holds."""
    number = styles.number(look)
    guarded = styles.number(replace(look, guarded=True))
    return ColumnStyles(
        blank=number,
        text=number,
        guarded=guarded,
        whole=number,
        broken=number,
        date=number,
    )


def indented(kind: ColumnType) -> bool:
    """Tell whether values keep off the line at the side they stand at."""
    return _side(kind) != "center"


def _side(kind: ColumnType) -> str:
    if kind in (ColumnType.ORDINAL, ColumnType.DATE):
        return "center"
    return "right" if kind in _RIGHT else "left"


def number_formats(column: Column) -> tuple[str, str]:
    """Return the formats of whole and of broken numbers in a column.

    The values of a percent column are already times one hundred, so Excel's own
    percent format would show them a hundred times too big; the sign is therefore a
    literal, and left out where the heading already gives the unit.
    """
    if column.type is ColumnType.ORDINAL:
        return "0", ONE_DECIMAL
    unit_given = any("%" in text for text in column.heading)
    if column.type is ColumnType.PERCENT and not unit_given:
        return f'{WHOLE}"%"', f'{ONE_DECIMAL}"%"'
    return WHOLE, ONE_DECIMAL
