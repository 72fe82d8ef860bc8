"""Hold a form that came back against its marked copy: what was put right, what not.

Only the marked cells are asked about. Any other cell that changed is named, so that
nobody takes in a figure he did not ask for without having seen it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.records.arrival import CellFault
from desktop.records.form import Asked, FormContent, Stood
from desktop.rules.forms.moved_rows import plain, rows_again
from desktop.rules.forms.slots import Held, Slot, by_place

ANSWERED: Final = "answered"
"""Code of the reason that tells how many cells were put right, are open, changed."""
UNASKED: Final = "changed_unasked"
"""Code of the doubt about a cell that nobody asked to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell that holds something else than it did."""

    sheet: str
    cell: str
    """Where it stands now; where it stood if it is gone."""
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of everything that was asked."""

    fixed: tuple[Asked, ...]
    open: tuple[Asked, ...]
    unasked: tuple[CellChange, ...]

    @property
    def reason(self) -> tuple[str, ...]:
        """Return the three numbers as a reason of an arrival."""
        counts = (self.fixed, self.open, self.unasked)
        return (ANSWERED, *(str(len(one)) for one in counts))

    @property
    def doubts(self) -> tuple[CellFault, ...]:
        """Return each cell changed without being asked, as a doubt about it."""
        return tuple(
            CellFault(
                sheet=one.sheet,
                cell=one.cell,
                label=one.label,
                code=UNASKED,
                facts=(one.before, one.after),
                shown=one.after,
                doubt=True,
            )
            for one in self.unasked
        )


def stood(held: Mapping[Slot, Held]) -> tuple[Stood, ...]:
    """Return every value that is not blank, to be kept with a marked copy."""
    return tuple(
        Stood(sheet=sheet, row=row, field=field, cell=one.cell, value=one.text)
        for (sheet, row, field), one in held.items()
        if one.text.strip()
    )


def asked(
    faults: Collection[CellFault], held: Mapping[Slot, Held]
) -> tuple[Asked, ...]:
    """Return each faulty cell once, to be kept with a marked copy."""
    places = by_place(held)
    found: dict[tuple[str, str], Asked] = {}
    for one in sorted(faults, key=lambda one: one.doubt):  # a fault before a doubt
        sheet, row, field = places.get((one.sheet, one.cell), (one.sheet, "", ""))
        place = (one.sheet, one.cell)
        kept = Asked(
            sheet=sheet,
            row=row,
            field=field,
            cell=one.cell,
            code=one.code,
            doubt=one.doubt,
        )
        found.setdefault(place, kept)
    return tuple(found.values())


def answer(
    marked: FormContent, now: Mapping[Slot, Held], faults: Collection[CellFault]
) -> Answer:
    """Return what was put right, what is still open, what else changed.

    Rows and columns may have moved: values are compared by what they are.

    Args:
        marked: Content of the marked copy, which keeps every value as it stood.
        now: What stands in the form that came back, by `slots.slots`.
        faults: What is wrong with it now.
    """
    now = rows_again(marked, now)
    places = by_place(now)
    wrong = {places.get((one.sheet, one.cell)) for one in faults}
    codes = {one.code for one in faults if (one.sheet, one.cell) not in places}
    still = tuple(one for one in marked.asked if _open(one, wrong, codes))
    return Answer(
        fixed=tuple(one for one in marked.asked if one not in still),
        open=still,
        unasked=tuple(_unasked(marked, now)),
    )


def _open(one: Asked, wrong: Collection[Slot | None], codes: Collection[str]) -> bool:
    """Tell whether a cell is still faulty; of a whole sheet, whether that is told."""
    if not one.field:
        return one.code in codes
    return (one.sheet, one.row, one.field) in wrong


def _unasked(marked: FormContent, now: Mapping[Slot, Held]) -> Iterator[CellChange]:
    asked_of = {(one.sheet, one.row, one.field) for one in marked.asked}
    then = {(one.sheet, one.row, one.field): one for one in marked.stood}
    for slot in (*now, *(one for one in then if one not in now)):
        before = then[slot].value if slot in then else ""
        after = now[slot].text if slot in now else ""
        if slot not in asked_of and plain(before) != plain(after):
            yield _change(slot, then.get(slot), now.get(slot))


def _change(slot: Slot, before: Stood | None, now: Held | None) -> CellChange:
    return CellChange(
        sheet=now.sheet if now else slot[0],
        cell=now.cell if now else before.cell if before else "",
        label=now.label if now else "",
        before=before.value if before else "",
        after=now.text if now else "",
    )
