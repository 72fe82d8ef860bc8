"""Remember how a register's table was left: columns, widths, order, filters."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QByteArray

from desktop.gui.settings import Settings

VERSION = 1
"""Counts up when the columns of a register come to mean something else."""


@dataclass(frozen=True, slots=True)
class Left:
    """What narrows and orders a list, by names of fields."""

    filters: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


class TableMemory:
    """The memory of one register's table."""

    def __init__(self, settings: Settings, code: str, columns: int) -> None:
        """Keep under the register's code.

        Another number of columns makes another version: Qt would restore the state of
        other columns without noticing.
        """
        self._settings = settings
        self._name = f"register/{code}"
        self._version = VERSION * 1000 + columns

    def columns(self) -> QByteArray:
        """Return the state of the headings; empty if none was kept."""
        return self._settings.layout(self._name, self._version)

    def keep_columns(self, state: QByteArray, *, own_widths: bool = False) -> None:
        """Keep the state of the headings; an empty one forgets it.

        Own widths are those somebody gave a column; others follow the room there is.
        """
        self._settings.keep_layout(self._name, self._version, state)
        own = QByteArray(b"1" if own_widths else b"")
        self._settings.keep_layout(f"{self._name}/widths", self._version, own)

    def own_widths(self) -> bool:
        """Tell whether somebody gave a column its width."""
        return not self._settings.layout(
            f"{self._name}/widths", self._version
        ).isEmpty()

    def left(self) -> Left:
        """Return how the list was narrowed and ordered."""
        kept = self._settings.layout(f"{self._name}/list", self._version)
        try:
            known: Any = json.loads(bytes(kept.data()) or b"{}")
            filters = {str(name): str(text) for name, text in known["filters"].items()}
            return Left(filters, str(known["sort"]), bool(known["descending"]))
        except (ValueError, KeyError, TypeError, AttributeError):
            return Left()

    def keep_left(self, left: Left) -> None:
        """Keep how the list is narrowed and ordered."""
        whole = {
            "filters": dict(left.filters),
            "sort": left.sort,
            "descending": left.descending,
        }
        state = QByteArray(json.dumps(whole).encode())
        self._settings.keep_layout(f"{self._name}/list", self._version, state)
