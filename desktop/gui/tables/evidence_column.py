"""The column that says how many files prove an entry: read, never written in a cell."""

from collections.abc import Sequence
from typing import Any

from desktop.gui.tables.columns import EVIDENCE, Column
from desktop.records.activity import Activity, ActivityState
from desktop.records.register import Field, FieldType
from desktop.rules.numbers import format_integer
from desktop.store import listed_evidence
from desktop.store.store import Store

LACKING = "▲ chưa có"
"""What stands at an activity that took place and has nothing to show for it."""

_FIELD = Field(
    name=EVIDENCE,
    type=FieldType.INTEGER,
    label="Minh chứng",
    help="Số tệp minh chứng; lọc được theo có, chưa hoặc số. F2 để xem và đính kèm.",
    column=True,
)
_KEPT_COUNTS = 10_000


class EvidenceCounts:
    """How many files the entries shown have, read a block at a time."""

    def __init__(self, store: Store) -> None:
        """Read nothing before a block is."""
        self._store = store
        self._counts: dict[str, int] = {}

    def read(self, block: Sequence[object]) -> None:
        """Count the files of entries that are about to be shown."""
        if len(self._counts) > _KEPT_COUNTS:
            self._counts.clear()
        self._counts.update(listed_evidence.counts(self._store.reader, block))

    def forget(self) -> None:
        """Count again when entries are next shown."""
        self._counts.clear()

    def of(self, record: Any) -> int:  # noqa: ANN401  records of every register
        """Return how many files an entry has; 0 of one not kept yet."""
        row_id = str(getattr(record, "id", "") or "")
        if row_id and row_id not in self._counts:
            self.read((record,))
        return self._counts.get(row_id, 0)

    def text(self, record: Any) -> str:  # noqa: ANN401  records of every register
        """Return what the cell of an entry shows."""
        number = self.of(record)
        if number:
            return format_integer(number)
        return LACKING if _is_awaited(record) else ""


def evidence_column(counts: EvidenceCounts) -> Column:
    """Return the last column of every register, which shows counts."""
    return Column(_FIELD, counts.text, "proven", True, False, counts.of)


def _is_awaited(record: object) -> bool:
    return isinstance(record, Activity) and record.state is ActivityState.DONE
