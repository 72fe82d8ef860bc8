"""Give many entries one value in one field, as one deed."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.operations.entries import record_entry
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NewValue:
    """What one field of every entry is to hold."""

    field: str
    value: object
    add: bool = False
    """Of a list: what an entry has already stays, and the value is added to it."""

    def given_to(self, one: Any) -> Any:  # noqa: ANN401  an entry of any register
        """Return an entry with the value."""
        return dataclasses.replace(one, **{self.field: self._joined(one)})

    def _joined(self, one: object) -> object:
        if not self.add or not isinstance(self.value, tuple):
            return self.value
        before = getattr(one, self.field)
        return (*before, *(each for each in self.value if each not in before))


def change_many(
    store: Store,
    many: Sequence[Any],
    new: NewValue,
    subject: str = "",
    progress: Progress = silent,
) -> Outcome[int]:
    """Give entries of one register a value; return how many became others.

    Raises:
        InputError: The rules of entry refuse one of them; nothing is kept.
    """
    changed = [new.given_to(one) for one in many]
    told = [one for one, old in zip(changed, many, strict=True) if one != old]
    kept = record_entry.record_many(store, told, "change_many", subject, progress)
    return Outcome(len(told), kept.touched)
