"""Tell in words how an entry that came in differs from the one that stands here."""

import tomllib
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from desktop import paths
from desktop.operations.history.field_words import FieldWords
from desktop.operations.intake.deciding import Decided
from desktop.records.arrival import FieldChange
from desktop.rules import changes
from desktop.rules.changes import Part
from desktop.store import history
from desktop.store.naming import title_of_row
from desktop.store.removal_words import plain_words
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Store


class RowDifferences:
    """Words for entries of one package, looked up once."""

    def __init__(self, store: Store) -> None:
        """Look names up in an open office."""
        self._words = FieldWords(store)
        self._newest = history.last_number(store.reader)

    def title(self, one: Decided) -> str:
        """Return what an entry is called."""
        return title_of_row(one.place, one.after or one.before or {})

    def changes(self, one: Decided) -> tuple[FieldChange, ...]:
        """Return each field that would become another."""
        if one.before is None or one.after is None:
            return ()
        return tuple(self._changes(one))

    def _changes(self, one: Decided) -> Iterator[FieldChange]:
        before, after = one.before or {}, one.after or {}
        told = self._words.of(one.place, after, self._newest)
        record = BY_TABLE[one.place].record
        for each in changes.differences(record, before, after):
            words = told.change(each)
            yield FieldChange(
                field=each.name,
                label=words.label,
                ours=self._text(words.before, each.name),
                theirs=self._text(words.after, each.name),
            )

    def _text(self, found: object, name: str) -> str:
        if found is None:
            return ""
        if isinstance(found, Part):
            return ", ".join(
                f"{label}: {self._text(held, name)}" for label, held in found.cells
            )
        if isinstance(found, tuple):
            return "; ".join(self._text(one, name) for one in found)
        return plain_words(found, year=name.endswith("year"), words=self._plain)

    @cached_property
    def _plain(self) -> dict[str, Any]:
        path = paths.RESOURCES / "templates" / "removals.toml"
        return tomllib.loads(path.read_text("utf-8"))
