"""What the sheet shows before the file has it: edits under way, and refused words."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.rules import cell_edits
from desktop.rules.cell_edits import CellEdit


@dataclass(frozen=True, slots=True)
class Typed:
    """Words typed into a cell that are not kept, and why not."""

    text: str
    sentence: str


class Pending:
    """Edits handed over and not answered yet, and what stands in single cells."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._numbers = itertools.count(1)
        self._batches: dict[int, dict[tuple[type, str], CellEdit]] = {}
        self.typed: dict[tuple[str, str], Typed] = {}
        """Words that mean nothing, by record and field."""
        self.doubts: dict[tuple[str, str], str] = {}
        """What is doubtful though it is kept, by record and field."""

    def begin(self, edits: Iterable[CellEdit]) -> int:
        """Show edits from now on; return the number by which they end."""
        number = next(self._numbers)
        whole = cell_edits.merged(edits)
        self._batches[number] = {(one.record, one.id): one for one in whole}
        return number

    def end(self, number: int) -> None:
        """Show edits no longer: they are kept, or were refused."""
        self._batches.pop(number, None)

    def shown(self, record: Any) -> Any:  # noqa: ANN401  a record of any register
        """Return a record as it will be once every edit under way is kept."""
        if record is None or not self._batches:
            return record
        key = type(record), str(record.id)
        for edits in self._batches.values():
            if key in edits:
                record = cell_edits.changed(record, edits[key].values)
        return record

    def of_record(self, record_id: str) -> dict[str, Typed]:
        """Return the words in cells of one record that are not kept."""
        return {
            field: typed
            for (known, field), typed in self.typed.items()
            if known == record_id
        }

    def forget(self, record_id: str, field: str) -> None:
        """Forget what was said of a cell."""
        self.typed.pop((record_id, field), None)
        self.doubts.pop((record_id, field), None)
