"""Copy cells so that Excel keeps what they are: numbers as numbers, text as text."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from PySide6.QtCore import QMimeData

from desktop.gui.tables.columns import Column, plain_number
from desktop.rules.cell_text import TABLES, Around, write_text
from desktop.rules.clip_table import guarded, write_lines

_AS_TEXT = "mso-number-format:'\\@'"
"""Keeps `007` its zeros, and a text that begins with `=` a text."""

_LINE = '<br style="mso-data-placement:same-cell">'
"""A line break inside a cell, which Excel would take for the next row."""

Columns = Sequence[Column | None]


def mime_of(rows: Iterable[tuple[object, Columns]], around: Around) -> QMimeData:
    """Return cells as lines of text and as a table.

    Args:
        rows: A record, and the columns copied of it; None for a cell left out.
        around: By what values are written as words.
    """
    lines, html_rows = [], []
    for record, columns in rows:
        cells = [_cell(column, record, around) for column in columns]
        lines.append([text if plain else guarded(text) for text, plain in cells])
        html_rows.append("<tr>" + "".join(_td(*cell) for cell in cells) + "</tr>")
    mime = QMimeData()
    mime.setText(write_lines(lines))
    mime.setHtml(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>'
        f"<table>{''.join(html_rows)}</table></body></html>"
    )
    return mime


def copied_text(column: Column, record: object, around: Around) -> str:
    """Return what is copied of a cell, before it is guarded against formulas."""
    if column.field.type in TABLES:
        number = plain_number(column, record)
        return "" if number is None else str(number)
    return write_text(column.field, getattr(record, column.field.name), around)


def _cell(column: Column | None, record: object, around: Around) -> tuple[str, bool]:
    """Return what is copied of a cell, and whether it is a number."""
    if column is None or record is None:
        return "", False
    number = plain_number(column, record) if column.number else None
    if isinstance(number, int | Decimal):
        return f"{number:f}" if isinstance(number, Decimal) else str(number), True
    return copied_text(column, record, around), False


def _td(text: str, is_number: bool) -> str:
    if is_number:
        return f'<td x:num="{text}">{text}</td>'
    return f'<td style="{_AS_TEXT}">{escape(text).replace(chr(10), _LINE)}</td>'
