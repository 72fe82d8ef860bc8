"""Copy rows so that Excel keeps what they are: numbers as numbers, text as text."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData

from desktop.gui.tables.columns import Column, plain_number

_AS_TEXT = "mso-number-format:'\\@'"
"""Keeps `007` its zeros, and a text that begins with `=` a text."""


def mime_of(records: Iterable[object], columns: Sequence[Column]) -> QMimeData:
    """Return records as lines of text and as a table, in the columns given."""
    lines, html_rows = [], []
    for record in records:
        cells = [_cell(column, record) for column in columns]
        lines.append("\t".join(_quoted(text) for text, _ in cells))
        html_rows.append("<tr>" + "".join(_td(*cell) for cell in cells) + "</tr>")
    mime = QMimeData()
    mime.setText("".join(f"{line}\r\n" for line in lines))
    mime.setHtml(f"<table>{''.join(html_rows)}</table>")
    return mime


def _cell(column: Column, record: object) -> tuple[str, bool]:
    """Return what is copied of a cell, and whether it is a number."""
    if column.number:
        number = plain_number(column, record)
        return ("" if number is None else str(number)), True
    return column.text(record), False


def _quoted(text: str) -> str:
    if any(mark in text for mark in '\t\r\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _td(text: str, is_number: bool) -> str:
    style = "" if is_number else f' style="{_AS_TEXT}"'
    return f"<td{style}>{escape(text)}</td>"
