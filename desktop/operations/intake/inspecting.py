"""Have each file that came in looked at by whoever understands it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.errors import Cancelled, DesktopError
from desktop.files.arriving.recognising import What
from desktop.operations.intake.gathering import Item
from desktop.operations.intake.inspect_package import inspect_package
from desktop.operations.intake.inspect_receipt import inspect_receipt
from desktop.operations.intake.unlocking import sorting_of
from desktop.progress import Progress, Step
from desktop.records.arrival import Arrival, Sorting
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.trust import Trust
    from desktop.files.verifying.process import Checker

Tell = Callable[[Arrival], object]

STAGE: Final = "inspecting_packages"
_BY_ITSELF: Final = frozenset({What.LOCKED, What.FOREIGN})
"""What nothing more is found out about."""


class Desk:
    """Where files are looked at, each content once however often it was dropped."""

    def __init__(
        self, store: Store, trust: "Trust", progress: Progress, tell: Tell | None
    ) -> None:
        """Begin with nothing looked at; `tell` is told each arrival as it is known."""
        self._store = store
        self._trust = trust
        self._progress = progress
        self._tell = tell
        self._seen: dict[str, Arrival] = {}

    def inspect(self, items: Sequence[Item]) -> tuple[Arrival, ...]:
        """Return the arrival of each file, in their order."""
        found: dict[int, Arrival] = {}
        for number, item in enumerate(items):
            if item.found.what in _BY_ITSELF or item.kept is None:
                found[number] = self._told(_by_itself(item))
        self._forms(_of(items, What.WORKBOOK))
        self._others(_of(items, What.PACKAGE, What.RECEIPT))
        for number, item in enumerate(items):
            if number not in found and item.kept is not None:
                found[number] = _named(self._seen[item.kept.sha256], item)
        return tuple(found[number] for number in range(len(items)))

    def _forms(self, items: Sequence[Item]) -> None:
        """Look at forms one by one, while the next ones are being read."""
        if not items:
            return
        from desktop.files.forms.reading import read_forms
        from desktop.operations.forms.inspect_form import FormInspector

        by_path = {one.kept.path: one for one in items if one.kept is not None}
        with self._store.reading():
            inspector = FormInspector(self._store)
            for read in read_forms(tuple(by_path), self._progress):
                item = by_path[read.path]
                found = _named(inspector.arrival(read), item)
                self._seen[found.sha256] = self._told(found)

    def _others(self, items: Sequence[Item]) -> None:
        """Look at packages and receipts, which one process checks in turn."""
        from desktop.files.verifying.process import Checker

        with Checker() as checker:
            for number, item in enumerate(items):
                self._progress(Step(STAGE, number, len(items)))
                if item.kept is not None:
                    told = self._told(self._other(item, checker))
                    self._seen[item.kept.sha256] = told

    def _other(self, item: Item, checker: "Checker") -> Arrival:
        path = Path() if item.kept is None else item.kept.path
        asked = (self._store, path, item.name, self._trust)
        try:
            if item.found.what is What.RECEIPT:
                found = inspect_receipt(*asked, progress=self._progress)
            else:
                found = inspect_package(
                    *asked, progress=self._progress, checker=checker
                )
        except Cancelled:
            raise
        except DesktopError as error:
            reason = str(getattr(error, "reason", "unreadable"))
            return _arrival(item, Sorting.REFUSED, (reason,))
        return _named(found, item)

    def _told(self, arrival: Arrival) -> Arrival:
        if self._tell is not None:
            self._tell(arrival)
        return arrival


def _of(items: Sequence[Item], *what: What) -> tuple[Item, ...]:
    """Return the items of some kinds, each content once."""
    found: dict[str, Item] = {}
    for item in items:
        if item.kept is not None and item.found.what in what:
            found.setdefault(item.kept.sha256, item)
    return tuple(found.values())


def _by_itself(item: Item) -> Arrival:
    """Return what stayed locked, or is nothing to the tray."""
    reason = item.found.reason
    locked = item.found.what is What.LOCKED
    return _arrival(item, sorting_of(reason) if locked else Sorting.FOREIGN, reason)


def _arrival(item: Item, sorting: Sorting, reason: tuple[str, ...]) -> Arrival:
    return Arrival(
        path=Path() if item.kept is None else item.kept.path,
        name=item.name,
        sha256="" if item.kept is None else item.kept.sha256,
        sorting=sorting,
        reasons=(reason,) if reason else (),
    )


def _named(arrival: Arrival, item: Item) -> Arrival:
    if item.kept is None:
        return replace(arrival, name=item.name)
    kept = item.kept
    return replace(arrival, name=item.name, sha256=kept.sha256, path=kept.path)
