"""Know an entry again whose row left its hidden key behind.

Rows that are sorted, or cut and put elsewhere, without the hidden column of keys stand
beside keys of others. By its key such a row would overwrite another entry, or be taken
for a new one beside the old: what it says tells which entry it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from desktop.records.identity import RecordId
from desktop.rules.entry import title_of
from desktop.rules.forms.against import Whose
from desktop.rules.forms.entries import Told, row_id

Place = tuple[str, str]
"""Table and id of a record."""
Texts = Mapping[str, str]


def in_their_places(
    entries: Iterable[Told],
    shown: Mapping[str, Texts],
    kept: Mapping[Place, Any],
    whose: Whose,
) -> tuple[Told, ...]:
    """Return the entries of a form, each under the id of the entry it tells of.

    Args:
        entries: As their rows' keys name them.
        shown: What the form showed of each entry when it left, by its id.
        kept: What stands here of all that the form speaks of.
        whose: Whose statement it is.
    """
    if not kept:
        return tuple(entries)
    search = _Search(tuple(entries), shown, kept, whose)
    search.stay()
    search.find_same()
    search.find_alike()
    return tuple(search.found)


class _Search:
    """Settle the rows of one form, the surest first."""

    def __init__(
        self,
        entries: tuple[Told, ...],
        shown: Mapping[str, Texts],
        kept: Mapping[Place, Any],
        whose: Whose,
    ) -> None:
        self.found = list(entries)
        self._shown = shown
        self._kept = kept
        self._whose = whose
        self._open = list(range(len(entries)))
        """Rows that are not settled yet."""
        self._free: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """Ids that no settled row has, by table."""
        self._called: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        """The same by table and title, as whoever says the same is called the same."""
        for (place, own_id), record in kept.items():
            self._free[place][own_id] = None
            self._called[place, title_of(record)].append(own_id)
        self._told: defaultdict[frozenset[tuple[str, str]], list[str]]
        self._told = defaultdict(list)
        """Ids of what the form showed, by what it showed."""
        for own_id, texts in shown.items():
            self._told[frozenset(texts.items())].append(own_id)

    def stay(self) -> None:
        """Settle every row that says of its own entry what stands there."""
        for at in list(self._open):
            one = self.found[at]
            if self._same(one, str(one.row_id)):
                self._settle(at, str(one.row_id))

    def find_same(self) -> None:
        """Settle every row that says word for word what another entry does."""
        for at in list(self._open):
            one = self.found[at]
            told = self._told.get(frozenset(one.texts.items()), ())
            free = self._free[one.place]
            ids = (each for each in (*told, *self._namesakes(one)) if each in free)
            other = next((each for each in ids if self._same(one, each)), None)
            if other is not None:
                self._settle(at, other)

    def find_alike(self) -> None:
        """Settle rows that were changed as well as put elsewhere.

        One without an entry of its own is what was called so and is gone; one whose
        entry turned up elsewhere is the likest of what is left.
        """
        for at in list(self._open):
            one = self.found[at]
            free = self._free[one.place]
            if (one.place, str(one.row_id)) not in self._kept:
                self._likest(
                    at, [each for each in self._namesakes(one) if each in free]
                )
            elif str(one.row_id) not in free and not self._likest(at, free):
                own = row_id(self._whose, one.register.code, f"{one.key}~{one.at}")
                self._name(at, own)

    def _likest(self, at: int, ids: Iterable[str]) -> bool:
        """Settle a row as the likest of some entries, if one is like it at all."""
        one = self.found[at]
        other = max(ids, key=lambda each: self._alike(one, each), default=None)
        if other is None or 2 * self._alike(one, other) < len(one.values):
            return False
        self._settle(at, other)
        return True

    def _namesakes(self, one: Told) -> Iterable[str]:
        title = title_of(one.record)
        return self._called.get((one.place, title), ()) if title else ()

    def _same(self, one: Told, own_id: str) -> bool:
        if (one.place, own_id) not in self._kept:
            return False
        if self._shown.get(own_id) == one.texts:
            return True
        record = self._kept[one.place, own_id]
        same = (getattr(record, name) == told for name, told in one.values.items())
        return _kind(record) == _kind(one.record) and all(same)

    def _alike(self, one: Told, own_id: str) -> int:
        record = self._kept[one.place, own_id]
        if _kind(record) != _kind(one.record):
            return 0
        return sum(getattr(record, name) == told for name, told in one.values.items())

    def _settle(self, at: int, own_id: str) -> None:
        self._open.remove(at)
        del self._free[self.found[at].place][own_id]
        self._name(at, RecordId(own_id))

    def _name(self, at: int, own_id: RecordId) -> None:
        one = self.found[at]
        if one.row_id != own_id:
            record = replace(one.record, id=own_id)
            self.found[at] = replace(one, row_id=own_id, record=record)


def _kind(record: Any) -> Any:  # noqa: ANN401  whatever the register is made of
    """Return what tells entries of one table apart by their registers."""
    return getattr(record, "kind", None)
