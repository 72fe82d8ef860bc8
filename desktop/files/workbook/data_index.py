"""Write the sheet that lists the sheets of records and leads to each.

Every register keeps a sheet of its own: they share few columns, and one sheet of all
would be mostly empty cells, as wide as no page; no sum could be taken down a column.
"""

from collections.abc import Sequence

from desktop.files.workbook.book import Book
from desktop.files.workbook.sheet import target
from desktop.files.workbook.styles import NOTE, TITLE
from desktop.files.workbook.table import Place, first_row, put_table
from desktop.records.report import Column, ColumnType, Row, RowKind, Table

CODE = "data"
"""Code of the list, and so the end of its defined name."""
_NAME_COLUMN = 2


def put_data_index(book: Book, name: str, data: Sequence[Place]) -> None:
    """List every sheet of records with the number of its rows and its columns."""
    place = _index(book, name, data)
    sheet = put_table(book, place, lambda _rows: None)
    for row, one in enumerate(data, first_row(place)):
        sheet.link(row, _NAME_COLUMN, target(one.name, 1))


def _index(book: Book, name: str, data: Sequence[Place]) -> Place:
    words = book.words
    table = Table(
        code=CODE,
        title="",
        sheet=name,
        columns=(
            Column(heading=(words.data_ordinal,), type=ColumnType.ORDINAL, weight=6),
            Column(heading=(words.data_name,), weight=36),
            Column(heading=(words.data_rows,), type=ColumnType.INTEGER, weight=10),
            Column(heading=(words.data_columns,), weight=48),
        ),
        rows=tuple(_row(number, one) for number, one in enumerate(data, 1)),
    )
    above = ((words.data_title, TITLE), (words.data_note, NOTE))
    return Place(table=table, name=name, above=above)


def _row(number: int, place: Place) -> Row:
    headings = (column.heading[-1] for column in place.table.columns if column.heading)
    return Row(
        values=(number, place.name, len(place.table.rows), "; ".join(headings)),
        kind=RowKind.DATA,
    )
