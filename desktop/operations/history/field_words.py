"""Give the fields of a change the labels of the screen and the names of then."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from desktop.files.catalogue import load_figures, load_registers, load_tiers
from desktop.records.preferences import Preferences
from desktop.records.register import Field, Register
from desktop.rules import changes
from desktop.rules.changes import (
    CODE,
    FIGURE,
    Column,
    Difference,
    FieldChange,
    Part,
)
from desktop.rules.known import SOURCE_OF
from desktop.store.naming import Naming
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Store
from desktop.store.terms import column_term

_TIERS = frozenset({"organiser_tier", "tier", "staff_tiers"})


class FieldWords:
    """What the fields of any record are called; read once for many changes."""

    def __init__(self, store: Store) -> None:
        """Look names up in an open office."""
        self._db = store.reader
        self._naming: dict[int, Naming] = {}

    def of(self, place: str, row: Row, change: int) -> "RowWords":
        """Return the words for one row of a table as of a change.

        Names are of before the change where it removed what bears them.
        """
        if change not in self._naming:
            self._naming[change] = Naming(self._db, change)
        shelf = BY_TABLE.get(place)
        cls: type = Preferences if shelf is None else shelf.record
        fields = {} if shelf is None else self._fields(cls, row)
        return RowWords(cls, fields, self._naming[change], self.fixed)

    @cached_property
    def fixed(self) -> Mapping[str, Mapping[str, str]]:
        """Return names that ship with the program: of tiers and of figures."""
        return {
            "tier": {one.code: one.name for one in load_tiers().levels},
            FIGURE: {str(code): one.label for code, one in load_figures().items()},
        }

    @cached_property
    def _registers(self) -> tuple[Register, ...]:
        return load_registers()

    def _fields(self, cls: type, row: Row) -> Mapping[str, Field]:
        source = SOURCE_OF.get(cls)
        for register in self._registers:
            if register.source != source:
                continue
            if not register.kind or register.kind == row.get("kind"):
                return {one.name: one for one in register.fields}
        return {}


class RowWords:
    """The words for one row."""

    def __init__(
        self,
        cls: type,
        fields: Mapping[str, Field],
        naming: Naming,
        fixed: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Use a register's fields where there is one."""
        kind: Any = cls
        self._cls = cls
        self._fields = fields
        self._naming = naming
        self._fixed = fixed
        self._columns = {one.name: one for one in changes.columns(kind)}

    def change(self, one: Difference) -> FieldChange:
        """Return a difference in words of the screen."""
        column, field = self._columns[one.name], self._fields.get(one.name)
        return FieldChange(
            name=one.name,
            label=field.label if field else column_term(self._cls, one.name),
            unit=field.unit if field else "",
            before=self._all(column, one.before),
            after=self._all(column, one.after),
            gone=tuple(self._one(column, each) for each in one.gone),
            come=tuple(self._one(column, each) for each in one.come),
        )

    def _all(self, column: Column, found: object) -> object:
        if column.many and isinstance(found, tuple):
            return tuple(self._one(column, each) for each in found)
        return self._one(column, found)

    def _one(self, column: Column, found: object) -> object:
        if found is None:
            return None
        if isinstance(found, tuple):
            return self._part(column, found)
        fixed = self._fixed.get("tier" if column.name in _TIERS else column.refers)
        if fixed is not None:
            return fixed.get(str(found), found)
        if column.refers:
            catalogue = self._catalogue(column)
            return self._naming.name(column.refers, str(found), catalogue)
        return found

    def _catalogue(self, column: Column) -> str:
        if column.refers != CODE:
            return ""
        field = self._fields.get(column.name)
        declared = field.catalogue if field else ""
        return declared or changes.CATALOGUES.get(column.name, "")

    def _part(self, column: Column, found: tuple[Any, ...]) -> Part:
        inside = {one.name: one for one in changes.columns(column.type)}
        return Part(
            cells=tuple(
                (column_term(column.type, name), self._one(inside[name], held))
                for name, held in found
            )
        )
