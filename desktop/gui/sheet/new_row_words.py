"""What a draft of the row for new entries is made of, in the shape of the form's."""

import datetime as dt
from decimal import Decimal

from PySide6.QtCore import Qt

from desktop.gui.tables.register_table import DOUBT, TYPED
from desktop.records.product import OwnChannel
from desktop.records.register import FieldType
from desktop.rules.dates import format_date
from desktop.rules.known import SOURCE_OF
from desktop.rules.times import format_time
from desktop.store.shelves import BY_RECORD

MARK = "@row"
"""Name in a draft that says: it was typed in the row and not in the form."""

STRUCTURAL = frozenset(
    {
        FieldType.DATE,
        FieldType.DATETIME,
        FieldType.INTEGER,
        FieldType.MONEY,
        FieldType.DECIMAL,
    }
)
"""Kinds of fields that have no blank value: without one there is no record."""

ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole.value,
        Qt.ItemDataRole.ToolTipRole.value,
        Qt.ItemDataRole.AccessibleTextRole.value,
        TYPED,
        DOUBT,
    }
)

OWN_TABLES = frozenset(
    BY_RECORD[one].table for one in SOURCE_OF if one is not OwnChannel
)
"""Tables of entries: their change leaves names and codes as they are."""


def kept_of(value: object) -> object:
    """Return what the form would keep of a value in a draft: plain JSON."""
    if isinstance(value, dt.datetime):
        return [format_date(value.date()), format_time(value.time())]
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, tuple):
        return [str(one) for one in value]
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return str(value)
